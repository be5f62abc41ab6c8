import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea.ts'
import { contacts } from './contacts.ts'
import { colleagues, customers } from './people.ts'

export const requestKinds = [
  /** Their account of what happened, before a decision or at a review. */
  'side',
  /** Support, or a referral to somebody who can help. Only with consent. */
  'support',
  /** A change to how they are served because of a need (Equality Act 2010, section 20). */
  'adjustment',
  /** A format that Clearway cannot make: Braille, audio, Easy Read, BSL. */
  'format',
  /** The way that is left open does not work for them (I2). */
  'way',
  /** Somebody who may speak for them (I9). */
  'representative',
  /** A copy of everything that is kept about them. */
  'data',
] as const

/** Something a customer asked for, with the day by which they are answered. Never counted, never held (I7). */
export const requests = pgTable(
  'requests',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What the page prints, for example Q-7F3K-92QD. */
    reference: text().notNull().unique(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    kind: text({ enum: requestKinds }).notNull(),
    /** The restriction, warning or review it is about. */
    aboutId: uuid(),
    /** In the customer's own words. */
    account: text().notNull(),
    /** Facts of its kind: a format, a name, a phone number. */
    detail: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The contact that carried it to a desk. */
    contactId: uuid().references(() => contacts.id),
    consentAt: timestamp({ withTimezone: true, mode: 'date' }),
    consentEndedAt: timestamp({ withTimezone: true, mode: 'date' }),
    lodgedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    answeredBy: uuid().references(() => colleagues.id),
    answeredAt: timestamp({ withTimezone: true, mode: 'date' }),
    answer: text(),
  },
  (t) => [
    index('requests_of_customer').on(t.customerId),
    check(
      'answer_says_who_when_and_what',
      sql`(${t.answeredBy} is null and ${t.answeredAt} is null and ${t.answer} is null) or (${t.answeredBy} is not null and ${t.answeredAt} is not null and length(trim(coalesce(${t.answer}, ''))) > 0)`,
    ),
    check(
      'support_and_representative_need_consent',
      sql`${t.kind} not in ('support', 'representative') or ${t.consentAt} is not null`,
    ),
    check(
      'consent_ends_after_it_began',
      sql`${t.consentEndedAt} is null or ${t.consentEndedAt} >= ${t.consentAt}`,
    ),
  ],
)

/** What somebody has typed and not sent yet. Theirs alone; gone when it is sent. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    /** Which form, for example 'appeal'. */
    form: text().notNull(),
    /** What it is about, or an empty string. */
    about: text().notNull().default(''),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    changedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [unique('one_draft_of_a_form').on(t.customerId, t.form, t.about)],
)

/** A file that somebody sent in through a page: evidence with a draft, an appeal or a request, or a photograph with an urgent report. */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid().references(() => customers.id),
    /** The id of the draft, appeal, request or contact it belongs to. */
    aboutId: uuid().notNull(),
    name: text().notNull(),
    /** What the bytes are, as looked at, never as claimed. */
    type: text().notNull(),
    bytes: bytea().notNull(),
    uploadedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [index('uploads_about').on(t.aboutId), index('uploads_of_customer').on(t.customerId)],
)
