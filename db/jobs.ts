import { sql } from 'drizzle-orm'
import type { Tx } from './ledger.ts'

/** Everything that is done after a fact is written, with what it needs to know. */
export type Jobs = {
  'deliver-contact': { contactId: string }
  'send-notice': { noticeId: string }
}

/** Lower runs first. */
export const jobPriority = { urgent: -10, ordinary: 0 } as const

/**
 * Asks for a job in the same transaction as the facts: both are kept or neither is, so a crash loses no job.
 * Tried for about a week with back-off; whatever still fails stays in the table where colleagues can see its age.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  priority: number = jobPriority.ordinary,
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, max_attempts := 25, priority := ${priority})`,
  )
}
