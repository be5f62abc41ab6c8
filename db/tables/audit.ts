import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * Who did, saw, released and changed what (I12). Append-only: a database rule refuses update, delete and truncate.
 * `detail` carries ids and facts, never message text.
 */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** 'clearway', 'customer:<id>' or 'colleague:<id>', or 'system:<api key name>'. */
    actor: text().notNull(),
    /** A verb with its object, for example 'contact held'. */
    action: text().notNull(),
    /** The id of the thing it was done to. */
    aboutId: text().notNull(),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [index('audit_about').on(t.aboutId)],
)
