import { and, asc, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { AlertSettings } from '../policies/landlord.ts'
import type { AlertKind } from '../rules/alerts.ts'
import { beginRound, wasCalled } from './alert-calls.ts'
import { writeAudit } from './audit.ts'
import type { Tx } from './ledger.ts'
import { alerts } from './tables/alerts.ts'
import { contacts } from './tables/contacts.ts'
import { colleagues, customers } from './tables/people.ts'

type Raise = { contactId: string; kind: AlertKind; now: Date }

/**
 * Calls for a person because of a contact, in the transaction that records it: alert, first calls and what follows if nobody
 * comes are kept with the contact, or none of them is. Null when this contact has raised this kind of alert already.
 */
export async function raiseAlert(
  tx: Tx,
  { contactId, kind, now }: Raise,
  settings: AlertSettings,
): Promise<string | null> {
  const [raised] = await tx
    .insert(alerts)
    .values({ contactId, kind, raisedAt: now })
    .onConflictDoNothing({ target: [alerts.contactId, alerts.kind] })
    .returning({ id: alerts.id })
  if (!raised) return null
  await Promise.all([
    beginRound(tx, { alertId: raised.id, round: 0, now }, settings),
    writeAudit(tx, {
      at: now,
      actor: 'clearway',
      action: 'alert raised',
      aboutId: contactId,
      detail: { alert: raised.id, kind },
    }),
  ])
  return raised.id
}

/** The next round of calls, unless somebody has taken the alert or the round has begun already. */
export async function escalate(
  tx: Tx,
  { alertId, round, now }: { alertId: string; round: number; now: Date },
  settings: AlertSettings,
): Promise<void> {
  const [open] = await tx
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.id, alertId), isNull(alerts.takenAt)))
  if (open && !(await wasCalled(tx, { alertId, round })))
    await beginRound(tx, { alertId, round, now }, settings)
}

const columns = {
  id: alerts.id,
  contactId: alerts.contactId,
  kind: alerts.kind,
  raisedAt: alerts.raisedAt,
  takenAt: alerts.takenAt,
  takenBy: colleagues.name,
  takenById: alerts.takenBy,
  channel: contacts.channel,
  lane: contacts.lane,
  desk: contacts.desk,
  customer: { id: customers.id, reference: customers.reference, name: customers.name },
}

function select(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(alerts)
    .innerJoin(contacts, eq(contacts.id, alerts.contactId))
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .leftJoin(colleagues, eq(colleagues.id, alerts.takenBy))
    .where(where)
}

/** An alert with whose contact raised it, the way it came and the colleague who took it. */
export type Alert = Awaited<ReturnType<typeof openAlerts>>[number]

/** Everything that nobody has taken, the oldest first. */
export async function openAlerts(tx: Tx) {
  return await select(tx, isNull(alerts.takenAt)).orderBy(asc(alerts.raisedAt), asc(alerts.id))
}

/** What was taken, the newest first. */
export async function takenAlerts(tx: Tx, most = 200): Promise<Alert[]> {
  return await select(tx, isNotNull(alerts.takenAt)).orderBy(desc(alerts.takenAt)).limit(most)
}

/** What one contact called for. */
export async function alertsAbout(tx: Tx, contactId: string): Promise<Alert[]> {
  return await select(tx, eq(alerts.contactId, contactId)).orderBy(asc(alerts.kind))
}

export async function getAlert(tx: Tx, id: string): Promise<Alert | null> {
  const [found] = await select(tx, eq(alerts.id, id))
  return found ?? null
}

type Take = { alertId: string; colleagueId: string; now: Date; from: 'console' | 'mail' }

/** A person takes it, and nobody else is called. One of two colleagues at once wins; the other changes nothing. */
export async function takeAlert(tx: Tx, { alertId, colleagueId, now, from }: Take): Promise<void> {
  const [taken] = await tx
    .update(alerts)
    .set({ takenBy: colleagueId, takenAt: now })
    .where(and(eq(alerts.id, alertId), isNull(alerts.takenAt)))
    .returning({ contactId: alerts.contactId, kind: alerts.kind })
  if (!taken) return
  await writeAudit(tx, {
    at: now,
    actor: `colleague:${colleagueId}`,
    action: 'alert taken',
    aboutId: taken.contactId,
    detail: { alert: alertId, kind: taken.kind, from },
  })
}
