import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import postgres from 'postgres'
import { startPostgres } from './postgres.ts'
import { Refusal } from './refusal.ts'

/** Undoes what was started for this run. */
export type Closing = (() => Promise<unknown>)[]

/** TEST_DATABASE_URL, else a PostgreSQL on its usual port that lets us in, else the embedded one. */
export async function findPostgres(scratch: string, closing: Closing): Promise<string> {
  const { TEST_DATABASE_URL: named } = process.env
  if (named && (await answers(named))) return named
  if (named)
    throw new Refusal('TEST_DATABASE_URL names a PostgreSQL that does not let us make databases. Correct it.')
  const usual = 'postgres://postgres@127.0.0.1:5432/postgres'
  if (await answers(usual)) return usual
  console.log('No PostgreSQL was found: starting the embedded one.')
  const server = await startPostgres(scratch, 'clearway')
  closing.push(() => server.stop())
  return server.databaseUrl
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2 })
  const [row] =
    await sql`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`.catch(
      () => [],
    )
  await sql.end()
  return Boolean(row?.may)
}

/** REDIS_URL, else a Redis on its usual port, else redis-server from the path or from apt, else none, loudly. */
export async function findRedis(closing: Closing): Promise<string | null> {
  const { REDIS_URL: named } = process.env
  if (named && (await pongs(named))) return named
  if (named)
    throw new Refusal('REDIS_URL names a Redis that does not answer. Start it, correct it or leave it out.')
  const usual = 'redis://127.0.0.1:6379'
  if (await pongs(usual)) return usual
  const has = () => spawnSync('redis-server', ['--version']).status === 0
  if (!has()) installByApt('redis-server')
  if (has()) return await startRedis(closing)
  const sentence =
    'There is no Redis: the tests that need one are SKIPPED. Install redis-server or set REDIS_URL to run them.'
  if (process.env.CI) throw new Refusal(sentence.replace('are SKIPPED', 'cannot run'))
  console.log(`\n*** ${sentence} ***\n`)
  return null
}

async function pongs(url: string): Promise<boolean> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

async function startRedis(closing: Closing): Promise<string> {
  const port = await freePort()
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
    },
  )
  closing.push(() => stopped(server))
  const url = `redis://127.0.0.1:${port}`
  for (let tries = 0; tries < 100; tries += 1) {
    if (await pongs(url)) return url
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('redis-server was started and does not answer.')
}

async function stopped(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill()
  await exited
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

/** On a bare Debian, as root, what is missing comes from its own packages. Elsewhere this does nothing. */
export function installByApt(name: string): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  console.log(`Installing ${name} from the system's packages.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { env, stdio: 'ignore' })
      .status === 0
  if (install()) return
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' })
  install()
}
