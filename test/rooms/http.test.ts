import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contacts } from '../../db/schema.ts'
import { type Gateway, openGateway } from '../../gateway/gateway.ts'
import { type HttpDoor, openHttpDoor } from '../../gateway/http.ts'
import { askedSchema, becameSchema, takenSchema } from '../../gateway/http-schemas.ts'
import { problemSchema } from '../../gateway/problem.ts'
import { openThrottles } from '../../gateway/throttle.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const clause = 'Sanctions'
const weekly: Measure[] = [{ code: 'frequency', limit: 1, per: 'week', clause }]
const key = 'a-key-that-is-long-enough'
const otherKey = 'another-key-that-is-long-enough'

type Room = {
  house: Awaited<ReturnType<typeof aHouse>>
  gateway: Gateway
  door: HttpDoor
  close(): Promise<void>
}

let database: Awaited<ReturnType<typeof openTestDatabase>>
let room: Room

async function openRoom(databaseUrl: string, apiCalls = 1_000): Promise<Room> {
  const house = await aHouse(databaseUrl)
  house.settings = {
    ...house.settings,
    apiKeys: [
      { name: 'switch', key },
      { name: 'sms', key: otherKey },
    ],
  }
  const throttles = openThrottles(null, { apiCalls: { points: apiCalls, seconds: 60 } })
  const gateway = openGateway(house, { throttles, log: pino({ level: 'silent' }) })
  const door = await openHttpDoor(gateway, { host: '127.0.0.1', port: 0 })
  return {
    house,
    gateway,
    door,
    async close() {
      await door.close()
      await gateway.close()
      await house.ledger.close()
    },
  }
}

beforeAll(async () => {
  database = await openTestDatabase()
  room = await openRoom(database.databaseUrl)
})

afterAll(async () => {
  await room.close()
  await database.close()
})

type Ask = { method?: string; body?: unknown; raw?: string; headers?: Record<string, string>; with?: Room }

