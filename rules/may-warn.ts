import type { Pack, Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten } from './basis.ts'
import type { CaseAnswer, CaseReason, Colleague, WarningProposal } from './case.ts'
import { evidenceObstacles } from './evidence.ts'
import { dayOf } from './london.ts'

/** Whether the conduct is one that the document speaks of. */
export function categoryObstacles(category: string, pack: Pack): CaseReason[] {
  const known = pack.categories.some(({ code }) => code === category)
  return known ? [] : [clearwaySays('conduct-not-in-policy', 'I6', { category })]
}

function warnerObstacles(by: Colleague | null, { pack, authoriserRoles }: Policy): CaseReason[] {
  if (!by) return [clearwaySays('nobody-named', 'I3')]
  if (by.role === 'contractor') return [clearwaySays('contractor-cannot-decide', 'I3')]
  const { start } = pack.authorise
  if (start === 'silent') return []
  const roles: Role[] = [...start.says.roles, ...authoriserRoles.value]
  return roles.includes(by.role)
    ? []
    : [{ code: 'not-the-role', clause: start.clause, facts: { role: by.role } }]
}

/** What the policy wants a warning to tell, and its letter does not. */
function untold(states: WarningProposal['states'], { steps }: Pack): CaseReason[] {
  if (steps.warning === 'silent') return []
  return steps.warning.says.mustState
    .filter(({ code }) => !states.includes(code))
    .map(({ code, clause }) => ({ code: 'warning-leaves-out', clause, facts: { part: code } }))
}

/** May this warning be sent? By a named colleague, about dated conduct, with everything in it that the policy asks for. */
export function mayWarn(warning: WarningProposal, policy: Policy, now: Date): CaseAnswer {
  const { pack } = policy
  const no = [
    ...warnerObstacles(warning.by, policy),
    ...categoryObstacles(warning.category, pack),
    ...(isWritten(warning.conduct) ? [] : [clearwaySays('conduct-not-described', 'I6')]),
    ...evidenceObstacles(warning.evidence, pack, dayOf(now)),
    ...(isWritten(warning.proposed) ? [] : [clearwaySays('nothing-proposed', 'I6')]),
    ...untold(warning.states, pack),
  ]
  return no.length > 0 ? { no } : { yes: true }
}
