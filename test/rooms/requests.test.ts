import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryStep, loadOpenWays, loadStart, loadStep, startAgain } from '../../app/doors/ask.server.ts'
import { loadCheck, sendForm } from '../../app/doors/ask-send.server.ts'
import { endPart, loadRequest } from '../../app/doors/request.server.ts'
import { type FormName, forms } from '../../app/parts/ask/forms.ts'
import { contactsOf, getContact } from '../../db/contacts.ts'
import { begunBy } from '../../db/waiting.ts'
import { noticesAbout } from '../../db/notices.ts'
import { requestsOf } from '../../db/requests.ts'
import { audit } from '../../db/schema.ts'
import { uploadsAbout } from '../../db/uploads.ts'
import { receive } from '../../gateway/receive.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { aBrowser, answerOf, aPortal, type Browser, placeOf } from '../factories/portal.ts'
import { openTestDatabase } from '../set-up/database.ts'

/** A Tuesday. Five working days later is Tuesday 1 December. */
const now = new Date('2026-11-24T10:00:00Z')
const clause = 'Sanctions'
const closed: Measure[] = [{ code: 'channels', open: ['letter'], clause }]

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

type Answers = Record<string, string | string[]>

const whole: Record<FormName, Answers> = {
  side: { about: 'other', account: 'I was away when the calls were made.' },
  support: { kinds: ['money', 'talk'], more: 'I would like to save more.', helpers: ['ours', 'money'] },
  change: { needs: ['phone', 'visit'], more: '' },
  way: { why: 'Writing letters is hard for me.', ways: ['phone'], more: '' },
  representative: { name: 'Zofia Nowak', relation: 'carer', reach: 'zofia@care.example', may: ['speak'] },
  data: { wanted: 'Notes of my calls in October.' },
}

async function step(browser: Browser, form: FormName, name: string, value: string | string[]) {
  const path = `/ask-us/${form}/${name}`
  return await carryStep(browser.post(path, { form, step: name }, { [name]: value }))
}

/** Answers every question; gives the place of the page on which they are checked. */
async function fill(browser: Browser, form: FormName, answers: Answers = whole[form]): Promise<string> {
  let place = ''
  for (const [name, value] of Object.entries(answers)) {
    place = await placeOf(step(browser, form, name, value))
  }
  if (form !== 'side') return place
  return await placeOf(carryStep(browser.post(place, { form, step: 'files' }, new FormData())))
}

async function check(browser: Browser, form: FormName) {
  return await loadCheck(browser.args(`/ask-us/${form}/check`, { form }))
}

async function send(browser: Browser, form: FormName, draft: string): Promise<string> {
  return await placeOf(sendForm(browser.post(`/ask-us/${form}/check`, { form }, { draft })))
}

async function lodge(browser: Browser, form: FormName, answers?: Answers): Promise<string> {
  await fill(browser, form, answers)
  const { draft } = await check(browser, form)
  const place = await send(browser, form, draft)
  return place.replace('/ask-us/', '').replace('?sent=1', '')
}

async function aVisitor(measures: Measure[] = closed) {
  const { customer, restriction } = await aRestrictedCustomer(house.ledger.db, measures, now)
  return { customer, restriction, browser: await aBrowser(house, { customerId: customer.id }) }
}

async function requestOf(customerId: string, id: string) {
  const found = (await requestsOf(house.ledger.db, customerId)).find((each) => each.id === id)
  if (!found) throw new Error('there is no such request')
  return found
}

async function trailOf(id: string) {
  return await house.ledger.db.select().from(audit).where(eq(audit.aboutId, id)).orderBy(audit.id)
}

