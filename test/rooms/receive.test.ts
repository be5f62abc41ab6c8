import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getContact, heldContacts, markDelivered } from '../../db/contacts.ts'
import { noticesAbout } from '../../db/notices.ts'
import { lift } from '../../db/restrictions.ts'
import { audit, contacts, originals } from '../../db/schema.ts'
import { decideOnly, type Inbound, NotKept, receive } from '../../gateway/receive.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const clause = 'Sanctions'
const weekly: Measure[] = [
  { code: 'channels', open: ['email'], clause },
  { code: 'frequency', limit: 1, per: 'week', clause },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

function mailFrom(email: string, over: Partial<Inbound> = {}): Inbound {
  return {
    key: randomUUID(),
    channel: 'email',
    from: { email },
    evidence: 'verified',
    subject: 'My rent letter',
    body: 'Please could you send me the rent letter again? Thank you.',
    fileNames: [],
    messageId: `<${randomUUID()}@sender.example>`,
    raw: Buffer.from('Subject: My rent letter\r\n\r\nPlease could you send me the rent letter again?\r\n'),
    unparsed: false,
    desk: 'contact',
    receivedAt: now,
    ...over,
  }
}

const flood = { subject: 'Help', body: 'Water is pouring through the kitchen ceiling and into the lights.' }

async function jobsAbout(id: string): Promise<string[]> {
  const rows = await house.ledger.db.execute(
    sql`select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.payload::text like ${`%${id}%`} order by j.id`,
  )
  return rows.map((row) => String(row.identifier))
}

describe('Amplius, Sanctions: one contact a week', () => {
  test('the first is delivered and counted, the second is kept, answered once and read within a working day (I13)', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
    const first = await receive(house, mailFrom(customer.email))
    const second = await receive(house, mailFrom(customer.email))
    expect([first.decision.outcome, first.decision.counted, second.decision.outcome]).toEqual([
      'deliver',
      true,
      'hold',
    ])
    expect(await jobsAbout(first.contactId)).toEqual(['deliver-contact'])
    const held = await getContact(house.ledger.db, second.contactId)
    expect(held?.contact.readDueAt).toEqual(new Date('2026-11-25T17:00:00Z'))
    expect(held?.raw?.toString()).toContain('rent letter')
    const told = await noticesAbout(house.ledger.db, second.contactId)
    expect(told.map(({ kind, by }) => [kind, by])).toEqual([['held-contact', 'email']])
    expect(await jobsAbout(told[0]?.id ?? '')).toEqual(['send-notice'])
  })

  test('I1: an emergency passes when the allowance is spent and the channel closed, uncounted, its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(
      house.ledger.db,
      [...weekly, { code: 'channels', open: ['letter', 'email'], clause }],
      now,
    )
    await receive(house, mailFrom(customer.email))
    const twin = await receive(house, mailFrom(customer.email))
    const urgent = await receive(house, mailFrom(customer.email, flood))
    expect(twin.decision.outcome).toBe('hold')
    expect([urgent.decision.outcome, urgent.decision.counted, urgent.decision.desk]).toEqual([
      'deliver',
      false,
      'urgent',
    ])
  })

  test('the same key twice is one contact, one count and one delivery', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
    const mail = mailFrom(customer.email)
    const first = await receive(house, mail)
    const again = await receive(house, mail)
    expect([again.contactId, again.duplicate, again.decision.outcome]).toEqual([
      first.contactId,
      true,
      'deliver',
    ])
    expect(await jobsAbout(first.contactId)).toEqual(['deliver-contact'])
  })

  test('twenty at the same instant through two gateways: exactly one gets the last place', async () => {
    const other = await aHouse(database.databaseUrl)
    const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => receive(index % 2 ? house : other, mailFrom(customer.email))),
    )
    await other.ledger.close()
    expect(all.filter(({ decision }) => decision.outcome === 'deliver')).toHaveLength(1)
    expect(all.every(({ recorded }) => recorded)).toBe(true)
  })

  test('the same mail through two gateways at once is one contact', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
    const mail = mailFrom(customer.email)
    const both = await Promise.all([receive(house, mail), receive(house, mail)])
    expect(new Set(both.map(({ contactId }) => contactId)).size).toBe(1)
    expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true])
  })

  test('Sunday 23:59 and Monday 00:00 are two weeks', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
    const outcomes = []
    for (const at of ['2026-11-29T23:59:59.999Z', '2026-11-30T00:00:00.000Z', '2026-11-30T00:00:00.001Z']) {
      const { decision } = await receive(house, mailFrom(customer.email, { receivedAt: new Date(at) }))
      outcomes.push(decision.outcome)
    }
    expect(outcomes).toEqual(['deliver', 'deliver', 'hold'])
  })
})

test('a lifted restriction is obeyed by the very next message, and what it held is released', async () => {
  const { customer, restriction } = await aRestrictedCustomer(
    house.ledger.db,
    [{ code: 'channels', open: ['letter'], clause }],
    now,
  )
  const before = await receive(house, mailFrom(customer.email))
  const head = await aColleague(house.ledger.db)
  const lifted = {
    restrictionId: restriction.id,
    colleagueId: head.id,
    reason: 'It is no longer needed.',
    now,
  }
  const results = await Promise.all([
    house.ledger.db.transaction((tx) => lift(tx, lifted)),
    house.ledger.db.transaction((tx) => lift(tx, lifted)),
  ])
  const after = await receive(house, mailFrom(customer.email))
  expect([before.decision.outcome, after.decision.outcome]).toEqual(['hold', 'deliver'])
  expect(results.sort()).toEqual([false, true])
  expect((await getContact(house.ledger.db, before.contactId))?.contact.state).toBe('releasing')
})

