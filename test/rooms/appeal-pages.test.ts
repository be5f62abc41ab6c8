import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appealFile, loadAppeal, replyToAppeal } from '../../app/doors/appeal.server.ts'
import { loadAppealables, loadBeforeAppeal } from '../../app/doors/appeal-about.server.ts'
import { loadAppealCheck, sendAppeal } from '../../app/doors/appeal-check.server.ts'
import { loadAppealStep, saveAppealStep } from '../../app/doors/appeal-draft.server.ts'
import { loadRestrictions } from '../../app/doors/restrictions.server.ts'
import { appealsOf } from '../../db/appeals.ts'
import { draftsOf } from '../../db/drafts.ts'
import type { House } from '../../house.ts'
import { lodgeByPages } from '../factories/appeal-pages.ts'
import { type Ask, aPhoto, aPortal, customersBrowser, sentTo } from '../factories/browser.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const weekly = [
  { code: 'frequency' as const, limit: 1, per: 'week' as const, clause: 'Sanctions, measure 5' },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
const houses = new Map<string, House>()

beforeAll(async () => {
  database = await openTestDatabase()
  for (const policy of ['amplius', 'karbon', 'a2dominion', 'stonewater'])
    houses.set(policy, await aPortal(database.databaseUrl, policy, now))
})
afterAll(async () => {
  for (const { ledger } of houses.values()) await ledger.close()
  await database.close()
})

function houseOf(policy: string): House {
  const house = houses.get(policy)
  if (!house) throw new Error(`there is no house under ${policy}`)
  return house
}

/** A restricted customer with their browser under a policy, and the path of the pages of an appeal. */
async function restricted(policy = 'amplius') {
  const house = houseOf(policy)
  const { customer, restriction } = await aRestrictedCustomer(house.ledger.db, weekly, now)
  const ask = await customersBrowser(house, customer.id)
  return { house, customer, restriction, ask, path: `/appeal/restriction/${restriction.id}` }
}

describe('before they write, a customer is told', () => {
  test('that they may, until when, who hears it by role and title, and by which day (Amplius)', async () => {
    const { ask, path } = await restricted()
    const told = await loadBeforeAppeal(ask(path))
    expect(told.may).toEqual({ yes: true, until: null })
    expect(told.hearer).toEqual({
      role: 'director',
      title: 'Director of Customer Operations',
      rule: { source: 'policy', clause: 'Sanctions, paragraph 8' },
    })
    expect([told.workingDays, told.dueOn, told.grounds]).toEqual([14, '2026-12-14', []])
  })

  test('the three grounds and that there may be a fourth (A2Dominion 4.1)', async () => {
    const { ask, path } = await restricted('a2dominion')
    const { grounds } = await loadBeforeAppeal(ask(path))
    expect(grounds).toEqual(['changed-circumstances', 'limits-essential-services', 'factual-error', 'other'])
  })

  test('the document’s own word for who hears it, and that the landlord chose the role (Karbon 4.7)', async () => {
    const { ask, path } = await restricted('karbon')
    const { hearer } = await loadBeforeAppeal(ask(path))
    expect(hearer).toMatchObject({ role: 'appeals', title: 'a senior officer', rule: { source: 'landlord' } })
  })

  test('why they may not, and by whose rule (Stonewater 5.6)', async () => {
    const { ask, path } = await restricted('stonewater')
    const told = await loadBeforeAppeal(ask(path))
    expect(told.may).toMatchObject({ no: { code: 'too-late' } })
    expect(told.windowRule).toEqual({ source: 'policy', clause: '5.6' })
  })

  test.each([
    ['amplius', [['restriction', 'warning'], []]],
    ['karbon', [['restriction'], ['warning']]],
    ['stonewater', [[], ['restriction', 'warning']]],
  ])('what can be appealed and what is over, under %s', async (policy, kinds) => {
    const { ask } = await restricted(policy)
    const { open, over } = await loadAppealables(ask('/appeal'))
    expect([open, over].map((list) => list.map(({ about }) => about.kind))).toEqual(kinds)
  })
})

