import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { colleagues, customers } from './people.ts'
import { restrictions } from './restrictions.ts'

/**
 * A note on a customer's record that tells colleagues to take care. It has a review of its own, whatever a
 * restriction has, and its end says who took it away and why.
 */
export const markers = pgTable(
  'markers',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    restrictionId: uuid().references(() => restrictions.id),
    /** Why it is there: not for contractors. */
    note: text().notNull(),
    /** What to do, which is all that a contractor sees. */
    precaution: text().notNull(),
    placedBy: uuid()
      .notNull()
      .references(() => colleagues.id),
    placedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    reviewOn: date({ mode: 'string' }).notNull(),
    removedAt: timestamp({ withTimezone: true, mode: 'date' }),
    removedBy: uuid().references(() => colleagues.id),
    removeReason: text(),
  },
  (t) => [
    index('markers_of_customer').on(t.customerId),
    check('marker_has_words', sql`length(trim(${t.note})) > 0 and length(trim(${t.precaution})) > 0`),
    check(
      'marker_is_reviewed_within_a_year',
      sql`${t.reviewOn} > (${t.placedAt} at time zone 'Europe/London')::date and ${t.reviewOn} <= (${t.placedAt} at time zone 'Europe/London')::date + interval '12 months'`,
    ),
    check(
      'marker_removal_says_who_and_why',
      sql`(${t.removedAt} is null and ${t.removedBy} is null and ${t.removeReason} is null) or (${t.removedAt} is not null and ${t.removedBy} is not null and length(trim(coalesce(${t.removeReason}, ''))) > 0)`,
    ),
  ],
)
