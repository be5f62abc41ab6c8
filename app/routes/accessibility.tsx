import { useLoaderData } from '@remix-run/react'
import type { loadAccessibility } from '../doors/help.server.ts'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAccessibility as loader } from '../doors/help.server.ts'

const can = ['can-size', 'can-contrast', 'can-language', 'can-keyboard', 'can-zoom', 'can-script'] as const
const limits = ['limit-words', 'limit-translations', 'limit-formats'] as const

export default function Accessibility() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { outside } = useLoaderData<typeof loadAccessibility>()
  const list = (keys: readonly ((typeof can)[number] | (typeof limits)[number])[]) => (
    <ul className="govuk-list govuk-list--bullet">
      {keys.map((key) => (
        <li key={key}>{t(`page.access.${key}`)}</li>
      ))}
    </ul>
  )
  return (
    <Page heading={t('page.foot.access')}>
      <p className="govuk-body-l">{t('page.access.lead')}</p>
      <h2 className="govuk-heading-l">{t('page.access.can')}</h2>
      {list(can)}
      <h2 className="govuk-heading-l">{t('page.access.formats')}</h2>
      <p className="govuk-body">{t('page.access.formats-what')}</p>
      <h2 className="govuk-heading-l">{t('page.access.standard')}</h2>
      <p className="govuk-body">{t('page.access.standard-what')}</p>
      <p className="govuk-body">{t('page.access.tested')}</p>
      <h2 className="govuk-heading-l">{t('page.access.limits')}</h2>
      {list(limits)}
      <h2 className="govuk-heading-l">{t('page.access.tell')}</h2>
      <p className="govuk-body">{t('page.access.tell-what')}</p>
      <p className="govuk-body">
        {t('page.foot.call')} <Phone number={landlord.general} />
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </p>
      <p className="govuk-body">{t('page.access.outside')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={outside.url}>
          <bdi lang="en">{outside.name}</bdi>
        </a>
      </p>
    </Page>
  )
}
