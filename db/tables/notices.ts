import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { customers } from './people.ts'

export const noticeKinds = [
  'warning',
  'restriction',
  'lift',
  'end',
  'held-contact',
  'released-contact',
  'urgent-receipt',
  'review',
  'extension',
  'appeal-receipt',
  'appeal-question',
  'appeal-outcome',
  'held-digest',
  'request-receipt',
  'request-answer',
  'sign-in-code',
] as const

/** Words as seen: each notice stored as it was sent. Later wording never rewrites it; a database rule refuses changes. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey().defaultRandom(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    kind: text({ enum: noticeKinds }).notNull(),
    /** The contact, appeal or restriction it is about. One notice of a kind about one thing: nobody is told twice. */
    aboutId: uuid(),
    by: text({ enum: ['email', 'letter'] }).notNull(),
    language: text().notNull(),
    printPoints: integer().notNull(),
    subject: text().notNull(),
    /** Plain text, as sent. */
    body: text().notNull(),
    pack: text().notNull(),
    writtenAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** Message-ID of the message that is answered, so that mail programs show them together. */
    inReplyTo: text(),
    sentAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [
    unique('told_once').on(t.kind, t.aboutId),
    index('notices_of_customer').on(t.customerId),
    check('has_words', sql`length(trim(${t.subject})) > 0 and length(trim(${t.body})) > 0`),
  ],
)
