import { sayWay } from '../../words/explain.ts'
import { type Key, sayInstant } from '../../words/speak.ts'
import type { loadCannotWait } from '../doors/cannot-wait.server.ts'
import { useSpeak, useVisit } from './visit.tsx'

export type Became = Awaited<ReturnType<typeof loadCannotWait>>['became']

/** What became of a contact, as the heading of its page. */
export const becameHeading: Record<Became, Key> = {
  delivering: 'page.sent.delivered',
  delivered: 'page.sent.delivered',
  held: 'page.sent.held',
  releasing: 'page.sent.delivered',
  released: 'page.sent.delivered',
  raised: 'page.raise.done',
  read: 'page.your-contacts.read',
  withdrawn: 'page.your-contacts.withdrawn',
}

const becameWhat: Record<Exclude<Became, 'held'>, Key> = {
  delivering: 'page.sent.answer',
  delivered: 'page.sent.answer',
  releasing: 'notice.released.sent-on',
  released: 'notice.released.sent-on',
  raised: 'page.report.sent-what',
  read: 'page.your-contacts.read-what',
  withdrawn: 'page.your-contacts.withdrawn-what',
}

/** What it means that a held contact is held no more. Whoever still needs help at once is shown the way. */
export function HeldNoMore({ became }: { became: Exclude<Became, 'held'> }) {
  const t = useSpeak()
  const mayNeedMore = became === 'read' || became === 'withdrawn'
  return (
    <>
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{t(becameWhat[became])}</p>
      </div>
      {mayNeedMore && (
        <>
          <h2 className="govuk-heading-m">{t('page.sent.urgent-heading')}</h2>
          <p className="govuk-body">{t('page.sent.urgent-what')}</p>
          <a href="/urgent" className="govuk-button govuk-button--warning">
            {t('page.urgent.button')}
          </a>
        </>
      )}
    </>
  )
}

/** By which way and when it came: enough to know it again, and nothing of what was written. */
export function useAbout(): (contact: { channel: Parameters<typeof sayWay>[1]; receivedAt: Date }) => {
  way: string
  at: string
} {
  const { language, now } = useVisit()
  return ({ channel, receivedAt }) => ({
    way: sayWay(language, channel),
    at: sayInstant(language, receivedAt, now),
  })
}
