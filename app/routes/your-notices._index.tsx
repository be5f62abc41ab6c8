import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadNotices } from '../doors/notices.server.ts'
import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadNotices as loader } from '../doors/notices.server.ts'

export default function YourNotices() {
  const t = useSpeak()
  const { language: own, now } = useVisit()
  const notices = useLoaderData<typeof loadNotices>()
  return (
    <Page heading={t('page.notices.heading')} back="/your-restrictions">
      <p className="govuk-body">{t(notices.length > 0 ? 'page.notices.lead' : 'page.notices.none')}</p>
      <ul className="cw-messages">
        {notices.map(({ id, subject, language, direction, by, writtenAt }) => (
          <li key={id}>
            <a className="govuk-link" href={`/your-notices/${id}`} lang={language} dir={direction}>
              {subject}
            </a>
            <span>
              {sayDay(own, writtenAt, now)}, {t(`channel.by.${by}`)}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
