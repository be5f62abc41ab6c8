import type { AppealSubject, Policy } from '../policies/resolve.ts'
import type { Calendar } from './bank-holidays.ts'
import { isWritten } from './basis.ts'
import { addDays, dayOf, endOfDay, timeOf } from './london.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

/** How a notice went. `inNeededForm`, where the person needs another format or language: when that came, or null: not yet. */
export type NoticeSent = {
  writtenAt: Date
  by: 'email' | 'letter'
  inNeededForm?: { deliveredAt: Date | null }
}

/** What can be appealed. A finding is told in a warning or a restriction, and is appealed with it. */
export const appealKinds = ['restriction', 'warning', 'marker'] as const
export type AppealKind = (typeof appealKinds)[number]

export type Appealable = {
  kind: AppealKind
  startsAt: Date
  /** From here on it is over. Null: it has no end of its own, as a warning has none. */
  stopsAt: Date | null
}

/** What the answer rests on: dates, and nothing about the person. */
export type AppealFacts = {
  subject: Appealable
  notice: NoticeSent
  calendar: Calendar
  isLodged: boolean
  /** Why it comes after its time, in the customer's words. A person looks at it. */
  lateReason?: string | null
  now: Date
}

export type AppealRefusal =
  | { code: 'not-appealable' }
  | { code: 'already-lodged' }
  | { code: 'too-late'; lastOn: string }
  | { code: 'stopped'; stoppedOn: string }

/** `until` is the last day, all of it, or null: there is no last day while it lasts. */
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

/** The clause that lets this be appealed (null: Clearway's own promise, I6), or null where the policy has no such appeal. */
export function appealBasis(kind: AppealKind, { appealAgainst }: Policy): { clause: string | null } | null {
  const codes: AppealSubject[] = kind === 'warning' ? ['warning', 'finding'] : [kind]
  const found = codes.map((code) => appealAgainst.find((each) => each.code === code))
  return found.find((each) => each !== undefined) ?? null
}

/**
 * The last day for an appeal, or null where there is none. Counted from the start or from the deemed receipt of the
 * notice, whichever is later: never less than the policy gives from "imposed" (Stonewater 5.6), and a slow post takes
 * nothing away.
 */
export function lastDayToAppeal(
  { subject, notice, calendar }: Pick<AppealFacts, 'subject' | 'notice' | 'calendar'>,
  windowDays: number | null,
): string | null {
  if (windowDays === null) return null
  const started = dayOf(subject.startsAt)
  const receivedAt = deemedReceivedAt(notice, calendar)
  if (!receivedAt) return null
  const received = dayOf(receivedAt)
  return addDays(started > received ? started : received, windowDays)
}

/**
 * Whether a customer may appeal this now, and until when (I6: for a restriction there is always a route). What was told
 * and has not begun yet may be appealed too, and so may what has not come in the form the person needs. What is late is
 * taken when the customer says why: a person decides what becomes of it.
 */
export function mayAppeal(facts: AppealFacts, policy: Policy): MayAppeal {
  if (facts.isLodged) return { no: { code: 'already-lodged' } }
  if (!appealBasis(facts.subject.kind, policy)) return { no: { code: 'not-appealable' } }
  const answer = inTime(facts, appealWindow(policy))
  return 'no' in answer && isWritten(facts.lateReason) ? { yes: true, until: null } : answer
}

function inTime(facts: AppealFacts, windowDays: number | null): MayAppeal {
  const { subject, now } = facts
  if (windowDays === null) {
    const { startsAt, stopsAt } = subject
    return stopsAt && now >= startsAt && now >= stopsAt
      ? { no: { code: 'stopped', stoppedOn: dayOf(stopsAt) } }
      : { yes: true, until: null }
  }
  const lastOn = lastDayToAppeal(facts, windowDays)
  if (lastOn === null || dayOf(now) <= lastOn) return { yes: true, until: lastOn }
  return { no: { code: 'too-late', lastOn } }
}
