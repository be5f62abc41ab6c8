import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAccount } from '../../app/doors/account.server.ts'
import { carryStep } from '../../app/doors/ask.server.ts'
import { downloadDataCopy, loadDataCopy } from '../../app/doors/data-copy.server.ts'
import { loadRequest } from '../../app/doors/request.server.ts'
import { loadSignIn } from '../../app/doors/sign-in.server.ts'
import { auditAbout } from '../../db/audit.ts'
import { storeNotice } from '../../db/notices.ts'
import { answerRequest, lodgeRequest, type NewRequest } from '../../db/requests.ts'
import { appealMessages, appeals, markers } from '../../db/schema.ts'
import { receive } from '../../gateway/receive.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aColleague, aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { aBrowser, answerOf, aPortal, placeOf } from '../factories/portal.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const weekly: Measure[] = [
  { code: 'frequency', limit: 2, per: 'week', clause: 'Sanctions, measure 5' },
  { code: 'named-colleague', colleague: 'sam-reed', clause: 'Sanctions, measure 3' },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aPortal>>
beforeAll(async () => {
  database = await openTestDatabase()
  house = await aPortal(database.databaseUrl)
})
afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

async function aVisitor() {
  const { customer, restriction } = await aRestrictedCustomer(house.ledger.db, weekly, now)
  return { customer, restriction, browser: await aBrowser(house, { customerId: customer.id }) }
}

const words = { subject: 'A notice', body: 'Its words.' }

async function aRequest(customerId: string, over: Partial<NewRequest> = {}) {
  const request = {
    ...{ id: crypto.randomUUID(), customerId, kind: 'adjustment', aboutId: null, account: 'More time.' },
    ...{ detail: {}, contactId: null, consentAt: null, dueOn: '2026-12-01' },
    ...over,
  } satisfies NewRequest
  return await lodgeRequest(house.ledger.db, { request, now, pack: 'amplius', writeReceipt: () => words })
}

async function answered(customerId: string, answer = 'Yes.') {
  const request = await aRequest(customerId)
  const colleague = await aColleague(house.ledger.db, 'officer')
  const facts = { id: request.id, colleagueId: colleague.id, answer, now, pack: 'amplius' }
  await answerRequest(house.ledger.db, { ...facts, writeAnswer: () => words })
  return { request, colleague }
}

async function anAppeal({ customer, restriction }: Awaited<ReturnType<typeof aVisitor>>) {
  const [appeal] = await house.ledger.db
    .insert(appeals)
    .values({
      ...{ reference: `A-${customer.reference}`, customerId: customer.id, restrictionId: restriction.id },
      ...{ ground: 'other', account: 'I was away.', lodgedAt: now, dueOn: '2026-12-14' },
    })
    .returning()
  if (!appeal) throw new Error('no appeal was written')
  const say = async (askedBy: string | null, text: string, minutes: number) =>
    house.ledger.db
      .insert(appealMessages)
      .values({ appealId: appeal.id, askedBy, text, writtenAt: new Date(now.getTime() + minutes * 60_000) })
  return { appeal, say }
}

describe('what waits for somebody', () => {
  test('a reviewer’s question waits until its customer has written after it', async () => {
    const visitor = await aVisitor()
    const { appeal, say } = await anAppeal(visitor)
    const waiting = async () => (await loadAccount(visitor.browser.args('/your-account'))).questions
    expect(await waiting()).toEqual([])
    await say((await aColleague(house.ledger.db)).id, 'When was that?', 1)
    expect(await waiting()).toEqual([{ id: appeal.id, reference: appeal.reference }])
    await say(null, 'In May.', 2)
    expect(await waiting()).toEqual([])
  })

  test('an answer waits until its customer has opened it', async () => {
    const { customer, browser } = await aVisitor()
    const { request } = await answered(customer.id)
    const waiting = async () => (await loadAccount(browser.args('/your-account'))).answers
    expect(await waiting()).toEqual([{ id: request.id, reference: request.reference }])
    await loadRequest(browser.args(`/ask-us/${request.id}`, { id: request.id }))
    await loadRequest(browser.args(`/ask-us/${request.id}`, { id: request.id }))
    expect(await waiting()).toEqual([])
    const read = (await auditAbout(house.ledger.db, request.id)).filter(
      ({ action }) => action === 'answer read',
    )
    expect(read).toHaveLength(1)
  })

  test('what was begun and not sent waits, and leads to where it goes on', async () => {
    const { browser } = await aVisitor()
    const params = { form: 'support', step: 'kinds' }
    await carryStep(browser.post('/ask-us/support/kinds', params, { kinds: ['home'] }))
    const { drafts } = await loadAccount(browser.args('/your-account'))
    expect(drafts).toEqual([{ href: '/ask-us/support/more', kind: 'support' }])
  })

  test('everything there is theirs: another customer’s is not', async () => {
    const { customer } = await aVisitor()
    await answered(customer.id)
    const other = await aVisitor()
    const { answers, requests, inForce } = await loadAccount(other.browser.args('/your-account'))
    expect([answers, requests]).toEqual([[], []])
    expect(inForce.map(({ id }) => id)).toEqual([other.restriction.id])
  })
})

test('who has a restriction begins at it after signing in, and everybody else at their account', async () => {
  const { browser } = await aVisitor()
  const free = await aCustomer(house.ledger.db)
  const other = await aBrowser(house, { customerId: free.id })
  expect(await placeOf(loadSignIn(browser.args('/sign-in')))).toBe('/your-restrictions')
  expect(await placeOf(loadSignIn(other.args('/sign-in')))).toBe('/your-account')
  expect(await placeOf(loadSignIn(other.args('/sign-in?next=/tell-your-side')))).toBe('/tell-your-side')
  expect(await placeOf(loadSignIn(other.args('/sign-in?next=//elsewhere.example')))).toBe('/your-account')
})

describe('a copy of somebody’s information', () => {
  test('holds what they wrote, what was decided and why, and who looked, as a page and as a file', async () => {
    const visitor = await aVisitor()
    const { customer, browser, restriction } = visitor
    await anAppeal(visitor)
    await answered(customer.id, 'You have until May.')
    await receive(house, {
      ...{ key: `copy ${customer.id}`, channel: 'web', from: { customerId: customer.id } },
      ...{ evidence: 'verified', subject: 'My ceiling', body: 'There is a leak in the kitchen ceiling.' },
      ...{ fileNames: [], messageId: null, raw: null, unparsed: false, desk: 'contact', receivedAt: now },
    })
    const page = await loadDataCopy(browser.args('/your-account/data'))
    expect(page).toMatchObject({
      you: { reference: customer.reference, reachedBy: [{ kind: 'email', value: customer.email }] },
      restrictions: [{ reference: restriction.reference, reason: restriction.reason, decidedBy: 'head' }],
      warnings: [{ givenBy: 'head', conduct: 'Forty emails in a day.' }],
      contacts: [{ subject: 'My ceiling', words: 'There is a leak in the kitchen ceiling.' }],
      appeals: [{ account: 'I was away.' }],
      requests: [{ account: 'More time.', answer: 'You have until May.', answeredBy: 'officer' }],
    })
    expect(page.contacts[0]?.noticed.length).toBeGreaterThan(0)
    expect(page.seen).toContainEqual({ at: now, who: 'officer', action: 'request answered' })
    const answer = await answerOf(downloadDataCopy(browser.args('/your-account/data.json')))
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="my-information-2026-11-24.json"',
    )
    const file = await answer.json()
    expect(file.contacts).toEqual(JSON.parse(JSON.stringify(page.contacts)))
  })

  test('names nobody else: not a colleague, not who speaks for them, not another customer', async () => {
    const visitor = await aVisitor()
    const { customer, browser } = visitor
    const { colleague } = await answered(customer.id, 'Ask A head or Sam Reed about it.')
    const who = { name: 'Zofia Nowak', reach: 'zofia@care.example', relation: 'carer', may: 'speak' }
    await aRequest(customer.id, { kind: 'representative', detail: who, consentAt: now, account: '' })
    const other = await aVisitor()
    await aRequest(other.customer.id, { account: 'Somebody else’s words.' })
    const text = JSON.stringify(await loadDataCopy(browser.args('/your-account/data')))
    for (const name of [
      ...[colleague.name, colleague.id, 'A head', 'Sam Reed', 'sam-reed', 'Zofia', 'care.example'],
      ...[other.customer.reference, other.customer.email, 'Somebody else'],
    ])
      expect(text).not.toContain(name)
    expect(text).toContain('Ask [head] or [colleague] about it.')
    expect(text).toContain('"relation":"carer"')
  })

  test('of a marker it shows the precaution and that there is a note, never the note itself', async () => {
    const { customer, browser } = await aVisitor()
    await house.ledger.db.insert(markers).values({
      ...{ customerId: customer.id, note: 'His brother told us.', precaution: 'Phone before you visit.' },
      ...{ placedBy: (await aColleague(house.ledger.db)).id, placedAt: now, reviewOn: '2027-05-01' },
    })
    const copy = await loadDataCopy(browser.args('/your-account/data'))
    expect(copy.markers).toMatchObject([{ precaution: 'Phone before you visit.', hasNote: true }])
    expect(JSON.stringify(copy)).not.toContain('brother')
  })

  test('does not hold the code from a letter, and is itself written into the audit', async () => {
    const { customer, browser, restriction } = await aVisitor()
    await storeNotice(house.ledger.db, {
      ...{ customerId: customer.id, kind: 'restriction', aboutId: restriction.id, by: 'letter' },
      ...{ language: 'en', printPoints: 12, subject: 'A letter', pack: 'amplius', writtenAt: now },
      body: `Your code: ABCD-2345. Your reference: ${restriction.reference}, Q-ABCD-2345.`,
    })
    const copy = await loadDataCopy(browser.args('/your-account/data'))
    const [letter] = copy.notices.filter(({ subject }) => subject === 'A letter')
    expect(letter?.body).toBe(`Your code: ••••-••••. Your reference: ${restriction.reference}, Q-ABCD-2345.`)
    const trail = await auditAbout(house.ledger.db, customer.id)
    expect(trail).toMatchObject([{ action: 'data copy viewed', actor: `customer:${customer.id}` }])
  })

  test('is nobody’s without signing in', async () => {
    const nobody = await aBrowser(house, null)
    for (const [door, path] of [
      [loadDataCopy, '/your-account/data'],
      [downloadDataCopy, '/your-account/data.json'],
      [loadAccount, '/your-account'],
    ] as const)
      expect(await placeOf(door(nobody.args(path)))).toMatch(/^\/sign-in\?next=/)
  })
})
