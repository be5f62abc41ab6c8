import type { Role } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, resolvedSays } from './basis.ts'
import type { CaseReason, Colleague } from './case.ts'

/** Why this person may not decide: nobody named, a contractor, or not a role that the policy in force names (I3). */
export function deciderObstacles(by: Colleague | null, { authoriserRoles }: Policy): CaseReason[] {
  if (!by) return [clearwaySays('nobody-named', 'I3')]
  if (by.role === 'contractor') return [clearwaySays('contractor-cannot-decide', 'I3')]
  if (authoriserRoles.value.includes(by.role)) return []
  return [resolvedSays('not-the-role', authoriserRoles, { role: by.role })]
}

/** The same when it cannot wait: also whoever the policy names for that (Stonewater 4.4). */
export function swiftDeciderObstacles(by: Colleague | null, policy: Policy): CaseReason[] {
  const { swiftAction } = policy.pack.authorise
  const roles: Role[] = swiftAction === 'silent' ? [] : swiftAction.says.roles
  return by && by.role !== 'contractor' && roles.includes(by.role) ? [] : deciderObstacles(by, policy)
}
