import { useLoaderData } from '@remix-run/react'
import type { loadAppeals } from '../doors/appeal.server.ts'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadAppeals as loader } from '../doors/appeal.server.ts'

export default function Appeals() {
  const t = useSpeak()
  const appealable = useLoaderData<typeof loadAppeals>()
  return (
    <Page heading={t('page.appeal.list-heading')}>
      <p className="govuk-body-l">
        {t(appealable.length > 0 ? 'page.appeal.list-lead' : 'page.appeal.list-none')}
      </p>
      {appealable.length === 0 && <p className="govuk-body">{t('page.restrictions.warning-appeal')}</p>}
      <ul className="cw-offers">
        {appealable.map(({ id, reference, isLodged }) => (
          <li key={id} className="cw-offer">
            <h2>
              <a href={`/appeal/${id}${isLodged ? '/lodged' : ''}`}>
                {t('page.restrictions.appeal-about', { reference })}
              </a>
            </h2>
            {isLodged && <p>{t('page.restrictions.appeal-see')}</p>}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </p>
    </Page>
  )
}
