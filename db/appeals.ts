import { and, asc, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { type SubjectOf, subjectOf } from './appeal-subjects.ts'
import { writeAudit } from './audit.ts'
import type { Tx } from './ledger.ts'
import { appeals } from './tables/appeals.ts'
import { audit } from './tables/audit.ts'
import { contacts } from './tables/contacts.ts'
import { customers } from './tables/people.ts'

export type Appeal = typeof appeals.$inferSelect

const columns = {
  restriction: appeals.restrictionId,
  warning: appeals.warningId,
  marker: appeals.markerId,
}

/** The appeal against something, or null. There is one at the most. */
export async function findAppealAgainst(tx: Tx, { kind, id }: SubjectOf): Promise<Appeal | null> {
  const [found] = await tx.select().from(appeals).where(eq(columns[kind], id))
  return found ?? null
}

/** The one of these appeals that is against that. */
export function appealAgainst(all: Appeal[], { kind, id }: SubjectOf): Appeal | null {
  return all.find((each) => subjectOf(each).kind === kind && subjectOf(each).id === id) ?? null
}

export async function getAppeal(tx: Tx, id: string): Promise<Appeal | null> {
  const [found] = await tx.select().from(appeals).where(eq(appeals.id, id))
  return found ?? null
}

/** A customer's appeals, newest first. */
export async function appealsOf(tx: Tx, customerId: string): Promise<Appeal[]> {
  return await tx
    .select()
    .from(appeals)
    .where(eq(appeals.customerId, customerId))
    .orderBy(desc(appeals.lodgedAt))
}

/** Every appeal with its customer: those that wait first, by the day they are due; then what was decided, newest first. */
export async function allAppeals(tx: Tx, most = 200) {
  return await tx
    .select({
      appeal: appeals,
      customer: { id: customers.id, reference: customers.reference, name: customers.name },
    })
    .from(appeals)
    .innerJoin(customers, eq(customers.id, appeals.customerId))
    .orderBy(
      desc(isNull(appeals.ruling)),
      asc(sql`case when ${appeals.ruling} is null then ${appeals.dueOn} end`),
      desc(appeals.decidedAt),
    )
    .limit(most)
}

/** A line of audit that also tells the customer that somebody looks at their appeal. */
const opened = 'appeal opened by its reviewer'

export async function markOpened(
  tx: Tx,
  { appealId, colleagueId, now }: { appealId: string; colleagueId: string; now: Date },
): Promise<void> {
  await writeAudit(tx, { at: now, actor: `colleague:${colleagueId}`, action: opened, aboutId: appealId })
}

/** Whether somebody who may hear it has opened it. */
export async function wasOpened(tx: Tx, appealId: string): Promise<boolean> {
  const lines = await tx
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.aboutId, appealId), eq(audit.action, opened)))
    .limit(1)
  return lines.length > 0
}

/** Messages that a customer sent under the reference of their appeal (I7), newest first. What is erased is not found. */
export async function contactsUnder(tx: Tx, { customerId, reference }: Appeal) {
  const named = `%${reference}%`
  return await tx
    .select({ id: contacts.id, channel: contacts.channel, receivedAt: contacts.receivedAt })
    .from(contacts)
    .where(
      and(
        eq(contacts.customerId, customerId),
        or(ilike(contacts.subject, named), ilike(contacts.body, named)),
      ),
    )
    .orderBy(desc(contacts.receivedAt))
    .limit(50)
}
