import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendContact } from '../../app/doors/contact.server.ts'
import { type Gateway, openGateway } from '../../gateway/gateway.ts'
import { type HttpDoor, openHttpDoor } from '../../gateway/http.ts'
import { takenSchema } from '../../gateway/http-schemas.ts'
import { openThrottles } from '../../gateway/throttle.ts'
import type { Channel } from '../../rules/channel.ts'
import type { Measure } from '../../rules/restriction.ts'
import { contactOf } from '../factories/contacts.ts'
import { aHouse } from '../factories/house.ts'
import { aRestrictedCustomer } from '../factories/ledger.ts'
import { signInAs, visiting } from '../factories/visit.ts'
import { openTestDatabase } from '../set-up/database.ts'

const clause = 'Sanctions'
const key = 'a-key-that-is-long-enough'

/** The same words; only the emergency is added. */
const ordinary = 'Please write to me about the parking bay. Nobody has moved the car.'
const emergency = `${ordinary} Water is pouring through the kitchen ceiling and into the lights.`

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
let gateway: Gateway
let door: HttpDoor

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
  house.settings = { ...house.settings, apiKeys: [{ name: 'switch', key }] }
  const throttles = openThrottles(null, { apiCalls: { points: 1_000, seconds: 60 } })
  gateway = openGateway(house, { throttles, log: pino({ level: 'silent' }) })
  door = await openHttpDoor(gateway, { host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await door.close()
  await gateway.close()
  await house.ledger.close()
  await database.close()
})

async function take(channel: Channel, customerRef: string, body: string) {
  const response = await fetch(`http://127.0.0.1:${door.port}/v1/contacts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel, from: { customerRef }, body, externalId: randomUUID() }),
  })
  expect(response.status).toBe(202)
  return takenSchema.parse(await response.json())
}

/** Every kind of limit on contact; each leaves a way open. */
const limits: [string, Measure[]][] = [
  ['a closed channel', [{ code: 'channels', open: ['social'], clause }]],
  ['a spent allowance', [{ code: 'frequency', limit: 1, per: 'week', clause }]],
  ['other hours', [{ code: 'times', windows: [{ days: [7], from: '09:00', to: '10:00' }], clause }]],
  ['a closed subject', [{ code: 'closed-subject', subject: 'parking', words: ['parking'], clause }]],
]

describe.each(['email', 'web', 'sms', 'phone', 'letter', 'visit'] as const)(
  'I1: %s through the HTTP door',
  (channel) => {
    test.each(limits)(
      'under %s: without the emergency it is held, with it it goes through',
      async (_, measures) => {
        const { customer } = await aRestrictedCustomer(house.ledger.db, measures, house.clock.now())
        if (measures[0]?.code === 'frequency') await take('email', customer.reference, ordinary)
        const twin = await take(channel, customer.reference, ordinary)
        const urgent = await take(channel, customer.reference, emergency)
        expect(twin.decision).toMatchObject({ outcome: 'hold', lane: 'ordinary' })
        expect(urgent.decision).toMatchObject({ outcome: 'deliver', counted: false, to: { desk: 'urgent' } })
        expect((await contactOf(house, twin.contactId)).state).toBe('held')
      },
    )
  },
)

test.each(limits)('I1: on the portal under %s: the same twins', async (_, measures) => {
  const { customer } = await aRestrictedCustomer(house.ledger.db, measures, house.clock.now())
  const cookie = await signInAs(house, customer.id)
  const send = async (message: string) => {
    const form = { subject: 'A message', message, key: randomUUID() }
    const answer = await sendContact(visiting(house, { path: '/contact-us', form, cookie }))
    return answer instanceof Response ? (answer.headers.get('Location') ?? '') : ''
  }
  if (measures[0]?.code === 'frequency') await send(ordinary)
  const twin = await contactOf(house, (await send(ordinary)).split('/').at(-1) ?? '')
  expect(twin).toMatchObject({ channel: 'web', outcome: 'hold', state: 'held' })
  const before = house.mail.desk.length
  const urgent = await send(emergency)
  if (urgent.startsWith('/your-contacts/')) {
    const contact = await contactOf(house, urgent.split('/').at(-1) ?? '')
    expect(contact).toMatchObject({ outcome: 'deliver', counted: false, desk: 'urgent' })
  } else {
    // The ledger took longer than an emergency waits: it went straight to the urgent desk.
    expect(house.mail.desk.slice(before).map(({ code }) => code)).toEqual(['urgent'])
  }
})
