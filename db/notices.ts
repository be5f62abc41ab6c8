import { and, count, desc, eq, gt, isNull } from 'drizzle-orm'
import { enqueue, jobPriority } from './jobs.ts'
import type { Tx } from './ledger.ts'
import { notices } from './tables/notices.ts'

export type Notice = typeof notices.$inferSelect
export type NewNotice = typeof notices.$inferInsert

/**
 * Keeps a notice as it will be sent and asks for its sending, in this transaction. Null when that kind of notice
 * about that thing exists already: nobody is told twice. `to`: the one of the customer's addresses that it answers.
 */
export async function storeNotice(
  tx: Tx,
  notice: NewNotice,
  { to }: { to?: string } = {},
): Promise<string | null> {
  const [kept] = await tx.insert(notices).values(notice).onConflictDoNothing().returning({ id: notices.id })
  if (!kept) return null
  const priority = notice.kind === 'urgent-receipt' ? jobPriority.urgent : jobPriority.ordinary
  await enqueue(tx, 'send-notice', { noticeId: kept.id, to }, priority)
  return kept.id
}

/** How many notices of a kind a customer was sent since then. */
export async function countNotices(
  tx: Tx,
  customerId: string,
  kind: Notice['kind'],
  since: Date,
): Promise<number> {
  const [row] = await tx
    .select({ number: count() })
    .from(notices)
    .where(and(eq(notices.customerId, customerId), eq(notices.kind, kind), gt(notices.writtenAt, since)))
  return row?.number ?? 0
}

export async function getNotice(tx: Tx, id: string): Promise<Notice | null> {
  const [found] = await tx.select().from(notices).where(eq(notices.id, id))
  return found ?? null
}

/** What a customer was told about one thing, for example a held contact. */
export async function noticesAbout(tx: Tx, aboutId: string): Promise<Notice[]> {
  return await tx.select().from(notices).where(eq(notices.aboutId, aboutId)).orderBy(notices.writtenAt)
}

/** Newest first. */
export async function noticesOf(tx: Tx, customerId: string): Promise<Notice[]> {
  return await tx
    .select()
    .from(notices)
    .where(eq(notices.customerId, customerId))
    .orderBy(desc(notices.writtenAt))
}

/** Adds the time of sending, once. */
export async function markSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(notices)
    .set({ sentAt: now })
    .where(and(eq(notices.id, id), isNull(notices.sentAt)))
}
