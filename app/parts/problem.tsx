import { Page } from './page.tsx'
import { useSpeak, useVisit } from './visit.tsx'
import { Phone } from './phone.tsx'

/** Something is not there, or went wrong. What can be done now is always said, and the urgent block stays. */
export function Problem({ status }: { status: number }) {
  const t = useSpeak()
  const { landlord } = useVisit()
  const kind = status === 404 ? 'missing' : status === 403 ? 'refused' : status === 413 ? 'too-long' : 'wrong'
  return (
    <Page heading={t(`page.problem.${kind}.heading`)}>
      <p className="govuk-body-l">{t(`page.problem.${kind}.what`)}</p>
      <p className="govuk-body">{t(`page.problem.${kind}.do`)}</p>
      <p className="govuk-body">
        {t('page.problem.call')} <Phone number={landlord.general} />
      </p>
      <p className="govuk-body">
        <a href="/" className="govuk-link">
          {t('page.problem.home')}
        </a>
      </p>
    </Page>
  )
}
