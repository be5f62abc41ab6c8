import { useLoaderData } from '@remix-run/react'
import type { loadPrivacy } from '../doors/help.server.ts'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { Table } from '../parts/pieces.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadPrivacy as loader } from '../doors/help.server.ts'

/** Each use of information, with the articles of the UK GDPR that allow it. For limits it depends on what the landlord is. */
const bases = [
  { name: 'policy', articles: '6(1)(e), 6(1)(f)' },
  { name: 'home', articles: '6(1)(b), 6(1)(c)' },
  { name: 'danger', articles: '6(1)(d), 6(1)(ea)' },
  { name: 'needs', articles: '9(2)(g)' },
  { name: 'support', articles: '6(1)(a), 9(2)(a)' },
] as const

const sees = ['sees-colleagues', 'sees-contractors', 'sees-others'] as const

export default function Privacy() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { controllers, commissioner, codeMinutes, idleMinutes } = useLoaderData<typeof loadPrivacy>()
  return (
    <Page heading={t('page.privacy.heading')}>
      <p className="govuk-body-l">{t('page.privacy.lead')}</p>
      <h2 className="govuk-heading-l">{t('page.privacy.who')}</h2>
      <p className="govuk-body">{t('page.privacy.who-what', { landlord: landlord.name })}</p>
      {controllers.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {controllers.map(({ name, registration }) => (
            <li key={registration}>
              <bdi lang="en">
                {name}, {registration}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <Table
        caption={t('page.privacy.why')}
        head={[t('page.privacy.why-for'), t('page.privacy.why-basis')]}
        rows={bases.map(({ name, articles }) => [
          t(`page.privacy.for-${name}`),
          <>
            {t(`page.privacy.basis-${name}`)}
            <div className="cw-source">{t('page.privacy.law', { articles })}</div>
          </>,
        ])}
      />
      <Table
        caption={t('page.privacy.keep')}
        head={[t('page.privacy.keep-what'), t('page.privacy.keep-long')]}
        rows={[
          [t('page.privacy.free'), t('page.privacy.free-long')],
          [t('page.privacy.restricted'), t('page.privacy.case-long')],
          [t('page.privacy.case'), t('page.privacy.case-long')],
          [t('page.privacy.session'), t('page.privacy.session-long', { minutes: idleMinutes })],
          [t('page.privacy.code'), t('page.privacy.code-long', { minutes: codeMinutes })],
          [t('page.privacy.look'), t('page.privacy.look-long')],
        ]}
      />
      <h2 className="govuk-heading-l">{t('page.privacy.sees')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {sees.map((key) => (
          <li key={key}>{t(`page.privacy.${key}`)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-l">{t('page.privacy.decide')}</h2>
      <p className="govuk-body">{t('page.privacy.decide-what')}</p>
      <h2 className="govuk-heading-l">{t('page.privacy.rights')}</h2>
      <p className="govuk-body">{t('page.privacy.rights-what')}</p>
      <p className="govuk-body">{t('page.privacy.rights-month')}</p>
      <h2 className="govuk-heading-l">{t('page.privacy.cookies')}</h2>
      <p className="govuk-body">{t('page.privacy.cookies-what')}</p>
      <h2 className="govuk-heading-l">{t('page.privacy.complain')}</h2>
      <p className="govuk-body">{t('page.privacy.complain-what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={commissioner.url}>
          <bdi lang="en">{commissioner.name}</bdi>
        </a>{' '}
        {commissioner.phone && <Phone number={commissioner.phone} />}
      </p>
    </Page>
  )
}
