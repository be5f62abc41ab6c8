import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { colleagues } from './people.ts'
import { type Evidence, restrictions } from './restrictions.ts'

/**
 * A review of a restriction: it is lifted, reduced by a new decision, or kept. Only a review moves the next review of
 * a restriction on, and to keep one takes a new reason and something that happened since (I6).
 */
export const reviews = pgTable(
  'reviews',
  {
    id: uuid().primaryKey().defaultRandom(),
    restrictionId: uuid()
      .notNull()
      .references(() => restrictions.id),
    reviewedBy: uuid()
      .notNull()
      .references(() => colleagues.id),
    reviewedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    outcome: text({ enum: ['lift', 'reduce', 'keep'] }).notNull(),
    reason: text().notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull().default([]),
    nextReviewOn: date({ mode: 'string' }),
  },
  (t) => [
    index('reviews_of_restriction').on(t.restrictionId),
    check('review_has_an_outcome', sql`${t.outcome} in ('lift', 'reduce', 'keep')`),
    check('review_has_a_reason', sql`length(trim(${t.reason})) > 0`),
    check(
      'review_evidence_is_dated',
      sql`jsonb_typeof(${t.evidence}) = 'array' and not jsonb_path_exists(${t.evidence}, '$[*] ? (!(exists(@.on)) || !(exists(@.what)))')`,
    ),
    check('keeping_needs_evidence', sql`${t.outcome} <> 'keep' or jsonb_array_length(${t.evidence}) > 0`),
    check('keeping_needs_a_next_review', sql`(${t.outcome} = 'keep') <= (${t.nextReviewOn} is not null)`),
    check('lifting_needs_no_next_review', sql`${t.outcome} <> 'lift' or ${t.nextReviewOn} is null`),
    check(
      'next_review_within_six_months',
      sql`${t.nextReviewOn} is null or (${t.nextReviewOn} > (${t.reviewedAt} at time zone 'Europe/London')::date and ${t.nextReviewOn} <= (${t.reviewedAt} at time zone 'Europe/London')::date + interval '6 months')`,
    ),
  ],
)
