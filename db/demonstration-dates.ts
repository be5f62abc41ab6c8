import type { Policy } from '../policies/resolve.ts'
import { addDays, addMonths, dayOf, endOfDay, instantAt } from '../rules/london.ts'

/** When everything in one demonstration case happened. `…On` are London days, `…At` instants. */
export type CaseDates = {
  warnedAt: Date
  noticeAt: Date
  startsAt: Date
  endsAt: Date
  endsOn: string
  reviewOn: string
  lapsesOn: string
}

/** Working hours: nobody writes a warning at midnight. */
function atTen(day: string): Date {
  return instantAt(day, '10:00')
}

/**
 * Dates of a restriction that began ten days ago, so that a customer can still appeal under every policy, and that has
 * its first review ahead; or of one that ended yesterday, on the day of its review. All follow from `now` and the policy.
 */
export function datesOfCase(now: Date, policy: Policy, isOver: boolean): CaseDates {
  const today = dayOf(now)
  const yesterday = addDays(today, -1)
  const startsOn = isOver
    ? addMonths(yesterday, -Math.min(3, policy.reviewEveryMonths.value))
    : addDays(today, -10)
  const endsOn = isOver ? yesterday : addMonths(startsOn, policy.durationMonths.value)
  const review = addMonths(startsOn, policy.firstReviewMonths.value)
  const reviewOn = isOver || review > endsOn ? endsOn : review
  return {
    warnedAt: atTen(addDays(startsOn, -22)),
    noticeAt: atTen(addDays(startsOn, -2)),
    startsAt: instantAt(startsOn),
    endsAt: endOfDay(endsOn),
    endsOn,
    reviewOn,
    lapsesOn: addDays(reviewOn, policy.reviewGraceDays.value),
  }
}
