import type { ceilings as decided } from '../policies/decisions.ts'

/**
 * Clearway's own ceilings, which no policy and no setting can raise (I6). The type is that of policies/decisions.ts, so
 * that the numbers here and there cannot drift apart.
 */
export const ceilings: typeof decided = {
  reviewMonths: 6,
  markerReviewMonths: 12,
  reviewGraceDays: 28,
  durationMonths: 12,
}

/** Working days that are Clearway's own, where no policy gives a number. */
export const workingDayLimits = {
  /** The longest time for which ordinary contact may rest. */
  pause: 10,
  /** After an immediate-safety decision: the notice. */
  noticeAfterException: 1,
  /** After an immediate-safety decision: the customer's account, and the assessments. */
  hearingAfterException: 2,
} as const
