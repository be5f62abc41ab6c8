import { Temporal } from 'temporal-polyfill'

const zone = 'Europe/London'

/** Keeps what was worked out, by its key: asking the calendar each time is slow (measured). Forgets all when it grows. */
function remember<Key>(work: (key: Key) => number): (key: Key) => number {
  const known = new Map<Key, number>()
  return (key) => {
    const found = known.get(key) ?? work(key)
    if (known.size > 10_000) known.clear()
    known.set(key, found)
    return found
  }
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How many milliseconds London is ahead of UTC in an hour of UTC: it only ever changes on the hour. */
const aheadInHour = remember<number>((hour) => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(hour * hourMs).toZonedDateTimeISO(zone)
  return zoned.offsetNanoseconds / 1e6
})

const epochOf = remember<string>((dayTime) => {
  const plain = Temporal.PlainDateTime.from(dayTime)
  return plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
})

/** What a London clock shows, as 'YYYY-MM-DDTHH:MM:SS.mmmZ'. */
function clockOf(at: Date): string {
  return new Date(at.getTime() + aheadInHour(Math.floor(at.getTime() / hourMs))).toISOString()
}

/** The London calendar day ('YYYY-MM-DD') of an instant. */
export function dayOf(at: Date): string {
  return clockOf(at).slice(0, 10)
}

/** The London clock time ('HH:MM') of an instant. */
export function timeOf(at: Date): string {
  return clockOf(at).slice(11, 16)
}

/** ISO weekday (Monday 1 … Sunday 7) of a calendar day. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7
}

/**
 * The instant at which a London clock shows `time` on `day`. A time that the spring change skips is taken an hour
 * later, a time that the autumn change repeats is its first showing: a window never opens later than was told.
 */
export function instantAt(day: string, time = '00:00'): Date {
  return new Date(epochOf(`${day}T${time}`))
}

/** The calendar day `days` days after `day` (negative: before). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Civil months clamp to the month's last day: 30 November + 3 months is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString()
}

/** The last millisecond of a London day: "until the 4th" means all of the 4th. */
export function endOfDay(day: string): Date {
  return new Date(instantAt(addDays(day, 1)).getTime() - 1)
}

/** The calendar day, week (from Monday 00:00) or month around an instant, as instants: `from` inclusive, `to` exclusive. */
export function calendarSpan(at: Date, per: 'day' | 'week' | 'month'): { from: Date; to: Date } {
  const today = dayOf(at)
  if (per === 'day') return { from: instantAt(today), to: instantAt(addDays(today, 1)) }
  if (per === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today))
    return { from: instantAt(monday), to: instantAt(addDays(monday, 7)) }
  }
  const first = `${today.slice(0, 8)}01`
  return { from: instantAt(first), to: instantAt(addMonths(first, 1)) }
}
