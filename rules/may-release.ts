import type { Role } from '../policies/pack.ts'

/** What a colleague can do in the console. */
export const consoleActions = [
  'read-contacts',
  'release',
  'take-alert',
  'record-contacts',
  'read-customers',
  'answer-requests',
  'answer-way',
  'lift',
  'read-audit',
  'read-safety-flags',
] as const
export type ConsoleAction = (typeof consoleActions)[number]

/** Who may impose, and so who may lift: as `resolvePolicy` gives it. */
export type Authorisers = { value: Role[] } & (
  | { source: 'policy'; clause: string }
  | { source: 'landlord'; decidedOn: string; decidedBy: string }
)

/** Whose rule a refusal rests on, so that it can be said. */
export type Basis =
  | { by: 'policy'; clause: string }
  | { by: 'landlord'; decidedOn: string; decidedBy: string }
  | { by: 'clearway' }

/** A refusal always says who can, and whose rule that is. */
export type MayAct = { yes: true } | { no: { roles: Role[]; basis: Basis } }

const readers: Role[] = ['officer', 'manager', 'head', 'director', 'appeals']

/** Lifting is left out: the policy in force says who. A contractor sees safety flags and nothing else (A2Dominion 1.2, I12). */
const rolesFor: Record<Exclude<ConsoleAction, 'lift'>, Role[]> = {
  'read-contacts': readers,
  release: readers,
  'take-alert': readers,
  'record-contacts': readers,
  'read-customers': readers,
  'answer-requests': readers,
  // I2: that no open way works for somebody goes to those who can change it, never to whoever happens to be on duty.
  'answer-way': ['manager', 'head', 'director'],
  'read-audit': ['head', 'director'],
  'read-safety-flags': [...readers, 'contractor'],
}

/** May a colleague with this role do this? Lifting belongs to those who may impose (the policy's own clause). */
export function mayAct(role: Role, action: ConsoleAction, authorisers: Authorisers): MayAct {
  const roles =
    action === 'lift' ? authorisers.value.filter((each) => each !== 'contractor') : rolesFor[action]
  if (roles.includes(role)) return { yes: true }
  return { no: { roles, basis: action === 'lift' ? basisOf(authorisers) : { by: 'clearway' } } }
}

function basisOf(authorisers: Authorisers): Basis {
  return authorisers.source === 'policy'
    ? { by: 'policy', clause: authorisers.clause }
    : { by: 'landlord', decidedOn: authorisers.decidedOn, decidedBy: authorisers.decidedBy }
}