async function ask(path: string, { method, body, raw, headers, with: which = room }: Ask = {}) {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`http://127.0.0.1:${which.door.port}${path}`, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: {
      authorization: `Bearer ${key}`,
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: sent,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
}

const rent = {
  channel: 'email',
  subject: 'My rent letter',
  body: 'Please could you send me the rent letter again?',
}
const flood = { channel: 'phone', body: 'Water is pouring through the kitchen ceiling and into the lights.' }

async function take(body: object, headers = {}, which = room) {
  const answer = await ask('/v1/contacts', { body, headers, with: which })
  expect(answer.status, answer.text).toBe(202)
  return takenSchema.parse(answer.json())
}

describe('POST /v1/contacts', () => {
  test('within the limit it is delivered, the next is held, with reasons in words and the next way', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const first = await take({ ...rent, from: { email: customer.email } })
    const second = await take({ ...rent, from: { email: customer.email } })
    expect(first.decision).toMatchObject({
      outcome: 'deliver',
      counted: true,
      to: { desk: 'contact' },
      nextAllowedAt: null,
    })
    expect(second.decision).toMatchObject({
      outcome: 'hold',
      counted: false,
      nextAllowedAt: '2026-11-30T00:00:00.000Z',
    })
    expect(second.decision.reasons[0]).toMatchObject({ code: 'over-limit', clause })
    expect(second.decision.reasons[0]?.text).toContain('once a week')
    expect(second.decision.openRoutes.find(({ channel }) => channel === 'email')?.when).toContain(
      '30 November',
    )
  })

  test('reasons are in the customer’s language', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now, { language: 'pl' })
    await take({ ...rent, from: { email: customer.email } })
    const { decision } = await take({ ...rent, from: { email: customer.email } })
    expect(decision.reasons[0]?.text).toMatch(/[ąćęłńóśźż]/i)
  })

  test('I1: an emergency passes on every channel, uncounted; its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(
      room.house.ledger.db,
      [...weekly, { code: 'channels', open: ['letter'], clause }],
      now,
    )
    const twin = await take({ ...rent, channel: 'sms', from: { customerRef: customer.reference } })
    const urgent = await take({ ...flood, channel: 'sms', from: { customerRef: customer.reference } })
    expect(twin.decision.outcome).toBe('hold')
    expect(urgent.decision).toMatchObject({ outcome: 'deliver', counted: false, to: { desk: 'urgent' } })
    expect(urgent.decision.lane).not.toBe('ordinary')
  })

  test('I1: a text to the urgent number passes to the urgent desk, whatever its words; its twin to another desk is held', async () => {
    await aRestrictedCustomer(room.house.ledger.db, [{ code: 'channels', open: ['letter'], clause }], now, {
      phone: '+447700900322',
    })
    for (const [words, lane] of [
      ['Please could you send me the rent letter again?', 'emergency-repair'],
      ['The kitchen tap drips a bit.', 'emergency-repair'],
      ['I can smell gas.', 'life-safety'],
    ]) {
      const text = { channel: 'sms', body: words, from: { phone: '07700 900322' } }
      const { decision } = await take({ ...text, to: { desk: 'urgent' } })
      expect(decision).toMatchObject({ outcome: 'deliver', lane, counted: false, to: { desk: 'urgent' } })
    }
    for (const to of [undefined, { desk: 'contact' }, { desk: 'nobody-has-this-desk' }]) {
      const { decision } = await take({ ...rent, channel: 'sms', from: { phone: '07700 900322' }, to })
      expect(decision).toMatchObject({ outcome: 'hold', to: { desk: 'contact' } })
    }
  })

  test('who may be in danger gets advice whom to call, from a question too; their twin gets none', async () => {
    const from = { phone: '07700 900999' }
    const gas = { channel: 'sms', body: 'I can smell gas in the kitchen.', from }
    expect(await take({ ...rent, channel: 'sms', from })).not.toHaveProperty('advice')
    for (const path of ['/v1/contacts', '/v1/decisions']) {
      const { decision, advice } = (await ask(path, { body: gas })).json()
      expect(decision.lane).toBe('life-safety')
      expect(advice).toContain('0800 111 999')
    }
  })

  test('a customer is found by email, by phone however it is written, and by reference', async () => {
    const { customer } = await aRestrictedCustomer(
      room.house.ledger.db,
      [{ code: 'channels', open: ['letter'], clause }],
      now,
      { phone: '+447700900321' },
    )
    for (const from of [
      { email: customer.email.toUpperCase() },
      { phone: '07700 900321' },
      { customerRef: customer.reference.toLowerCase() },
    ]) {
      expect((await take({ ...rent, from })).decision.outcome).toBe('hold')
    }
  })

  test('I9: whoever is not known goes through: an address, a number and a reference that nobody has', async () => {
    for (const from of [
      { email: 'nobody@demo.example' },
      { phone: '01632 960999' },
      { customerRef: 'C-NOBODY' },
    ]) {
      const { decision } = await take({ ...rent, from })
      expect(decision.reasons.map(({ code }) => code)).toEqual(['sender-unknown'])
      expect(decision.openRoutes.every(({ when }) => when === 'at any time')).toBe(true)
    }
  })

  test('the named colleague gets it', async () => {
    const { customer } = await aRestrictedCustomer(
      room.house.ledger.db,
      [{ code: 'named-colleague', colleague: 'sam-reed', clause }],
      now,
    )
    expect((await take({ ...rent, from: { email: customer.email } })).decision.to).toEqual({
      desk: 'sam-reed',
    })
  })

  test('the same externalId from the same key is one contact, counted once; from another key it is another', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const body = { ...rent, from: { email: customer.email }, externalId: randomUUID() }
    const first = await take(body)
    const again = await take(body)
    const other = await take(body, { authorization: `Bearer ${otherKey}` })
    expect(again).toEqual(first)
    expect(other.contactId).not.toBe(first.contactId)
    expect(other.decision.outcome).toBe('hold')
  })

  test('forty at once with one externalId are one contact', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const body = { ...rent, from: { email: customer.email }, externalId: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 40 }, () => take(body)))
    expect(new Set(answers.map(({ contactId }) => contactId)).size).toBe(1)
  })

  test('a limit is counted in the week it was received in', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const from = { email: customer.email }
    expect((await take({ ...rent, from, receivedAt: '2026-11-22T23:59:59Z' })).decision.outcome).toBe(
      'deliver',
    )
    expect((await take({ ...rent, from, receivedAt: '2026-11-23T00:00:00+00:00' })).decision.outcome).toBe(
      'deliver',
    )
    expect((await take({ ...rent, from })).decision.outcome).toBe('hold')
  })
})

