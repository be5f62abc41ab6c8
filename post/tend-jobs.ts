import { sql } from 'drizzle-orm'
import type { Tx } from '../db/ledger.ts'

/** First of the two numbers of the advisory lock that says "this worker lives"; the second comes from the worker's name. */
export const livingWorker = 'clearway worker'

/**
 * Gives back the jobs of workers that are dead: killed, or cut off from PostgreSQL. Each living worker holds a session
 * lock under its own name, and PostgreSQL lets go of it the moment the process ends, so a restarted gateway does not
 * wait hours for a job that nobody has. `graceSeconds` is for a worker that has only just connected.
 */
export async function freeJobsOfTheDead(db: Tx, graceSeconds: number): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(dead.names)
    from (
      select array_agg(distinct locked_by) as names
      from graphile_worker.jobs
      where locked_by is not null
        and locked_at < now() - make_interval(secs => ${graceSeconds})
        and not exists (
          select 1 from pg_locks
          where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())
            and classid::bigint = hashtext(${livingWorker})::bigint & 4294967295
            and objid::bigint = hashtext(locked_by)::bigint & 4294967295
        )
    ) dead
    where dead.names is not null`)
}

/**
 * The pause between two tries grows, but never past half a minute for an urgent job and five minutes for others, and no
 * job runs out of tries: whoever comes back after a long failure gets everything soon, and nothing is given up.
 */
export async function shortenWaits(db: Tx): Promise<void> {
  for (const [urgency, seconds] of [
    [sql`priority < 0`, 30],
    [sql`priority >= 0`, 300],
  ] as const) {
    await db.execute(sql`
      select graphile_worker.reschedule_jobs(
        waiting.ids, run_at := now() + make_interval(secs => ${seconds}), attempts := 9)
      from (
        select array_agg(id) as ids
        from graphile_worker.jobs
        where locked_at is null and ${urgency} and attempts > 0
          and (run_at > now() + make_interval(secs => ${seconds}) or attempts >= max_attempts)
      ) waiting
      where waiting.ids is not null`)
  }
}
