import type { Pack } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten, saysElse } from './basis.ts'
import type { CaseReason, RestrictionProposal, Warning } from './case.ts'
import { dayOf } from './london.ts'
import { deciderObstacles } from './decider.ts'

/**
 * What has to come before a restriction. 'mandatory': a warning, always. 'normally': a warning, or a recorded reason
 * why not. 'finding': the same with a finding that was told. Where the policy is silent it is 'normally', and the rule
 * is Clearway's (I6).
 */
export type WarningRule = { rule: 'mandatory' | 'normally' | 'finding'; clause: string | null }

/** The rule of a pack for one category of conduct. */
export function warningRule({ steps }: Pack, category: string): WarningRule {
  const { warning, finding } = steps
  if (warning === 'silent') {
    return finding === 'silent'
      ? { rule: 'normally', clause: null }
      : { rule: 'finding', clause: finding.clause }
  }
  const { rule, categories } = warning.says
  if (rule !== 'per-category') return { rule, clause: warning.clause }
  const own = categories?.[category] ?? 'silent'
  return own === 'silent' ? { rule: 'normally', clause: null } : { rule: own, clause: warning.clause }
}

/** Warnings of the kind and about the conduct that count here. Several kinds of conduct may count together. */
function fitting(proposal: RestrictionProposal, pack: Pack, rule: WarningRule['rule']): Warning[] {
  return proposal.warnings.filter(
    ({ kind, category }) =>
      (kind === 'warning' || rule === 'finding') &&
      (category === proposal.category || pack.combinationCounts !== 'silent'),
  )
}

/** Warned, told, and it happened again: on a later day, since on the same day nobody can say which was first. */
function missingStep(proposal: RestrictionProposal, warnings: Warning[], today: string): string | null {
  const received = warnings.flatMap(({ receivedAt }) => (receivedAt ? [dayOf(receivedAt)] : []))
  if (warnings.length === 0) return 'no-warning-first'
  const arrived = received.filter((day) => day <= today)
  if (arrived.length === 0) return 'warning-not-delivered'
  const again = proposal.evidence.some(({ on }) => arrived.some((day) => day < on))
  return again ? null : 'nothing-new-since-warning'
}

/**
 * What is missing of "warning first". The immediate-safety exception stands in for it under every policy; a reason of
 * an authoriser only where the policy's own word is no stronger than "normally".
 */
export function warningObstacles(proposal: RestrictionProposal, policy: Policy, today: string): CaseReason[] {
  if (proposal.immediateSafety) return []
  const { rule, clause } = warningRule(policy.pack, proposal.category)
  const missing = missingStep(proposal, fitting(proposal, policy.pack, rule), today)
  if (!missing) return []
  const { noWarning } = proposal
  if (!noWarning || rule === 'mandatory') return [saysElse(missing, clause, 'I6', { rule })]
  return [
    ...deciderObstacles(noWarning.authorisedBy, policy),
    ...(isWritten(noWarning.reason) ? [] : [clearwaySays('no-reason-for-no-warning', 'I6')]),
  ]
}