describe('POST /v1/decisions', () => {
  test('answers the same question and records nothing', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    for (let call = 0; call < 3; call += 1) {
      const answer = await ask('/v1/decisions', {
        body: {
          channel: 'phone',
          body: 'Who decides about the parking permits?',
          from: { email: customer.email },
        },
      })
      expect(answer.status).toBe(200)
      expect(askedSchema.parse(answer.json()).decision).toMatchObject({ outcome: 'deliver', counted: true })
    }
    expect(await room.house.ledger.db.$count(contacts, eq(contacts.customerId, customer.id))).toBe(0)
  })
})

describe('GET /v1/contacts/:id', () => {
  test('tells what became of it, without a word of it', async () => {
    const { customer } = await aRestrictedCustomer(
      room.house.ledger.db,
      [{ code: 'channels', open: ['letter'], clause }],
      now,
    )
    const { contactId, decision } = await take({ ...rent, from: { email: customer.email } })
    const answer = await ask(`/v1/contacts/${contactId}`)
    expect(becameSchema.parse(answer.json())).toMatchObject({
      contactId,
      state: 'held',
      decision,
      readDueAt: '2026-11-25T17:00:00.000Z',
    })
    expect(answer.text).not.toContain('rent')
    expect(answer.text).not.toContain(customer.email)
  })

  test.each([randomUUID(), 'not-an-id', '%00', '1%27--'])('%s is nothing we have', async (id) => {
    const answer = await ask(`/v1/contacts/${id}`)
    expect(answer.status).toBe(404)
    expect(problemSchema.parse(answer.json()).status).toBe(404)
  })
})

describe('RFC 9457: every refusal says what was expected, and repeats nothing of what was sent', () => {
  const from = { email: 'secret-person@demo.example' }
  test.each<[string, unknown, string, RegExp]>([
    ['no channel', { from }, 'channel', /one of email, web/],
    ['an unknown channel', { from, channel: 'fax' }, 'channel', /one of email, web/],
    ['no from', { channel: 'sms' }, 'from', /at least one of email, phone and customerRef/],
    ['an empty from', { channel: 'sms', from: {} }, 'from', /at least one of/],
    ['a from that is text', { channel: 'sms', from: 'secret-person' }, 'from', /at least one of/],
    ['no address', { channel: 'sms', from: { email: 'secret-person' } }, 'from.email', /email address/],
    [
      'a line break in an address',
      { channel: 'sms', from: { email: 'secret-person\r\n@demo.example' } },
      'from.email',
      /email address/,
    ],
    ['no number', { channel: 'sms', from: { phone: 'secret-person' } }, 'from.phone', /telephone number/],
    ['a misspelt field', { ...rent, from, externalID: '1' }, 'externalID', /no field of this name/],
    [
      'a field too many in from',
      { ...rent, from: { ...from, name: 'secret-person' } },
      'from.name',
      /no field of this name/,
    ],
    ['a body that is no text', { ...rent, from, body: 7 }, 'body', /text/],
    [
      'a subject that is too long',
      { ...rent, from, subject: 'x'.repeat(2_001) },
      'subject',
      /2000 characters/,
    ],
    [
      'a time without its offset',
      { ...rent, from, receivedAt: '2026-11-24T09:00:00' },
      'receivedAt',
      /offset/,
    ],
    [
      'a time in the future',
      { ...rent, from, receivedAt: '2026-11-24T10:05:01Z' },
      'receivedAt',
      /not in the future/,
    ],
    ['an empty externalId', { ...rent, from, externalId: '' }, 'externalId', /1 to 200/],
    ['a list', [rent], '(body)', /JSON object/],
  ])('%s', async (_, body, field, expected) => {
    for (const path of ['/v1/contacts', '/v1/decisions']) {
      const answer = await ask(path, { body })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const problem = problemSchema.parse(answer.json())
      expect(problem.errors?.map((each) => each.field)).toEqual([field])
      expect(problem.errors?.[0]?.expected).toMatch(expected)
      expect(answer.text).not.toMatch(/secret-person| at .*\.ts/)
    }
  })

  test('a clock that is five minutes ahead is forgiven', async () => {
    await take({ ...rent, from, receivedAt: '2026-11-24T10:05:00Z' })
  })

  test.each<[string, number, string, Ask]>([
    ['JSON that cannot be read', 400, '/v1/contacts', { raw: '{"channel":' }],
    [
      'a body that is too large',
      413,
      '/v1/contacts',
      { raw: JSON.stringify({ body: 'x'.repeat(1_100_000) }) },
    ],
    [
      'another content type',
      415,
      '/v1/contacts',
      { raw: 'channel=sms', headers: { 'content-type': 'text/plain' } },
    ],
    ['no body', 415, '/v1/contacts', { method: 'POST' }],
    [
      'an encoding that is not known',
      415,
      '/v1/contacts',
      { raw: '{}', headers: { 'content-encoding': 'zstd' } },
    ],
    ['an unknown address', 404, '/v1/nothing', {}],
    ['an address that cannot be read', 400, '/v1/contacts/%E0%A4%A', {}],
    ['another method', 405, '/v1/contacts', { method: 'DELETE' }],
    ['another method', 405, '/readyz', { method: 'POST' }],
    ['no key', 401, '/v1/contacts', { body: rent, headers: { authorization: '' } }],
    ['a wrong key', 401, '/v1/contacts', { body: rent, headers: { authorization: `Bearer ${key}x` } }],
    [
      'a key sent as a password',
      401,
      '/v1/decisions',
      { body: rent, headers: { authorization: `Basic ${key}` } },
    ],
    ['no key for a contact', 401, `/v1/contacts/${randomUUID()}`, { headers: { authorization: '' } }],
  ])('%s is %i', async (_, status, path, options) => {
    const answer = await ask(path, options)
    expect(answer.status, answer.text).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problemSchema.parse(answer.json())).toMatchObject({ status, type: 'about:blank' })
    expect(answer.text).not.toMatch(/node_modules|\.ts:/)
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET|POST/)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('too many calls with one key are asked to wait, those with another are not', async () => {
    const busy = await openRoom(database.databaseUrl, 1)
    try {
      expect((await ask('/v1/decisions', { body: { ...rent, from }, with: busy })).status).toBe(200)
      const refused = await ask('/v1/decisions', { body: { ...rent, from }, with: busy })
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(
        (
          await ask('/v1/decisions', {
            body: { ...rent, from },
            headers: { authorization: `Bearer ${otherKey}` },
            with: busy,
          })
        ).status,
      ).toBe(200)
    } finally {
      await busy.close()
    }
  })
})

