import { sql } from 'drizzle-orm'
import type { Tx } from './ledger.ts'

/** Everything that is done after a fact is written, with what it needs to know. */
export type Jobs = {
  'deliver-contact': { contactId: string }
  /** `to`: the address that wrote, where the notice answers it: it is this customer's, and may be erased by then. */
  'send-notice': { noticeId: string; to?: string }
  /** `until`: tried again until then; after that the round is over and what went wrong is recorded. */
  'call-alert': { alertId: string; round: number; by: 'mail' | 'webhook'; until: string }
  'escalate-alert': { alertId: string; round: number }
}

/** Lower runs first. */
export const jobPriority = { urgent: -10, ordinary: 0 } as const

/**
 * `afterSeconds`: not before so many seconds of the database's time. `key`: one job of that key waits at a time, the
 * newer in the older's place; with `isOnce` the older stays as it is. Jobs of one `queue` run one after another.
 */
type How = { afterSeconds?: number; key?: string; isOnce?: boolean; queue?: string }

/**
 * Asks for a job in the same transaction as the facts: both are kept or neither is, so a crash loses no job.
 * Tried for about a week with back-off; whatever still fails stays in the table where colleagues can see its age.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  priority: number = jobPriority.ordinary,
  { afterSeconds = 0, key, isOnce = false, queue }: How = {},
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, max_attempts := 25, priority := ${priority},
      run_at := now() + make_interval(secs => ${afterSeconds}), job_key := ${key ?? null}, queue_name := ${queue ?? null},
      job_key_mode := ${isOnce ? 'unsafe_dedupe' : 'replace'})`,
  )
}
