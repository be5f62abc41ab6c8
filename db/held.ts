import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { writeAudit } from './audit.ts'
import { type ContactRow, enqueueDelivery } from './contacts.ts'
import type { Tx } from './ledger.ts'
import { contacts } from './tables/contacts.ts'
import { notices } from './tables/notices.ts'

type Raising = { contactId: string; by: NonNullable<ContactRow['raisedBy']>; now: Date }

/**
 * The customer says that a held contact cannot wait: it goes to the urgent desk at once, and nobody is asked (I1). False
 * when it is held no more: however often and by however many ways at once it is pressed, it goes once.
 */
export async function raiseContact(tx: Tx, { contactId, by, now }: Raising): Promise<boolean> {
  const [raised] = await tx
    .update(contacts)
    .set({ state: 'releasing', raisedBy: by, raisedAt: now, desk: 'urgent', colleague: null })
    .where(and(eq(contacts.id, contactId), eq(contacts.state, 'held')))
    .returning({ id: contacts.id, lane: contacts.lane, customerId: contacts.customerId })
  if (!raised) return false
  await writeAudit(tx, {
    at: now,
    actor: `customer:${raised.customerId}`,
    action: 'contact sent through',
    aboutId: contactId,
    detail: { by },
  })
  await enqueueDelivery(tx, raised, true)
  return true
}

type Withdrawing = { contactId: string; customerId: string; now: Date }

/** A customer takes a held contact of theirs back. It stays on record; nobody needs to read it. False when it is held no more. */
export async function withdrawContact(tx: Tx, { contactId, customerId, now }: Withdrawing): Promise<boolean> {
  const [withdrawn] = await tx
    .update(contacts)
    .set({ state: 'withdrawn', withdrawnAt: now })
    .where(and(eq(contacts.id, contactId), eq(contacts.customerId, customerId), eq(contacts.state, 'held')))
    .returning({ id: contacts.id })
  if (!withdrawn) return false
  await writeAudit(tx, {
    at: now,
    actor: `customer:${customerId}`,
    action: 'contact taken back',
    aboutId: contactId,
  })
  return true
}

/**
 * The contact that an answer to us is about: the one that the notices it answers are about; without one, the newest that
 * is held of that customer. Null when there is none, or when the one it answers is held no more.
 */
export async function findHeldThatIsMeant(
  tx: Tx,
  { noticeIds, customerId }: { noticeIds: string[]; customerId: string | null },
): Promise<string | null> {
  const answered =
    noticeIds.length === 0
      ? []
      : await tx
          .select({ id: contacts.id, state: contacts.state })
          .from(notices)
          .innerJoin(contacts, eq(contacts.id, notices.aboutId))
          .where(inArray(notices.id, noticeIds))
  if (answered.length > 0) return answered.find(({ state }) => state === 'held')?.id ?? null
  if (!customerId) return null
  const [newest] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), eq(contacts.state, 'held')))
    .orderBy(desc(contacts.receivedAt))
    .limit(1)
  return newest?.id ?? null
}

/** How often this customer said that something cannot wait, and how many of their contacts were ever held. */
export async function countRaised(tx: Tx, customerId: string): Promise<{ raised: number; held: number }> {
  const [row] = await tx
    .select({ raised: count(contacts.raisedAt), held: count() })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), eq(contacts.outcome, 'hold')))
  return row ?? { raised: 0, held: 0 }
}
