import type { LoaderFunctionArgs } from '@remix-run/node'
import { complaintDays } from '../../policies/national-lines.ts'
import type { Resolved } from '../../policies/resolve.ts'

/** Whose rule something is, for a line below it. */
const sourceOf = (resolved: Resolved<unknown>) =>
  resolved.source === 'policy'
    ? { clause: resolved.clause, decidedOn: null }
    : { clause: null, decidedOn: resolved.decidedOn }

/** What a customer can always do under the policy in force, and how soon it is answered. */
export function loadRights({ context }: LoaderFunctionArgs) {
  const { policy } = context.house
  const { appealWindowDays, appealHearerRole, appealDecisionWorkingDays } = policy
  return {
    against: policy.appealAgainst,
    grounds: policy.appealGrounds === 'any' ? [] : policy.appealGrounds.map(({ code }) => code),
    window: { days: appealWindowDays.value, ...sourceOf(appealWindowDays) },
    hearer: { role: appealHearerRole.value, ...sourceOf(appealHearerRole) },
    answer: { workingDays: appealDecisionWorkingDays.value, ...sourceOf(appealDecisionWorkingDays) },
    complaint: complaintDays[policy.landlord.nation],
  }
}
