import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten, resolvedSays, saysElse, workingDayAfter } from './basis.ts'
import type { CaseReason, RestrictionProposal } from './case.ts'
import { ceilings, workingDayLimits } from './ceilings.ts'
import { addDays, addMonths, dayOf } from './london.ts'
import type { Measure } from './restriction.ts'
import { lastDayBefore } from './review-date.ts'

function proportionClause({ pack }: Policy): string | undefined {
  if (pack.assessments === 'silent') return undefined
  return pack.assessments.find(({ code }) => code === 'proportionate')?.clause
}

/** A measure is one that the document lists, or its list is open. A restriction without any is none. */
export function listedObstacles(measures: Measure[], { pack }: Policy): CaseReason[] {
  if (measures.length === 0) return [clearwaySays('no-measure', 'I6')]
  const open = pack.measuresOpen
  if (open !== 'silent' && open.says) return []
  const clause = open === 'silent' ? null : open.clause
  return measures
    .filter((measure) => !pack.measures.some(({ code }) => code === measure.code))
    .map(({ code }) => saysElse('measure-not-listed', clause, 'I6', { measure: code }))
}

/** Contact rests for ten working days at the most, its first day among them; an agency has said yes in writing before contact goes through it. */
export function measureObstacles(proposal: RestrictionProposal, policy: Policy, today: string): CaseReason[] {
  const { measures, startsAt, endsAt, agencyAcceptedOn } = proposal
  return measures.flatMap((measure) => {
    if (measure.code === 'pause') {
      const latest = workingDayAfter(
        addDays(dayOf(startsAt), -1),
        workingDayLimits.pause,
        policy.landlord.nation,
      )
      const bounded = latest !== null && lastDayBefore(endsAt) <= latest
      return bounded ? [] : [clearwaySays('pause-too-long', 'I2', { days: workingDayLimits.pause })]
    }
    if (measure.code === 'through-representative') {
      const accepted = agencyAcceptedOn !== null && agencyAcceptedOn <= today
      return accepted ? [] : [clearwaySays('agency-has-not-accepted', 'I2', { name: measure.name })]
    }
    return []
  })
}

/** Longer than usual, or wider than one measure, needs a reason of its own. Everything else in force counts as width. */
export function proportionObstacles(proposal: RestrictionProposal, policy: Policy): CaseReason[] {
  const { startsAt, endsAt, whyLonger, whyWider, measures, others } = proposal
  const { durationMonths } = policy
  const lastDay = lastDayBefore(endsAt)
  const longer = lastDay > addMonths(dayOf(startsAt), durationMonths.value)
  const beside = others.some(
    (other) => other.liftedAt === null && other.startsAt < endsAt && startsAt < other.endsAt,
  )
  const wider = measures.length > 1 || (measures.length === 1 && beside)
  const no: CaseReason[] = []
  if (longer && !isWritten(whyLonger)) {
    no.push(resolvedSays('longer-needs-a-reason', durationMonths, { months: durationMonths.value }))
  }
  if (wider && !isWritten(whyWider)) {
    no.push(saysElse('wider-needs-a-reason', proportionClause(policy), 'I6'))
  }
  return no
}

/** From now on, with an end, and no longer than Clearway's ceiling from `countedFrom` (the start of the first decision). */
export function durationObstacles(startsAt: Date, endsAt: Date, countedFrom: Date, now: Date): CaseReason[] {
  const no: CaseReason[] = []
  if (startsAt < now) no.push(clearwaySays('starts-before-decided', 'I6'))
  if (endsAt <= startsAt) no.push(clearwaySays('ends-before-it-starts', 'I6'))
  const latest = addMonths(dayOf(countedFrom), ceilings.durationMonths)
  if (lastDayBefore(endsAt) > latest) {
    no.push(clearwaySays('past-longest-time', 'I6', { months: ceilings.durationMonths, latest }))
  }
  return no
}
