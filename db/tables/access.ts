import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { colleagues, customers } from './people.ts'

/** A one-time code by email, or the code in a letter. Only a hash is kept, and guesses are counted. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    by: text({ enum: ['email', 'letter'] }).notNull(),
    hash: text().notNull(),
    expiresAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    guesses: integer().notNull().default(0),
    usedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [index('codes_of_customer').on(t.customerId)],
)

/** Somebody who is signed in. The cookie carries a random token; only its hash is kept here. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    customerId: uuid().references(() => customers.id),
    colleagueId: uuid().references(() => colleagues.id),
    startedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    seenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    expiresAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [
    index('sessions_of_customer').on(t.customerId),
    check('is_one_person', sql`(${t.customerId} is null) <> (${t.colleagueId} is null)`),
  ],
)
