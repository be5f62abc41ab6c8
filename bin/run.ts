import { type ChildProcess, fork } from 'node:child_process'
import { access, constants, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { makeClock } from '../clock.ts'
import { seedIfEmpty } from '../db/demonstration.ts'
import { migrate } from '../db/migrate.ts'
import { loadPolicy } from '../house.ts'
import { parseSettings, type Settings } from '../settings.ts'
import { banner } from './banner.ts'
import { buildIfNeeded, root } from './build.ts'
import { startPostgres } from './postgres.ts'
import { keepSecrets } from './secrets.ts'

/** What must be undone on the way out, the last first. */
const closing: (() => Promise<unknown>)[] = []
let stopping = false

function say(line: string): void {
  console.log(line)
}

/** Stops everything that was started and ends with `code`. A second call ends at once. */
async function stopAll(code: number): Promise<never> {
  if (stopping) process.exit(code)
  stopping = true
  for (const close of closing.reverse()) await close().catch((fault) => console.error(String(fault)))
  process.exit(code)
}

async function requireFreePort(port: number, host: string, setting: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((free, taken) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const why =
        fault.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${fault.code})`
      taken(
        new Error(`Port ${port} on ${host} ${why}. Stop what uses it, or set ${setting} to another port.`),
      )
    })
    server.listen(port, host, () => server.close(() => free()))
  })
}

async function requireWritable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
  } catch {
    throw new Error(
      `The folder ${dataDir} cannot be written. Make it writable, or set CLEARWAY_DATA to another folder.`,
    )
  }
}

/** Starts one of the two entry points and waits until it says that it is ready. */
async function startChild(name: string, file: string, env: NodeJS.ProcessEnv): Promise<void> {
  // A process group of its own: Ctrl-C reaches this process only, which stops the others in order.
  const child = fork(join(root, file), {
    env,
    cwd: root,
    detached: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  closing.push(() => stopChild(child, exited))
  await new Promise<void>((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', () => failed(new Error(`The ${name} did not start. What it said is above.`)))
  })
  child.once('exit', (code) => {
    if (stopping) return
    console.error(`The ${name} stopped by itself (${code}). Stopping the rest.`)
    void stopAll(1)
  })
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await exited
  clearTimeout(force)
}

async function start(): Promise<void> {
  const given = parseSettings(process.env)
  await loadPolicy(given)
  await requireWritable(given.dataDir)
  await requireFreePort(given.port, given.host, 'PORT')
  await requireFreePort(given.gatewayPort, given.gatewayHost, 'GATEWAY_PORT')
  await requireFreePort(given.smtpPort, given.smtpHost, 'SMTP_PORT')
  const settings = given.mode === 'demo' ? await withDemonstrationDefaults(given) : given
  const { databaseUrl } = settings
  if (!databaseUrl) throw new Error('DATABASE_URL is not set.')
  say('Preparing the ledger.')
  await migrate(databaseUrl)
  const clock = makeClock(settings.clockStart)
  if (settings.mode === 'demo') await seedIfEmpty({ databaseUrl, settings, clock })
  await buildIfNeeded(say)
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    CLEARWAY_DATA: settings.dataDir,
    SESSION_SECRET: settings.sessionSecret ?? undefined,
    GATEWAY_API_KEYS: settings.apiKeys.map(({ name, key }) => `${name}:${key}`).join(','),
    // One clock for the whole house: later than it was set to, by what the start took.
    ...(settings.clockStart && { CLEARWAY_CLOCK: clock.now().toISOString() }),
  }
  say('Opening the doors.')
  await startChild('gateway', 'gateway/main.ts', env)
  await startChild('portal', 'app/server.ts', env)
  say(banner(settings))
}

/** The embedded database and the generated secrets, where the settings name none. */
async function withDemonstrationDefaults(settings: Settings): Promise<Settings> {
  const secrets = await keepSecrets(settings.dataDir)
  let { databaseUrl } = settings
  if (!databaseUrl) {
    say('Starting the embedded PostgreSQL.')
    const server = await startPostgres(settings.dataDir, secrets.postgresPassword)
    closing.push(() => server.stop())
    databaseUrl = server.databaseUrl
  }
  return {
    ...settings,
    databaseUrl,
    sessionSecret: settings.sessionSecret ?? secrets.sessionSecret,
    apiKeys: settings.apiKeys.length > 0 ? settings.apiKeys : [{ name: 'demo', key: secrets.apiKey }],
  }
}

process.on('SIGINT', () => {
  if (!stopping) say('\nStopping.')
  void stopAll(0)
})
process.on('SIGTERM', () => void stopAll(0))
process.on('SIGHUP', () => void stopAll(0))

start().catch(async (fault) => {
  if (!stopping) console.error(`\n${fault instanceof Error ? fault.message : fault}\n`)
  await stopAll(1)
})
