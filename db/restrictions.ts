import { and, desc, eq, isNull } from 'drizzle-orm'
import { stopsAt } from '../rules/in-force.ts'
import { writeAudit } from './audit.ts'
import { releaseHeldBecauseOf } from './contacts.ts'
import { lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { colleagues } from './tables/people.ts'
import { restrictions, warnings } from './tables/restrictions.ts'

/** A restriction as recorded; it also fits `rules/restriction`. */
export type RestrictionRow = typeof restrictions.$inferSelect

/** All of a customer's restrictions, ended ones too: the rules say which are in force. */
export async function restrictionsOf(tx: Tx, customerId: string): Promise<RestrictionRow[]> {
  return await tx
    .select()
    .from(restrictions)
    .where(eq(restrictions.customerId, customerId))
    .orderBy(desc(restrictions.startsAt))
}

export async function getRestriction(tx: Tx, id: string): Promise<RestrictionRow | null> {
  const [found] = await tx.select().from(restrictions).where(eq(restrictions.id, id))
  return found ?? null
}

/** A customer's warnings, newest first, with the name of the colleague who gave each. */
export async function warningsOf(tx: Tx, customerId: string) {
  return await tx
    .select({ warning: warnings, givenBy: { name: colleagues.name, role: colleagues.role } })
    .from(warnings)
    .innerJoin(colleagues, eq(colleagues.id, warnings.givenBy))
    .where(eq(warnings.customerId, customerId))
    .orderBy(desc(warnings.givenAt))
}

type Lift = { restrictionId: string; colleagueId: string; reason: string; now: Date }

/**
 * Ends a restriction now. The next message obeys, because nothing is cached; what is held only because of it is
 * released. False when it had stopped already, so that two colleagues cannot both lift it.
 */
export async function lift(tx: Tx, { restrictionId, colleagueId, reason, now }: Lift): Promise<boolean> {
  const restriction = await getRestriction(tx, restrictionId)
  if (!restriction) return false
  await lockCustomer(tx, restriction.customerId)
  if (stopsAt(restriction) <= now) return false
  const lifted = await tx
    .update(restrictions)
    .set({ liftedAt: now, liftedBy: colleagueId, liftReason: reason })
    .where(and(eq(restrictions.id, restrictionId), isNull(restrictions.liftedAt)))
    .returning({ id: restrictions.id })
  if (lifted.length === 0) return false
  await writeAudit(tx, {
    at: now,
    actor: `colleague:${colleagueId}`,
    action: 'restriction lifted',
    aboutId: restrictionId,
  })
  await releaseHeldBecauseOf(tx, { restrictionId, customerId: restriction.customerId, colleagueId, now })
  return true
}
