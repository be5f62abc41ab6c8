import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, resolvedSays } from './basis.ts'
import type { CaseReason } from './case.ts'
import { ceilings } from './ceilings.ts'
import { addMonths, dayOf } from './london.ts'

/** The last London day on which something that ends at an exclusive instant still runs. */
export function lastDayBefore(endsAt: Date): string {
  return dayOf(new Date(endsAt.getTime() - 1))
}

/**
 * What is wrong with a review date: not after `from` (the start, or the last review), not while the restriction runs,
 * or outside the policy's cadence (Stonewater 5.2: from one month to three). One that ends sooner is reviewed by its end.
 */
export function reviewDateObstacles(
  policy: Policy,
  from: string,
  reviewOn: string,
  lastDay: string,
): CaseReason[] {
  const { reviewEveryMonths: every, pack } = policy
  const facts = { from, reviewOn }
  const no: CaseReason[] = []
  if (reviewOn <= from) no.push(clearwaySays('review-not-ahead', 'I6', facts))
  if (reviewOn > lastDay) no.push(clearwaySays('review-after-the-end', 'I6', { ...facts, lastDay }))
  const cadence = pack.review.cadence
  const soonest = cadence === 'silent' ? null : cadence.says.minMonths
  if (cadence !== 'silent' && soonest && reviewOn < lastDay && reviewOn < addMonths(from, soonest)) {
    no.push({ code: 'review-too-soon', clause: cadence.clause, facts: { ...facts, months: soonest } })
  }
  if (reviewOn > addMonths(from, every.value)) {
    no.push(resolvedSays('review-too-late', every, { ...facts, months: every.value }))
  }
  if (reviewOn > addMonths(from, ceilings.reviewMonths)) {
    no.push(clearwaySays('review-past-ceiling', 'I6', { ...facts, months: ceilings.reviewMonths }))
  }
  return no
}
