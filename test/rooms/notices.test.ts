import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { loadNotice, loadNotices, noticeAsPdf } from '../../app/doors/notices.server.ts'
import { openSession } from '../../db/access.ts'
import type { Customer } from '../../db/customers.ts'
import type { NewNotice } from '../../db/notices.ts'
import { parseSettings } from '../../settings.ts'
import { aHouse } from '../factories/house.ts'
import { aCustomer } from '../factories/ledger.ts'
import { aStoredNotice } from '../post/house.ts'
import { readPdf } from '../post/read-pdf.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { everyNotice } from '../words/every-notice.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
let ada: Customer
let ben: Customer

beforeAll(async () => {
  database = await openTestDatabase()
  const settings = parseSettings({
    DATABASE_URL: database.databaseUrl,
    SESSION_SECRET: 'a secret for tests only, 0123456789',
  })
  house = { ...(await aHouse(database.databaseUrl)), settings }
  ada = await aCustomer(house.ledger.db, { printPoints: 24 })
  ben = await aCustomer(house.ledger.db)
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

async function asking(customer: Customer | null, path: string, id = '') {
  const { db } = house.ledger
  const token = customer && (await openSession(db, { customerId: customer.id, now: house.clock.now() }))
  const cookie = token ? (await writeCookie(house, 'customer', token)).split(';')[0] : null
  const request = new Request(`http://127.0.0.1:3000${path}`, { headers: cookie ? { Cookie: cookie } : {} })
  return { request, params: { id }, context: { house, facts: { address: '127.0.0.1' } } as AppLoadContext }
}

/** What a door answers, or what it throws. */
async function answer<T>(work: Promise<T>): Promise<T | Response> {
  return await work.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
}

const told = (customer: Customer, over: Partial<NewNotice> = {}) =>
  aStoredNotice(house.ledger.db, customer.id, over)

async function one(customer: Customer, id: string) {
  return await answer(loadNotice(await asking(customer, `/your-notices/${id}`, id)))
}

async function pdfOf(customer: Customer, id: string, query = '') {
  const work = noticeAsPdf(await asking(customer, `/your-notices/${id}/letter.pdf${query}`, id))
  const response = await answer(work)
  return { response, read: async () => readPdf(Buffer.from(await response.arrayBuffer())) }
}

describe('your notices', () => {
  test('are your own, newest first, without the mails that brought a one-time code', async () => {
    const day = (on: number) => new Date(`2026-11-0${on}T10:00:00Z`)
    const older = await told(ada, { writtenAt: day(1), subject: 'Older', language: 'en' })
    const newer = await told(ada, { writtenAt: day(2), subject: 'Newer', language: 'ur', by: 'letter' })
    await told(ada, { kind: 'sign-in-code', writtenAt: day(3) })
    await told(ben, { writtenAt: day(3) })
    const listed = await loadNotices(await asking(ada, '/your-notices'))
    expect(listed).toEqual([
      { id: newer, subject: 'Newer', language: 'ur', direction: 'rtl', by: 'letter', writtenAt: day(2) },
      { id: older, subject: 'Older', language: 'en', direction: 'ltr', by: 'email', writtenAt: day(1) },
    ])
  })

  test('ask who you are', async () => {
    const id = await told(ada)
    for (const work of [
      loadNotices(await asking(null, '/your-notices')),
      loadNotice(await asking(null, `/your-notices/${id}`, id)),
      noticeAsPdf(await asking(null, `/your-notices/${id}/letter.pdf`, id)),
    ]) {
      const refused = (await answer(work as Promise<unknown>)) as Response
      expect(refused.status).toBe(302)
      expect(refused.headers.get('Location')).toContain('/sign-in?next=/your-notices')
    }
  })

  test('somebody else’s is not found, and nor is none; your own is', async () => {
    const id = await told(ada)
    const code = await told(ada, { kind: 'sign-in-code' })
    for (const [customer, asked] of [
      [ben, id],
      [ada, randomUUID()],
      [ada, 'letter'],
      [ada, code],
    ] as const) {
      expect(await one(customer, asked)).toMatchObject({ status: 404 })
      expect((await pdfOf(customer, asked)).response.status).toBe(404)
    }
    expect(await one(ada, id)).toMatchObject({ id })
    expect((await pdfOf(ada, id)).response.status).toBe(200)
  })

  test('are read as they were sent, in their own language', async () => {
    const { subject, body } = everyNotice['appeal-receipt']('ur')
    const id = await told(ada, { kind: 'appeal-receipt', subject, body, language: 'ur' })
    const shown = await one(ada, id)
    expect(shown).toMatchObject({ subject, language: 'ur', direction: 'rtl', isCodeHidden: false })
    const { heard } = await (await pdfOf(ada, id)).read()
    // The reference of an appeal looks like a code, and is none.
    for (const text of [JSON.stringify(shown), heard.map((each) => each.text).join('\n')])
      expect(text).toContain('A-7F3K-92QD')
  })

  test.each(['restriction', 'extension', 'review'] as const)(
    'the code of a letter (%s) is neither on the page nor in the PDF',
    async (kind) => {
      const { subject, body } = everyNotice[kind === 'review' ? 'restriction' : kind]('en')
      const id = await told(ada, { kind, subject, body, language: 'en' })
      const shown = await one(ada, id)
      expect(shown).toMatchObject({ isCodeHidden: true })
      const { heard, drawn } = await (await pdfOf(ada, id)).read()
      for (const text of [JSON.stringify(shown), JSON.stringify(heard), JSON.stringify(drawn)]) {
        expect(text).not.toContain('2345')
        expect(text).toContain('••••-••••')
        expect(text).toContain('R-2041')
      }
    },
  )
})

describe('the PDF', () => {
  test('is shown in the browser under a name that says nothing of anybody, and is kept by nobody', async () => {
    const { response } = await pdfOf(ada, await told(ada))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter-2026-11-24.pdf"',
      'cache-control': 'no-store',
    })
  })

  test.each([
    ['', 24],
    ['?points=12', 12],
    ['?points=18', 18],
    ['?points=24', 24],
    ['?points=13', 24],
    ['?points=1e9', 24],
  ])('asked for with "%s" is in %i points, and has no postal address', async (query, size) => {
    const id = await told(ada, { language: 'en', printPoints: 18 })
    const { drawn, heard } = await (await pdfOf(ada, id, query)).read()
    expect(drawn.find(({ text }) => text.includes('It is safe'))?.size).toBeCloseTo(size)
    expect(heard.some(({ text }) => text.includes('1 Test Street'))).toBe(false)
  })

  test('that cannot be drawn turns to the page', async () => {
    const id = await told(ada, { body: 'It is safe 😀.', language: 'en' })
    const { response } = await pdfOf(ada, id)
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe(`/your-notices/${id}`)
    expect(await one(ada, id)).toMatchObject({ blocks: [{ kind: 'paragraph', lines: ['It is safe 😀.'] }] })
  })
})
