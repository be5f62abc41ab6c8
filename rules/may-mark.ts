import type { Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten, resolvedSays } from './basis.ts'
import type { CaseAnswer, CaseReason, Colleague, Evidence } from './case.ts'
import { ceilings } from './ceilings.ts'
import { deciderObstacles } from './decider.ts'
import { evidenceObstacles } from './evidence.ts'
import { addMonths, dayOf } from './london.ts'

/** A marker on a customer's record that somebody would like to place, or to keep at its review. */
export type MarkerProposal = {
  by: Colleague | null
  reason: string
  evidence: Evidence[]
  /** The last day on which it is shown, unless it is reviewed and placed anew. */
  reviewOn: string
  /** Whether the customer is told of it, with the day of its review. */
  reviewDateTold: boolean
  /** Who sees why it is there. */
  visibleTo: Role[]
}

/** A contractor sees a flag at the most, never why (domain: need to know); others as the policy says. */
function viewerObstacles(visibleTo: Role[], { pack }: Policy): CaseReason[] {
  const { visibleTo: own } = pack.markers
  const outside = own === 'silent' ? [] : visibleTo.filter((role) => !own.says.includes(role))
  return [
    ...(visibleTo.includes('contractor') ? [clearwaySays('contractor-sees-only-a-flag', 'I11')] : []),
    ...(own === 'silent'
      ? []
      : outside.map((role) => ({ code: 'not-for-them', clause: own.clause, facts: { role } }))),
  ]
}

/** May this marker be placed, or placed anew at its review? It has a review of its own, whatever a restriction has. */
export function mayMark(marker: MarkerProposal, policy: Policy, now: Date): CaseAnswer {
  const today = dayOf(now)
  const { reviewOn } = marker
  const { markerReviewMonths: months, pack } = policy
  const told = pack.markers.reviewDateTold
  const no = [
    ...deciderObstacles(marker.by, policy),
    ...(isWritten(marker.reason) ? [] : [clearwaySays('no-reason', 'I6')]),
    ...evidenceObstacles(marker.evidence, pack, today),
    ...(reviewOn > today ? [] : [clearwaySays('review-not-ahead', 'I6', { reviewOn })]),
    ...(reviewOn > addMonths(today, months.value)
      ? [resolvedSays('review-too-late', months, { reviewOn, months: months.value })]
      : []),
    ...(reviewOn > addMonths(today, ceilings.markerReviewMonths)
      ? [clearwaySays('review-past-ceiling', 'I6', { reviewOn, months: ceilings.markerReviewMonths })]
      : []),
    ...(told !== 'silent' && !marker.reviewDateTold
      ? [{ code: 'review-date-not-told', clause: told.clause }]
      : []),
    ...viewerObstacles(marker.visibleTo, policy),
  ]
  return no.length > 0 ? { no } : { yes: true }
}

/** Whether a marker is shown: to the end of the day of its own review, and not a moment past it. */
export function isMarkerShown(
  { reviewOn, removedAt }: { reviewOn: string; removedAt: Date | null },
  now: Date,
): boolean {
  return dayOf(now) <= reviewOn && (removedAt === null || now < removedAt)
}
