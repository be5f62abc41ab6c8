import { and, desc, eq, isNull } from 'drizzle-orm'
import { writeAudit } from './audit.ts'
import type { Tx } from './ledger.ts'
import { markers } from './tables/markers.ts'

export type Marker = typeof markers.$inferSelect

/** A customer's markers, newest first. */
export async function markersOf(tx: Tx, customerId: string): Promise<Marker[]> {
  return await tx
    .select()
    .from(markers)
    .where(eq(markers.customerId, customerId))
    .orderBy(desc(markers.placedAt))
}

type Removal = { markerId: string; colleagueId: string; reason: string; now: Date }

/** Takes a marker off a customer's record. False when that was done already. */
export async function removeMarker(
  tx: Tx,
  { markerId, colleagueId, reason, now }: Removal,
): Promise<boolean> {
  const removed = await tx
    .update(markers)
    .set({ removedAt: now, removedBy: colleagueId, removeReason: reason })
    .where(and(eq(markers.id, markerId), isNull(markers.removedAt)))
    .returning({ id: markers.id })
  if (removed.length === 0) return false
  const actor = `colleague:${colleagueId}`
  await writeAudit(tx, { at: now, actor, action: 'marker removed', aboutId: markerId })
  return true
}
