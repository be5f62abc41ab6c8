import { and, desc, eq, isNull } from 'drizzle-orm'
import { enqueue } from './jobs.ts'
import type { Tx } from './ledger.ts'
import { notices } from './tables/notices.ts'

export type Notice = typeof notices.$inferSelect
export type NewNotice = typeof notices.$inferInsert

/**
 * Keeps a notice as it will be sent and asks for its sending, in this transaction. Null when that kind of notice
 * about that thing exists already: nobody is told twice.
 */
export async function storeNotice(tx: Tx, notice: NewNotice): Promise<string | null> {
  const [kept] = await tx.insert(notices).values(notice).onConflictDoNothing().returning({ id: notices.id })
  if (!kept) return null
  await enqueue(tx, 'send-notice', { noticeId: kept.id })
  return kept.id
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
