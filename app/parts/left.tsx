import { sayInstant } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

export type LeftFacts = { left: number; allowed: number; per: string; again: Date }

/** "1 of 1 left this week", and from when there are more. */
export function Left({ left }: { left: LeftFacts[] }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  return left.map((each) => (
    <p key={`${each.allowed}${each.per}`} className="govuk-body">
      <strong className="cw-count">
        {t('page.restrictions.left-of', { left: each.left, allowed: each.allowed, per: each.per })}
      </strong>
      <br />
      {t('page.restrictions.left-again', {
        allowed: each.allowed,
        at: sayInstant(language, each.again, now),
      })}
    </p>
  ))
}
