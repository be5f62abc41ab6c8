import { sayDecision, sayWay } from '../../words/explain.ts'
import { type Key, sayInstant, type Values } from '../../words/speak.ts'
import { RaiseButton, TakeBackButton } from './contact-actions.tsx'
import type { OwnContact } from './contact-story.tsx'
import { Left } from './left.tsx'
import { NumbersToCall } from './numbers-to-call.tsx'
import { RouteList } from './route-list.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** It went through at once: to whom, why, and what is left now. */
export function SentDelivered({ contact }: { contact: OwnContact }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { decision, left, colleagues } = contact
  const said = sayDecision(language, decision, now, { colleagues })
  const colleague = colleagues.find(({ code }) => code === decision.colleague)
  return (
    <>
      {/* The kind is not known: gas has the most numbers. */}
      {contact.decision.lane === 'life-safety' && <NumbersToCall kind="gas" />}
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{said.reasons.join(' ')}</p>
        {decision.counted && <Left left={left} />}
      </div>
      <p className="govuk-body">
        {colleague
          ? t('page.sent.answer-colleague', { name: colleague.standIn ?? colleague.name })
          : t('page.sent.answer')}
      </p>
    </>
  )
}

const aboutTheMatter = new Set(['subject-closed', 'no-further-consideration', 'significant-only'])

/** When the next one goes through, in the words of the acknowledgement. */
function nextOf(language: string, { decision, receivedAt, channel }: OwnContact): [Key, Values?] {
  const { nextAllowedAt, openRoutes, reasons } = decision
  if (!nextAllowedAt) {
    return [
      reasons.every(({ code }) => aboutTheMatter.has(code))
        ? 'notice.held.next-other-matter'
        : 'notice.held.next-now',
    ]
  }
  const from = sayInstant(language, nextAllowedAt, receivedAt)
  return openRoutes.some((route) => route.channel === channel)
    ? ['notice.held.next-same-way', { way: sayWay(language, channel), from }]
    : ['notice.held.next-other-way', { from }]
}

/** Every reason for which it was kept. */
export function WhyKept({ contact: { decision, receivedAt, colleagues, left } }: { contact: OwnContact }) {
  const t = useSpeak()
  const { language } = useVisit()
  const isLimited = left.length > 0
  const { reasons } = sayDecision(language, decision, receivedAt, { colleagues, isLimited })
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.sent.why-kept')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  )
}

/** It is kept: what the customer can do with it, every reason, when and how to write next, and how to appeal. */
export function SentHeld({ contact }: { contact: OwnContact }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { id, decision, readDueAt, receivedAt, left } = contact
  const action = `/your-contacts/${id}`
  return (
    <>
      <div className="cw-answer">
        <p className="govuk-body-l">{t('page.sent.held-lead')}</p>
        {readDueAt && (
          <p className="govuk-body">{t('page.sent.read-by', { by: sayInstant(language, readDueAt, now) })}</p>
        )}
      </div>
      <h2 className="govuk-heading-m">{t('page.sent.urgent-heading')}</h2>
      <p className="govuk-body">{t('page.raise.what')}</p>
      <RaiseButton action={action} />
      <WhyKept contact={contact} />
      <h2 className="govuk-heading-m">{t('page.restrictions.next')}</h2>
      <p className="govuk-body">{t(...nextOf(language, contact))}</p>
      <p className="govuk-body">{t('notice.held.ways')}</p>
      <RouteList routes={decision.openRoutes} isLimited={left.length > 0} now={receivedAt} />
      <h2 className="govuk-heading-m">{t('page.sent.wrong-heading')}</h2>
      <p className="govuk-body">{t('notice.appeal.what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/appeal">
          {t('page.restrictions.appeal-button')}
        </a>
      </p>
      <h2 className="govuk-heading-m">{t('page.your-contacts.not-needed')}</h2>
      <p className="govuk-body">{t('page.your-contacts.take-back-what')}</p>
      <TakeBackButton action={action} />
    </>
  )
}
