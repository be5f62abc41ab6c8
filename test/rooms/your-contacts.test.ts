import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSentContact, sendContact } from '../../app/doors/contact.server.ts'
import { actOnContact, loadYourContact, loadYourContacts } from '../../app/doors/your-contacts.server.ts'
import { heldList } from '../../app/doors/console-held.server.ts'
import { auditAbout, latestAudit } from '../../db/audit.ts'
import { countByState, markDelivered, releaseContact } from '../../db/contacts.ts'
import { markHeld } from '../../db/readings.ts'
import { contacts } from '../../db/schema.ts'
import { receive } from '../../gateway/receive.ts'
import { aHeldContact, aMailFrom, contactOf, jobsAbout, onceAWeek } from '../factories/contacts.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { aSignedInColleague, signInAs, thrownBy, visiting } from '../factories/visit.ts'
import { refusal } from '../set-up/refusal.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { eq } from 'drizzle-orm'

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

const list = (cookie: string, query = '') =>
  loadYourContacts(visiting(house, { path: `/your-contacts${query}`, cookie }))
const one = (id: string, cookie: string, query = '') =>
  loadYourContact(visiting(house, { path: `/your-contacts/${id}${query}`, params: { id }, cookie }))
const takeBack = (id: string, cookie: string) =>
  actOnContact(
    visiting(house, {
      path: `/your-contacts/${id}`,
      params: { id },
      form: { intent: 'take-back' },
      cookie,
    }),
  )

describe('taking a held contact back', () => {
  test('it leaves the list of what is read, stays on record, and the numbers add up (I4)', async () => {
    const { customer, contactId } = await aHeldContact(house)
    const cookie = await signInAs(house, customer.id)
    const officer = await aSignedInColleague(house, 'officer')
    const held = () => heldList(visiting(house, { path: '/console', cookie: officer.cookie }))
    const before = await held()
    expect(before.rows.map(({ id }) => id)).toContain(contactId)
    await takeBack(contactId, cookie)
    expect(await contactOf(house, contactId)).toMatchObject({
      state: 'withdrawn',
      withdrawnAt: house.clock.now(),
      body: expect.stringContaining('rent letter'),
    })
    const after = await held()
    expect(after.rows.map(({ id }) => id)).not.toContain(contactId)
    const { received, delivered, released, read, withdrawn, held: waiting } = after.counts
    expect(received).toBe(delivered + released + read + withdrawn + waiting)
    expect(withdrawn).toBe(before.counts.withdrawn + 1)
    expect(received).toBe(before.counts.received)
    const [line] = await auditAbout(house.ledger.db, contactId)
    expect(line).toMatchObject({ actor: `customer:${customer.id}`, action: 'contact taken back' })
    expect(await jobsAbout(house, contactId)).toEqual([])
    expect((await one(contactId, cookie)).story.map(({ what }) => what)).toEqual(['got', 'held', 'withdrawn'])
  })

  test('twice is once, and never after a person has read or released it: then it is told kindly', async () => {
    const colleague = await aColleague(house.ledger.db, 'officer')
    const now = house.clock.now()
    const { customer, contactId } = await aHeldContact(house)
    const cookie = await signInAs(house, customer.id)
    const answers = await Promise.all([takeBack(contactId, cookie), takeBack(contactId, cookie)])
    expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([
      `/your-contacts/${contactId}`,
      `/your-contacts/${contactId}`,
    ])
    for (const finding of ['ordinary', 'release', 'urgent'] as const) {
      const { contactId: later } = await receive(house, aMailFrom(house, customer.email))
      const settle = { contactId: later, colleagueId: colleague.id, now }
      await house.ledger.db.transaction((tx) => markHeld(tx, settle, finding))
      const { state } = await contactOf(house, later)
      const answer = await takeBack(later, cookie)
      expect(answer.headers.get('Location')).toBe(`/your-contacts/${later}?too-late=1`)
      expect((await contactOf(house, later)).state).toBe(state)
      expect((await one(later, cookie, '?too-late=1')).isTooLate).toBe(true)
    }
  })

  test('what was delivered at once cannot be taken back', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, onceAWeek, house.clock.now())
    const { contactId } = await receive(house, aMailFrom(house, customer.email))
    await takeBack(contactId, await signInAs(house, customer.id))
    expect((await contactOf(house, contactId)).state).toBe('delivering')
  })

  test('the ledger keeps it so, whoever writes to it', async () => {
    const { customer, contactId } = await aHeldContact(house)
    await takeBack(contactId, await signInAs(house, customer.id))
    const { db } = house.ledger
    const bring = { state: 'held' as const, withdrawnAt: null }
    expect(await refusal(db.update(contacts).set(bring).where(eq(contacts.id, contactId)))).toContain(
      'stays so',
    )
  })

  test('the allowance is as it was: what is held was never counted', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, onceAWeek, house.clock.now())
    const cookie = await signInAs(house, customer.id)
    expect((await list(cookie)).left).toMatchObject([{ left: 1, allowed: 1 }])
    await receive(house, aMailFrom(house, customer.email))
    const { contactId } = await receive(house, aMailFrom(house, customer.email))
    expect((await list(cookie)).left).toMatchObject([{ left: 0, allowed: 1 }])
    await takeBack(contactId, cookie)
    expect((await list(cookie)).left).toMatchObject([{ left: 0, allowed: 1 }])
  })
})

