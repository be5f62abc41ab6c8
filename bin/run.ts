/** The whole house in the foreground: what npm start and npm run dev run on Node 24. */
import { makeClock } from '../clock.ts'
import { seedIfEmpty } from '../db/demonstration.ts'
import { migrate } from '../db/migrate.ts'
import { parseSettings, type Settings } from '../settings.ts'
import { banner } from './banner.ts'
import { buildIfNeeded } from './build.ts'
import { type Child, startChild } from './child.ts'
import { takeFolder } from './one-house.ts'
import { type EmbeddedPostgres, startPostgres } from './postgres.ts'
import { explain } from './refusal.ts'
import {
  doorsOf,
  requireFreePort,
  requireLandlord,
  requirePostgres,
  requireWritable,
} from './requirements.ts'
import { keepSecrets } from './secrets.ts'

/** One Ctrl-C arrives several times, from the terminal and from npm: what comes within this time is its echo. */
const echoMs = 1_000
/** A killed run's children need this long to notice and to let go of their ports. */
const patienceMs = 10_000

/** A stop that takes longer than this no longer waits for anything. */
const stopsWithinMs = 30_000

const isDevelopment = process.env.CLEARWAY_DEV === '1'
/** Asked to stop. What is under way is finished or cut short; nothing new is begun. */
const stopping = new AbortController()
let stopAskedAt = 0
let folder: Awaited<ReturnType<typeof takeFolder>> | null = null
let database: EmbeddedPostgres | null = null
const children: Child[] = []

function say(line: string): void {
  console.log(line)
}

async function start(): Promise<void> {
  const given = parseSettings(process.env)
  await requireLandlord(given)
  await requireWritable(given.dataDir)
  folder = await takeFolder(given.dataDir)
  for (const door of doorsOf(given)) await requireFreePort(door, folder.wasKilled ? patienceMs : 0)
  const settings = given.mode === 'demo' ? await withDemonstrationDefaults(given) : given
  const databaseUrl = settings.databaseUrl ?? ''
  stopping.signal.throwIfAborted()
  say('Preparing the ledger.')
  if (!database) await requirePostgres(databaseUrl)
  await migrate(databaseUrl)
  stopping.signal.throwIfAborted()
  const clock = makeClock(settings.clockStart)
  if (settings.mode === 'demo') await seedIfEmpty({ databaseUrl, settings, clock })
  if (!isDevelopment) await buildIfNeeded(say, stopping.signal)
  stopping.signal.throwIfAborted()
  say('Opening the doors.')
  const now = new Date()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: isDevelopment ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    CLEARWAY_DATA: settings.dataDir,
    SESSION_SECRET: settings.sessionSecret ?? undefined,
    GATEWAY_API_KEYS: settings.apiKeys.map(({ name, key }) => `${name}:${key}`).join(','),
    // One clock for the whole house: what it shows now, and when that was.
    ...(settings.clockStart && {
      CLEARWAY_CLOCK: clock.now().toISOString(),
      CLEARWAY_CLOCK_SET_AT: now.toISOString(),
    }),
  }
  await Promise.all([
    opened('gateway', startChild('gateway', 'gateway/main.ts', env, isDevelopment)),
    opened('portal', startChild('portal', 'app/server.ts', env, false)),
  ])
  say(banner(settings))
}

/** Waits until a child says that it is ready. From then on, its end is the end of the house. */
async function opened(name: string, child: Child): Promise<void> {
  children.push(child)
  await child.ready
  void child.exited.then(async (code) => {
    if (stopping.signal.aborted) return
    console.error(`The ${name} stopped by itself (${code ?? 'killed'}). Stopping the rest.`)
    await stop(1)
  })
}

/** The embedded database and the generated secrets, where the settings name none. */
async function withDemonstrationDefaults(settings: Settings): Promise<Settings> {
  const secrets = await keepSecrets(settings.dataDir)
  if (!settings.databaseUrl) {
    stopping.signal.throwIfAborted()
    say('Starting the embedded PostgreSQL.')
    database = await startPostgres(settings.dataDir, secrets.postgresPassword)
  }
  return {
    ...settings,
    databaseUrl: settings.databaseUrl ?? database?.databaseUrl ?? null,
    sessionSecret: settings.sessionSecret ?? secrets.sessionSecret,
    apiKeys: settings.apiKeys.length > 0 ? settings.apiKeys : [{ name: 'demo', key: secrets.apiKey }],
  }
}

/** Stops the children, then PostgreSQL, and ends. What was being started is waited for, so that nothing is left behind. */
async function stop(code: number): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  setTimeout(stopNow, stopsWithinMs).unref()
  await folder?.sayStopping().catch(() => undefined)
  const stopChildren = async () => await Promise.all(children.map(async (child) => await child.stop()))
  await stopChildren()
  await started
  await stopChildren()
  await database?.stop()
  await folder?.leave().catch(() => undefined)
  process.exit(code)
}

/** The second wish to stop: at once, whatever is under way. */
function stopNow(): void {
  for (const child of children) child.kill()
  database?.stopNow()
  process.exit(130)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(signal, () => {
    if (stopping.signal.aborted) {
      if (stopAskedAt && performance.now() - stopAskedAt > echoMs) stopNow()
      return
    }
    stopAskedAt = performance.now()
    if (signal === 'SIGINT') say('\nStopping. (Ctrl-C once more stops at once.)')
    void stop(0)
  })
}

const started = start().catch((fault) => {
  if (stopping.signal.aborted) return
  console.error(`\n${explain(fault)}\n`)
  // Not awaited here: stop() waits for this very promise.
  setImmediate(() => void stop(1))
})
