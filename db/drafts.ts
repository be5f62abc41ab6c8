import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from './ledger.ts'
import { drafts } from './tables/requests.ts'

export type Draft = typeof drafts.$inferSelect

/** Whose draft it is, of which form, and what it is about. */
export type DraftOf = { customerId: string; form: string; about: string }

function isOf({ customerId, form, about }: DraftOf) {
  return and(eq(drafts.customerId, customerId), eq(drafts.form, form), eq(drafts.about, about))
}

/** Adds answers to a draft, and begins it where there is none. What was answered before stays. */
export async function saveDraft(
  tx: Tx,
  of: DraftOf,
  answers: Record<string, string>,
  now: Date,
): Promise<Draft> {
  const [saved] = await tx
    .insert(drafts)
    .values({ ...of, answers, changedAt: now })
    .onConflictDoUpdate({
      target: [drafts.customerId, drafts.form, drafts.about],
      set: { answers: sql`${drafts.answers} || excluded.answers`, changedAt: now },
    })
    .returning()
  if (!saved) throw new Error('a draft was not saved')
  return saved
}

export async function findDraft(tx: Tx, of: DraftOf): Promise<Draft | null> {
  const [found] = await tx.select().from(drafts).where(isOf(of))
  return found ?? null
}

/** What a customer has begun with one form, whatever it is about. */
export async function draftsOf(tx: Tx, customerId: string, form: string): Promise<Draft[]> {
  return await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.customerId, customerId), eq(drafts.form, form)))
}

/** It was sent, so what was kept on the way is not needed any more. */
export async function removeDraft(tx: Tx, of: DraftOf): Promise<void> {
  await tx.delete(drafts).where(isOf(of))
}
