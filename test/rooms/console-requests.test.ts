import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customerPage } from '../../app/doors/console-customer.server.ts'
import { answerPage, requestFile, requestList, requestPage } from '../../app/doors/console-requests.server.ts'
import { auditAbout } from '../../db/audit.ts'
import { noticesAbout } from '../../db/notices.ts'
import { endRequest, getRequest, lodgeRequest, type NewRequest } from '../../db/requests.ts'
import { storeUploads, uploadsAbout } from '../../db/uploads.ts'
import { changeWriting } from '../../db/writing.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { aBrowser, answerOf, aPortal, placeOf } from '../factories/portal.ts'
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

async function aDesk(role: Parameters<typeof aColleague>[1]) {
  const colleague = await aColleague(house.ledger.db, role)
  return { colleague, browser: await aBrowser(house, { colleagueId: colleague.id }) }
}

async function aRequest(over: Partial<NewRequest> = {}, who: Parameters<typeof aCustomer>[1] = {}) {
  const customer = await aCustomer(house.ledger.db, who)
  const request = await lodgeRequest(house.ledger.db, {
    request: {
      ...{ id: crypto.randomUUID(), customerId: customer.id, kind: 'adjustment', aboutId: null },
      ...{ account: 'More time.', detail: {}, contactId: null, consentAt: null, dueOn: '2026-12-01' },
      ...over,
    },
    ...{ now, pack: 'amplius', writeReceipt: () => ({ subject: 'Receipt', body: 'Its words.' }) },
  })
  return { customer, request }
}

type Desk = Awaited<ReturnType<typeof aDesk>>

function answer({ browser }: Desk, id: string, text: string) {
  return answerPage(browser.post(`/console/requests/${id}`, { id }, { answer: text }))
}

describe('requests are answered by people', () => {
  test('the answer is told in the language, the size and the way that the customer has by then', async () => {
    const { customer, request } = await aRequest()
    const desk = await aDesk('officer')
    const change = { language: 'ur', printPoints: 20, noticesBy: 'letter' } as const
    await changeWriting(house.ledger.db, { customerId: customer.id, change, now })
    expect(await placeOf(answer(desk, request.id, 'آپ کے پاس مئی تک وقت ہے۔'))).toMatch(/done=answered$/)
    const told = await noticesAbout(house.ledger.db, request.id)
    expect(told.map(({ kind }) => kind)).toEqual(['request-receipt', 'request-answer'])
    expect(told[1]).toMatchObject({ language: 'ur', printPoints: 20, by: 'letter' })
    expect(told[1]?.body).toContain('آپ کے پاس مئی تک وقت ہے۔')
    expect(await getRequest(house.ledger.db, request.id)).toMatchObject({
      request: { answeredBy: desk.colleague.id, answeredAt: now },
    })
  })

  test('of two colleagues at once one answers, and the customer is told once', async () => {
    const { request } = await aRequest()
    const desks = [await aDesk('officer'), await aDesk('manager')]
    const places = await Promise.all(desks.map((desk) => placeOf(answer(desk, request.id, 'Yes.'))))
    expect(places.map((place) => place.split('done=')[1]).sort()).toEqual(['already-closed', 'answered'])
    expect(await noticesAbout(house.ledger.db, request.id)).toHaveLength(2)
  })

  test('without words there is no answer; one letter too many is refused and stays in the box', async () => {
    const { request } = await aRequest()
    const desk = await aDesk('officer')
    expect(await answer(desk, request.id, '  ')).toMatchObject({ data: { fault: 'Write the answer' } })
    expect(await answer(desk, request.id, 'x'.repeat(20_001))).toMatchObject({ init: { status: 400 } })
    expect(await placeOf(answer(desk, request.id, 'x'.repeat(20_000)))).toMatch(/done=answered$/)
  })

  test('what its customer took back is closed', async () => {
    const { customer, request } = await aRequest()
    const ending = { id: request.id, customerId: customer.id, now, isWhole: true }
    await endRequest(house.ledger.db, ending)
    expect(await placeOf(answer(await aDesk('officer'), request.id, 'Yes.'))).toMatch(/already-closed$/)
  })

  test('I2: that no open way works is answered by a manager or above; an officer is told whom to ask', async () => {
    const { request } = await aRequest({ kind: 'way' })
    const officer = await aDesk('officer')
    const refused = await answerOf(answer(officer, request.id, 'No.'))
    expect([refused.status, (await refused.json()).roles]).toEqual([403, ['manager', 'head', 'director']])
    const page = await requestPage(officer.browser.args('/console/requests/x', { id: request.id }))
    expect(page.mayAnswer).toMatchObject({ no: { roles: ['manager', 'head', 'director'] } })
    expect(await placeOf(answer(await aDesk('manager'), request.id, 'Please phone.'))).toMatch(/answered$/)
  })

  test('a contractor sees none of it, and nobody sees it without signing in', async () => {
    const { request } = await aRequest()
    const { browser } = await aDesk('contractor')
    const args = browser.args('/console/requests/x', { id: request.id })
    expect((await answerOf(requestPage(args))).status).toBe(403)
    expect((await answerOf(requestList(browser.args('/console/requests')))).status).toBe(403)
    const nobody = await aBrowser(house, null)
    expect(await placeOf(requestList(nobody.args('/console/requests')))).toMatch(/^\/console\/sign-in/)
  })
})

