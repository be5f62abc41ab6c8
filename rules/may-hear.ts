import type { Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import type { Calendar } from './bank-holidays.ts'
import { resolvedSays, saysElse } from './basis.ts'
import type { CaseAnswer, CaseReason, Colleague, Part } from './case.ts'
import { dayOf } from './london.ts'
import { addWorkingDays, workingDaysUntil } from './working-days.ts'

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

/** Who is to hear it, and the document's own title for them where it names one person. */
export function hearerOf(policy: Policy, parts: Part[]): { role: Role; title: string | null } {
  const role = hearerRoles(policy, parts).at(-1) ?? policy.appealHearerRole.value
  const { hearer } = policy.pack.appeal
  const isNamed = hearer !== 'silent' && hearer.says.roles.length === 1 && hearer.says.roles.includes(role)
  return { role, title: isNamed ? hearer.says.title : null }
}

/** Past the last year whose bank holidays are known, every weekday counts: an answer then comes sooner, never later. */
function withoutHorizon(calendar: Calendar): Calendar {
  return { ...calendar, knownUntil: '9999-12-31' }
}

/**
 * The last day on which an appeal received at that instant is answered: working days from the day after receipt, never
 * more than the policy's number (A2Dominion 4.2: 14).
 */
export function appealDueOn(receivedAt: Date, policy: Policy, calendar: Calendar): string {
  return addWorkingDays(dayOf(receivedAt), appealDays(policy), withoutHorizon(calendar))
}

/** Working days in which an appeal is answered: the landlord's, never more than the policy's own. */
export function appealDays({ pack, appealDecisionWorkingDays }: Policy): number {
  const own = pack.appeal.decisionWorkingDays
  return Math.min(appealDecisionWorkingDays.value, own === 'silent' ? Infinity : own.says)
}

/** Working days that are left for the answer; 0 on its last day, and null when that day is over. */
export function appealDaysLeft(dueOn: string, now: Date, calendar: Calendar): number | null {
  const today = dayOf(now)
  return today > dueOn ? null : workingDaysUntil(today, dueOn, withoutHorizon(calendar))
}

export type AppealState = 'lodged' | 'looked-at' | 'asked' | 'decided'

/** Where an appeal has got to. `fromUs`: for each thing said about it, in order, whether the reviewer said it. */
export function appealState(facts: {
  isDecided: boolean
  wasOpened: boolean
  fromUs: boolean[]
}): AppealState {
  const { isDecided, wasOpened, fromUs } = facts
  if (isDecided) return 'decided'
  if (fromUs.at(-1)) return 'asked'
  return wasOpened || fromUs.includes(true) ? 'looked-at' : 'lodged'
}
