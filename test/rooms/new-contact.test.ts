import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../../app/doors/console.server.ts'
import { newContactForm, whatToTell, writeDown } from '../../app/doors/console-new-contact.server.ts'
import { auditAbout } from '../../db/audit.ts'
import { contacts } from '../../db/schema.ts'
import { patience } from '../../gateway/patience.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:30Z')
const byLetter: Measure[] = [{ code: 'channels', open: ['letter'], clause: 'Sanctions' }]
const ordinary = 'Who decides about the parking permits?'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
const { urgentMs } = patience

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl, { now: now.toISOString() })
  house.settings = { ...house.settings, sessionSecret: 'a secret for tests only, 0123456789' }
  patience.urgentMs = 20_000
})
afterAll(async () => {
  patience.urgentMs = urgentMs
  await house.ledger.close()
  await database.close()
})

function asks(
  cookie: string,
  over: { path?: string; params?: Record<string, string>; form?: Record<string, string> } = {},
) {
  const { path = '/console/new-contact', params = {}, form } = over
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    headers: { cookie },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  return { request, params, context: { house, facts: { address: '127.0.0.1' } } as AppLoadContext }
}

async function signIn(role: Parameters<typeof aColleague>[1] = 'officer') {
  const colleague = await aColleague(house.ledger.db, role)
  const answer = await startSession(asks(''), colleague, '/console')
  return { colleague, cookie: answer.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
}

const typed = (over: Record<string, string>) => ({
  key: randomUUID(),
  customer: 'nobody',
  channel: 'phone',
  said: ordinary,
  on: '2026-11-24',
  at: '10:00',
  ...over,
})

/** Writes one down, and gives what was recorded and what the caller is told. */
async function take(cookie: string, over: Record<string, string>) {
  const answer = await writeDown(asks(cookie, { form: typed(over) }))
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  const id = answer.headers.get('Location')?.split('/').at(-1) ?? ''
  const [contact] = await house.ledger.db.select().from(contacts).where(eq(contacts.id, id))
  return { contact, told: await whatToTell(asks(cookie, { params: { id } })) }
}

async function faultsOf(cookie: string, over: Record<string, string>) {
  const answer = await writeDown(asks(cookie, { form: typed(over) }))
  if (!('faults' in answer)) throw new Error('it was taken')
  expect(answer.typed).toMatchObject(over)
  return answer.faults
}

describe('a call of somebody who may write letters only', () => {
  test('is held and explained in words to read out: why, by when it is read, which way is open, and how to appeal', async () => {
    const { cookie, colleague } = await signIn()
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetter, now)
    const { contact, told } = await take(cookie, { customer: customer.id })
    expect(contact).toMatchObject({
      outcome: 'hold',
      state: 'held',
      channel: 'phone',
      customerId: customer.id,
    })
    expect(told).toMatchObject({ isHeld: true, customer: { reference: customer.reference } })
    const words = told.told.flatMap(({ parts }) =>
      parts.flatMap((part) => [...part.sentences, ...part.points]),
    )
    expect(words).toContain('We have kept your message safe. It has not gone to our team yet.')
    expect(words).toContain('For now, you cannot contact us by phone.')
    expect(words.join('\n')).toMatch(/A person will read it by .*Wednesday 25 November/)
    expect(words.join('\n')).toMatch(/by letter/)
    expect(words.join('\n')).toMatch(/appeal/)
    expect(await auditAbout(house.ledger.db, contact?.id ?? '')).toContainEqual(
      expect.objectContaining({ actor: `colleague:${colleague.id}`, action: 'contact written down' }),
    )
  })

  test('I1: passes when the colleague says that it cannot wait, and when the words say so', async () => {
    const { cookie } = await signIn()
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetter, now)
    const ticked = await take(cookie, { customer: customer.id, urgent: 'yes' })
    const spoken = await take(cookie, {
      customer: customer.id,
      said: 'Water is pouring through the ceiling.',
    })
    for (const { contact, told } of [ticked, spoken]) {
      expect(contact).toMatchObject({ outcome: 'deliver', desk: 'urgent', counted: false })
      expect(told.told[0]?.parts[0]?.sentences.join(' ')).toContain('Our urgent team has it now')
    }
  })

  test('I5: the choice only raises: without it, a smell of gas is still a danger to life, and with it too', async () => {
    const { cookie } = await signIn()
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetter, now)
    const said = 'I can smell gas in the hall.'
    for (const urgent of [{}, { urgent: 'yes' }] as Record<string, string>[]) {
      expect((await take(cookie, { customer: customer.id, said, ...urgent })).contact?.lane).toBe(
        'life-safety',
      )
    }
  })

  test('a letter from them, brought in by hand, goes to the team', async () => {
    const { cookie } = await signIn()
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetter, now)
    const { contact, told } = await take(cookie, { customer: customer.id, channel: 'letter' })
    expect(contact).toMatchObject({ outcome: 'deliver', desk: 'contact' })
    expect(told.isHeld).toBe(false)
  })

  test('is said in their own language too', async () => {
    const { cookie } = await signIn()
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetter, now, { language: 'ur' })
    const { told } = await take(cookie, { customer: customer.id })
    expect(told.told.map(({ language, direction }) => [language, direction])).toEqual([
      ['en', 'ltr'],
      ['ur', 'rtl'],
    ])
    expect(told.told[1]?.parts[0]?.sentences[0]).toMatch(/[\u0600-\u06FF]/)
  })
})

