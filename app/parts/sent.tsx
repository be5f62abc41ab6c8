import type { Decision } from '../../rules/decide.ts'
import { sayDecision, sayWay } from '../../words/explain.ts'
import { type Key, sayInstant, type Values } from '../../words/speak.ts'
import { Left, type LeftFacts } from './left.tsx'
import { NumbersToCall } from './numbers-to-call.tsx'
import { RouteList } from './route-list.tsx'
import { useSpeak, useVisit } from './visit.tsx'

type Contact = { decision: Decision; state: string; readDueAt: Date | null; receivedAt: Date }
type Colleagues = { code: string; name: string; standIn: string | null }[]

/** It went through: to whom, why, and what is left now. */
export function SentDelivered({
  contact,
  left,
  colleagues,
}: {
  contact: Contact
  left: LeftFacts[]
  colleagues: Colleagues
}) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const said = sayDecision(language, contact.decision, now, { colleagues })
  const colleague = colleagues.find(({ code }) => code === contact.decision.colleague)
  const wasHeld = contact.decision.outcome === 'hold'
  const isRead = contact.state === 'read'
  const isStranger = contact.decision.reasons.some(({ code }) => code.startsWith('sender-'))
  return (
    <>
      {contact.decision.lane === 'life-safety' && <NumbersToCall />}
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">
          {wasHeld
            ? t(isRead ? 'page.state.read' : 'page.state.released')
            : isStranger
              ? t('page.contact.stranger')
              : said.reasons.join(' ')}
        </p>
        {!wasHeld && contact.decision.counted && <Left left={left} />}
      </div>
      {!isRead && (
        <p className="govuk-body">
          {colleague
            ? t('page.sent.answer-colleague', { name: colleague.standIn ?? colleague.name })
            : t('page.sent.answer')}
        </p>
      )}
    </>
  )
}

const aboutTheMatter = new Set(['subject-closed', 'no-further-consideration', 'significant-only'])

/** When the next one goes through, in the words of the acknowledgement. */
function nextOf(language: string, { decision, receivedAt }: Contact): [Key, Values?] {
  const { nextAllowedAt, openRoutes, reasons } = decision
  if (!nextAllowedAt) {
    return [
      reasons.every(({ code }) => aboutTheMatter.has(code))
        ? 'notice.held.next-other-matter'
        : 'notice.held.next-now',
    ]
  }
  const from = sayInstant(language, nextAllowedAt, receivedAt)
  return openRoutes.some(({ channel }) => channel === 'web')
    ? ['notice.held.next-same-way', { way: sayWay(language, 'web'), from }]
    : ['notice.held.next-other-way', { from }]
}

/** It is kept: every reason, when it is read, when and how to write next, what to do if it cannot wait, how to appeal. */
export function SentHeld({
  contact,
  isLimited,
  colleagues,
}: {
  contact: Contact
  isLimited: boolean
  colleagues: Colleagues
}) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const said = sayDecision(language, contact.decision, contact.receivedAt, { colleagues, isLimited })
  return (
    <>
      <div className="cw-answer">
        <p className="govuk-body-l">{t('page.sent.held-lead')}</p>
        {contact.readDueAt && (
          <p className="govuk-body">
            {t('page.sent.read-by', { by: sayInstant(language, contact.readDueAt, now) })}
          </p>
        )}
      </div>
      <h2 className="govuk-heading-m">{t('page.sent.why-kept')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {said.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('page.restrictions.next')}</h2>
      <p className="govuk-body">{t(...nextOf(language, contact))}</p>
      <p className="govuk-body">{t('notice.held.ways')}</p>
      <RouteList routes={contact.decision.openRoutes} isLimited={isLimited} now={contact.receivedAt} />
      <h2 className="govuk-heading-m">{t('page.sent.urgent-heading')}</h2>
      <p className="govuk-body">{t('page.sent.urgent-what')}</p>
      <a href="/urgent" className="govuk-button govuk-button--warning">
        {t('page.urgent.button')}
      </a>
      <h2 className="govuk-heading-m">{t('page.sent.wrong-heading')}</h2>
      <p className="govuk-body">{t('notice.appeal.what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/appeal">
          {t('page.restrictions.appeal-button')}
        </a>
      </p>
    </>
  )
}
