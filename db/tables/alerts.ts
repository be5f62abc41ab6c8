import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { contacts } from './contacts.ts'
import { colleagues } from './people.ts'

/** A call for a person: somebody may be in danger. It stays red until a colleague takes it. */
export const alerts = pgTable(
  'alerts',
  {
    id: uuid().primaryKey().defaultRandom(),
    contactId: uuid()
      .notNull()
      .references(() => contacts.id),
    /** Danger to a customer, or a threat that staff should know of. */
    kind: text({ enum: ['life-safety', 'staff-safety'] }).notNull(),
    raisedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    takenBy: uuid().references(() => colleagues.id),
    takenAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [
    unique('alerted_once').on(t.contactId, t.kind),
    check('taken_says_who_and_when', sql`(${t.takenBy} is null) = (${t.takenAt} is null)`),
  ],
)

/** Each time somebody was called about an alert: whom, which way, and whether that way took it. */
export const alertCalls = pgTable(
  'alert_calls',
  {
    id: uuid().primaryKey().defaultRandom(),
    alertId: uuid()
      .notNull()
      .references(() => alerts.id),
    /** 0 at once; then again and again until somebody takes it. */
    round: integer().notNull(),
    by: text({ enum: ['mail', 'webhook'] }).notNull(),
    /** The desk or person that was called. */
    target: text().notNull(),
    calledAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** Null when it went well. */
    fault: text(),
  },
  (t) => [unique('called_once_a_round').on(t.alertId, t.round, t.by, t.target)],
)
