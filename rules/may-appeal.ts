import type { Policy } from '../policies/resolve.ts'
import type { Calendar } from './bank-holidays.ts'
import { isWritten } from './basis.ts'
import { isInForce, stopsAt } from './in-force.ts'
import { addDays, dayOf, endOfDay, timeOf } from './london.ts'
import type { Restriction } from './restriction.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

/** How a notice went. `inNeededForm`, where the person needs another format or language: when that came, or null: not yet. */
export type NoticeSent = {
  writtenAt: Date
  by: 'email' | 'letter'
  inNeededForm?: { deliveredAt: Date | null }
}

/** What the answer rests on: dates and the policy's own number, nothing about the person. */
export type AppealFacts = {
  restriction: Restriction
  notice: NoticeSent
  calendar: Calendar
  /** Calendar days that the policy gives, or null: for as long as the restriction is in force. */
  windowDays: number | null
  isLodged: boolean
  /** A named colleague's recorded decision to hear it although it is late. */
  acceptedLate?: { by: string; reason: string } | null
  now: Date
}

export type AppealRefusal =
  | { code: 'already-lodged' }
  | { code: 'too-late'; lastOn: string }
  | { code: 'restriction-stopped'; stoppedOn: string }

/** `until` is the last day, all of it, or null: for as long as the restriction is in force. */
export type MayAppeal = { yes: true; until: string | null } | { no: AppealRefusal }

/**
 * The London day on which a notice counts as received: an email on its day, or the next working day when it went
 * after 16:30 or not on a working day; a letter on the second working day after. As Civil Procedure Rules 6.26 do it.
 */
export function deemedReceivedOn({ writtenAt, by }: NoticeSent, calendar: Calendar): string {
  const day = dayOf(writtenAt)
  if (by === 'letter') return addWorkingDays(day, 2, calendar)
  return isWorkingDay(day, calendar) && timeOf(writtenAt) <= '16:30' ? day : addWorkingDays(day, 1, calendar)
}

/**
 * The instant from which a notice counts as received by a person who may need another form of it: then when that was
 * delivered, and null while it was not. Otherwise an email on its day at once, all else once its day is over.
 */
export function deemedReceivedAt(notice: NoticeSent, calendar: Calendar): Date | null {
  if (notice.inNeededForm) return notice.inNeededForm.deliveredAt
  const day = deemedReceivedOn(notice, calendar)
  return notice.by === 'email' && day === dayOf(notice.writtenAt) ? notice.writtenAt : endOfDay(day)
}

/** Calendar days to appeal: the landlord's, never fewer than the policy's own. Null: for as long as it is in force. */
export function appealWindow({ pack, appealWindowDays }: Policy): number | null {
  const own = pack.appeal.windowDays
  if (appealWindowDays.value === null || own === 'silent') return appealWindowDays.value
  return Math.max(appealWindowDays.value, own.says)
}

/**
 * Who reads an appeal on that ground first. A policy's closed list of grounds (A2Dominion 4.1) never refuses one: what
 * is not on the list is looked at by a person, and `clause` says which list it was.
 */
export function groundOf(
  ground: string,
  policy: Policy,
): { yes: true; readBy: 'hearer' | 'person'; clause: string | null } {
  const { appealGrounds } = policy
  if (appealGrounds === 'any') return { yes: true, readBy: 'hearer', clause: null }
  const listed = appealGrounds.find(({ code }) => code === ground)
  if (listed) return { yes: true, readBy: 'hearer', clause: listed.clause }
  return { yes: true, readBy: 'person', clause: appealGrounds[0]?.clause ?? null }
}

/**
 * The last day for an appeal. Counted from the start or from the deemed receipt of the notice, whichever is later:
 * never less than the policy gives from "imposed" (Stonewater 5.6), and a slow post takes nothing away.
 */
export function lastDayToAppeal(
  { restriction, notice, calendar }: AppealFacts,
  windowDays: number,
): string | null {
  const started = dayOf(restriction.startsAt)
  const receivedAt = deemedReceivedAt(notice, calendar)
  if (!receivedAt) return null
  const received = dayOf(receivedAt)
  return addDays(started > received ? started : received, windowDays)
}

/**
 * Whether a customer may appeal this restriction now, and until when (I6: there is always a route). One that was told
 * but has not begun yet may be appealed too, and so may one whose notice has not come in the form the person needs.
 * What is late is heard when a named colleague decides so and says why.
 */
export function mayAppeal(facts: AppealFacts): MayAppeal {
  if (facts.isLodged) return { no: { code: 'already-lodged' } }
  const answer = inTime(facts)
  const { acceptedLate } = facts
  const isAccepted = isWritten(acceptedLate?.by) && isWritten(acceptedLate?.reason)
  return 'no' in answer && isAccepted ? { yes: true, until: null } : answer
}

function inTime(facts: AppealFacts): MayAppeal {
  const { restriction, windowDays, now } = facts
  if (windowDays === null) {
    const stopped = now >= restriction.startsAt && !isInForce(restriction, now)
    return stopped
      ? { no: { code: 'restriction-stopped', stoppedOn: dayOf(stopsAt(restriction)) } }
      : { yes: true, until: null }
  }
  const lastOn = lastDayToAppeal(facts, windowDays)
  if (lastOn === null || dayOf(now) <= lastOn) return { yes: true, until: lastOn }
  return { no: { code: 'too-late', lastOn } }
}
