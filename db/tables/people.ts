import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

/** A person who contacts the landlord. A restriction binds this person, never a household (I9). */
export const customers = pgTable(
  'customers',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What letters print, for example C-10428. */
    reference: text().notNull().unique(),
    name: text().notNull(),
    /** Lines of the postal address, postcode last. */
    address: text().array().notNull().default([]),
    /** BCP 47, for example 'ur'. */
    language: text().notNull().default('en'),
    /** Smallest letter size on pages and letters, in points: 12 standard, 18 large, 24 giant. */
    printPoints: integer().notNull().default(12),
    /** Formats that they need beside or instead of print: 'braille', 'audio', 'easy-read', 'bsl'. Whoever writes to them makes these. */
    formats: text().array().notNull().default([]),
    /** Where notices go: by email, or by letter to those with none. */
    noticesBy: text({ enum: ['email', 'letter'] })
      .notNull()
      .default('email'),
  },
  (t) => [check('print_points_are_readable', sql`${t.printPoints} between 12 and 48`)],
)

/** An address or number that a contact can come from. Two customers may share one: then nobody can say who wrote. */
export const identifiers = pgTable(
  'identifiers',
  {
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    kind: text({ enum: ['email', 'phone'] }).notNull(),
    /** Lower-case email, or phone in E.164. */
    value: text().notNull(),
  },
  (t) => [
    unique('one_row_per_identifier').on(t.kind, t.value, t.customerId),
    index('identifiers_of_customer').on(t.customerId),
  ],
)

export const roles = ['officer', 'manager', 'head', 'director', 'appeals', 'contractor'] as const

/** Somebody who works for the landlord. */
export const colleagues = pgTable('colleagues', {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull(),
  active: boolean().notNull().default(true),
  createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
})
