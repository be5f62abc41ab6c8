import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitOf } from '../../app/doors/visit.server.ts'
import { loadWriting, loadWritingPart, saveWritingPart } from '../../app/doors/writing.server.ts'
import { getCustomer } from '../../db/customers.ts'
import { noticesAbout } from '../../db/notices.ts'
import { requestsOf } from '../../db/requests.ts'
import { audit, identifiers } from '../../db/schema.ts'
import { receive } from '../../gateway/receive.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { aBrowser, answerOf, aPortal, type Browser, placeOf } from '../factories/portal.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')

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

async function aVisitor(over: Parameters<typeof aCustomer>[1] = {}) {
  const customer = await aCustomer(house.ledger.db, over)
  return { customer, browser: await aBrowser(house, { customerId: customer.id }) }
}

function save(browser: Browser, part: string, fields: Record<string, string | string[]>) {
  return saveWritingPart(browser.post(`/your-account/writing/${part}`, { part }, fields))
}

const saved = '/your-account/writing?saved=1'

test('language and size hold from the very next notice on: what was Polish in 12 points is Urdu in 20', async () => {
  const { customer } = await aRestrictedCustomer(
    house.ledger.db,
    [{ code: 'channels', open: ['letter'], clause: 'Sanctions' }],
    now,
    { language: 'pl' },
  )
  const browser = await aBrowser(house, { customerId: customer.id })
  const held = async (key: string) => {
    const { contactId } = await receive(house, {
      ...{ key: `${key} ${customer.id}`, channel: 'email', from: { email: customer.email } },
      ...{
        evidence: 'verified',
        subject: 'My rent letter',
        body: 'Please could you send me the rent letter again? Thank you.',
      },
      ...{ fileNames: [], messageId: null, raw: null, unparsed: false, desk: 'contact', receivedAt: now },
    })
    return (await noticesAbout(house.ledger.db, contactId))[0]
  }
  const before = await held('before')
  expect(await placeOf(save(browser, 'language', { language: 'ur' }))).toBe(saved)
  expect(await placeOf(save(browser, 'size', { size: '20', other: '' }))).toBe(saved)
  const after = await held('after')
  expect([before?.language, before?.printPoints]).toEqual(['pl', 12])
  expect([after?.language, after?.printPoints]).toEqual(['ur', 20])
  expect(after?.body).toMatch(/[\u0600-\u06FF]/)
})

test('what is saved is audited, with what it is now and who changed it (I12)', async () => {
  const { customer, browser } = await aVisitor()
  await save(browser, 'size', { size: '24', other: '' })
  const trail = await house.ledger.db.select().from(audit).where(eq(audit.aboutId, customer.id))
  expect(trail).toMatchObject([
    { actor: `customer:${customer.id}`, action: 'writing changed', detail: { printPoints: 24 } },
  ])
})

describe('the size of letters is a number of points', () => {
  test.each(['12', '13', '22', '48'])('%s points can be typed in', async (other) => {
    const { customer, browser } = await aVisitor()
    expect(await placeOf(save(browser, 'size', { size: 'other', other }))).toBe(saved)
    expect((await getCustomer(house.ledger.db, customer.id))?.printPoints).toBe(Number(other))
  })

  test.each(['11', '49', '20.5', '', 'large', '-20', '1e2'])(
    '“%s” cannot, and stays as it was typed',
    async (other) => {
      const { customer, browser } = await aVisitor()
      expect(await save(browser, 'size', { size: 'other', other })).toMatchObject({
        typed: { other },
        errors: [{ field: 'other', key: 'page.errors.points' }],
      })
      expect((await getCustomer(house.ledger.db, customer.id))?.printPoints).toBe(12)
    },
  )

  test('our pages are shown at least as large, up to giant', async () => {
    for (const [printPoints, size] of [
      [12, 'standard'],
      [14, 'large'],
      [18, 'large'],
      [20, 'giant'],
      [48, 'giant'],
    ] as const) {
      const { browser } = await aVisitor({ printPoints })
      const { request, context } = browser.args('/your-account')
      expect((await visitOf(request, context)).visit.size).toBe(size)
    }
  })

  test('a size that was chosen at the top of a page does not hide the one that is saved after it', async () => {
    const { browser } = await aVisitor()
    const asked = browser.args('/your-account?size=standard&lang=pl')
    const { cookies } = await visitOf(asked.request, asked.context)
    const post = browser.post('/your-account/writing/size', { part: 'size' }, { size: '24', other: '' })
    const chosen = (cookies[0] ?? '').split(';')[0] ?? ''
    post.request.headers.set('Cookie', `${post.request.headers.get('Cookie')}; ${chosen}`)
    const answer = await answerOf(saveWritingPart(post))
    const next = browser.args('/your-account')
    const kept = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
    next.request.headers.set('Cookie', `${next.request.headers.get('Cookie')}; ${kept}`)
    const { visit } = await visitOf(next.request, next.context)
    expect([visit.size, visit.language]).toEqual(['giant', 'pl'])
  })
})

