import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createTransport } from 'nodemailer'
import postgres from 'postgres'
import { SMTPServer } from 'smtp-server'
import { migrate } from '../../db/migrate.ts'
import { openGateway } from '../../gateway/gateway.ts'
import { openMailDoor } from '../../gateway/smtp.ts'
import { aHouse } from '../factories/house.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { type Measured, printTable } from './measure.ts'
import { aMessage } from './message.ts'

const messages = 600
const connections = 10

/** Sends the same number of mails over the same number of connections to a door, and counts how many it took in a second. */
async function load(name: string, port: number, from: (index: number) => string): Promise<Measured> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    ignoreTLS: true,
  })
  const send = (index: number) => {
    const sender = from(index)
    const raw = aMessage(sender, randomBytes(8).toString('hex'))
    return transport.sendMail({ envelope: { from: sender, to: 'contact@landlord.example' }, raw })
  }
  // Connections greet after 100 ms: they are opened before the clock starts.
  await Promise.all(Array.from({ length: connections * 4 }, (_, index) => send(index)))
  const began = performance.now()
  await Promise.all(Array.from({ length: messages }, (_, index) => send(index)))
  const seconds = (performance.now() - began) / 1_000
  transport.close()
  return { name, perSecond: messages / seconds }
}

/** The same SMTP server, which only writes the bytes down. */
async function openBareDoor(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => undefined })
  await sql`create table if not exists bare_mails (id bigserial primary key, raw bytea not null)`
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        sql`insert into bare_mails (raw) values (${Buffer.concat(chunks)})`.then(
          () => done(null, 'kept'),
          (fault: Error) => done(fault),
        )
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      await new Promise<void>((closed) => server.close(() => closed()))
      await sql.end()
    },
  }
}

/** Taking mail in over SMTP until it is committed, beside a server that only writes the bytes down. */
export async function benchIntake(serverUrl: string): Promise<void> {
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  const name = `clearway_bench_${randomBytes(4).toString('hex')}`
  await server.unsafe(`create database ${name}`)
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  await migrate(databaseUrl)
  const now = new Date('2026-11-24T10:00:00Z')
  const house = await aHouse(databaseUrl, { now: now.toISOString() })
  const { db } = house.ledger
  const clause = 'Sanctions'
  const free = await Promise.all(Array.from({ length: 50 }, () => aCustomer(db)))
  const limited = await Promise.all(
    Array.from({ length: 50 }, () =>
      aRestrictedCustomer(db, [{ code: 'frequency', limit: 1, per: 'week', clause }], now),
    ),
  )
  const gateway = openGateway(house)
  const door = await openMailDoor(gateway, { host: '127.0.0.1', port: 0 })
  const bare = await openBareDoor(databaseUrl)
  printTable(`Mail of 2 kB over SMTP until it is committed, ${connections} connections`, [
    await load(
      'the same SMTP server that only inserts the raw message',
      bare.port,
      () => 'somebody@demo.example',
    ),
    await load('Clearway, senders unknown', door.port, (index) => `stranger-${index}@elsewhere.example`),
    await load(
      'Clearway, customers without a restriction',
      door.port,
      (index) => free[index % 50]?.email ?? '',
    ),
    await load(
      'Clearway, customers over their limit: held and answered',
      door.port,
      (index) => limited[index % 50]?.customer.email ?? '',
    ),
  ])
  await bare.close()
  await door.close()
  await gateway.close()
  await house.ledger.close()
  await server.unsafe(`drop database ${name} with (force)`)
  await server.end()
}
