import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { chromium } from 'playwright'
import postgres from 'postgres'
import { buildIfNeeded, root } from './build.ts'
import { startPostgres } from './postgres.ts'

/** Found or started for this run, and undone afterwards, the last first. */
const closing: (() => Promise<unknown>)[] = []
const scratch = await mkdtemp(join(tmpdir(), 'clearway-tests-'))
closing.push(() => rm(scratch, { recursive: true, force: true }))

function say(line: string): void {
  console.log(line)
}

/** TEST_DATABASE_URL, else a PostgreSQL on its usual port that lets us in, else the embedded one. */
async function findPostgres(): Promise<string> {
  const usual = 'postgres://postgres@127.0.0.1:5432/postgres'
  for (const url of [process.env.TEST_DATABASE_URL, usual]) {
    if (url && (await answers(url))) return url
  }
  say('No PostgreSQL was found: starting the embedded one.')
  const server = await startPostgres(scratch, 'clearway')
  closing.push(() => server.stop())
  return server.databaseUrl
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2 })
  const [row] = await sql`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`.catch(() => [])
  await sql.end()
  return Boolean(row?.may)
}

/** REDIS_URL, else a Redis on its usual port, else redis-server from the path or from apt, else none, loudly. */
async function findRedis(): Promise<string | null> {
  for (const url of [process.env.REDIS_URL, 'redis://127.0.0.1:6379']) {
    if (url && (await pongs(url))) return url
  }
  const has = () => spawnSync('redis-server', ['--version']).status === 0
  if (!has()) installByApt('redis-server')
  if (has()) return await startRedis()
  const sentence = 'There is no Redis: the tests that need one are SKIPPED. Install redis-server or set REDIS_URL to run them.'
  if (process.env.CI) throw new Error(sentence.replace('are SKIPPED', 'cannot run'))
  say(`\n*** ${sentence} ***\n`)
  return null
}

async function pongs(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy: () => null })
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

async function startRedis(): Promise<string> {
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  })
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
function installByApt(name: string): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  say(`Installing ${name} from the system's packages.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { env, stdio: 'ignore' }).status === 0
  if (install()) return
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' })
  install()
}

/** Playwright's own Chromium, else one on the path, else Playwright's download, else the system's packages. */
function findBrowser(): string {
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
  const onPath = () =>
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
      .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim())
      .find(Boolean)
  const found = own() ?? onPath()
  if (found) return found
  say('Fetching a browser for the journeys.')
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', '--with-deps', 'chromium'], { stdio: 'ignore', timeout: 240_000 })
  const fetched = own()
  if (fetched) return fetched
  installByApt('chromium')
  const installed = onPath()
  if (installed) return installed
  throw new Error('There is no browser for the journeys. Install Chromium or run "npx playwright install chromium", and run npm test again.')
}

type Count = { passed: number; failed: number; skipped: number }

async function runTool(tool: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [file = '', ...args] = tool
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, env, stdio: 'inherit' })
  return await new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

async function runVitest(env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(scratch, 'vitest.json')
  const code = await runTool(['vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env)
  const said = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = said
  return { passed, failed: code !== 0 && numFailedTests === 0 ? 1 : numFailedTests, skipped }
}

async function runJourneys(env: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(scratch, 'journeys.json')
  const code = await runTool(['playwright/cli.js', 'test'], { ...env, CLEARWAY_REPORT: report })
  const { stats = {} } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0)
  return { passed: stats.expected ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped ?? 0 }
}

async function main(): Promise<number> {
  const CLEARWAY_CHROMIUM = findBrowser()
  const TEST_DATABASE_URL = await findPostgres()
  const TEST_REDIS_URL = (await findRedis()) ?? undefined
  const env = { ...process.env, TEST_DATABASE_URL, TEST_REDIS_URL, TEST_RUN: String(process.pid), CLEARWAY_CHROMIUM }
  const vitest = await runVitest(env)
  await buildIfNeeded(say)
  const journeys = await runJourneys(env)
  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((key) => vitest[key] + journeys[key])
  say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return failed === 0 && passed ? 0 : 1
}

let code = 1
try {
  code = await main()
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
}
for (const close of closing.reverse()) await close().catch(() => undefined)
process.exit(code)
