import { useActionData, useLoaderData } from '@remix-run/react'
import type { addToUrgent, loadSentUrgent } from '../doors/urgent-sent.server.ts'
import { ErrorSummary } from '../parts/form.tsx'
import { NumbersToCall } from '../parts/numbers-to-call.tsx'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { shortReference } from '../parts/reference.ts'
import { AddToReport, CallAgain, Missed } from '../parts/urgent-sent.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { addToUrgent as action, loadSentUrgent as loader } from '../doors/urgent-sent.server.ts'

/** The third step: it has gone, whom to call now, what happens next, and the way to add to it. */
export default function UrgentSent() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { id, kind, isUnchecked, hasReach, isAdded, came, missed, key, search } =
    useLoaderData<typeof loadSentUrgent>()
  const { errors = [], typed = {} } = useActionData<typeof addToUrgent>() ?? {}
  return (
    <Page
      heading={t('page.report.sent')}
      hasErrors={errors.length > 0}
      caption={t('page.report.step', { step: 3 })}
    >
      <ErrorSummary errors={errors} />
      <NumbersToCall kind={kind} />
      <div className="cw-answer cw-answer--good" role="status">
        {isAdded && (
          <p className="govuk-body">
            <strong>{t('page.report.more.sent')}</strong>
          </p>
        )}
        <p className="govuk-body">{t('page.report.sent-reference')}</p>
        <p className="govuk-body">
          <bdi dir="ltr" className="cw-reference">
            {shortReference(id)}
          </bdi>
        </p>
        <p className="govuk-body">
          {t(isUnchecked ? 'page.report.sent-unchecked' : 'page.report.sent-what')}
        </p>
        {came > 0 && <p className="govuk-body">{t('page.report.came', { came })}</p>}
      </div>
      <Missed missed={missed} />
      <h2 className="govuk-heading-m">{t('page.report.sent-next')}</h2>
      {hasReach ? (
        <p className="govuk-body">{t('page.report.sent-reach')}</p>
      ) : (
        <p className="govuk-body">
          {t('page.report.sent-no-reach')} <Phone number={landlord.urgentRepairs} />
        </p>
      )}
      <CallAgain />
      <AddToReport
        action={`/urgent/sent/${id}${search}`}
        formKey={typed.key ?? key}
        typed={typed}
        errors={errors}
      />
      <p className="govuk-body">
        <a className="govuk-link" href="/urgent">
          {t('page.report.another')}
        </a>
      </p>
    </Page>
  )
}
