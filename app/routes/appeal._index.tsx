import { useLoaderData } from '@remix-run/react'
import type { loadAppealables } from '../doors/appeal-about.server.ts'
import { pathOf, sayAbout } from '../parts/appeal-about.ts'
import { AppealStanding } from '../parts/appeal-row.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppealables as loader } from '../doors/appeal-about.server.ts'

export default function Appeals() {
  const t = useSpeak()
  const { language } = useVisit()
  const { open, over } = useLoaderData<typeof loadAppealables>()
  return (
    <Page heading={t('page.appeal.list-heading')}>
      <p className="govuk-body-l">{t(open.length > 0 ? 'page.appeal.list-lead' : 'page.appeal.list-none')}</p>
      {open.map((told) => (
        <section key={told.about.id} className="cw-card" aria-labelledby={`about-${told.about.id}`}>
          <div className="cw-card__top">
            <h2 id={`about-${told.about.id}`} className="govuk-heading-m">
              {sayAbout(language, told.about)}
            </h2>
          </div>
          <div className="cw-card__body">
            <AppealStanding told={told} />
          </div>
        </section>
      ))}
      {over.length > 0 && (
        <>
          <h2 className="govuk-heading-l">{t('page.appeal.list-over')}</h2>
          <p className="govuk-body">{t('page.appeal.list-over-what')}</p>
          <ul className="govuk-list govuk-list--spaced">
            {over.map(({ about }) => (
              <li key={about.id}>
                <a className="govuk-link" href={pathOf(about)}>
                  {sayAbout(language, about)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </p>
    </Page>
  )
}
