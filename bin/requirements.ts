import { access, constants, mkdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { loadPolicy } from '../house.ts'
import type { Settings } from '../settings.ts'
import { Refusal } from './refusal.ts'

/** A door that is to be opened: the settings that name its port and its host. */
type Door = { port: number; host: string; portSetting: string; hostSetting: string }

export function doorsOf({ port, host, gatewayPort, gatewayHost, smtpPort, smtpHost }: Settings): Door[] {
  return [
    { port, host, portSetting: 'PORT', hostSetting: 'HOST' },
    { port: gatewayPort, host: gatewayHost, portSetting: 'GATEWAY_PORT', hostSetting: 'GATEWAY_HOST' },
    { port: smtpPort, host: smtpHost, portSetting: 'SMTP_PORT', hostSetting: 'SMTP_HOST' },
  ]
}

/** Refuses a port that cannot be had. One that a killed run is still letting go of is waited for, `patienceMs` long. */
export async function requireFreePort(door: Door, patienceMs: number): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const code = await codeOfListening(door)
    if (!code) return
    if (code !== 'EADDRINUSE' || performance.now() > giveUpAt) throw new Refusal(sentenceAbout(door, code))
    await delay(100)
  }
}

async function codeOfListening({ port, host }: Door): Promise<string | null> {
  const server = createServer()
  return await new Promise((said) => {
    server.once('error', (fault: NodeJS.ErrnoException) => said(fault.code ?? fault.message))
    server.listen(port, host, () => server.close(() => said(null)))
  })
}

function sentenceAbout({ port, host, portSetting, hostSetting }: Door, code: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that program, or set ${portSetting} to another port.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be opened by this account. Set ${portSetting} to a port above 1023.`
  }
  return `This machine has no address ${host} (${code}). Set ${hostSetting} to one that it has, such as 127.0.0.1.`
}

/** Refuses a data folder that nothing can be written to. */
export async function requireWritable(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new Refusal(
      `The folder ${dataDir} cannot be written (${code}). Make it writable, or set CLEARWAY_DATA to another folder.`,
    )
  }
}

/** One folder at a time: Node's own way of making several at once never comes back from a place like /proc. */
async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory()) return
  if (path !== dirname(path)) await makeFolder(dirname(path))
  await mkdir(path)
}

/** Refuses a landlord's settings file that cannot be read. What such a file says wrong, it refuses by itself. */
export async function requireLandlord(settings: Settings): Promise<void> {
  await loadPolicy(settings).catch((fault: NodeJS.ErrnoException) => {
    if (settings.landlordFile && (fault.code || fault instanceof SyntaxError)) {
      const why = fault.code ?? `it is not JSON: ${fault.message}`
      throw new Refusal(
        `CLEARWAY_LANDLORD names ${settings.landlordFile}, which cannot be used (${why}). Name a file that this account may read.`,
      )
    }
    throw fault
  })
}

/** Refuses a PostgreSQL that cannot be reached, lets nobody in, or is too old. */
export async function requirePostgres(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version`
    if (row?.version < 150_000) {
      throw new Refusal(
        'The PostgreSQL that DATABASE_URL names is too old. Clearway needs PostgreSQL 15 or newer.',
      )
    }
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    const { code, message } = fault as { code?: string; message: string }
    throw new Refusal(
      `The PostgreSQL that DATABASE_URL names does not let us in (${code ?? message}). Start it, or correct DATABASE_URL.`,
    )
  } finally {
    await sql.end({ timeout: 5 })
  }
}
