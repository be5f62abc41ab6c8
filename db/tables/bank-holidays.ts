import { date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { nations } from '../../rules/bank-holidays.ts'

/** Bank holidays that the official feed has shown. They only ever grow: a database rule refuses update and delete. */
export const bankHolidays = pgTable(
  'bank_holidays',
  {
    nation: text({ enum: nations }).notNull(),
    day: date({ mode: 'string' }).notNull(),
    title: text().notNull(),
    /** When the feed was first seen to name it. */
    seenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.nation, t.day] })],
)