describe('the list of one’s own contacts', () => {
  test('20 a page, newest first, each once; another customer’s are not in it', async () => {
    const { customer } = await aHeldContact(house)
    const other = await aHeldContact(house)
    for (let minute = 1; minute <= 20; minute++) {
      const receivedAt = new Date(Date.parse('2026-11-24T10:00:00Z') + minute * 60_000)
      await receive(house, aMailFrom(house, customer.email, { receivedAt, subject: `About ${minute}` }))
    }
    const cookie = await signInAs(house, customer.id)
    const [first, second, third] = [
      await list(cookie),
      await list(cookie, '?page=2'),
      await list(cookie, '?page=3'),
    ]
    expect([first.contacts.length, first.hasOlder]).toEqual([20, true])
    expect(first.contacts.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 20 }, (_, at) => `About ${20 - at}`),
    )
    expect([second.contacts.length, second.hasOlder]).toEqual([1, false])
    expect(third.contacts).toEqual([])
    const ids = [...first.contacts, ...second.contacts].map(({ id }) => id)
    expect(new Set(ids).size).toBe(21)
    expect(ids).not.toContain(other.contactId)
    for (const wrong of ['0', '-1', 'x', '1e9', '99999999999999999999'])
      expect((await list(cookie, `?page=${wrong}`)).page).toBe(1)
  })

  test('says whom it went to: the desk, the named colleague, whoever stood in; and nobody while it is kept', async () => {
    const named = [{ code: 'named-colleague' as const, colleague: 'sam-reed', clause: 'Sanctions' }]
    const { customer } = await aRestrictedCustomer(house.ledger.db, named, house.clock.now())
    await receive(house, aMailFrom(house, customer.email))
    const cookie = await signInAs(house, customer.id)
    expect((await list(cookie)).contacts[0]).toMatchObject({ became: 'delivering', to: 'Sam Reed' })
    const held = await aHeldContact(house)
    const theirs = await signInAs(house, held.customer.id)
    expect((await list(theirs)).contacts[0]).toMatchObject({ became: 'held', to: null })
    await actOnContact(
      visiting(house, {
        path: '/your-contacts',
        params: { id: held.contactId },
        form: { intent: 'raise' },
        cookie: theirs,
      }),
    )
    expect((await list(theirs)).contacts[0]).toMatchObject({ became: 'raised', to: 'Urgent help' })
  })

  test('what passed for somebody without a restriction is listed without its words, which are not kept', async () => {
    const customer = await aCustomer(house.ledger.db)
    const { contactId } = await receive(house, aMailFrom(house, customer.email))
    await house.ledger.db.transaction((tx) => markDelivered(tx, contactId, house.clock.now()))
    const cookie = await signInAs(house, customer.id)
    expect((await list(cookie)).contacts).toMatchObject([{ id: contactId, isErased: true, subject: null }])
    expect(await one(contactId, cookie)).toMatchObject({ isErased: true, body: null })
  })
})

