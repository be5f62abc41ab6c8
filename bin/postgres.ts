import { execFile, spawnSync } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { postgresOn } from './alive.js'
import { type Binaries, clusterFolder, findBinaries, type Owner, unprivileged } from './postgres-places.ts'
import { Refusal } from './refusal.ts'

const run = promisify(execFile)

/** A PostgreSQL of this house's own. `stop` waits until it is down; `stopNow` does not wait for anybody's work. */
export type EmbeddedPostgres = { databaseUrl: string; stop(): Promise<void>; stopNow(): void }

/**
 * Starts the embedded PostgreSQL under `dataDir`, made at the first start. A server that a killed run left behind is
 * stopped first; PostgreSQL then recovers from its own log. Throws `Refusal`.
 */
export async function startPostgres(dataDir: string, password: string): Promise<EmbeddedPostgres> {
  const owner = process.getuid?.() === 0 ? await unprivileged() : {}
  const cluster = await clusterFolder(dataDir, owner)
  const binaries = await findBinaries(owner)
  await initialise(binaries, cluster, password, owner)
  const options = { ...owner, cwd: '/' }
  const control = async (...args: string[]) => await run(binaries.pg_ctl, ['-D', cluster, ...args], options)
  const stop = async () => {
    if (typeof postgresOn(cluster) !== 'number') return
    await control('stop', '-w', '-t', '20', '-m', 'fast').catch(
      async () => await control('stop', '-w', '-t', '20', '-m', 'immediate').catch(() => undefined),
    )
  }
  await stop()
  const port = await freePort()
  await startServer(control, cluster, port)
  await createDatabase(urlOf(port, password, 'postgres'))
  return {
    databaseUrl: urlOf(port, password, 'clearway'),
    stop,
    stopNow: () => spawnSync(binaries.pg_ctl, ['-D', cluster, 'stop', '-W', '-m', 'immediate'], options),
  }
}

/** Starts the server. Processes of a killed one may hold its memory for a moment longer: then once more, a few times. */
async function startServer(control: (...args: string[]) => Promise<unknown>, cluster: string, port: number) {
  const log = join(cluster, 'server.log')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  for (let tries = 1; ; tries += 1) {
    await rm(log, { force: true })
    // Its number has gone to another program: PostgreSQL would take that for a server that still runs. Should one run
    // after all, the memory that it holds still keeps a second one out.
    if (postgresOn(cluster) === 'another') await rm(join(cluster, 'postmaster.pid'), { force: true })
    try {
      return await control('start', '-w', '-t', '60', '-l', log, '-o', options)
    } catch (cause) {
      const said = await readFile(log, 'utf8').catch(() => '')
      if (tries < 20 && /shared memory block|lock file/.test(said)) {
        await delay(250)
        continue
      }
      const end = said.trim().split('\n').slice(-3).join(' / ') || String(cause)
      throw new Refusal(
        `The embedded PostgreSQL did not start on ${cluster}. Its log ends: ${end}\nnpm run reset throws the demonstration away and begins again.`,
        { cause },
      )
    }
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://clearway:${password}@127.0.0.1:${port}/${database}`
}

async function createDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  try {
    const found = await sql`select 1 from pg_database where datname = 'clearway'`
    if (found.length === 0) await sql.unsafe('create database clearway')
  } finally {
    await sql.end()
  }
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a cut-off first start leaves nothing half-made. */
async function initialise(
  { initdb }: Binaries,
  cluster: string,
  password: string,
  owner: Owner,
): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return
  const making = `${cluster}.making`
  const passwordFile = `${cluster}.password`
  await rm(making, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await mkdir(making, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner.uid !== undefined) {
    await chown(making, owner.uid, owner.gid)
    await chown(passwordFile, owner.uid, owner.gid)
  }
  const options = [
    '--username=clearway',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and the same capital letters on every machine, whatever languages it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  await run(initdb, ['-D', making, ...options], { ...owner, cwd: '/' }).catch(
    (cause: { stderr?: string; message: string }) => {
      const why = cause.stderr?.trim().split('\n').at(-1) || cause.message
      throw new Refusal(`The embedded PostgreSQL could not be made in ${cluster}: ${why}`, { cause })
    },
  )
  await unlink(passwordFile)
  await rename(making, cluster)
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

/** A loopback port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (!address || typeof address === 'string') throw new Error('no free port was found')
  return address.port
}
