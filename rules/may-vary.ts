import type { Policy } from '../policies/resolve.ts'
import { clearwaySays } from './basis.ts'
import type { CaseAnswer, CaseReason, RestrictionProposal } from './case.ts'
import { isInForce } from './in-force.ts'
import { restrictionObstacles } from './may-restrict.ts'
import { isNewReason } from './may-review.ts'
import type { Restriction } from './restriction.ts'

/** A restriction that is to ask for something else, or to last longer. */
export type Variation = {
  restriction: Restriction
  earlierReasons: string[]
  /** The day of the decision or review before this one. */
  lastDecidedOn: string
  proposal: RestrictionProposal
}

/**
 * A variation is a new decision: everything that a restriction needs, with a reason, evidence and a notice of its own.
 * Its longest time is counted from the start of the first decision, so that no chain of them outlasts the ceiling.
 */
function variationObstacles(variation: Variation, policy: Policy, now: Date): CaseReason[] {
  const { restriction, earlierReasons, lastDecidedOn, proposal } = variation
  const others = proposal.others.filter(({ id }) => id !== restriction.id)
  return [
    ...(isInForce(restriction, now) ? [] : [clearwaySays('not-in-force', 'I6')]),
    ...(isNewReason(proposal.reason, earlierReasons)
      ? []
      : [clearwaySays('needs-a-reason-of-its-own', 'I3')]),
    ...(proposal.evidence.some(({ on }) => on > lastDecidedOn)
      ? []
      : [clearwaySays('needs-evidence-of-its-own', 'I3')]),
    ...restrictionObstacles({ ...proposal, others }, policy, now, restriction.startsAt),
  ]
}

/** May a restriction in force be changed so? */
export function mayVary(variation: Variation, policy: Policy, now: Date): CaseAnswer {
  const no = variationObstacles(variation, policy, now)
  return no.length > 0 ? { no } : { yes: true }
}

/** May a restriction in force last until then? Later than it ends now, and asking for nothing else but what is proposed. */
export function mayExtend(variation: Variation, policy: Policy, now: Date): CaseAnswer {
  const { restriction, proposal } = variation
  const no = [
    ...(proposal.endsAt > restriction.endsAt ? [] : [clearwaySays('not-longer', 'I3')]),
    ...variationObstacles(variation, policy, now),
  ]
  return no.length > 0 ? { no } : { yes: true }
}
