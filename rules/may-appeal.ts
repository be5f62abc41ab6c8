import type { Nation } from './bank-holidays.ts'
import { isInForce, stopsAt } from './in-force.ts'
import { addDays, dayOf, timeOf } from './london.ts'
import type { Restriction } from './restriction.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

/** What the answer rests on: dates and the policy's own number, nothing about the person. */
export type AppealFacts = {
  restriction: Restriction
  notice: { writtenAt: Date; by: 'email' | 'letter' }
  nation: Nation
  /** Calendar days that the policy gives, or null: for as long as the restriction is in force. */
  windowDays: number | null
  isLodged: boolean
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
export function deemedReceivedOn({ writtenAt, by }: AppealFacts['notice'], nation: Nation): string {
  const day = dayOf(writtenAt)
  if (by === 'letter') return addWorkingDays(day, 2, nation)
  return isWorkingDay(day, nation) && timeOf(writtenAt) <= '16:30' ? day : addWorkingDays(day, 1, nation)
}

/**
 * The last day for an appeal. Counted from the start or from the deemed receipt of the notice, whichever is later:
 * never less than the policy gives from "imposed" (Stonewater 5.6), and a slow post takes nothing away.
 */
export function lastDayToAppeal({ restriction, notice, nation }: AppealFacts, windowDays: number): string {
  const started = dayOf(restriction.startsAt)
  const received = deemedReceivedOn(notice, nation)
  return addDays(started > received ? started : received, windowDays)
}

/**
 * Whether a customer may appeal this restriction now, and until when (I6: there is always a route). One that was told
 * but has not begun yet may be appealed too.
 */
export function mayAppeal(facts: AppealFacts): MayAppeal {
  const { restriction, windowDays, isLodged, now } = facts
  if (isLodged) return { no: { code: 'already-lodged' } }
  if (windowDays === null) {
    const stopped = now >= restriction.startsAt && !isInForce(restriction, now)
    return stopped
      ? { no: { code: 'restriction-stopped', stoppedOn: dayOf(stopsAt(restriction)) } }
      : { yes: true, until: null }
  }
  const lastOn = lastDayToAppeal(facts, windowDays)
  return dayOf(now) <= lastOn ? { yes: true, until: lastOn } : { no: { code: 'too-late', lastOn } }
}
