import { bankHolidays, knownUntil, type Nation } from './bank-holidays.ts'
import { addDays, weekdayOf } from './london.ts'

/** Not a Saturday, a Sunday or a bank holiday in that nation. Throws past the last day whose holidays are known. */
export function isWorkingDay(day: string, nation: Nation): boolean {
  if (day > knownUntil) {
    throw new RangeError(
      `Bank holidays are known until ${knownUntil}; ${day} is past that. Update them first.`,
    )
  }
  return weekdayOf(day) <= 5 && !bankHolidays[nation].has(day)
}

/**
 * The day that is `count` working days after `day`. The day itself is day 0 whatever the hour, so a weekend or
 * late-evening message starts no later than one sent in office hours.
 */
export function addWorkingDays(day: string, count: number, nation: Nation): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, nation)) left -= 1
  }
  return at
}
