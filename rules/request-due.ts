import type { Calendar } from './bank-holidays.ts'
import { addMonths, dayOf } from './london.ts'
import { addWorkingDays } from './working-days.ts'

/** What a customer can ask for: `db/tables/requests.ts` says what each one is. */
export type RequestKind = 'side' | 'support' | 'adjustment' | 'format' | 'way' | 'representative' | 'data'

/** Somebody whom no open way reaches has nobody to ask: a manager looks at it by the next working day (I2). */
const wayWorkingDays = 1

/**
 * The last London day on which a request is answered. A copy of somebody's information within one calendar month
 * (UK GDPR, Article 12(3)), clamped to that month's last day; everything else within the landlord's working days. The day on
 * which it was asked is day 0, whatever the hour.
 */
export function requestDueOn(
  kind: RequestKind,
  lodgedAt: Date,
  { calendar, workingDays }: { calendar: Calendar; workingDays: number },
): string {
  const day = dayOf(lodgedAt)
  if (kind === 'data') return addMonths(day, 1)
  return addWorkingDays(day, kind === 'way' ? Math.min(wayWorkingDays, workingDays) : workingDays, calendar)
}

/** From the day after its last day on, an answer is late. */
export function isLate(dueOn: string, now: Date): boolean {
  return dueOn < dayOf(now)
}