describe('I7: whatever a customer asks goes to its desk at once, uncounted, and they get a receipt', () => {
  test.each([
    ['side', 'contact', '2026-12-01'],
    ['support', 'contact', '2026-12-01'],
    ['change', 'contact', '2026-12-01'],
    ['way', 'contact', '2026-11-25'],
    ['representative', 'contact', '2026-12-01'],
    ['data', 'records', '2026-12-24'],
  ] as const)('%s goes to %s, by %s', async (form, desk, dueOn) => {
    const { customer, browser } = await aVisitor()
    const request = await requestOf(customer.id, await lodge(browser, form))
    expect(request).toMatchObject({ kind: forms[form].kind, dueOn })
    expect(request.reference).toMatch(/^Q-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    const found = await getContact(house.ledger.db, request.contactId ?? '')
    expect(found?.contact).toMatchObject({
      ...{ outcome: 'deliver', lane: 'protected', counted: false, desk, channel: 'web' },
      customerId: customer.id,
    })
    expect(found?.contact.subject).toContain(request.reference)
    expect(found?.contact.body).toContain(`/console/requests/${request.id}`)
    const [receipt, ...more] = await noticesAbout(house.ledger.db, request.id)
    expect([receipt?.kind, receipt?.by, more.length]).toEqual(['request-receipt', 'email', 0])
    expect(receipt?.body).toContain(request.reference)
    expect(await begunBy(house.ledger.db, customer.id)).toEqual([])
  })

  test('its twin, an ordinary message from the same page and person, is held', async () => {
    const { customer, browser } = await aVisitor()
    await lodge(browser, 'way')
    const { decision } = await receive(house, {
      ...{ key: `twin ${customer.id}`, channel: 'web', from: { customerId: customer.id } },
      ...{
        evidence: 'verified',
        subject: 'My rent letter',
        body: 'Please could you send me the rent letter again? Thank you.',
      },
      ...{ fileNames: [], messageId: null, raw: null, unparsed: false, desk: 'contact', receivedAt: now },
    })
    expect(decision.outcome).toBe('hold')
  })

  test('somebody who does not feel safe is read by those who keep people safe', async () => {
    const { customer, browser } = await aVisitor()
    const answers = { kinds: ['money', 'unsafe'], more: '', helpers: ['unsafe'] }
    const { contactId } = await requestOf(customer.id, await lodge(browser, 'support', answers))
    expect((await getContact(house.ledger.db, contactId ?? ''))?.contact.desk).toBe('safeguarding')
  })

  test('I5: words that tell of danger raise it further', async () => {
    const { customer, browser } = await aVisitor()
    const answers = { ...whole.side, account: 'There is a strong smell of gas in my kitchen right now.' }
    const { contactId } = await requestOf(customer.id, await lodge(browser, 'side', answers))
    const found = await getContact(house.ledger.db, contactId ?? '')
    expect(found?.contact).toMatchObject({ outcome: 'deliver', desk: 'urgent' })
  })

  test('a letter is sent to those who have chosen letters', async () => {
    const customer = await aCustomer(house.ledger.db, {
      noticesBy: 'letter',
      language: 'pl',
      printPoints: 24,
    })
    const browser = await aBrowser(house, { customerId: customer.id })
    const [receipt] = await noticesAbout(house.ledger.db, await lodge(browser, 'change'))
    expect(receipt).toMatchObject({ by: 'letter', language: 'pl', printPoints: 24 })
  })

  test('I12: the audit says that it was lodged, and none of its words', async () => {
    const { customer, browser } = await aVisitor()
    const trail = await trailOf(await lodge(browser, 'side'))
    expect(trail).toMatchObject([{ actor: `customer:${customer.id}`, action: 'request lodged' }])
    expect(JSON.stringify(trail)).not.toContain('away')
  })

  test('pressing twice, also at once, is one request, one contact and one receipt', async () => {
    const { customer, browser } = await aVisitor()
    await fill(browser, 'change')
    const { draft } = await check(browser, 'change')
    const places = await Promise.all([send(browser, 'change', draft), send(browser, 'change', draft)])
    places.push(await send(browser, 'change', draft))
    expect(new Set(places)).toEqual(new Set([`/ask-us/${draft}?sent=1`]))
    expect(await requestsOf(house.ledger.db, customer.id)).toHaveLength(1)
    expect(await contactsOf(house.ledger.db, customer.id)).toHaveLength(1)
    expect(await noticesAbout(house.ledger.db, draft)).toHaveLength(1)
  })
})

describe('nothing typed is lost', () => {
  test('each answer is kept as soon as it is given, and somebody who comes back goes on from there', async () => {
    const { browser } = await aVisitor()
    expect((await loadStart(browser.args('/ask-us/support'), forms.support)).next).toBe(
      '/ask-us/support/kinds',
    )
    expect(await placeOf(step(browser, 'support', 'kinds', ['home']))).toBe('/ask-us/support/more')
    expect(await placeOf(step(browser, 'support', 'more', 'The stairs.'))).toBe('/ask-us/support/helpers')
    const begun = await loadStart(browser.args('/ask-us/support'), forms.support)
    expect([begun.next, begun.begunAt]).toEqual(['/ask-us/support/helpers', now])
    const shown = await loadStep(browser.args('/ask-us/support/more', { form: 'support', step: 'more' }))
    expect(shown.answer).toBe('The stairs.')
  })

  test('when the session has ended the words stay on the page, and the page asks for nobody’s name', async () => {
    const nobody = await aBrowser(house, null)
    const asked = nobody.post(
      '/ask-us/side/account',
      { form: 'side', step: 'account' },
      { account: 'My words.' },
    )
    expect(await carryStep(asked)).toMatchObject({ answer: 'My words.', isSignedOut: true })
    expect(await loadStep({ ...asked, request: nobody.args('/ask-us/side/account').request })).toMatchObject({
      step: 'account',
      files: [],
    })
    // The same page, opened by nobody without a form, leads to the sign-in.
    const opened = nobody.args('/ask-us/side/account', { form: 'side', step: 'account' })
    expect(await placeOf(loadStep(opened))).toBe('/sign-in?next=/ask-us/side/account')
  })

  test('an answer that cannot be kept stays as it was typed, with one sentence', async () => {
    const { browser } = await aVisitor()
    const tooLong = 'x'.repeat(201)
    expect(await step(browser, 'representative', 'name', tooLong)).toMatchObject({
      answer: tooLong,
      errors: [{ field: 'name', key: 'page.errors.subject-long' }],
    })
    expect(await placeOf(step(browser, 'representative', 'name', 'x'.repeat(200)))).toMatch(/relation$/)
    expect(await step(browser, 'side', 'account', '  ')).toMatchObject({
      errors: [{ field: 'account', key: 'page.errors.tell' }],
    })
    expect(await step(browser, 'side', 'about', 'everything')).toMatchObject({
      errors: [{ key: 'page.errors.choose-one' }],
    })
  })

  test('own words may be left out, but not by those who chose something else', async () => {
    const { browser } = await aVisitor()
    await step(browser, 'change', 'needs', ['phone', 'other'])
    expect(await step(browser, 'change', 'more', '')).toMatchObject({ errors: [{ key: 'page.errors.tell' }] })
    await step(browser, 'change', 'needs', ['phone'])
    expect(await placeOf(step(browser, 'change', 'more', ''))).toBe('/ask-us/change/check')
  })

  test('files go with the draft and with what it becomes; one can be taken out again', async () => {
    const { browser } = await aVisitor()
    await fill(browser, 'side')
    const form = new FormData()
    for (const name of ['one.txt', 'two.txt']) form.append('files', new File([`words of ${name}`], name))
    const params = { form: 'side', step: 'files' }
    expect(await placeOf(carryStep(browser.post('/ask-us/side/files', params, form)))).toBe(
      '/ask-us/side/check',
    )
    const { files } = await loadStep(browser.args('/ask-us/side/files', params))
    expect(files.map(({ name }) => name).sort()).toEqual(['one.txt', 'two.txt'])
    const out = new FormData()
    out.append('takeOut', files.find(({ name }) => name === 'one.txt')?.id ?? '')
    await carryStep(browser.post('/ask-us/side/files', params, out))
    const { draft } = await check(browser, 'side')
    await send(browser, 'side', draft)
    expect((await uploadsAbout(house.ledger.db, draft)).map(({ name }) => name)).toEqual(['two.txt'])
  })

  test('whoever begins again loses what they threw away, and only that', async () => {
    const { browser, customer } = await aVisitor()
    await step(browser, 'way', 'why', 'I cannot write.')
    await step(browser, 'change', 'needs', ['time'])
    expect(await placeOf(startAgain(browser.post('/ask-us/way', {}, {}), forms.way))).toBe('/ask-us/way/why')
    expect((await begunBy(house.ledger.db, customer.id)).map(({ form }) => form)).toEqual(['change'])
  })
})

describe('consent is a yes, to each by itself', () => {
  test('nobody may be told unless somebody is ticked; its twin with one tick is sent, with the time of the yes', async () => {
    const { browser, customer } = await aVisitor()
    await step(browser, 'support', 'kinds', ['health'])
    await step(browser, 'support', 'more', '')
    expect(await step(browser, 'support', 'helpers', [])).toMatchObject({
      errors: [{ key: 'page.errors.consent' }],
    })
    expect(await placeOf(loadCheck(browser.args('/ask-us/support/check', { form: 'support' })))).toBe(
      '/ask-us/support/helpers',
    )
    expect(await requestsOf(house.ledger.db, customer.id)).toEqual([])
    await step(browser, 'support', 'helpers', ['health'])
    const { draft } = await check(browser, 'support')
    await send(browser, 'support', draft)
    expect(await requestOf(customer.id, draft)).toMatchObject({
      consentAt: now,
      detail: { kinds: 'health', helpers: 'health' },
    })
  })

  test('a yes to a helper who was never offered counts for nothing', async () => {
    const { browser } = await aVisitor()
    await step(browser, 'support', 'kinds', ['money'])
    expect(await step(browser, 'support', 'helpers', ['money', 'health'])).toMatchObject({
      errors: [{ key: 'page.errors.consent' }],
    })
  })

  test('who changes what they need is asked anew who may be told', async () => {
    const { browser } = await aVisitor()
    await fill(browser, 'support')
    expect(await placeOf(step(browser, 'support', 'kinds', ['health']))).toBe('/ask-us/support/helpers')
  })

  test('nobody speaks for a customer unless the customer says so', async () => {
    const { browser } = await aVisitor()
    const { may: _, ...rest } = whole.representative
    await fill(browser, 'representative', rest)
    expect(await step(browser, 'representative', 'may', ['letters'])).toMatchObject({
      errors: [{ key: 'page.errors.speak' }],
    })
    expect(await placeOf(step(browser, 'representative', 'may', ['speak', 'letters']))).toMatch(/check$/)
  })

  test('a yes is taken back for one helper, then for all: recorded at once, and the desk is told each time', async () => {
    const { browser, customer } = await aVisitor()
    const id = await lodge(browser, 'support')
    const stop = (part: string) => endPart(browser.post(`/ask-us/${id}`, { id }, { part }))
    await stop('money')
    expect(await loadRequest(browser.args(`/ask-us/${id}`, { id }))).toMatchObject({
      parts: [
        { code: 'ours', endedAt: null },
        { code: 'money', endedAt: now.toISOString() },
      ],
      endedAt: null,
      isOpen: true,
    })
    await stop('all')
    await stop('all')
    expect(await requestOf(customer.id, id)).toMatchObject({ consentAt: now, consentEndedAt: now })
    const told = (await contactsOf(house.ledger.db, customer.id)).filter(({ subject }) =>
      subject?.startsWith('Taken back'),
    )
    expect(told.map(({ lane, desk, counted }) => [lane, desk, counted])).toEqual([
      ['protected', 'contact', false],
      ['protected', 'contact', false],
    ])
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      'request lodged',
      'consent withdrawn',
      'consent withdrawn',
    ])
  })

  test('a request for support has its page also under /ask-us/support', async () => {
    const { browser } = await aVisitor()
    const id = await lodge(browser, 'support')
    const args = browser.args(`/ask-us/support/${id}`, { form: 'support', step: id })
    expect(await placeOf(loadStep(args))).toBe(`/ask-us/${id}`)
  })

  test('without "may speak" nothing of a representative is left', async () => {
    const { browser, customer } = await aVisitor()
    const id = await lodge(browser, 'representative', { ...whole.representative, may: ['speak', 'letters'] })
    await endPart(browser.post(`/ask-us/${id}`, { id }, { part: 'speak' }))
    expect((await requestOf(customer.id, id)).consentEndedAt).toEqual(now)
  })
})