describe('the story of one contact', () => {
  test('its words as they are kept, every reason, and what happened in its order', async () => {
    const { customer, contactId } = await aHeldContact(house, { fileNames: ['letter.pdf'] })
    const colleague = await aColleague(house.ledger.db, 'officer')
    const now = new Date('2026-11-24T12:00:00Z')
    await house.ledger.db.transaction((tx) =>
      releaseContact(tx, { contactId, colleagueId: colleague.id, now }),
    )
    await house.ledger.db.transaction((tx) => markDelivered(tx, contactId, now))
    const story = await one(contactId, await signInAs(house, customer.id))
    expect(story).toMatchObject({
      became: 'released',
      subject: 'My rent letter',
      fileNames: ['letter.pdf'],
      to: 'Customer contact',
    })
    expect(story.body).toContain('rent letter')
    expect(story.decision.reasons.map(({ code }) => code)).toEqual(['channel-closed'])
    expect(story.story.map(({ what }) => what)).toEqual(['got', 'held', 'released', 'delivered'])
    // Which colleague read it is for colleagues.
    expect(JSON.stringify(story)).not.toContain(colleague.name)
  })

  test('of another customer, of nobody, and of no such contact: not there', async () => {
    const { contactId } = await aHeldContact(house)
    const cookie = await signInAs(house, (await aCustomer(house.ledger.db)).id)
    const stranger = await receive(house, aMailFrom(house, 'nobody@elsewhere.example'))
    for (const id of [contactId, stranger.contactId, '00000000-0000-4000-8000-000000000000', 'x', "' or 1=1"])
      expect((await thrownBy(one(id, cookie))).status).toBe(404)
    expect((await thrownBy(one(contactId, ''))).headers.get('Location')).toBe(
      `/sign-in?next=/your-contacts/${contactId}`,
    )
  })
})

describe('after sending a message on the website', () => {
  const form = { subject: 'My rent', message: 'Please could you send me the rent letter again?', key: '' }

  test('a customer is led to its story; a stranger to a page that only their signed link opens', async () => {
    const { customer } = await aHeldContact(house)
    const cookie = await signInAs(house, customer.id)
    const own = await sendContact(visiting(house, { path: '/contact-us', form, cookie }))
    const [, id = ''] = /^\/your-contacts\/([0-9a-f-]{36})$/.exec(locationOf(own)) ?? []
    expect((await one(id, cookie)).became).toBe('held')
    const strangers = { ...form, name: 'Sam', reach: 'sam@elsewhere.example' }
    const sent = locationOf(await sendContact(visiting(house, { path: '/contact-us', form: strangers })))
    const url = new URL(sent, house.settings.publicUrl)
    const params = { id: url.pathname.split('/').at(-1) ?? '' }
    expect(loadSentContact(visiting(house, { path: sent, params }))).toEqual({
      id: params.id,
      isUnchecked: false,
      isDanger: false,
    })
    const changed = sent.replace('state=recorded', 'state=unchecked')
    for (const path of [changed, url.pathname]) {
      const opened = (async () => loadSentContact(visiting(house, { path, params })))()
      expect((await thrownBy(opened)).status).toBe(404)
    }
  })
})

test('I12: nothing that a customer wrote is in the audit trail', async () => {
  const lines = await latestAudit(house.ledger.db, { before: null, most: 500 })
  expect(JSON.stringify(lines)).not.toMatch(/rent letter|demo\.example/)
  expect(Object.values(await countByState(house.ledger.db)).every((number) => number >= 0)).toBe(true)
})

function locationOf(answer: unknown): string {
  return answer instanceof Response ? (answer.headers.get('Location') ?? '') : ''
}
