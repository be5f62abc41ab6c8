import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten, saysElse } from './basis.ts'
import type { CaseAnswer, CaseReason, Colleague, Evidence } from './case.ts'
import { deciderObstacles } from './decider.ts'
import { evidenceObstacles } from './evidence.ts'
import { isInForce } from './in-force.ts'
import { dayOf } from './london.ts'
import { isNoWider } from './narrower.ts'
import type { Measure, Restriction } from './restriction.ts'
import { lastDayBefore, reviewDateObstacles } from './review-date.ts'

/** What a reviewer would like to do. `after` is what is left when it is reduced; `nextReviewOn` is for what goes on. */
export type ReviewProposal = {
  restriction: Restriction
  by: Colleague | null
  outcome: 'lift' | 'reduce' | 'keep' | 'increase'
  reason: string
  /** Reasons given before: for imposing it, and at each review. */
  earlierReasons: string[]
  evidence: Evidence[]
  /** The day of the decision or review before this one. */
  lastDecidedOn: string
  after: { measures: Measure[]; endsAt: Date } | null
  nextReviewOn: string | null
  /** Whether the customer is told the outcome in writing. */
  isTold: boolean
}

/** Whether a reason is new: not one that was given before in the same words. */
export function isNewReason(reason: string, earlier: string[]): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
  return isWritten(reason) && !earlier.some((each) => plain(each) === plain(reason))
}

/** To keep a restriction takes a new reason and something that happened since. Nothing new means lift or reduce. */
function keepObstacles(review: ReviewProposal, policy: Policy, today: string): CaseReason[] {
  const { onNoImprovement } = policy.pack.review
  const clause = onNoImprovement === 'silent' ? null : onNoImprovement.clause
  const since = review.evidence.filter(({ on }) => on > review.lastDecidedOn)
  return [
    ...(isNewReason(review.reason, review.earlierReasons)
      ? []
      : [saysElse('keep-needs-a-new-reason', clause, 'I6')]),
    ...(since.length > 0 ? [] : [saysElse('keep-needs-new-evidence', clause, 'I6')]),
    ...evidenceObstacles(since, policy.pack, today).filter(({ code }) => code !== 'no-evidence'),
  ]
}

function reduceObstacles({ restriction, after }: ReviewProposal): CaseReason[] {
  const narrower =
    after !== null &&
    after.measures.length > 0 &&
    isNoWider(after.measures, restriction.measures) &&
    after.endsAt <= restriction.endsAt
  return narrower ? [] : [clearwaySays('not-a-reduction', 'I3')]
}

/** What goes on has its next review inside the cadence, counted from this one. */
function nextReviewObstacles(review: ReviewProposal, policy: Policy, today: string): CaseReason[] {
  if (!review.nextReviewOn) return [clearwaySays('no-next-review', 'I6')]
  const { endsAt } = (review.outcome === 'reduce' && review.after) || review.restriction
  return reviewDateObstacles(policy, today, review.nextReviewOn, lastDayBefore(endsAt))
}

/** May a review end so? It can lift, reduce or keep; asking for more is a new decision, never a review (I3). */
export function mayReview(review: ReviewProposal, policy: Policy, now: Date): CaseAnswer {
  const today = dayOf(now)
  const { outcome } = review
  const { outcomeTold } = policy.pack.review
  const toldClause = outcomeTold === 'silent' ? null : outcomeTold.clause
  const no = [
    ...deciderObstacles(review.by, policy),
    ...(isInForce(review.restriction, now) ? [] : [clearwaySays('not-in-force', 'I6')]),
    ...(outcome === 'increase' ? [clearwaySays('more-is-a-new-decision', 'I3')] : []),
    ...(outcome === 'keep' ? keepObstacles(review, policy, today) : []),
    ...(outcome === 'reduce' ? reduceObstacles(review) : []),
    ...(outcome === 'keep' || outcome === 'reduce' ? nextReviewObstacles(review, policy, today) : []),
    ...(isWritten(review.reason) ? [] : [clearwaySays('no-reason', 'I6')]),
    ...(review.isTold ? [] : [saysElse('outcome-not-told', toldClause, 'I6')]),
  ]
  return no.length > 0 ? { no } : { yes: true }
}

/**
 * How a review stands, by London days: due on its day, overdue (and loud) from the day after, lapsed once the
 * landlord's grace is over. A lapsed restriction has stopped by itself (I6, `stopsAt`).
 */
export function reviewStanding(
  { reviewOn, lapsesOn }: { reviewOn: string; lapsesOn: string },
  now: Date,
): 'not-due' | 'due' | 'overdue' | 'lapsed' {
  const today = dayOf(now)
  if (today < reviewOn) return 'not-due'
  if (today > lapsesOn) return 'lapsed'
  return today === reviewOn ? 'due' : 'overdue'
}
