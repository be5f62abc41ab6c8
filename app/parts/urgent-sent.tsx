import type { SentReport } from '../doors/urgent-link.server.ts'
import { Button, type FieldError, TextArea } from './form.tsx'
import { Phone } from './phone.tsx'
import { Photographs } from './urgent-form.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** Which photographs have not come, and how to send them after. */
export function Missed({ missed }: Pick<SentReport, 'missed'>) {
  const t = useSpeak()
  if (missed.length === 0) return null
  return (
    <div className="cw-answer">
      <h2 className="govuk-heading-m">{t('page.report.missed.heading')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {missed.map(({ at, why }) => (
          <li key={at}>{t(`page.report.missed.${why}`, { at })}</li>
        ))}
      </ul>
      <p className="govuk-body">{t('page.report.missed.do')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="#add">
          {t('page.report.more.heading')}
        </a>
      </p>
    </div>
  )
}

const again = ['worse', 'ill', 'leave', 'nobody'] as const

/** When not to wait any longer. */
export function CallAgain() {
  const t = useSpeak()
  const { landlord } = useVisit()
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.report.again.heading')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {again.map((when) => (
          <li key={when}>{t(`page.report.again.${when}`)}</li>
        ))}
      </ul>
      <p className="govuk-body">
        <Phone number={landlord.urgentRepairs} />
      </p>
      <p className="govuk-body">{t('page.report.again.reference')}</p>
    </>
  )
}

type AddProps = { action: string; formKey: string; typed: Record<string, string>; errors: FieldError[] }

/** More words, or the photograph that did not come, for the same report. */
export function AddToReport({ action, formKey, typed, errors }: AddProps) {
  const t = useSpeak()
  return (
    <section id="add" aria-labelledby="add-heading">
      <h2 id="add-heading" className="govuk-heading-m">
        {t('page.report.more.heading')}
      </h2>
      <form method="post" action={action} encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" value={formKey} />
        <TextArea
          name="more"
          label={t('page.report.more.what')}
          isOptional
          value={typed.more}
          errors={errors}
          rows={3}
        />
        <Photographs errors={errors} />
        <Button>{t('page.report.more.send')}</Button>
      </form>
    </section>
  )
}
