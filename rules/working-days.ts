import type { Calendar } from './bank-holidays.ts'
import { addDays, weekdayOf } from './london.ts'

/** Not a Saturday, a Sunday or a bank holiday. Throws a RangeError past the last day whose holidays are known. */
export function isWorkingDay(day: string, { holidays, knownUntil }: Calendar): boolean {
  if (day > knownUntil) {
    throw new RangeError(
      `Bank holidays are known until ${knownUntil}; ${day} is past that. Update them first.`,
    )
  }
  return weekdayOf(day) <= 5 && !holidays.has(day)
}

/**
 * The day that is `count` working days after `day`. The day itself is day 0 whatever the hour, so a weekend or
 * late-evening message starts no later than one sent in office hours.
 */
export function addWorkingDays(day: string, count: number, calendar: Calendar): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** How many working days there are after `from` up to and with `to`. */
export function workingDaysUntil(from: string, to: string, calendar: Calendar): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1
  return count
}

/** With fewer days than these ahead it is high time to refresh the calendar: pages, numbers and logs say so. */
export const enoughDaysKnown = 120

/** Calendar days from `today` to the last day whose bank holidays are known. */
export function daysKnown(today: string, { knownUntil }: Calendar): number {
  return Math.round((Date.parse(knownUntil) - Date.parse(today)) / 86_400_000)
}