describe('I9: a restriction binds a person', () => {
  test('somebody unknown, an unverified sender and an address that two people share are delivered', async () => {
    const closed: Measure[] = [{ code: 'channels', open: ['letter'], clause }]
    const { customer } = await aRestrictedCustomer(house.ledger.db, closed, now)
    const shared = `shared-${randomUUID()}@demo.example`
    await aRestrictedCustomer(house.ledger.db, closed, now, { email: shared })
    await aCustomer(house.ledger.db, { email: shared })
    const codes = []
    for (const mail of [
      mailFrom('nobody@elsewhere.example'),
      mailFrom(customer.email, { evidence: 'unverified' }),
      mailFrom(shared),
      mailFrom(customer.email, { evidence: 'robot' }),
      mailFrom(customer.email),
    ]) {
      codes.push((await receive(house, mail)).decision.reasons[0]?.code)
    }
    expect(codes).toEqual([
      'sender-unknown',
      'sender-unverified',
      'sender-doubtful',
      'sender-robot',
      'channel-closed',
    ])
  })
})

test('what passes for somebody without a restriction is erased once it is delivered; a line of audit stays', async () => {
  const customer = await aCustomer(house.ledger.db)
  const { contactId } = await receive(house, mailFrom(customer.email))
  await house.ledger.db.transaction((tx) => markDelivered(tx, contactId, now))
  const [kept] = await house.ledger.db.select().from(contacts).where(eq(contacts.id, contactId))
  const raw = await house.ledger.db.select().from(originals).where(eq(originals.contactId, contactId))
  const lines = await house.ledger.db
    .select()
    .from(audit)
    .where(eq(audit.aboutId, contactId))
    .orderBy(audit.id)
  expect([kept?.state, kept?.subject, kept?.body, kept?.fromAddress, raw.length]).toEqual([
    'delivered',
    null,
    null,
    null,
    0,
  ])
  expect(lines.map(({ action }) => action)).toEqual(['contact passed', 'contact delivered'])
})

test('a question without a record changes nothing', async () => {
  const { customer } = await aRestrictedCustomer(house.ledger.db, weekly, now)
  const asked = await decideOnly(house, mailFrom(customer.email))
  const askedAgain = await decideOnly(house, mailFrom(customer.email))
  expect([asked.decision.outcome, askedAgain.decision.outcome]).toEqual(['deliver', 'deliver'])
  expect((await receive(house, mailFrom(customer.email))).decision.outcome).toBe('deliver')
  expect((await decideOnly(house, mailFrom(customer.email))).decision.outcome).toBe('hold')
})

test('a call on a closed line is held before anybody speaks; a call that tells of a flood passes, and so does a mail without words', async () => {
  const { customer } = await aRestrictedCustomer(
    house.ledger.db,
    [{ code: 'channels', open: ['letter'], clause }],
    now,
  )
  const call = mailFrom(customer.email, { channel: 'phone', subject: '', body: '' })
  const outcomes = []
  for (const contact of [call, { ...call, ...flood }, { ...call, channel: 'email' as const }]) {
    outcomes.push((await decideOnly(house, contact)).decision.outcome)
  }
  expect(outcomes).toEqual(['hold', 'deliver', 'deliver'])
})

test('text that PostgreSQL cannot hold is kept all the same', async () => {
  const { customer } = await aRestrictedCustomer(
    house.ledger.db,
    [{ code: 'channels', open: ['letter'], clause }],
    now,
  )
  const { contactId, recorded } = await receive(
    house,
    mailFrom(customer.email, {
      subject: 'My rent\0 letter',
      body: 'Please could you send me the rent letter again?\0',
    }),
  )
  expect(recorded).toBe(true)
  expect((await heldContacts(house.ledger.db)).some(({ contact }) => contact.id === contactId)).toBe(true)
})

describe('the ledger cannot answer', () => {
  test('a contact goes onward unfiltered and labelled; an emergency to the urgent desk; when that fails too it is not kept', async () => {
    const cut = await aHouse('postgres://nobody@127.0.0.1:9/nowhere')
    const ordinary = await receive(cut, mailFrom('weekly@demo.example'))
    const urgent = await receive(cut, mailFrom('weekly@demo.example', flood))
    expect([ordinary.recorded, ordinary.decision.outcome, ordinary.decision.reasons]).toEqual([
      false,
      'deliver',
      [{ code: 'not-checked' }],
    ])
    expect(cut.mail.desk.map(({ code }) => code)).toEqual(['contact', 'urgent'])
    expect(cut.mail.desk[0]?.raw).toMatch(/^X-Clearway-Decision: not-checked/m)
    expect((await decideOnly(cut, mailFrom('weekly@demo.example'))).decision.outcome).toBe('deliver')
    expect(urgent.decision.desk).toBe('urgent')
    cut.mail.broken = true
    await expect(receive(cut, mailFrom('weekly@demo.example'))).rejects.toBeInstanceOf(NotKept)
    await cut.ledger.close()
  })
})
