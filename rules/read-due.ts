import type { Calendar } from './bank-holidays.ts'
import { dayOf, instantAt } from './london.ts'
import { addWorkingDays } from './working-days.ts'

/** The end of the working day, 17:00 London time, by which a person reads what is held (I13). */
export function readDueAt(receivedAt: Date, workingDays: number, calendar: Calendar): Date {
  return instantAt(addWorkingDays(dayOf(receivedAt), workingDays, calendar), '17:00')
}
