import { randomBytes } from 'node:crypto'
import postgres from 'postgres'

/** One template for each run, or for each folder, so that two on one server do not disturb each other. */
const run =
  process.env.TEST_RUN ??
  process
    .cwd()
    .replace(/[^a-z0-9]+/gi, '_')
    .toLowerCase()
    .slice(-40)
export const templateName = `clearway_template_${run}`

/** The PostgreSQL server that tests make their databases on. */
export function serverUrl(): string {
  return process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
}

export function databaseNamed(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

/** A migrated, empty database of one's own. `close` throws it away with whatever is still connected. */
export async function openTestDatabase() {
  const server = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  const name = `clearway_test_${randomBytes(6).toString('hex')}`
  await server.unsafe(`create database ${name} template ${templateName}`)
  const databaseUrl = databaseNamed(name)
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined })
  return {
    databaseUrl,
    sql,
    async close() {
      await sql.end({ timeout: 5 })
      await server.unsafe(`drop database if exists ${name} with (force)`)
      await server.end()
    },
  }
}

/** The Redis that tests use, or null where there is none. */
export function redisUrl(): string | null {
  return process.env.TEST_REDIS_URL ?? null
}