describe('another customer’s thing is not there', () => {
  test.each([
    ['before', (ask: Ask, path: string) => loadBeforeAppeal(ask(path))],
    ['a question', (ask: Ask, path: string) => loadAppealStep(ask(`${path}/account`))],
    ['an answer', (ask: Ask, path: string) => saveAppealStep(ask(`${path}/account`, { account: 'x' }))],
    ['the check', (ask: Ask, path: string) => loadAppealCheck(ask(`${path}/check`))],
    ['the sending', (ask: Ask, path: string) => sendAppeal(ask(`${path}/check`, {}))],
  ] as const)('%s', async (_, work) => {
    const { house, path, ask } = await restricted()
    const stranger = await aCustomer(house.ledger.db)
    expect(await sentTo(work(await customersBrowser(house, stranger.id), path))).toBe('404')
    // The twin: their own is there, or they are sent on to it.
    expect(await work(ask, path).catch((thrown: Response) => thrown.status)).not.toBe(404)
  })

  test('neither their appeal, nor its files, nor what is no id at all', async () => {
    const { house, ask, path, restriction } = await restricted()
    const id = (await lodgeByPages(ask, path)).split('/')[2]
    const other = await customersBrowser(house, (await aCustomer(house.ledger.db)).id)
    expect(await sentTo(loadAppeal(other(`/appeal/${id}`)))).toBe('404')
    expect(await sentTo(appealFile(other(`/appeal/${id}/files/${id}`)))).toBe('404')
    expect(await sentTo(replyToAppeal(other(`/appeal/${id}`, { text: 'x' })))).toBe('404')
    expect(await sentTo(loadAppeal(ask('/appeal/nothing')))).toBe('404')
    expect(await sentTo(loadBeforeAppeal(ask(`/appeal/contact/${restriction.id}`)))).toBe('404')
  })
})

