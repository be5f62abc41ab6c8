import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { markers } from './markers.ts'
import { colleagues, customers } from './people.ts'
import { restrictions, warnings } from './restrictions.ts'

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
    /** What is appealed: one restriction, one warning or one marker. */
    restrictionId: uuid().references(() => restrictions.id),
    warningId: uuid().references(() => warnings.id),
    markerId: uuid().references(() => markers.id),
    /** Which of the pack's grounds, or 'other'. An appeal is never refused for its ground. */
    ground: text().notNull(),
    account: text().notNull(),
    /** What the customer would like to happen instead. */
    wish: text().notNull().default(''),
    /** Who wrote it for the customer, where somebody did. */
    representative: text().notNull().default(''),
    /** Why it comes after the window. A person takes it or says why not; it is never turned away unread. */
    lateReason: text(),
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
    index('appeals_of_customer').on(t.customerId),
    unique('one_appeal_about_one_warning').on(t.warningId),
    unique('one_appeal_about_one_marker').on(t.markerId),
    check(
      'appeal_is_about_one_thing',
      sql`num_nonnulls(${t.restrictionId}, ${t.warningId}, ${t.markerId}) = 1`,
    ),
    check('has_an_account', sql`length(trim(${t.account})) > 0`),
    check(
      'a_ruling_says_who_when_and_why',
      sql`(${t.ruling} is null and ${t.decidedBy} is null and ${t.decidedAt} is null and ${t.reasons} is null) or (${t.ruling} is not null and ${t.decidedBy} is not null and ${t.decidedAt} is not null and length(trim(coalesce(${t.reasons}, ''))) > 0)`,
    ),
  ],
)

/** A question of the reviewer, or a customer's reply or addition. Append-only. */
export const appealMessages = pgTable(
  'appeal_messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    appealId: uuid()
      .notNull()
      .references(() => appeals.id),
    /** The colleague who asks; null: the customer writes. */
    askedBy: uuid().references(() => colleagues.id),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [
    index('messages_of_appeal').on(t.appealId),
    check('message_has_words', sql`length(trim(${t.text})) > 0`),
  ],
)
