import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { contacts } from './contacts.ts'
import { colleagues } from './people.ts'

/**
 * What a person found when they read a contact. A mark other than 'ordinary' on a contact that was judged ordinary is a late
 * find: the board's figure, with a target of zero.
 */
export const readings = pgTable(
  'readings',
  {
    id: uuid().primaryKey().defaultRandom(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    readBy: uuid()
      .notNull()
      .references(() => colleagues.id),
    readAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    mark: text({ enum: ['urgent', 'complaint', 'ordinary'] }).notNull(),
    /** From the triage queue, or from the daily sample that measures what the classifier misses. */
    source: text({ enum: ['triage', 'sample'] }).notNull(),
  },
  (t) => [
    index('readings_of_contact').on(t.contactId),
    index('readings_by_time').on(t.readAt),
    check('reading_has_a_mark', sql`${t.mark} in ('urgent', 'complaint', 'ordinary')`),
  ],
)

/** A contact drawn by chance on a day, to be read once more by somebody who does not know how it was marked. */
export const samples = pgTable(
  'samples',
  {
    id: uuid().primaryKey().defaultRandom(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    drawnOn: date({ mode: 'string' }).notNull(),
    readingId: uuid().references(() => readings.id),
  },
  (t) => [unique('drawn_once').on(t.contactId), index('samples_by_day').on(t.drawnOn)],
)