describe('health', () => {
  test('with a ledger: alive, ready, and numbers without a name', async () => {
    expect((await ask('/healthz', { headers: { authorization: '' } })).status).toBe(200)
    expect((await ask('/readyz', { headers: { authorization: '' } })).json()).toEqual({
      ready: true,
      parts: ['ledger'],
    })
    const { text } = await ask('/metrics', { headers: { authorization: '' } })
    expect(text).toMatch(/clearway_contacts_total\{channel="email",lane="ordinary",outcome="hold"\} \d/)
    expect(text).toMatch(/clearway_held [1-9]/)
    expect(text).not.toContain('@')
  })
})

describe('PostgreSQL stopped', () => {
  let alone: Room
  beforeAll(async () => {
    alone = await openRoom('postgres://nobody@127.0.0.1:1/none')
  })
  afterAll(() => alone.close())

  test('contacts are delivered onward, labelled, and the answer says that nothing was checked', async () => {
    const { decision } = await take({ ...rent, from: { customerRef: 'C-1' } }, {}, alone)
    expect(decision).toMatchObject({ outcome: 'deliver', counted: false, reasons: [{ code: 'not-checked' }] })
    expect(alone.house.mail.desk).toHaveLength(1)
  })

  test('decisions say deliver', async () => {
    const answer = await ask('/v1/decisions', {
      body: { ...rent, from: { email: 'a@b.example' } },
      with: alone,
    })
    expect(answer.json().decision).toMatchObject({ outcome: 'deliver', reasons: [{ code: 'not-checked' }] })
  })

  test('alive, but not ready, and it says which part', async () => {
    expect((await ask('/healthz', { with: alone })).status).toBe(200)
    const answer = await ask('/readyz', { with: alone })
    expect(answer.status).toBe(503)
    expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual(['ledger'])
    expect((await ask('/metrics', { with: alone })).text).toContain('clearway_ledger_answers 0')
  })

  test('what became of a contact cannot be said: 503', async () => {
    expect((await ask(`/v1/contacts/${randomUUID()}`, { with: alone })).status).toBe(503)
  })

  test('with the onward door stopped too: 503, so that the caller keeps it', async () => {
    alone.house.mail.broken = true
    const answer = await ask('/v1/contacts', {
      body: { ...rent, from: { email: 'a@b.example' } },
      with: alone,
    })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBeTruthy()
  })
})