test('I9: a caller whom nobody knows passes, with the number that they gave', async () => {
  const { cookie } = await signIn()
  await aRestrictedCustomer(house.ledger.db, byLetter, now, { phone: '+447700900555' })
  const { contact, told } = await take(cookie, { reach: '07700 900555' })
  expect(contact).toMatchObject({ outcome: 'deliver', sender: 'unverified', customerId: null })
  expect(contact?.body).toBe(`From: 07700 900555\n\n${ordinary}`)
  expect(told.told[0]?.parts[0]?.sentences.join(' ')).not.toMatch(/limit|signed in|who sent/)
})

test('pressing twice is one contact', async () => {
  const { cookie } = await signIn()
  const key = randomUUID()
  const [one, two] = [await take(cookie, { key }), await take(cookie, { key })]
  expect(one.contact?.id).toBe(two.contact?.id)
})

describe('when it came', () => {
  test('now is filled in, in London time', async () => {
    house.clock.set('2026-07-01T08:05:59Z')
    const { cookie } = await signIn()
    expect((await newContactForm(asks(cookie))).typed).toMatchObject({ on: '2026-07-01', at: '09:05' })
    house.clock.set(now.toISOString())
  })

  test.each([
    ['the minute that it is', { on: '2026-11-24', at: '10:00' }, null],
    ['the next minute', { on: '2026-11-24', at: '10:01' }, /not come yet/],
    ['tomorrow', { on: '2026-11-25', at: '09:00' }, /not come yet/],
    ['a letter of last Friday', { on: '2026-11-20', at: '09:00' }, null],
    ['another year by mistake', { on: '2025-11-20', at: '09:00' }, /year/],
    ['a day that there is not', { on: '2026-02-30', at: '09:00' }, /year, month and day/],
  ])('%s', async (_, when, fault) => {
    const { cookie } = await signIn()
    if (fault) expect((await faultsOf(cookie, when)).on).toMatch(fault)
    else
      expect((await take(cookie, when)).contact?.receivedAt.toISOString()).toBe(
        `${when.on}T${when.at}:00.000Z`,
      )
  })
})

describe('who it is', () => {
  let found: Awaited<ReturnType<typeof aCustomer>> | undefined

  test.each([
    ['by reference', (each: { reference: string }) => each.reference.toLowerCase()],
    ['by a part of the name', () => 'zofia kow'],
    ['by phone, however it is written', () => '07700 900777'],
    ['by email', (each: { email: string }) => each.email],
  ])('is found %s, and everything typed is kept', async (_, wordsOf) => {
    const { cookie } = await signIn()
    const phone = '+447700900777'
    const customer = found ?? (await aCustomer(house.ledger.db, { name: 'Zofia Kowalska', phone }))
    found = customer
    const form = { ...typed({ words: wordsOf(customer) }), find: 'yes' }
    const answer = await writeDown(asks(cookie, { form }))
    expect(answer).toMatchObject({ typed: form, faults: {} })
    expect('found' in answer && answer.found.map(({ id }) => id)).toEqual([customer.id])
  })
  test('has to be chosen, or that nobody knows; how it came and what was said as well', async () => {
    const { cookie } = await signIn()
    const faults = await faultsOf(cookie, { customer: '', channel: 'pigeon', said: ' ' })
    expect(Object.keys(faults).toSorted()).toEqual(['channel', 'customer', 'said'])
  })
})

test('a contractor records nothing, and nobody who is not signed in', async () => {
  const { cookie } = await signIn('contractor')
  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (thrown: Response) => thrown.status,
    )
  for (const [who, status] of [
    [cookie, 403],
    ['', 302],
  ] as const) {
    expect(await statusOf(newContactForm(asks(who)))).toBe(status)
    expect(await statusOf(writeDown(asks(who, { form: typed({}) })))).toBe(status)
    expect(await statusOf(whatToTell(asks(who, { params: { id: randomUUID() } })))).toBe(status)
  }
})