describe('the draft', () => {
  test('keeps each answer, is found again on every list, and goes when it is sent', async () => {
    const { house, customer, ask, path } = await restricted()
    const answer = saveAppealStep(ask(`${path}/account`, { account: ' I was ill. ' }))
    expect(await sentTo(answer)).toBe(`${path}/wish`)
    const { open } = await loadAppealables(ask('/appeal'))
    expect(open.map(({ hasDraft }) => hasDraft)).toEqual([true, false])
    const { restrictions } = await loadRestrictions(ask('/your-restrictions'))
    expect(restrictions[0]?.appealable?.hasDraft).toBe(true)
    expect((await loadAppealStep(ask(`${path}/account`))).answers).toEqual({ account: 'I was ill.' })
    // Resumed: on to the first question that was not asked yet.
    expect(await sentTo(loadAppealCheck(ask(`${path}/check`)))).toBe(`${path}/wish?to=check`)
    await lodgeByPages(ask, path)
    expect(await draftsOf(house.ledger.db, customer.id, 'appeal')).toEqual([])
  })

  test('what is missing is said, and what was typed is given back', async () => {
    const { ask, path } = await restricted()
    expect(await saveAppealStep(ask(`${path}/account`, { account: '  ' }))).toMatchObject({
      errors: [{ field: 'account', key: 'page.errors.account' }],
    })
    expect(await saveAppealStep(ask(`${path}/for`, { name: 'Sunita', reach: '' }))).toMatchObject({
      errors: [{ field: 'reach', key: 'page.errors.their-reach' }],
      typed: { name: 'Sunita' },
    })
  })

  test('a session that ended keeps the words on the page and asks nobody to sign in over them', async () => {
    const { house, path } = await restricted()
    const ask = await customersBrowser(house, null)
    const asked = ask(`${path}/account`, { account: 'A long account.' })
    expect(await saveAppealStep(asked)).toMatchObject({
      isSignedOut: true,
      typed: { account: 'A long account.' },
    })
    const page = await loadAppealStep({ ...asked, request: new Request(asked.request.url) })
    expect([page.step, page.here, page.about]).toEqual(['account', `${path}/account`, null])
    // Whoever only opens the page is asked to sign in, and comes back to it.
    expect(await sentTo(loadAppealStep(ask(`${path}/account`)))).toBe(`/sign-in?next=${path}/account`)
  })

  test('files: five at the most, named plainly, removed again, sent along', async () => {
    const { ask, path } = await restricted()
    const add = (count: number) =>
      saveAppealStep(ask(`${path}/files`, { intent: 'add', files: Array.from({ length: count }, aPhoto) }))
    expect(await sentTo(add(3))).toBe(`${path}/files`)
    expect(await add(3)).toMatchObject({ errors: [{ key: 'page.errors.files-room', values: { most: 5 } }] })
    const { files } = await loadAppealStep(ask(`${path}/files`))
    expect(files.map(({ name, type }) => `${name} ${type}`)).toEqual(Array(5).fill('photo.png image/png'))
    await saveAppealStep(ask(`${path}/files`, { remove: files[0]?.id ?? '' }))
    const at = (await lodgeByPages(ask, path)).replace('/sent', '')
    const page = await loadAppeal(ask(at))
    expect(page?.files.map(({ name }) => name)).toEqual(Array(4).fill('photo.png'))
    const file = await appealFile(ask(`${at}/files/${page?.files[0]?.id}`))
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="photo.png"/)
  })

  test('somebody who writes for the customer is named, and how to reach them', async () => {
    const { house, customer, ask, path } = await restricted()
    await lodgeByPages(ask, path, {
      who: { who: 'other' },
      for: { name: 'Sunita Patel', reach: '07700 900555' },
    })
    const [appeal] = await appealsOf(house.ledger.db, customer.id)
    expect(appeal?.representative).toBe('Sunita Patel\n07700 900555')
  })

  test('the ground is asked where the policy lists some, and another reason is taken too (A2Dominion 4.1)', async () => {
    const { house, customer, ask, path } = await restricted('a2dominion')
    expect(await saveAppealStep(ask(`${path}/ground`, {}))).toMatchObject({
      errors: [{ field: 'ground', key: 'page.errors.ground' }],
    })
    expect(await sentTo(saveAppealStep(ask(`${path}/ground`, { ground: 'other' })))).toBe(`${path}/account`)
    await lodgeByPages(ask, path)
    const [appeal] = await appealsOf(house.ledger.db, customer.id)
    expect(appeal?.ground).toBe('other')
    // Elsewhere it is enough to disagree, and nothing is asked.
    const elsewhere = await restricted('amplius')
    expect(await sentTo(loadAppealStep(elsewhere.ask(`${elsewhere.path}/ground`)))).toBe('404')
  })

  test('pressed twice, and from two windows: one appeal', async () => {
    const { house, customer, ask, path } = await restricted()
    const steps = { account: { account: 'Ill.' }, wish: { wish: '' }, files: {}, who: { who: 'me' } }
    for (const [step, form] of Object.entries<Record<string, string>>(steps))
      await saveAppealStep(ask(`${path}/${step}`, form))
    const ways = await Promise.all([1, 2, 3].map(() => sentTo(sendAppeal(ask(`${path}/check`, {})))))
    const lodged = await appealsOf(house.ledger.db, customer.id)
    expect(lodged).toHaveLength(1)
    expect(new Set(ways.map((way) => way.split(/[/?]/)[2]))).toEqual(new Set(lodged.map(({ id }) => id)))
    expect(ways).toContain(`/appeal/${lodged[0]?.id}/sent`)
  })
})

describe('an appeal outside the window (Stonewater 5.6)', () => {
  test('asks why it is late, and is lodged with that', async () => {
    const { house, customer, ask, path } = await restricted('stonewater')
    expect(await saveAppealStep(ask(`${path}/late`, { late: '' }))).toMatchObject({
      errors: [{ key: 'page.errors.late' }],
    })
    const sent = await lodgeByPages(ask, path, { late: { late: 'I was in hospital.' } })
    expect(sent).toMatch(/\/sent$/)
    const [appeal] = await appealsOf(house.ledger.db, customer.id)
    expect(appeal?.lateReason).toBe('I was in hospital.')
  })

  test('a warning that the policy lets nobody appeal is not written about (Karbon 4.7)', async () => {
    const { ask, restriction } = await restricted('karbon')
    const path = `/appeal/warning/${restriction.warningId}`
    expect(await sentTo(loadAppealStep(ask(`${path}/account`)))).toBe(path)
    expect(await sentTo(saveAppealStep(ask(`${path}/account`, { account: 'x' })))).toBe(path)
  })
})
