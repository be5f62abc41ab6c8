import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Draft } from './drafts.ts'
import type { Tx } from './ledger.ts'
import { appealMessages, appeals } from './tables/appeals.ts'
import { audit } from './tables/audit.ts'
import { drafts, requests } from './tables/requests.ts'

/** Appeals in which a reviewer has asked something and the customer has not written since. */
export async function openQuestions(
  tx: Tx,
  customerId: string,
): Promise<{ id: string; reference: string }[]> {
  const last = sql`(select ${appealMessages.askedBy} is not null from ${appealMessages}
    where ${appealMessages.appealId} = ${appeals.id} order by ${appealMessages.writtenAt} desc limit 1)`
  return await tx
    .select({ id: appeals.id, reference: appeals.reference })
    .from(appeals)
    .where(and(eq(appeals.customerId, customerId), isNull(appeals.ruling), last))
}

/** Answers that their customer has not opened yet: a line of audit says when they do. */
export async function unreadAnswers(
  tx: Tx,
  customerId: string,
): Promise<{ id: string; reference: string }[]> {
  const wasRead = sql`exists (select 1 from ${audit} where ${audit.aboutId} = ${requests.id}::text and ${audit.action} = ${answerRead})`
  return await tx
    .select({ id: requests.id, reference: requests.reference })
    .from(requests)
    .where(
      and(eq(requests.customerId, customerId), sql`${requests.answeredAt} is not null and not ${wasRead}`),
    )
    .orderBy(requests.answeredAt)
}

/** What a customer has begun and not sent, with any form. Newest first. */
export async function begunBy(tx: Tx, customerId: string): Promise<Draft[]> {
  return await tx
    .select()
    .from(drafts)
    .where(eq(drafts.customerId, customerId))
    .orderBy(desc(drafts.changedAt))
}

/** What the audit says when a customer opens an answer. */
export const answerRead = 'answer read'
