import { eq } from 'drizzle-orm'
import { type Calendar, calendarOf, type Nation } from '../rules/bank-holidays.ts'
import type { Tx } from './ledger.ts'
import { bankHolidays } from './tables/bank-holidays.ts'

/** One bank holiday as the official feed names it. */
export type BankHoliday = { nation: Nation; day: string; title: string }

/**
 * The working-day calendar of a nation: the bundled days and those that the feed has shown since. Read where it is
 * needed, never kept, so that every machine counts the same days from the moment they are known.
 */
export async function readCalendar(tx: Tx, nation: Nation): Promise<Calendar> {
  const rows = await tx
    .select({ day: bankHolidays.day })
    .from(bankHolidays)
    .where(eq(bankHolidays.nation, nation))
  return calendarOf(
    nation,
    rows.map(({ day }) => day),
  )
}

/** Adds the days that are new, and never takes one away. Returns how many were new. */
export async function keepBankHolidays(tx: Tx, days: BankHoliday[], seenAt: Date): Promise<number> {
  if (days.length === 0) return 0
  const kept = await tx
    .insert(bankHolidays)
    .values(days.map((day) => ({ ...day, seenAt })))
    .onConflictDoNothing()
    .returning({ day: bankHolidays.day })
  return kept.length
}