describe('I9: what somebody asks is theirs alone', () => {
  test('another customer’s request is as missing as none, to read and to take back', async () => {
    const { browser, customer } = await aVisitor()
    const id = await lodge(browser, 'support')
    const other = (await aVisitor()).browser
    for (const door of [
      () => loadRequest(other.args(`/ask-us/${id}`, { id })),
      () => endPart(other.post(`/ask-us/${id}`, { id }, { part: 'all' })),
      () => loadRequest(browser.args('/ask-us/x', { id: 'x' })),
    ])
      expect((await answerOf(door())).status).toBe(404)
    expect((await requestOf(customer.id, id)).consentEndedAt).toBeNull()
    expect(await loadRequest(browser.args(`/ask-us/${id}`, { id }))).toMatchObject({ id })
  })

  test('a draft is shown to whoever began it, and sent by nobody else', async () => {
    const { browser } = await aVisitor()
    await fill(browser, 'change')
    const { draft } = await check(browser, 'change')
    const other = (await aVisitor()).browser
    const shown = await loadStep(other.args('/ask-us/change/needs', { form: 'change', step: 'needs' }))
    expect(shown.answer).toBe('')
    expect(await send(other, 'change', draft)).toBe('/ask-us/change')
  })

  test('a form or a question that there is not is a 404', async () => {
    const { browser } = await aVisitor()
    for (const params of [
      { form: 'nothing', step: 'why' },
      { form: 'way', step: 'nothing' },
      { form: 'constructor', step: 'name' },
    ])
      expect((await answerOf(loadStep(browser.args('/ask-us/x/y', params)))).status).toBe(404)
  })
})

