import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { openSession } from '../../db/access.ts'
import { findCustomersBy } from '../../db/customers.ts'
import { seedIfEmpty } from '../../db/demonstration.ts'
import { migrate } from '../../db/migrate.ts'
import { makeClock } from '../../clock.ts'
import { openHouse } from '../../house.ts'
import { parseSettings } from '../../settings.ts'
import { countAnswers, fetchPage } from './http-load.ts'
import { type Measured, printTable } from './measure.ts'

type Ask = Parameters<typeof countAnswers>[0]

const top = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 4
const roundMs = 1_500

/** A server in a process of its own, once it says that it is ready. */
async function open(script: string, args: string[], env: Record<string, string> = {}) {
  const child: ChildProcess = fork(join(top, script), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port = 0 } = await new Promise<{ port?: number }>((ready, failed) => {
    child.once('message', (message) => ready(message as { port?: number }))
    child.once('exit', () => failed(new Error(`${script} did not open`)))
  })
  return { port, close: () => child.kill() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

/** Takes turns, so that whatever else the machine does falls on all alike. The first round only warms up. */
async function compare(asks: { name: string; ask: Ask }[]): Promise<Measured[]> {
  const counts = asks.map(() => 0)
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { ask }] of asks.entries()) {
      const answers = await countAnswers(ask, roundMs)
      if (round > 0) counts[at] = (counts[at] ?? 0) + answers
    }
  }
  return asks.map(({ name }, at) => ({ name, perSecond: ((counts[at] ?? 0) / (rounds * roundMs)) * 1_000 }))
}

/** Pages of the built portal beside the least that could send as many bytes. */
export async function benchPages(serverUrl: string, scratch: string): Promise<void> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  const name = `clearway_bench_${randomBytes(4).toString('hex')}`
  await admin.unsafe(`create database ${name}`)
  const port = await freePort()
  const env = {
    DATABASE_URL: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    CLEARWAY_DATA: join(scratch, 'data'),
    PORT: String(port),
    NODE_ENV: 'production' as const,
  }
  const settings = parseSettings(env)
  await migrate(env.DATABASE_URL)
  const clock = makeClock(null)
  await seedIfEmpty({ databaseUrl: env.DATABASE_URL, settings, clock })
  const house = await openHouse(settings, clock)
  const [customer] = await findCustomersBy(house.ledger.db, 'email', 'letters@demo.example')
  const token = await openSession(house.ledger.db, { customerId: customer?.id ?? '', now: clock.now() })
  const [cookie = ''] = (await writeCookie(house, 'customer', token)).split(';')

  const portal = await open('app/server.ts', [], env)
  const open_ = { port, path: '/what-we-will-do' }
  const own = { port, path: '/your-restrictions', headers: { cookie } }
  const pages = { open: join(scratch, 'open.html'), own: join(scratch, 'own.html') }
  await writeFile(pages.open, await fetchPage(open_))
  await writeFile(pages.own, await fetchPage(own))
  const bareExpress = await open('test/bench/bare-servers.ts', ['express', pages.open])
  const bareRemix = await open('test/bench/bare-servers.ts', ['remix', pages.own])
  const zipped = { 'accept-encoding': 'gzip' }
  printTable(
    `A public page of ${kilobytes(await fetchPage(open_))}`,
    await compare([
      { name: 'Express that sends a fixed string of that size', ask: { port: bareExpress.port, path: '/' } },
      { name: '"what we will do"', ask: open_ },
      { name: '"what we will do", compressed', ask: { ...open_, headers: zipped } },
    ]),
  )
  printTable(
    `A page of a customer, of ${kilobytes(await fetchPage(own))}`,
    await compare([
      { name: 'a bare Remix page of that size', ask: { port: bareRemix.port, path: '/' } },
      { name: '"your restrictions"', ask: own },
    ]),
  )
  for (const server of [portal, bareExpress, bareRemix]) server.close()
  house.mail.close()
  await house.ledger.close()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
}

function kilobytes(page: string): string {
  return `${Math.round(Buffer.byteLength(page) / 1_000)} kB`
}
