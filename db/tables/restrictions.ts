import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Measure } from '../../rules/restriction.ts'
import { notices } from './notices.ts'
import { colleagues, customers } from './people.ts'

/** Something that happened, with its day, that a warning or a restriction rests on; `by` is the id of the colleague who wrote it. */
export type Evidence = { on: string; what: string; by?: string }

/** Told in writing what the conduct was and what may follow. It restricts nothing. */
export const warnings = pgTable(
  'warnings',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    conduct: text().notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    /** What the landlord proposes to do if it goes on. */
    proposed: text().notNull(),
    clause: text().notNull(),
    givenBy: uuid()
      .notNull()
      .references(() => colleagues.id),
    givenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
  },
  (t) => [index('warnings_of_customer').on(t.customerId)],
)

/** Why there was no warning first: a named person's recorded decision (I6). */
export type WarningException = { reason: string; authorisedBy: string }

/**
 * A decision by a named colleague that limits how one person may contact the landlord. Whether it is in force is
 * worked out from its dates by `rules/in-force`; nothing has to run for it to end. The checks below make a
 * restriction without a reason, evidence, a warning, an end or a review impossible to write (I6).
 */
export const restrictions = pgTable(
  'restrictions',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What letters print, for example R-2041. */
    reference: text().notNull().unique(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    measures: jsonb().$type<Measure[]>().notNull(),
    reason: text().notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    warningId: uuid().references(() => warnings.id),
    warningException: jsonb().$type<WarningException>(),
    /** Key of the pack, and the landlord's version of the document, under which it was decided. */
    pack: text().notNull(),
    decidedBy: uuid()
      .notNull()
      .references(() => colleagues.id),
    decidedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    startsAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    endsAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    reviewOn: date({ mode: 'string' }).notNull(),
    lapsesOn: date({ mode: 'string' }).notNull(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id),
    liftedAt: timestamp({ withTimezone: true, mode: 'date' }),
    liftedBy: uuid().references(() => colleagues.id),
    liftReason: text(),
  },
  (t) => [
    index('restrictions_of_customer').on(t.customerId),
    check(
      'has_a_measure',
      sql`jsonb_typeof(${t.measures}) = 'array' and jsonb_array_length(${t.measures}) > 0`,
    ),
    // I2: a measure that names channels names at least one. The rules check all of a person's restrictions together.
    check(
      'leaves_a_channel_open',
      sql`not jsonb_path_exists(${t.measures}, '$[*] ? (@.code == "channels" && !(exists(@.open[*])))')`,
    ),
    check('has_a_reason', sql`length(trim(${t.reason})) > 0`),
    check(
      'has_dated_evidence',
      sql`jsonb_typeof(${t.evidence}) = 'array' and jsonb_array_length(${t.evidence}) > 0 and not jsonb_path_exists(${t.evidence}, '$[*] ? (!(exists(@.on)) || !(exists(@.what)))')`,
    ),
    check(
      'warned_first_or_says_why_not',
      sql`${t.warningId} is not null or coalesce(${t.warningException} ?& array['reason', 'authorisedBy'], false)`,
    ),
    check('ends_after_it_starts', sql`${t.endsAt} > ${t.startsAt}`),
    check('is_decided_before_it_starts', sql`${t.decidedAt} <= ${t.startsAt}`),
    check(
      'is_reviewed_while_it_runs',
      sql`${t.reviewOn} > (${t.startsAt} at time zone 'Europe/London')::date and ${t.reviewOn} <= (${t.endsAt} at time zone 'Europe/London')::date`,
    ),
    check('lapses_after_its_review', sql`${t.lapsesOn} >= ${t.reviewOn}`),
    check('lapses_soon_after_its_review', sql`${t.lapsesOn} <= ${t.reviewOn} + 28`),
    check(
      'ends_within_two_years',
      sql`(${t.endsAt} at time zone 'Europe/London') <= (${t.startsAt} at time zone 'Europe/London') + interval '24 months'`,
    ),
    check('lift_has_a_reason', sql`${t.liftReason} is null or length(trim(${t.liftReason})) > 0`),
    check(
      'lift_says_who_and_why',
      sql`(${t.liftedAt} is null) = (${t.liftedBy} is null) and (${t.liftedAt} is null) = (${t.liftReason} is null)`,
    ),
  ],
)
