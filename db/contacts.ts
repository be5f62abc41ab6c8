import { and, count, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Decision } from '../rules/decide.ts'
import type { Limit, Usage } from '../rules/usage.ts'
import { writeAudit } from './audit.ts'
import { enqueue, jobPriority } from './jobs.ts'
import type { Tx } from './ledger.ts'
import { contacts, originals } from './tables/contacts.ts'
import { customers } from './tables/people.ts'
import { uploads } from './tables/requests.ts'

export type ContactRow = typeof contacts.$inferSelect
export type NewContact = typeof contacts.$inferInsert

/** The decision as it was made, read back from its contact. */
export function decisionOf(contact: ContactRow): Decision {
  const { outcome, lane, counted, desk, colleague, reasons, nextAllowedAt } = contact
  const openRoutes = contact.openRoutes.map((route) => ({
    ...route,
    opensAt: route.opensAt && new Date(route.opensAt),
  }))
  return { outcome, lane, counted, desk, colleague, reasons, nextAllowedAt, openRoutes }
}

export async function findContactByKey(tx: Tx, key: string): Promise<ContactRow | null> {
  const [found] = await tx.select().from(contacts).where(eq(contacts.key, key))
  return found ?? null
}

/**
 * Records a contact with its decision, its original and, unless it is there already, the job that delivers it, in this
 * transaction. Null when the same contact is recorded already; the caller then answers with what was decided first.
 */
export async function recordContact(
  tx: Tx,
  contact: NewContact,
  raw: Buffer | null,
  delivery: 'to deliver' | 'delivered already' = 'to deliver',
): Promise<ContactRow | null> {
  const [recorded] = await tx
    .insert(contacts)
    .values(contact)
    .onConflictDoNothing({ target: contacts.key })
    .returning()
  if (!recorded) return null
  if (raw) await tx.insert(originals).values({ contactId: recorded.id, raw })
  if (recorded.outcome === 'deliver' && delivery === 'to deliver') await enqueueDelivery(tx, recorded)
  await writeAudit(tx, {
    at: recorded.receivedAt,
    actor: 'clearway',
    action: recorded.outcome === 'hold' ? 'contact held' : 'contact passed',
    aboutId: recorded.id,
    detail: {
      channel: recorded.channel,
      lane: recorded.lane,
      sender: recorded.sender,
      counted: recorded.counted,
      ...(recorded.fileNames.length > 0 && { files: recorded.fileNames.length }),
      reasons: recorded.reasons.map((reason) => reason.code).join(' '),
    },
  })
  return recorded
}

/** Asks for its delivery. What is not ordinary, by its lane or by what a person said of it since, goes first. */
export async function enqueueDelivery(
  tx: Tx,
  contact: { id: string; lane: ContactRow['lane'] },
  isPressing = false,
): Promise<void> {
  const priority = contact.lane === 'ordinary' && !isPressing ? jobPriority.ordinary : jobPriority.urgent
  await enqueue(tx, 'deliver-contact', { contactId: contact.id }, priority)
}

/** Counted contacts in each limit's span so far. The caller adds the contact that it asks about. */
export async function usageOf(tx: Tx, customerId: string, limits: Limit[]): Promise<Usage> {
  const usage = new Map<string, number>()
  for (const { key, from, to } of limits) {
    const [row] = await tx
      .select({ used: count() })
      .from(contacts)
      .where(
        and(
          eq(contacts.customerId, customerId),
          eq(contacts.counted, true),
          gte(contacts.receivedAt, from),
          lt(contacts.receivedAt, to),
        ),
      )
    if (row) usage.set(key, row.used)
  }
  return usage
}

const withCustomer = {
  contact: contacts,
  customer: { id: customers.id, reference: customers.reference, name: customers.name },
}

/** Everything that waits for a person, the oldest reading promise first (I13). `rules/triage` puts it in the order of reading. */
export async function heldContacts(tx: Tx) {
  return await tx
    .select(withCustomer)
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(eq(contacts.state, 'held'))
    .orderBy(contacts.readDueAt, contacts.receivedAt)
}

/** One contact with its customer and its original, or null. */
export async function getContact(tx: Tx, id: string) {
  const [found] = await tx
    .select({ ...withCustomer, raw: originals.raw })
    .from(contacts)
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(originals, eq(originals.contactId, contacts.id))
    .where(eq(contacts.id, id))
  return found ?? null
}

