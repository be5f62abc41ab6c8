import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer/index.js'
import { test as base, expect } from 'playwright/test'
import PostalMime, { type Email } from 'postal-mime'
import postgres from 'postgres'
import { databaseNamed, redisUrl, serverUrl } from '../set-up/database.ts'

/** A Wednesday morning: outside tuesday@'s hours, before the week's end. */
export const wednesday = '2026-11-25T10:00:00Z'

/** A whole Clearway of a test's own: ports, database, mail folder and clock. */
export type House = {
  url: string
  gateway: string
  apiKey: string
  databaseUrl: string
  /** Sends a real mail through the mail door; gives the answer to the end of data. */
  send(mail: Mail.Options & { from: string }): Promise<string>
  /** Waits until a mail that `matches` was written to a desk or to a customer, and gives it. */
  mailTo(folder: `desk/${string}` | 'customer', matches: (mail: Email) => boolean): Promise<Email>
  /** Every mail that was written there so far. */
  mailsIn(folder: `desk/${string}` | 'customer'): Promise<Email[]>
  stop(): Promise<void>
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
      return server
    }),
  )
  return await Promise.all(
    servers.map(async (server) => {
      const address = server.address()
      await new Promise((closed) => server.close(closed))
      return typeof address === 'object' && address ? address.port : 0
    }),
  )
}

/** Opens a house on free ports with the demonstration in a fresh database. `over` are settings of the environment. */
export async function openHouse(over: Record<string, string> = {}): Promise<House> {
  const [portal, gateway, smtp] = await freePorts(3)
  const dataDir = await mkdtemp(join(tmpdir(), 'clearway-house-'))
  const name = `clearway_house_${randomBytes(6).toString('hex')}`
  const server = postgres(serverUrl(), { max: 1, onnotice: () => undefined })
  await server.unsafe(`create database ${name}`)
  const databaseUrl = databaseNamed(name)
  const url = `http://127.0.0.1:${portal}`
  const apiKey = 'a-key-for-the-journeys'
  const redis = redisUrl()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/run.ts'], {
    // The channel tells the house to stop when the tests end in a way that nothing else could tell it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      CLEARWAY_CLOCK: wednesday,
      CLEARWAY_DATA: dataDir,
      DATABASE_URL: databaseUrl,
      GATEWAY_API_KEYS: `journeys:${apiKey}`,
      GATEWAY_PORT: String(gateway),
      PORT: String(portal),
      SMTP_PORT: String(smtp),
      ...(redis && { REDIS_URL: redis }),
      ...over,
    },
  })
  let said = ''
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  await new Promise<void>((open, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk
        if (said.includes('Clearway is open')) open()
      })
    }
    child.once('exit', () => failed(new Error(`The house did not open:\n${said}`)))
  })
  const transport = createTransport({ host: '127.0.0.1', port: smtp, ignoreTLS: true })
  const mailsIn: House['mailsIn'] = async (folder) => {
    const path = join(dataDir, 'mail', folder)
    const files = (await readdir(path).catch(() => [])).filter((file) => file.endsWith('.eml')).sort()
    return await Promise.all(
      files.map(async (file) => await PostalMime.parse(await readFile(join(path, file)))),
    )
  }
  return {
    url,
    gateway: `http://127.0.0.1:${gateway}`,
    apiKey,
    databaseUrl,
    mailsIn,
    async send(mail) {
      const { response } = await transport.sendMail({ to: 'contact@landlord.example', ...mail })
      return response
    },
    async mailTo(folder, matches) {
      let found: Email | undefined
      await expect(async () => {
        found = (await mailsIn(folder)).find(matches)
        expect(found, `a mail in ${folder}`).toBeDefined()
      }).toPass({ timeout: 15_000, intervals: [50, 100, 250] })
      return found as Email
    },
    async stop() {
      transport.close()
      child.kill('SIGTERM')
      await exited
      await server.unsafe(`drop database if exists ${name} with (force)`)
      await server.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** `house`: one for all tests of a worker. Tests keep apart by using different customers. */
export const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const house = await openHouse()
      await use(house)
      await house.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

export { expect }
