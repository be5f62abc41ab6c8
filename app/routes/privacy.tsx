import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

const kept = ['keep-restricted', 'keep-free', 'keep-audit'] as const

export default function Privacy() {
  const t = useSpeak()
  const { landlord } = useVisit()
  return (
    <Page heading={t('page.privacy.heading')}>
      <p className="govuk-body-l">{t('page.privacy.lead', { landlord: landlord.name })}</p>
      <h2 className="govuk-heading-m">{t('page.privacy.keep')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {kept.map((key) => (
          <li key={key}>{t(`page.privacy.${key}`)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('page.privacy.decide')}</h2>
      <p className="govuk-body">{t('page.privacy.decide-what')}</p>
      <h2 className="govuk-heading-m">{t('page.privacy.rights')}</h2>
      <p className="govuk-body">{t('page.privacy.rights-what')}</p>
      <h2 className="govuk-heading-m">{t('page.privacy.cookies')}</h2>
      <p className="govuk-body">{t('page.privacy.cookies-what')}</p>
      <p className="govuk-body">{t('page.privacy.complain')}</p>
    </Page>
  )
}
