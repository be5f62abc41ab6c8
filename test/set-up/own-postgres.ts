import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { postgresOn } from '../../bin/alive.js'
import { startPostgres } from '../../bin/postgres.ts'
import { migrate } from '../../db/migrate.ts'

/** A PostgreSQL of the test's own, migrated, which it may freeze, wake and stop as it likes. */
export async function openOwnPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'clearway-own-postgres-'))
  // PostgreSQL does not run as root: another account must be able to enter.
  await chmod(folder, 0o755)
  const server = await startPostgres(folder, 'a-password-for-tests')
  await migrate(server.databaseUrl)
  const sql = postgres(server.databaseUrl, { max: 1 })
  let frozen: number[] = []
  const wake = () => {
    for (const pid of frozen) process.kill(pid, 'SIGCONT')
    frozen = []
  }
  return {
    databaseUrl: server.databaseUrl,
    /** Nothing answers any more, and no connection breaks. */
    async freeze() {
      const pid = postgresOn(join(folder, 'postgres'))
      if (typeof pid !== 'number') throw new Error('the server does not run')
      const backends = await sql`select pid from pg_stat_activity`
      frozen = [pid, ...backends.map((each) => Number(each.pid))]
      for (const each of frozen) process.kill(each, 'SIGSTOP')
    },
    wake,
    async stop() {
      await sql.end({ timeout: 1 })
      await server.stop()
    },
    async close() {
      wake()
      await sql.end({ timeout: 1 })
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
