import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as migrateSchema } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Brings the ledger and the job tables to this version. Safe when several processes start at once: they take turns. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    await client`select pg_advisory_lock(hashtext('clearway migrations'))`
    await migrateSchema(drizzle(client), { migrationsFolder: folder })
    await runMigrations({ connectionString: databaseUrl })
  } finally {
    await client.end()
  }
}
