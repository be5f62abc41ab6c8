import { Temporal } from 'temporal-polyfill'

const zone = 'Europe/London'

function zoned(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}

/** The London calendar day ('YYYY-MM-DD') of an instant. */
export function dayOf(at: Date): string {
  return zoned(at).toPlainDate().toString()
}

/** The London clock time ('HH:MM') of an instant. */
export function timeOf(at: Date): string {
  return zoned(at).toPlainTime().toString().slice(0, 5)
}

/** ISO weekday (Monday 1 … Sunday 7) of a calendar day. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/**
 * The instant at which a London clock shows `time` on `day`. A time that the spring change skips is taken an hour
 * later, a time that the autumn change repeats is its first showing: a window never opens later than was told.
 */
export function instantAt(day: string, time = '00:00'): Date {
  const plain = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** The calendar day `days` days after `day` (negative: before). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
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
  const today = Temporal.PlainDate.from(dayOf(at))
  const first =
    per === 'day'
      ? today
      : per === 'week'
        ? today.subtract({ days: today.dayOfWeek - 1 })
        : today.with({ day: 1 })
  const next = first.add(per === 'day' ? { days: 1 } : per === 'week' ? { days: 7 } : { months: 1 })
  return { from: instantAt(first.toString()), to: instantAt(next.toString()) }
}
