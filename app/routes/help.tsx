import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

const can = ['can-size', 'can-language', 'can-keyboard', 'can-zoom', 'can-script'] as const

export default function Help() {
  const t = useSpeak()
  const { landlord } = useVisit()
  return (
    <Page heading={t('page.help.heading')}>
      <p className="govuk-body-l">{t('page.help.lead')}</p>
      <p className="govuk-body">
        {t('page.foot.call')} <Phone number={landlord.general} />
      </p>
      <h2 className="govuk-heading-m">{t('page.help.can')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {can.map((key) => (
          <li key={key}>{t(`page.help.${key}`)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('page.help.formats')}</h2>
      <p className="govuk-body">{t('page.help.formats-what')}</p>
      <h2 className="govuk-heading-m">{t('page.help.standard')}</h2>
      <p className="govuk-body">{t('page.help.standard-what')}</p>
      <p className="govuk-body">{t('page.help.standard-limits')}</p>
      <h2 className="govuk-heading-m">{t('page.help.tell')}</h2>
      <p className="govuk-body">{t('page.help.tell-what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </p>
    </Page>
  )
}