test('the nearest day comes first, and an answer is late from the day after it', async () => {
  const { request: later } = await aRequest({ dueOn: '2026-11-24' })
  const { request: first } = await aRequest({ dueOn: '2026-11-23' })
  const { browser } = await aDesk('officer')
  const { open } = await requestList(browser.args('/console/requests'))
  const mine = open.filter(({ id }) => [later.id, first.id].includes(id))
  expect(mine.map(({ id, isLate }) => [id, isLate])).toEqual([
    [first.id, true],
    [later.id, false],
  ])
})

test('I12: who looked at a request and who took a file of it is written down', async () => {
  const { customer, request } = await aRequest({ kind: 'side' })
  const { browser, colleague } = await aDesk('head')
  const files = [{ name: 'café.txt', type: 'text/plain', bytes: Buffer.from('words') }]
  await storeUploads(house.ledger.db, files, { aboutId: request.id, customerId: customer.id, now })
  const [file] = await uploadsAbout(house.ledger.db, request.id)
  await requestPage(browser.args('/console/requests/x', { id: request.id }))
  const kept = await requestFile(browser.args('/console/x', { id: request.id, file: file?.id ?? '' }))
  expect([await kept.text(), kept.headers.get('Content-Disposition')]).toEqual([
    'words',
    expect.stringMatching(/^attachment/),
  ])
  const trail = (await auditAbout(house.ledger.db, request.id)).map(({ action, actor }) => [action, actor])
  const by = `colleague:${colleague.id}`
  expect(trail.slice(0, 2)).toEqual([
    ['request file downloaded', by],
    ['request viewed', by],
  ])
  // A file is opened only where it belongs.
  const { request: other } = await aRequest()
  const args = browser.args('/console/x', { id: other.id, file: file?.id ?? '' })
  expect((await answerOf(requestFile(args))).status).toBe(404)
})

test('a customer’s page shows the decider their side, their needs and who speaks for them', async () => {
  const who = { language: 'ur', printPoints: 18, formats: ['bsl'] }
  const { customer, request } = await aRequest({ kind: 'side', account: 'I was away.' }, who)
  const { browser } = await aDesk('head')
  const page = await customerPage(browser.args('/console/customers/x', { id: customer.id }))
  expect(page.requests).toMatchObject([{ id: request.id, kind: 'side', account: 'I was away.' }])
  expect(page.customer).toMatchObject(who)
})
