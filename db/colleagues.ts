import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from './ledger.ts'
import { colleagues } from './tables/people.ts'

export type Colleague = typeof colleagues.$inferSelect

export async function getColleague(tx: Tx, id: string): Promise<Colleague | null> {
  const [found] = await tx.select().from(colleagues).where(eq(colleagues.id, id))
  return found ?? null
}

/** Only somebody who still works here. */
export async function findActiveColleague(tx: Tx, email: string): Promise<Colleague | null> {
  const wanted = email.trim().toLowerCase()
  const [found] = await tx
    .select()
    .from(colleagues)
    .where(and(eq(colleagues.email, wanted), eq(colleagues.active, true)))
  return found ?? null
}

/** Everybody who works here now, in the order in which they were added. */
export async function activeColleagues(tx: Tx): Promise<Colleague[]> {
  return await tx
    .select()
    .from(colleagues)
    .where(eq(colleagues.active, true))
    .orderBy(colleagues.createdAt, colleagues.email)
}

/** Names by id, for those who decided, released or lifted. Those who have left keep their names. */
export async function namesOfColleagues(tx: Tx, ids: string[]): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(colleagues)
    .where(inArray(colleagues.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
