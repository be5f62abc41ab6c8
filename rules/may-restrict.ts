import type { Policy } from '../policies/resolve.ts'
import { accountObstacles, assessmentObstacles, exceptionObstacles } from './assessed.ts'
import { clearwaySays, isWritten } from './basis.ts'
import type { CaseAnswer, CaseReason, FollowUp, RestrictionProposal } from './case.ts'
import type { Channel } from './channel.ts'
import { canUse, openChannels, togetherWith } from './compose.ts'
import { deciderObstacles, swiftDeciderObstacles } from './decider.ts'
import { evidenceObstacles } from './evidence.ts'
import { dayOf } from './london.ts'
import { categoryObstacles } from './may-warn.ts'
import { noticeObstacles } from './notice-told.ts'
import { durationObstacles, listedObstacles, measureObstacles, proportionObstacles } from './proportion.ts'
import { lastDayBefore, reviewDateObstacles } from './review-date.ts'
import { warningObstacles } from './warning-first.ts'

/** The ordinary ways, of those this person can use, that stay open for as long as the proposal runs. */
function usableWays({ measures, startsAt, endsAt, others, means }: RestrictionProposal): {
  open: Channel[]
  closesEverything: boolean
  broken: Channel[]
} {
  const proposed = { id: '', measures, startsAt, endsAt, lapsesOn: '', liftedAt: null }
  const open = togetherWith(proposed, others).map(openChannels)
  const usable = open.map((each) => each.filter((channel) => canUse(channel, means)))
  const throughout = (usable[0] ?? []).filter((channel) => usable.every((each) => each.includes(channel)))
  return {
    open: throughout,
    closesEverything: usable.some((each) => each.length === 0),
    broken: means.promisedChannels.filter((channel) => open.some((each) => !each.includes(channel))),
  }
}

/** I2, over all of this person's restrictions at once, and what adjustments promise (A2Dominion 3.1.2). */
function openWayObstacles(proposal: RestrictionProposal, policy: Policy): CaseReason[] {
  const { closesEverything, broken } = usableWays(proposal)
  const { assessments } = policy.pack
  const clause =
    assessments === 'silent' ? null : assessments.find(({ code }) => code === 'existing-adjustments')?.clause
  return [
    ...(closesEverything ? [clearwaySays('no-way-left-open', 'I2')] : []),
    ...broken.map(
      (channel): CaseReason => ({
        code: 'takes-an-adjustment-away',
        clause: clause ?? null,
        facts: { invariant: 'I2', channel },
      }),
    ),
  ]
}

/** Neither an invalid date nor one that no calendar here can count with. */
function isDate(at: Date): boolean {
  const year = at.getUTCFullYear()
  return year >= 2000 && year < 3000
}

/** Everything that the decision itself needs, with the ceiling on its length counted from `countedFrom`. */
export function restrictionObstacles(
  proposal: RestrictionProposal,
  policy: Policy,
  now: Date,
  countedFrom: Date,
): CaseReason[] {
  const { decidedBy, immediateSafety, startsAt, endsAt } = proposal
  if (!isDate(startsAt) || !isDate(endsAt)) return [clearwaySays('no-start-or-end', 'I6')]
  const today = dayOf(now)
  const decider = immediateSafety ? swiftDeciderObstacles : deciderObstacles
  return [
    ...decider(decidedBy, policy),
    ...categoryObstacles(proposal.category, policy.pack),
    ...(isWritten(proposal.reason) ? [] : [clearwaySays('no-reason', 'I6')]),
    ...evidenceObstacles(proposal.evidence, policy.pack, today),
    ...exceptionObstacles(proposal, policy, today),
    ...warningObstacles(proposal, policy, today),
    ...accountObstacles(proposal, policy, today),
    ...assessmentObstacles(proposal, policy, today),
    ...listedObstacles(proposal.measures, policy),
    ...measureObstacles(proposal, policy, today),
    ...proportionObstacles(proposal, policy),
    ...durationObstacles(startsAt, endsAt, countedFrom, now),
    ...reviewDateObstacles(policy, dayOf(startsAt), proposal.reviewOn, lastDayBefore(endsAt)),
    ...openWayObstacles(proposal, policy),
    ...noticeObstacles(proposal, policy),
  ]
}

function followUps({ immediateSafety }: RestrictionProposal): FollowUp[] {
  if (!immediateSafety) return []
  const { noticeDueOn, accountDueOn, assessmentsDueOn } = immediateSafety
  return [
    { code: 'notice', on: noticeDueOn },
    { code: 'account', on: accountDueOn },
    { code: 'assessments', on: assessmentsDueOn },
  ]
}

/**
 * May this restriction be imposed, decided at `now`? Yes tells which ordinary ways this person keeps throughout, and
 * what has to follow an immediate-safety decision. Pure and total: every obstacle is listed, and nothing throws.
 */
export function mayRestrict(
  proposal: RestrictionProposal,
  policy: Policy,
  now: Date,
): CaseAnswer<{ keeps: Channel[]; followUps: FollowUp[] }> {
  const no = restrictionObstacles(proposal, policy, now, proposal.startsAt)
  if (no.length > 0) return { no }
  return { yes: true, keeps: usableWays(proposal).open, followUps: followUps(proposal) }
}