describe('by email or by letter', () => {
  test('anybody can choose letters', async () => {
    const { customer, browser } = await aVisitor()
    await save(browser, 'by', { by: 'letter' })
    expect((await getCustomer(house.ledger.db, customer.id))?.noticesBy).toBe('letter')
  })

  test('email needs an address that we know; its twin with one is saved', async () => {
    const { customer, browser } = await aVisitor({ noticesBy: 'letter' })
    const twin = await aVisitor({ noticesBy: 'letter' })
    await house.ledger.db.delete(identifiers).where(eq(identifiers.customerId, customer.id))
    expect(await save(browser, 'by', { by: 'email' })).toMatchObject({
      errors: [{ field: 'by', key: 'page.errors.no-email' }],
    })
    expect(await placeOf(save(twin.browser, 'by', { by: 'email' }))).toBe(saved)
    expect((await getCustomer(house.ledger.db, customer.id))?.noticesBy).toBe('letter')
    expect((await getCustomer(house.ledger.db, twin.customer.id))?.noticesBy).toBe('email')
  })
})

describe('formats that Clearway cannot make', () => {
  test('each becomes a request with a day, for a person; what is asked already is not asked again', async () => {
    const { customer, browser } = await aVisitor()
    const place = await placeOf(save(browser, 'formats', { formats: ['braille-2', 'audio'], which: '' }))
    expect(place).toBe(`${saved}&asked=1`)
    expect(
      await placeOf(save(browser, 'formats', { formats: ['braille-2', 'audio', 'bsl'], which: '' })),
    ).toBe(place)
    expect(await placeOf(save(browser, 'formats', { formats: ['braille-2'], which: '' }))).toBe(saved)
    const asked = await requestsOf(house.ledger.db, customer.id)
    expect(asked.map(({ kind, detail }) => [kind, detail.format]).sort()).toEqual([
      ['format', 'audio'],
      ['format', 'braille-2'],
      ['format', 'bsl'],
    ])
    expect(new Set(asked.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-01']))
    expect((await getCustomer(house.ledger.db, customer.id))?.formats).toEqual(['braille-2'])
  })

  test('which colour is asked of those who need coloured paper, and goes along', async () => {
    const { customer, browser } = await aVisitor()
    expect(await save(browser, 'formats', { formats: ['coloured-paper'], which: ' ' })).toMatchObject({
      errors: [{ field: 'which', key: 'page.errors.format-which' }],
    })
    await save(browser, 'formats', { formats: ['coloured-paper'], which: 'yellow' })
    await save(browser, 'formats', { formats: ['coloured-paper'], which: 'pale blue' })
    const asked = await requestsOf(house.ledger.db, customer.id)
    expect(asked.map(({ detail }) => detail.which).sort()).toEqual(['pale blue', 'yellow'])
  })
})

test('a form that comes after the session has ended keeps what was typed and changes nothing', async () => {
  const nobody = await aBrowser(house, null)
  const post = nobody.post('/your-account/writing/size', { part: 'size' }, { size: 'other', other: '22' })
  expect(await saveWritingPart(post)).toMatchObject({ typed: { other: '22' }, isSignedOut: true })
  expect(await loadWritingPart(post)).toMatchObject({ part: 'size', writing: null })
  const opened = nobody.args('/your-account/writing/size', { part: 'size' })
  expect(await placeOf(loadWritingPart(opened))).toBe('/sign-in?next=/your-account/writing/size')
})

test('only known parts can be changed, and only what is there to choose', async () => {
  const { customer, browser } = await aVisitor()
  expect((await answerOf(save(browser, 'reference', { reference: 'C-1' }))).status).toBe(404)
  expect(await save(browser, 'language', { language: 'xx' })).toMatchObject({
    errors: [{ key: 'page.errors.choose-one' }],
  })
  expect(await save(browser, 'by', { by: 'pigeon' })).toMatchObject({ errors: [{ field: 'by' }] })
  expect(await loadWriting(browser.args('/your-account/writing'))).toMatchObject({
    writing: { language: 'en', printPoints: 12, noticesBy: 'email', formats: [] },
  })
  expect((await getCustomer(house.ledger.db, customer.id))?.language).toBe('en')
})