describe('a side is told about what it is about', () => {
  test('a customer’s own warnings and running restrictions are offered, and nobody else’s', async () => {
    const { browser, restriction, customer } = await aVisitor()
    const { restriction: others } = await aVisitor()
    const params = { form: 'side', step: 'about' }
    const { choices } = await loadStep(browser.args('/ask-us/side/about', params))
    expect(choices.map(({ value }) => value)).toEqual([restriction.id, restriction.warningId, 'other'])
    expect(await step(browser, 'side', 'about', others.id)).toMatchObject({
      errors: [{ key: 'page.errors.choose-one' }],
    })
    const id = await lodge(browser, 'side', { ...whole.side, about: restriction.id })
    expect(await requestOf(customer.id, id)).toMatchObject({
      aboutId: restriction.id,
      detail: { about: 'restriction' },
    })
  })
})

test('I2: whoever no open way reaches is shown the open ways, and those go along with what would work', async () => {
  const { browser, customer, restriction } = await aVisitor()
  const shown = await loadOpenWays(browser.args('/ask-us/way'))
  expect(shown.routes.map(({ channel }) => channel)).toEqual(['letter'])
  const request = await requestOf(customer.id, await lodge(browser, 'way'))
  expect(request).toMatchObject({
    aboutId: restriction.id,
    detail: { open: 'letter', ways: 'phone' },
    account: 'Writing letters is hard for me.',
  })
})
