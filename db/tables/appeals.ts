import { sql } from 'drizzle-orm'
import { check, date, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { colleagues, customers } from './people.ts'
import { restrictions } from './restrictions.ts'

/** A customer's request that somebody who took no earlier part looks at a decision again (I8). */
export const appeals = pgTable(
  'appeals',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What the receipt prints, for example A-7F3K-92QD. */
    reference: text().notNull().unique(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    restrictionId: uuid()
      .notNull()
      .references(() => restrictions.id),
    /** Which of the pack's grounds, or 'other'. An appeal is never refused for its ground. */
    ground: text().notNull(),
    account: text().notNull(),
    /** What the customer would like to happen instead. */
    wish: text().notNull().default(''),
    lodgedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** The last day on which it may be answered. */
    dueOn: date({ mode: 'string' }).notNull(),
    decidedBy: uuid().references(() => colleagues.id),
    decidedAt: timestamp({ withTimezone: true, mode: 'date' }),
    ruling: text({ enum: ['upheld', 'partly', 'not-upheld'] }),
    reasons: text(),
  },
  (t) => [
    unique('one_appeal_about_one_restriction').on(t.restrictionId),
    check('has_an_account', sql`length(trim(${t.account})) > 0`),
    check(
      'a_ruling_says_who_when_and_why',
      sql`(${t.ruling} is null and ${t.decidedBy} is null and ${t.decidedAt} is null and ${t.reasons} is null) or (${t.ruling} is not null and ${t.decidedBy} is not null and ${t.decidedAt} is not null and length(trim(coalesce(${t.reasons}, ''))) > 0)`,
    ),
  ],
)