/** Newest first; `skip` leaves out the first ones, for the next page. */
export async function contactsOf(tx: Tx, customerId: string, most = 100, skip = 0): Promise<ContactRow[]> {
  return await tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(desc(contacts.receivedAt), desc(contacts.id))
    .limit(most)
    .offset(skip)
}

export type Settle = { contactId: string; colleagueId: string; now: Date }

/** Sends a held contact on. One of two colleagues who act at once wins; the other is told that it is settled already. */
export async function releaseContact(tx: Tx, settle: Settle): Promise<'released' | 'already-settled'> {
  return (await settleHeld(tx, settle, { state: 'releasing' })) ? 'released' : 'already-settled'
}

type Outcome = {
  state: 'releasing' | 'read'
  /** The desk it goes to, where that is another one now. */
  desk?: string
  /** What was read and recorded can still be sent on, when somebody finds that it has to be. */
  from?: 'held' | 'read'
}

/** A colleague settles what is held, once: false when somebody was quicker. What is sent on is asked to be delivered. */
export async function settleHeld(
  tx: Tx,
  { contactId, colleagueId, now }: Settle,
  { state, desk, from = 'held' }: Outcome,
): Promise<boolean> {
  const [done] = await tx
    .update(contacts)
    .set({ state, settledBy: colleagueId, settledAt: now, ...(desk && { desk, colleague: null }) })
    .where(and(eq(contacts.id, contactId), eq(contacts.state, from)))
    .returning({ id: contacts.id, lane: contacts.lane })
  if (!done) return false
  const action = state === 'read' ? 'contact read and recorded' : 'contact released'
  const detail = desk ? { desk } : undefined
  await writeAudit(tx, { at: now, actor: `colleague:${colleagueId}`, action, aboutId: contactId, detail })
  if (state === 'releasing') await enqueueDelivery(tx, done, desk !== undefined)
  return true
}

type Lifted = { restrictionId: string; customerId: string; colleagueId: string; now: Date }

/** Releases what is held only because of one restriction: when the cause ends, so does the hold. */
export async function releaseHeldBecauseOf(tx: Tx, { restrictionId, customerId, colleagueId, now }: Lifted) {
  const held = await tx
    .select({ id: contacts.id, reasons: contacts.reasons })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), eq(contacts.state, 'held')))
  for (const contact of held) {
    if (contact.reasons.every((reason) => reason.restrictionId === restrictionId)) {
      await releaseContact(tx, { contactId: contact.id, colleagueId, now })
    }
  }
}

/**
 * Onward delivery is confirmed. What passed for somebody without a restriction is erased now, and only its line of
 * audit stays; whatever concerned a restriction is kept with its case, and so is what `isKept` names.
 */
export async function markDelivered(tx: Tx, contactId: string, now: Date, isKept = false): Promise<void> {
  const [moved] = await tx
    .update(contacts)
    .set({
      state: sql`case when ${contacts.state} = 'releasing' then 'released' else 'delivered' end`,
      deliveredAt: now,
    })
    .where(and(eq(contacts.id, contactId), inArray(contacts.state, ['delivering', 'releasing'])))
    .returning()
  if (!moved) return
  await writeAudit(tx, {
    at: now,
    actor: 'clearway',
    action: 'contact delivered',
    aboutId: contactId,
    detail: { desk: moved.desk },
  })
  if (
    !isKept &&
    moved.outcome === 'deliver' &&
    moved.reasons.every((reason) => erasedAfterDelivery.has(reason.code))
  ) {
    await tx
      .update(contacts)
      .set({ subject: null, body: null, fromAddress: null, fileNames: [], why: [], erasedAt: now })
      .where(eq(contacts.id, contactId))
    await tx.delete(originals).where(eq(originals.contactId, contactId))
    await tx.delete(uploads).where(eq(uploads.aboutId, contactId))
  }
}

const erasedAfterDelivery = new Set([
  'not-checked',
  'no-restriction',
  'sender-unknown',
  'sender-unverified',
  'sender-robot',
  'sender-doubtful',
])

/** How many contacts are in each state: together they are all that was ever received (I4). */
export async function countByState(tx: Tx): Promise<Record<ContactRow['state'], number>> {
  const rows = await tx
    .select({ state: contacts.state, number: count() })
    .from(contacts)
    .groupBy(contacts.state)
  const none = { delivering: 0, delivered: 0, held: 0, releasing: 0, released: 0, read: 0, withdrawn: 0 }
  return rows.reduce((counts, row) => Object.assign(counts, { [row.state]: row.number }), none)
}
