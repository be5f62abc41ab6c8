import type { Assessment } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten, saysElse, workingDayAfter } from './basis.ts'
import { workingDayLimits } from './ceilings.ts'
import type { AssessmentRecord, CaseReason, RestrictionProposal } from './case.ts'
import { swiftDeciderObstacles } from './decider.ts'

/** The one thing that never waits, not even for somebody's safety: nothing goes further than it must. */
const neverLater = 'proportionate'

function isAttested({ on, by, note }: AssessmentRecord, today: string): boolean {
  return on <= today && isWritten(by) && isWritten(note)
}

/** 'always' has to be done; for support workers it is enough to attest that none is known (Karbon 4.10). */
function isEnough({ outcome, code }: AssessmentRecord, { force }: Assessment): boolean {
  if (outcome === 'no-known-support') return code === 'support-liaison'
  return outcome === 'done' || force !== 'always'
}

function obstaclesOf(asked: Assessment, records: AssessmentRecord[], today: string): CaseReason[] {
  const { code, clause, force, questions } = asked
  if (force === 'may') return []
  const record = records.find(
    (each) => each.code === code && isAttested(each, today) && isEnough(each, asked),
  )
  if (!record) return [{ code: 'not-assessed', clause, facts: { assessment: code } }]
  if (record.outcome !== 'done') return []
  return (questions ?? [])
    .filter((question) => !isWritten(record.answers?.[question.code]))
    .map((question) => ({ code: 'question-not-answered', clause, facts: { question: question.code } }))
}

/** What the policy asks to be looked into before a restriction and nobody has. */
export function assessmentObstacles(
  proposal: RestrictionProposal,
  policy: Policy,
  today: string,
): CaseReason[] {
  const asked = policy.pack.assessments === 'silent' ? [] : policy.pack.assessments
  const now = proposal.immediateSafety ? asked.filter(({ code }) => code === neverLater) : asked
  return now
    .filter(({ code }) => code !== 'customer-account')
    .flatMap((each) => obstaclesOf(each, proposal.assessments, today))
}

/** The customer is asked for their account first, under every policy; in danger, afterwards. */
export function accountObstacles(proposal: RestrictionProposal, policy: Policy, today: string): CaseReason[] {
  const { accountInvitedOn, immediateSafety } = proposal
  if (immediateSafety || (accountInvitedOn && accountInvitedOn <= today)) return []
  const asked = policy.pack.assessments === 'silent' ? [] : policy.pack.assessments
  const clause = asked.find(({ code }) => code === 'customer-account')?.clause
  return [saysElse('account-not-invited', clause, 'I6')]
}

/** The exception is itself a decision: somebody of the right role, a reason, and days on which each step follows. */
export function exceptionObstacles(
  proposal: RestrictionProposal,
  policy: Policy,
  today: string,
): CaseReason[] {
  const exception = proposal.immediateSafety
  if (!exception) return []
  const { nation } = policy.landlord
  const due = [
    ['notice', exception.noticeDueOn, workingDayLimits.noticeAfterException],
    ['account', exception.accountDueOn, workingDayLimits.hearingAfterException],
    ['assessments', exception.assessmentsDueOn, workingDayLimits.hearingAfterException],
  ] as const
  return [
    ...swiftDeciderObstacles(exception.authorisedBy, policy),
    ...(isWritten(exception.reason) ? [] : [clearwaySays('exception-without-reason', 'I10')]),
    ...due.flatMap(([step, on, days]) => {
      const latest = workingDayAfter(today, days, nation)
      const inTime = latest !== null && today <= on && on <= latest
      return inTime ? [] : [clearwaySays('follow-up-too-late', 'I10', { step, days })]
    }),
  ]
}
