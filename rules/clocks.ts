import type { Calendar, Nation } from './bank-holidays.ts'
import type { Lane } from './lane.ts'
import { dayOf, endOfDay } from './london.ts'
import { type RepairKind, rightToRepairOf } from './right-to-repair.ts'
import { addWorkingDays } from './working-days.ts'

/** The rule that a clock rests on. `practice`: what landlords do where no such law is in force. */
type Rule = 'awaabs-law' | 'right-to-repair' | 'complaint-code' | 'practice'

/**
 * One limit that runs from the moment the landlord became aware: the receipt at the door, whatever was done with the
 * contact after it. `isLatest`: it ends sooner when the step before it is done sooner. `dueAt` null: bank holidays are
 * not known so far ahead.
 */
export type Clock = {
  code:
    | 'make-safe'
    | 'investigate'
    | 'write-summary'
    | 'make-safe-after'
    | 'repair'
    | 'acknowledge-complaint'
    | 'answer-complaint'
  rule: Rule
  dueAt: Date | null
  isLatest: boolean
  kind?: RepairKind
}

/** What a contact is known to be: its lane, and what people said of it since. */
export type Clocked = {
  receivedAt: Date
  lane: Lane
  desk: string
  /** The words that decided the lane. */
  why: readonly string[]
  /** What a colleague found in it, where one has read it. */
  mark: 'urgent' | 'complaint' | 'ordinary' | null
  /** The customer said that it cannot wait. */
  isRaised: boolean
}

const hourMs = 3_600_000

function isEmergency({ lane, mark, isRaised }: Clocked): boolean {
  return lane === 'life-safety' || lane === 'emergency-repair' || mark === 'urgent' || isRaised
}

function isComplaint({ lane, desk, mark, why }: Clocked): boolean {
  if (mark === 'complaint') return true
  return lane === 'protected' && (desk === 'complaints' || why.some((words) => /complain/i.test(words)))
}

/**
 * Every limit that runs for a contact, the nearest first, counted from receipt in its strictest reading (domain 2, 3.1, 3.2 and
 * 7): 24 hours are hours that pass, over a change of clocks too; working days are the nation's, and the day of receipt
 * is day 0 at any hour. A hazard that a complaint tells of has both clocks.
 */
export function clocksOf(contact: Clocked, nation: Nation, calendar: Calendar): Clock[] {
  const { receivedAt, lane, why } = contact
  const received = dayOf(receivedAt)
  const inDays = (days: number) => endOfWorkingDay(received, days, calendar)
  // Awaab's Law holds in England only, the Right to Repair differs elsewhere; England and Wales share a calendar.
  const isEngland = nation === 'england-and-wales'
  const clocks: Clock[] = []
  const add = (code: Clock['code'], rule: Rule, dueAt: Date | null, isLatest = false) =>
    clocks.push({ code, rule, dueAt, isLatest })

  if (isEmergency(contact)) {
    // Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025: investigated and made safe in 24 hours.
    add('make-safe', isEngland ? 'awaabs-law' : 'practice', new Date(receivedAt.getTime() + 24 * hourMs))
  }
  if (lane === 'repair' && isEngland) {
    add('investigate', 'awaabs-law', inDays(10))
    add('write-summary', 'awaabs-law', inDays(10 + 3), true)
    add('make-safe-after', 'awaabs-law', inDays(10 + 5), true)
  }
  if ((lane === 'repair' || lane === 'emergency-repair') && isEngland) {
    const known = rightToRepairOf(why.join('. '), received)
    if (known) {
      const { kind, days } = known
      clocks.push({ code: 'repair', rule: 'right-to-repair', dueAt: inDays(days), isLatest: false, kind })
    }
  }
  if (isComplaint(contact)) {
    // Complaint Handling Code 6.2 and 6.3.
    const rule = isEngland ? 'complaint-code' : 'practice'
    add('acknowledge-complaint', rule, inDays(5))
    add('answer-complaint', rule, inDays(5 + 10), true)
  }
  return clocks.sort((one, other) => Number(one.dueAt ?? Infinity) - Number(other.dueAt ?? Infinity))
}

function endOfWorkingDay(day: string, count: number, calendar: Calendar): Date | null {
  try {
    return endOfDay(addWorkingDays(day, count, calendar))
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}
