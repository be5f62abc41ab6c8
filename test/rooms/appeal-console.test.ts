import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAppeal, replyToAppeal } from '../../app/doors/appeal.server.ts'
import { actOnAppeal } from '../../app/doors/console-appeal-act.server.ts'
import { appealFileToKeep, appealList, appealPage } from '../../app/doors/console-appeals.server.ts'
import { noticesOf } from '../../db/notices.ts'
import { getRestriction } from '../../db/restrictions.ts'
import { appeals } from '../../db/schema.ts'
import { lodgeByPages } from '../factories/appeal-pages.ts'
import {
  aPhoto,
  aPortal,
  colleaguesBrowser,
  customersBrowser,
  type Form,
  type Portal,
  sentTo,
} from '../factories/browser.ts'
import { aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const weekly = [
  { code: 'frequency' as const, limit: 1, per: 'week' as const, clause: 'Sanctions, measure 5' },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Portal

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aPortal(database.databaseUrl, 'amplius', now)
})
afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

/** An appeal that a customer sent by the pages, with their browser and where it is in the console. */
async function anAppeal() {
  const { customer, restriction } = await aRestrictedCustomer(house.ledger.db, weekly, now)
  const ask = await customersBrowser(house, customer.id)
  const id = (await lodgeByPages(ask, `/appeal/restriction/${restriction.id}`)).split('/')[2] ?? ''
  return { customer, restriction, ask, id, path: `/console/appeals/${id}` }
}

describe('who may hear it (I8)', () => {
  test('everybody else is shown why not, and a form that they send all the same is refused', async () => {
    const { path } = await anAppeal()
    const officer = await colleaguesBrowser(house, 'officer')
    expect((await appealPage(officer(path))).mayDecide).toMatchObject({
      no: [{ code: 'not-the-role', clause: 'Sanctions, paragraph 8' }],
    })
    const head = await colleaguesBrowser(house, 'head')
    const ruling = { intent: 'rule', ruling: 'upheld', text: 'Yes.' }
    expect(await sentTo(actOnAppeal(head(path, ruling)))).toBe('403')
    const question = { intent: 'ask', text: 'Why?', key: randomUUID() }
    expect(await sentTo(actOnAppeal(head(path, question)))).toBe('403')
  })

  test('a contractor sees no appeal at all', async () => {
    const contractor = await colleaguesBrowser(house, 'contractor')
    expect(await sentTo(appealPage(contractor((await anAppeal()).path)))).toBe('403')
    expect(await sentTo(appealList(contractor('/console/appeals')))).toBe('403')
  })
})

test('the reviewer opens it, asks, is answered with a file and decides: each step is told, and the restriction ends', async () => {
  const { customer, restriction, ask, id, path } = await anAppeal()
  const director = await colleaguesBrowser(house, 'director')
  const page = async () => await loadAppeal(ask(`/appeal/${id}`))
  expect((await page())?.state).toBe('lodged')
  expect((await appealPage(director(path))).mayDecide).toEqual({ yes: true })
  expect((await page())?.state).toBe('looked-at')

  const question = { intent: 'ask', text: 'When were you ill?', key: randomUUID() }
  expect(await sentTo(actOnAppeal(director(path, question)))).toContain('done=ask')
  expect((await page())?.state).toBe('asked')

  const answeredAt = new Date('2026-11-24T10:05:00Z')
  house.clock.set(answeredAt)
  const answer = { text: 'In October.', key: randomUUID(), files: [aPhoto()] }
  expect(await sentTo(replyToAppeal(ask(`/appeal/${id}`, answer)))).toContain('added=1')
  const file = (await appealPage(director(path))).dialogue[1]?.files[0]?.id
  const kept = await appealFileToKeep(director(`${path}/files/${file}`))
  expect(kept.headers.get('Content-Type')).toBe('application/octet-stream')

  const ruling = { intent: 'rule', ruling: 'upheld', text: 'You were ill.' }
  expect(await sentTo(actOnAppeal(director(path, ruling)))).toContain('done=rule')
  const decided = await page()
  expect([decided?.state, decided?.ruling?.decider]).toEqual([
    'decided',
    { name: 'A director', role: 'director' },
  ])
  expect((await getRestriction(house.ledger.db, restriction.id))?.liftedAt).toEqual(answeredAt)
  expect(await sentTo(actOnAppeal(director(path, ruling)))).toContain('done=decided-already')

  const notices = await noticesOf(house.ledger.db, customer.id)
  const bodyOf = (kind: string) => notices.find((each) => each.kind === kind)?.body
  expect(bodyOf('appeal-receipt')).toContain(restriction.reference)
  // Who decides is named with the ruling, not before.
  expect(bodyOf('appeal-question')).not.toContain('A director')
  expect(bodyOf('appeal-outcome')).toContain('A director, director')
  expect(bodyOf('appeal-outcome')).toContain('You were ill.')
})

test('what is missing is said, and what was typed stays', async () => {
  const { path } = await anAppeal()
  const director = await colleaguesBrowser(house, 'director')
  const send = (form: Form) => actOnAppeal(director(path, form))
  expect(await send({ intent: 'rule', text: 'Because.' })).toMatchObject({
    data: { field: 'ruling', text: 'Because.' },
    init: { status: 400 },
  })
  expect(await send({ intent: 'rule', ruling: 'partly', text: ' ' })).toMatchObject({
    data: { field: 'reasons', ruling: 'partly' },
  })
  expect(await send({ intent: 'ask', text: '' })).toMatchObject({ data: { field: 'question' } })
})

test('the list has what is due first, and what is overdue says so', async () => {
  const { id } = await anAppeal()
  await anAppeal()
  await house.ledger.db.update(appeals).set({ dueOn: '2026-11-23' }).where(eq(appeals.id, id))
  const { waiting } = await appealList((await colleaguesBrowser(house, 'officer'))('/console/appeals'))
  expect(waiting[0]).toMatchObject({ id, daysLeft: null })
  expect(waiting[1]?.daysLeft).toBe(14)
})

describe('what a customer adds', () => {
  test('needs words or a file', async () => {
    const { ask, id } = await anAppeal()
    const send = (form: Form) => replyToAppeal(ask(`/appeal/${id}`, form))
    expect(await send({ text: ' ' })).toMatchObject({ errors: [{ key: 'page.errors.addition' }] })
    expect(await sentTo(send({ text: '', files: [aPhoto()], key: randomUUID() }))).toContain('added=1')
    expect((await loadAppeal(ask(`/appeal/${id}`)))?.dialogue.map(({ text }) => text)).toEqual(['photo.png'])
  })

  test('is given back when the session has ended', async () => {
    const { id } = await anAppeal()
    const asked = (await customersBrowser(house, null))(`/appeal/${id}`, { text: 'Kept words.' })
    expect(await replyToAppeal(asked)).toMatchObject({ typed: { text: 'Kept words.' } })
    expect(await loadAppeal({ ...asked, request: new Request(asked.request.url) })).toBeNull()
  })

  test('is given back when it was decided meanwhile, with what to do', async () => {
    const { ask, id, path } = await anAppeal()
    const director = await colleaguesBrowser(house, 'director')
    await actOnAppeal(director(path, { intent: 'rule', ruling: 'not-upheld', text: 'It stands.' }))
    const late = { text: 'One more thing.', key: randomUUID() }
    expect(await replyToAppeal(ask(`/appeal/${id}`, late))).toMatchObject({
      errors: [{ key: 'page.errors.decided' }],
      typed: { text: 'One more thing.' },
    })
    expect((await loadAppeal(ask(`/appeal/${id}`)))?.dialogue).toEqual([])
  })
})
