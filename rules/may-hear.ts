import type { Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { resolvedSays, saysElse, workingDayAfter } from './basis.ts'
import type { CaseAnswer, CaseReason, Colleague, Part } from './case.ts'
import { dayOf } from './london.ts'

/** Who may hear this appeal: the first role, and the alternate once somebody of the first took an earlier part. */
function hearerRoles({ appealHearerRole, appealAlternateRole }: Policy, parts: Part[]): Role[] {
  const first = appealHearerRole.value
  const tookPart = parts.some(({ colleague }) => colleague.role === first)
  return tookPart ? [first, appealAlternateRole.value] : [first]
}

/**
 * May this colleague hear the appeal? Two tests, and both must pass: the role that the policy in force names, and no
 * earlier part in the case: not as author of evidence, not in the warning, the decision, a review or the marker (I8).
 */
export function mayHear(hearer: Colleague, parts: Part[], policy: Policy): CaseAnswer {
  const { independence } = policy.pack.appeal
  const clause = independence === 'silent' ? null : independence.clause
  const no: CaseReason[] = parts
    .filter(({ colleague }) => colleague.id === hearer.id)
    .map(({ part }) => saysElse('took-an-earlier-part', clause, 'I8', { part }))
  if (!hearerRoles(policy, parts).includes(hearer.role)) {
    no.unshift(resolvedSays('not-the-role', policy.appealHearerRole, { role: hearer.role }))
  }
  return no.length > 0 ? { no } : { yes: true }
}

/**
 * The last day on which an appeal received at that instant is answered: working days from the day after receipt, never
 * more than the policy's number (A2Dominion 4.2: 14). Null past the last day whose bank holidays are known.
 */
export function appealDueOn(receivedAt: Date, policy: Policy): string | null {
  const { pack, appealDecisionWorkingDays, landlord } = policy
  const own = pack.appeal.decisionWorkingDays
  const days = Math.min(appealDecisionWorkingDays.value, own === 'silent' ? Infinity : own.says)
  return workingDayAfter(dayOf(receivedAt), days, landlord.nation)
}
