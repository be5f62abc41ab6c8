import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { channels } from '../../rules/channel.ts'
import type { Reason } from '../../rules/decide.ts'
import { lanes } from '../../rules/lane.ts'
import type { OpenRoute } from '../../rules/opening.ts'
import { bytea } from './bytea.ts'
import { colleagues, customers } from './people.ts'

export const contactStates = [
  'delivering',
  'delivered',
  'held',
  'releasing',
  'released',
  'read',
  'withdrawn',
] as const

/** How a customer said that a held contact cannot wait: the link in the answer, the reply word, or their own page. */
export const raisedBy = ['link', 'reply', 'page'] as const

export const senders = ['known', 'unverified', 'unknown', 'doubtful', 'robot'] as const

/**
 * One contact on any channel with its decision. `received = delivered + held + released + read + withdrawn` at every instant (I4):
 * a contact is in exactly one `state`, and the checks tie each state to what must be true of it.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The same key is the same contact: recorded once, counted once, delivered once. */
    key: text().notNull().unique(),
    channel: text({ enum: channels }).notNull(),
    customerId: uuid().references(() => customers.id),
    /** As it was written: an address, a number or a reference. Null once erased. */
    fromAddress: text(),
    sender: text({ enum: senders }).notNull(),
    subject: text(),
    /** Readable text. Null once erased. */
    body: text(),
    fileNames: text().array().notNull().default([]),
    messageId: text(),
    /** True when the message could not be taken apart: the raw bytes are kept and a person reads them. */
    unparsed: boolean().notNull().default(false),
    /** When the landlord became aware. */
    receivedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    outcome: text({ enum: ['deliver', 'hold'] }).notNull(),
    lane: text({ enum: lanes }).notNull(),
    /** The words that decided the lane. */
    why: text().array().notNull().default([]),
    /** How near the classifier came to letting it through: 0 surely ordinary, 1 nearly through. Held ones are read in this order. */
    doubt: real().notNull().default(0),
    counted: boolean().notNull(),
    desk: text().notNull(),
    /** The named colleague ordinary contact goes to, by code in the landlord's settings. */
    colleague: text(),
    reasons: jsonb().$type<Reason[]>().notNull(),
    nextAllowedAt: timestamp({ withTimezone: true, mode: 'date' }),
    openRoutes: jsonb().$type<OpenRoute[]>().notNull(),
    state: text({ enum: contactStates }).notNull(),
    deliveredAt: timestamp({ withTimezone: true, mode: 'date' }),
    /** The end of the working day by which a person reads a held contact (I13). */
    readDueAt: timestamp({ withTimezone: true, mode: 'date' }),
    settledBy: uuid().references(() => colleagues.id),
    settledAt: timestamp({ withTimezone: true, mode: 'date' }),
    /** The customer said that it cannot wait, which sends it through at once and asks nobody. */
    raisedBy: text({ enum: raisedBy }),
    raisedAt: timestamp({ withTimezone: true, mode: 'date' }),
    /** The customer took it back. It stays recorded; nobody needs to read it. */
    withdrawnAt: timestamp({ withTimezone: true, mode: 'date' }),
    erasedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (t) => [
    index('counted_contacts').on(t.customerId, t.receivedAt).where(sql`counted`),
    index('contacts_of_customer').on(t.customerId, t.receivedAt),
    index('contacts_by_state').on(t.state, t.receivedAt),
    // I1, I7: whatever the rules are changed to, these can never be held.
    check('only_ordinary_is_held', sql`${t.outcome} = 'deliver' or ${t.lane} = 'ordinary'`),
    check(
      'only_a_known_customer_is_held',
      sql`${t.outcome} = 'deliver' or (${t.sender} = 'known' and ${t.customerId} is not null)`,
    ),
    check(
      'held_says_why_and_by_when_it_is_read',
      sql`${t.outcome} = 'deliver' or (jsonb_array_length(${t.reasons}) > 0 and ${t.readDueAt} is not null)`,
    ),
    check(
      'a_hold_names_an_open_way',
      sql`${t.outcome} = 'deliver' or jsonb_array_length(${t.openRoutes}) > 0`,
    ),
    check(
      'only_ordinary_is_counted',
      sql`not ${t.counted} or (${t.lane} = 'ordinary' and ${t.sender} = 'known' and ${t.outcome} = 'deliver')`,
    ),
    check(
      'state_fits_outcome',
      sql`(${t.outcome} = 'deliver') = (${t.state} in ('delivering', 'delivered'))`,
    ),
    check(
      'somebody_settles',
      sql`case ${t.state} when 'read' then ${t.settledAt} is not null when 'releasing' then ${t.settledAt} is not null or ${t.raisedAt} is not null when 'released' then ${t.settledAt} is not null or ${t.raisedAt} is not null else ${t.settledAt} is null and ${t.raisedAt} is null end`,
    ),
    check('doubt_is_a_share', sql`${t.doubt} between 0 and 1`),
    check('settled_says_who', sql`(${t.settledBy} is null) = (${t.settledAt} is null)`),
    check('raised_says_how', sql`(${t.raisedBy} is null) = (${t.raisedAt} is null)`),
    check('withdrawn_says_when', sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    check(
      'delivered_says_when',
      sql`(${t.state} in ('delivered', 'released')) = (${t.deliveredAt} is not null)`,
    ),
    check(
      'held_is_never_erased',
      sql`${t.erasedAt} is null or ${t.state} not in ('held', 'releasing', 'delivering')`,
    ),
  ],
)

/** The message as it arrived, byte for byte. Apart from its contact, so that lists stay quick and erasing is one delete. */
export const originals = pgTable('originals', {
  contactId: uuid()
    .primaryKey()
    .references(() => contacts.id),
  raw: bytea().notNull(),
})
