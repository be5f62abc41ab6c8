import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { AlertSettings } from '../policies/landlord.ts'
import { personOfRound } from '../rules/alerts.ts'
import { enqueue, type Jobs, jobPriority } from './jobs.ts'
import type { Tx } from './ledger.ts'
import { alertCalls, alerts } from './tables/alerts.ts'

export type AlertCall = typeof alertCalls.$inferSelect
type Way = AlertCall['by']
type Call = { alertId: string; round: number }

function keyOf({ alertId, round }: Call, by: Way): string {
  return `alert:${alertId}:${round}:${by}`
}

/**
 * Asks for one call by mail or by webhook. All mail goes one after another, so that what is called at once can be
 * gathered; webhooks wait for nobody but their own address.
 */
export async function enqueueCall(
  tx: Tx,
  call: Jobs['call-alert'],
  target: string,
  afterSeconds = 0,
): Promise<void> {
  await enqueue(tx, 'call-alert', call, jobPriority.urgent, {
    afterSeconds,
    key: keyOf(call, call.by),
    queue: call.by === 'mail' ? 'alert-mail' : `alert-webhook ${target}`,
  })
}

/**
 * Begins a round of calls: the person whose turn it is, by each way that they have, and the next round for when nobody has taken
 * the alert by then. All in one transaction, so that a process that is killed leaves a whole round or none.
 */
export async function beginRound(
  tx: Tx,
  { alertId, round, now }: Call & { now: Date },
  { minutes, chain }: AlertSettings,
): Promise<void> {
  const person = personOfRound(chain, round)
  const until = new Date(now.getTime() + minutes * 60_000).toISOString()
  const ways = person.webhook ? (['mail', 'webhook'] as const) : (['mail'] as const)
  // Said all at once: an emergency does not wait for one answer after another.
  await Promise.all([
    ...ways.map((by) => enqueueCall(tx, { alertId, round, by, until }, person.name)),
    enqueue(tx, 'escalate-alert', { alertId, round: round + 1 }, jobPriority.urgent, {
      afterSeconds: minutes * 60,
      key: `alert:${alertId}:${round + 1}`,
      isOnce: true,
    }),
  ])
}

/** Whether a call of this round, or of a later one, was made: by one way, or by any. */
export async function wasCalled(tx: Tx, { alertId, round }: Call, by?: Way): Promise<boolean> {
  const [found] = await tx
    .select({ id: alertCalls.id })
    .from(alertCalls)
    .where(
      and(
        eq(alertCalls.alertId, alertId),
        by ? and(eq(alertCalls.round, round), eq(alertCalls.by, by)) : gte(alertCalls.round, round),
      ),
    )
    .limit(1)
  return found !== undefined
}

/**
 * Writes down what came of calls, once for each round, way and person, however often it is said. Those that were
 * gathered by the first of them wait no longer.
 */
export async function recordCalls(
  tx: Tx,
  calls: [Call, ...Call[]],
  what: { by: Way; target: string; calledAt: Date; fault: string | null },
): Promise<void> {
  await tx
    .insert(alertCalls)
    .values(calls.map(({ alertId, round }) => ({ alertId, round, ...what })))
    .onConflictDoNothing()
  const [, ...gathered] = calls.map((call) => keyOf(call, what.by))
  if (gathered.length > 0)
    await tx.execute(
      sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key in ${gathered}`,
    )
}

/** When this person was last reached by mail about any alert, or null. */
export async function lastMailTo(tx: Tx, target: string): Promise<Date | null> {
  const [last] = await tx
    .select({ calledAt: alertCalls.calledAt })
    .from(alertCalls)
    .where(and(eq(alertCalls.by, 'mail'), eq(alertCalls.target, target), isNull(alertCalls.fault)))
    .orderBy(desc(alertCalls.calledAt))
    .limit(1)
  return last?.calledAt ?? null
}

/** The calls by mail that wait now, of alerts that nobody has taken. */
export async function waitingMails(tx: Tx): Promise<Call[]> {
  const rows = await tx.execute<{ alert_id: string; round: number }>(sql`
    select ${alerts.id} as alert_id, split_part(job.key, ':', 3)::int as round
    from graphile_worker.jobs job join ${alerts} on ${alerts.id}::text = split_part(job.key, ':', 2)
    where job.task_identifier = 'call-alert' and job.key like 'alert:%:mail' and ${alerts.takenAt} is null
    order by ${alerts.raisedAt}`)
  return rows.map(({ alert_id, round }) => ({ alertId: alert_id, round }))
}

/** What was done about these alerts, in its order. */
export async function callsOf(tx: Tx, alertIds: string[]): Promise<AlertCall[]> {
  if (alertIds.length === 0) return []
  return await tx
    .select()
    .from(alertCalls)
    .where(inArray(alertCalls.alertId, alertIds))
    .orderBy(alertCalls.calledAt, alertCalls.round, alertCalls.by)
}

/** A call that did not get through yet and is tried again, with the code of what went wrong. */
export type FailingCall = Call & { by: Way; fault: string }

/** What is being tried again for these alerts. */
export async function failingCalls(tx: Tx, alertIds: string[]): Promise<FailingCall[]> {
  if (alertIds.length === 0) return []
  const rows = await tx.execute<{ key: string; last_error: string }>(sql`
    select key, last_error from graphile_worker.jobs
    where task_identifier = 'call-alert' and last_error is not null and split_part(key, ':', 2) in ${alertIds}`)
  return rows.map(({ key, last_error }) => {
    const [, alertId = '', round = '', by] = key.split(':')
    const fault = /\(([^()]*)\)$/.exec(last_error)?.[1] ?? 'unknown'
    return { alertId, round: Number(round), by: by as Way, fault }
  })
}
