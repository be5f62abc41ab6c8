import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../../app/doors/console.server.ts'
import { auditPage } from '../../app/doors/console-audit.server.ts'
import {
  contactPage,
  fileToKeep,
  originalAsText,
  settleContact,
} from '../../app/doors/console-contact.server.ts'
import { customerList, customerPage, liftRestriction } from '../../app/doors/console-customer.server.ts'
import { heldList } from '../../app/doors/console-held.server.ts'
import { safetyFlag } from '../../app/doors/console-safety.server.ts'
import { demonstration, mailList } from '../../app/doors/demo.server.ts'
import { auditAbout } from '../../db/audit.ts'
import { getContact } from '../../db/contacts.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { noticesAbout, storeNotice } from '../../db/notices.ts'
import { colleagues } from '../../db/schema.ts'
import { type Inbound, receive } from '../../gateway/receive.ts'
import { type House, loadPolicy } from '../../house.ts'
import type { Measure } from '../../rules/restriction.ts'
import { parseSettings } from '../../settings.ts'
import { aColleague, aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const onceAWeek: Measure[] = [{ code: 'frequency', limit: 1, per: 'week', clause: 'Sanctions, measure 5' }]
const parkingClosed: Measure[] = [
  { code: 'closed-subject', subject: 'the parking bay', words: ['parking'], clause: 'Sanctions, measure 2' },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let ledger: Ledger
let house: House

beforeAll(async () => {
  database = await openTestDatabase()
  ledger = openLedger(database.databaseUrl, 4)
  const settings = parseSettings({
    DATABASE_URL: database.databaseUrl,
    SESSION_SECRET: 'a secret for tests only, 0123456789',
  })
  const nobody = { toDesk: async () => undefined, toCustomer: async () => undefined, close: () => undefined }
  house = { settings, clock: { now: () => now }, policy: await loadPolicy(settings), ledger, mail: nobody }
})

afterAll(async () => {
  await ledger.close()
  await database.close()
})

type Role = (typeof colleagues.$inferInsert)['role']
type Asking = {
  path?: string
  params?: Record<string, string>
  form?: Record<string, string>
  cookie?: string
  house?: House
}

function asking({ path = '/console', params = {}, form, cookie = '', house: other = house }: Asking) {
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    headers: { Cookie: cookie },
    ...(body && { method: 'POST', body }),
  })
  return { request, params, context: { house: other, facts: { address: '127.0.0.1' } } as AppLoadContext }
}

/** Signs a new colleague in and gives the cookie. */
async function signIn(role: Role) {
  const colleague = await aColleague(ledger.db, role)
  const answer = await startSession(asking({}), colleague, '/console')
  return { colleague, cookie: (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' }
}

/** What a door throws: redirects and refusals. */
async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const fault = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (fault instanceof Response) return fault
  throw new Error('the door let it through', { cause: fault })
}

let serial = 0

async function send(from: string, over: Partial<Inbound> = {}) {
  serial += 1
  return await receive(house, {
    key: `console-${serial}`,
    channel: 'email',
    from: { email: from },
    evidence: 'verified',
    subject: 'The parking bay',
    body: 'I would like to talk about the parking again.',
    fileNames: [],
    messageId: `<console-${serial}@demo.example>`,
    raw: null,
    unparsed: false,
    desk: 'contact',
    receivedAt: now,
    ...over,
  })
}

async function aHeldContact(over: Partial<Inbound> = {}) {
  const { customer, restriction } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
  const { contactId, decision } = await send(customer.email, over)
  expect(decision.outcome).toBe('hold')
  return { customer, restriction, contactId }
}

describe('who comes in', () => {
  test('nobody is sent to sign in, and comes back to the page that was asked for', async () => {
    const answer = await thrownBy(customerList(asking({ path: '/console/customers?words=x' })))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/console/sign-in?to=%2Fconsole%2Fcustomers%3Fwords%3Dx')
  })

  test('a colleague who was made inactive is signed out by that', async () => {
    const { colleague, cookie } = await signIn('officer')
    await heldList(asking({ cookie }))
    await ledger.db.update(colleagues).set({ active: false }).where(eq(colleagues.id, colleague.id))
    expect((await thrownBy(heldList(asking({ cookie })))).status).toBe(302)
  })

  test('a cookie that somebody changed signs nobody in', async () => {
    const { cookie } = await signIn('director')
    expect((await thrownBy(auditPage(asking({ cookie: `${cookie}x` })))).status).toBe(302)
  })

  test('a way back never leads to another site', async () => {
    const colleague = await aColleague(ledger.db, 'officer')
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/console//evil.example\\',
      '/console@evil.example',
      '/sign-in',
      null,
    ]) {
      const answer = await startSession(asking({}), colleague, to)
      expect(answer.headers.get('Location')).toMatch(/^\/console/)
      expect(new URL(answer.headers.get('Location') ?? '', 'http://127.0.0.1:3000').host).toBe(
        '127.0.0.1:3000',
      )
    }
  })

  test('a contractor sees safety flags and nothing of messages, customers or audit', async () => {
    const { cookie } = await signIn('contractor')
    const { contactId, customer } = await aHeldContact()
    expect((await thrownBy(heldList(asking({ cookie })))).headers.get('Location')).toBe('/console/safety')
    const refused = [
      () => contactPage(asking({ cookie, params: { id: contactId } })),
      () => originalAsText(asking({ cookie, params: { id: contactId } })),
      () => settleContact(asking({ cookie, params: { id: contactId }, form: { how: 'release' } })),
      () => customerPage(asking({ cookie, params: { id: customer.id } })),
      () => customerList(asking({ cookie })),
      () => auditPage(asking({ cookie })),
    ]
    for (const ask of refused) expect((await thrownBy(ask())).status).toBe(403)
    const flag = await safetyFlag(asking({ cookie, path: `/console/safety?reference=${customer.reference}` }))
    expect(flag).toEqual({ reference: customer.reference, phone: '01632 960100', answer: 'no-flag' })
  })

  test('a safety flag is yes and nothing else: not why, not what', async () => {
    const { cookie } = await signIn('contractor')
    const { customer } = await aRestrictedCustomer(
      ledger.db,
      [{ code: 'visit-precautions', detail: 'Shouted at a colleague. Visit in pairs.', clause: 'Sanctions' }],
      now,
    )
    const flag = await safetyFlag(asking({ cookie, path: `/console/safety?reference=${customer.reference}` }))
    expect(flag).toEqual({ reference: customer.reference, phone: '01632 960100', answer: 'flag' })
  })
})

describe('what is held', () => {
  test('I13: nearest promise first, overdue ones counted; I4: the numbers add up', async () => {
    const { cookie } = await signIn('officer')
    const late = await aHeldContact({ receivedAt: new Date('2026-11-20T09:00:00Z') })
    const fresh = await aHeldContact()
    const { rows, counts, overdue } = await heldList(asking({ cookie }))
    const order = rows.map(({ id }) => id)
    expect(order.indexOf(late.contactId)).toBeLessThan(order.indexOf(fresh.contactId))
    expect(overdue).toBe(1)
    expect(counts.received).toBe(counts.delivered + counts.held + counts.released + counts.read)
    expect(counts.held).toBe(rows.length)
  })

  test('the list of one customer holds only theirs', async () => {
    const { cookie } = await signIn('officer')
    const { customer, contactId } = await aHeldContact()
    const { rows } = await heldList(asking({ cookie, path: `/console?customer=${customer.reference}` }))
    expect(rows.map(({ id }) => id)).toEqual([contactId])
  })

  test('I12: looking is written to the audit trail', async () => {
    const { cookie, colleague } = await signIn('manager')
    const { contactId } = await aHeldContact()
    await contactPage(asking({ cookie, params: { id: contactId } }))
    const trail = await auditAbout(ledger.db, contactId)
    expect(trail).toContainEqual(
      expect.objectContaining({ actor: `colleague:${colleague.id}`, action: 'contact viewed' }),
    )
  })

  test('a contact page shows the decision, its clause, the restriction and the notice as it was sent', async () => {
    const { cookie } = await signIn('officer')
    const { contactId, restriction } = await aHeldContact()
    const page = await contactPage(asking({ cookie, params: { id: contactId } }))
    expect(page.decision.reasons).toEqual([
      expect.objectContaining({
        code: 'subject-closed',
        clause: 'Sanctions, measure 2',
        restrictionId: restriction.id,
      }),
    ])
    expect(page.restrictions).toEqual([{ id: restriction.id, reference: restriction.reference }])
    const [told] = await noticesAbout(ledger.db, contactId)
    expect(page.notices).toEqual([told])
  })

  test('an address that is no contact is not there', async () => {
    const { cookie } = await signIn('officer')
    for (const id of ['1', "' or 1=1", '00000000-0000-4000-8000-000000000000']) {
      expect((await thrownBy(contactPage(asking({ cookie, params: { id } })))).status).toBe(404)
    }
  })
})

describe('releasing', () => {
  test('a held contact is released, and the customer is told once', async () => {
    const { cookie, colleague } = await signIn('officer')
    const { contactId } = await aHeldContact()
    const answer = await settleContact(
      asking({ cookie, params: { id: contactId }, form: { how: 'release' } }),
    )
    expect(answer.headers.get('Location')).toBe(`/console/contacts/${contactId}?done=released`)
    expect((await getContact(ledger.db, contactId))?.contact).toMatchObject({
      state: 'releasing',
      settledBy: colleague.id,
    })
    const told = await noticesAbout(ledger.db, contactId)
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['held-contact', 'released-contact'])
  })

  test('of two colleagues at once exactly one wins, and the other is shown who did what', async () => {
    const [one, two] = [await signIn('officer'), await signIn('manager')]
    const { contactId } = await aHeldContact()
    const answers = await Promise.all([
      settleContact(asking({ cookie: one.cookie, params: { id: contactId }, form: { how: 'release' } })),
      settleContact(asking({ cookie: two.cookie, params: { id: contactId }, form: { how: 'read' } })),
    ])
    const done = answers.map((answer) =>
      new URL(answer.headers.get('Location') ?? '', 'http://x').searchParams.get('done'),
    )
    expect(done.filter((each) => each === 'already-settled')).toHaveLength(1)
    const winner = done[0] === 'already-settled' ? two : one
    const page = await contactPage(
      asking({ cookie: one.cookie, path: '/x?done=already-settled', params: { id: contactId } }),
    )
    expect(page.settledBy).toBe(winner.colleague.name)
    expect(page.contact.settledAt).toEqual(now)
  })

  test('a contact that was read and recorded is not delivered, and nothing more is said to the customer', async () => {
    const { cookie } = await signIn('appeals')
    const { contactId } = await aHeldContact()
    await settleContact(asking({ cookie, params: { id: contactId }, form: { how: 'read' } }))
    expect((await getContact(ledger.db, contactId))?.contact.state).toBe('read')
    expect(await noticesAbout(ledger.db, contactId)).toHaveLength(1)
  })
})

describe('lifting', () => {
  const form = (restrictionId: string, reason = 'It has helped.') => ({ restrictionId, reason })

  test('the very next message obeys, what was held only because of it is released, and the customer is told', async () => {
    const { cookie } = await signIn('head')
    const { customer, restriction } = await aRestrictedCustomer(ledger.db, onceAWeek, now)
    expect((await send(customer.email)).decision.outcome).toBe('deliver')
    const held = await send(customer.email)
    expect(held.decision.outcome).toBe('hold')
    const answer = await liftRestriction(
      asking({ cookie, params: { id: customer.id }, form: form(restriction.id) }),
    )
    expect(answer).toMatchObject({ status: 302 })
    expect((await send(customer.email)).decision.outcome).toBe('deliver')
    expect((await getContact(ledger.db, held.contactId))?.contact.state).toBe('releasing')
    const [told] = await noticesAbout(ledger.db, restriction.id)
    expect(told).toMatchObject({ kind: 'lift', customerId: customer.id, language: 'en' })
    expect(told?.body).not.toContain('It has helped.')
  })

  test('Amplius, Sanctions, paragraph 4: a manager may not, is told who can, and the next message is held', async () => {
    const { cookie } = await signIn('manager')
    const { customer, restriction } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
    const answer = await thrownBy(
      liftRestriction(asking({ cookie, params: { id: customer.id }, form: form(restriction.id) })),
    )
    expect(answer.status).toBe(403)
    expect(await answer.json()).toEqual({
      action: 'lift',
      roles: ['head', 'director'],
      basis: { by: 'policy', clause: 'Sanctions, paragraph 4' },
    })
    expect((await send(customer.email)).decision.outcome).toBe('hold')
  })

  test('without a reason nothing is lifted, and what was typed is kept', async () => {
    const { cookie } = await signIn('director')
    const { customer, restriction } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
    const answer = await liftRestriction(
      asking({ cookie, params: { id: customer.id }, form: form(restriction.id, '   ') }),
    )
    expect(answer).toMatchObject({
      data: { restrictionId: restriction.id, fault: 'Write why you lift it' },
      init: { status: 400 },
    })
    expect((await send(customer.email)).decision.outcome).toBe('hold')
  })

  test('the restriction of another customer is not lifted from this one’s page', async () => {
    const { cookie } = await signIn('director')
    const { restriction } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
    const other = await aCustomer(ledger.db)
    const answer = await thrownBy(
      liftRestriction(asking({ cookie, params: { id: other.id }, form: form(restriction.id) })),
    )
    expect(answer.status).toBe(404)
  })

  test('of two colleagues who lift at once one does, and the customer is told once', async () => {
    const [one, two] = [await signIn('head'), await signIn('director')]
    const { customer, restriction } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
    const answers = await Promise.all(
      [one, two].map(({ cookie }) =>
        liftRestriction(asking({ cookie, params: { id: customer.id }, form: form(restriction.id) })),
      ),
    )
    const ways = answers.map((answer) => (answer instanceof Response ? answer.headers.get('Location') : ''))
    expect(ways.toSorted()).toEqual([
      `/console/customers/${customer.id}?done=already-stopped`,
      `/console/customers/${customer.id}?done=lifted`,
    ])
    expect(await noticesAbout(ledger.db, restriction.id)).toHaveLength(1)
  })
})

describe('a hostile message', () => {
  const raw = Buffer.from(
    [
      'From: weekly@demo.example',
      'Subject: <script>alert(1)</script>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p onclick="alert(1)">The parking</p><script>alert(1)</script><a href="javascript:alert(1)">x</a>',
      '--b',
      'Content-Type: text/html',
      'Content-Disposition: attachment; filename="../../inv\u202eoice\r\n .html"',
      '',
      '<script>alert(1)</script>',
      '--b--',
      '',
    ].join('\r\n'),
  )

  test('its layout is shown without anything that acts', async () => {
    const { cookie } = await signIn('officer')
    const { contactId } = await aHeldContact({ raw })
    const { mail } = await contactPage(asking({ cookie, params: { id: contactId } }))
    expect(mail?.html?.trim()).toBe('<p>The parking</p>x [javascript:alert(1)]')
    expect(mail?.headers).toContain('Subject: <script>alert(1)</script>')
  })

  test('its file is only ever kept, under a name that cannot climb or lie', async () => {
    const { cookie } = await signIn('officer')
    const { contactId } = await aHeldContact({ raw })
    const answer = await fileToKeep(asking({ cookie, params: { id: contactId, file: '0' } }))
    expect(answer.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(answer.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
    )
    expect(answer.headers.get('Content-Disposition')).not.toMatch(/\.\.|%2F|%E2%80%AE/)
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(
      (await thrownBy(fileToKeep(asking({ cookie, params: { id: contactId, file: '1' } })))).status,
    ).toBe(404)
  })

  test('its original is plain text, byte for byte', async () => {
    const { cookie } = await signIn('officer')
    const { contactId } = await aHeldContact({ raw })
    const answer = await originalAsText(asking({ cookie, params: { id: contactId } }))
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    expect(Buffer.from(await answer.arrayBuffer()).equals(raw)).toBe(true)
  })

  test('what could not be taken apart is not tried again: its bytes are offered', async () => {
    const { cookie } = await signIn('officer')
    const { customer } = await aRestrictedCustomer(ledger.db, parkingClosed, now)
    const { contactId } = await send(customer.email, { raw, unparsed: true })
    expect(await contactPage(asking({ cookie, params: { id: contactId } }))).toMatchObject({
      mail: null,
      rawSize: raw.length,
    })
  })
})

describe('lists', () => {
  test('customers are found by name, reference and email, and signs of a pattern are only signs', async () => {
    const { cookie } = await signIn('officer')
    const customer = await aCustomer(ledger.db, {
      name: 'Zofia 100% Nowak',
      email: 'zofia@demo.example',
      language: 'pl',
    })
    const found = async (words: string) =>
      (await customerList(asking({ cookie, path: `/console/customers?words=${encodeURIComponent(words)}` })))
        .customers
    for (const words of ['zofia 100%', customer.reference.toLowerCase(), 'ZOFIA@demo']) {
      expect(await found(words)).toEqual([expect.objectContaining({ id: customer.id, language: 'pl' })])
    }
    expect((await found('%_%')).length).toBe(0)
  })

  test('codes to sign in are not shown among a customer’s notices: nobody signs in as a customer', async () => {
    const { cookie } = await signIn('officer')
    const { customer } = await aHeldContact()
    await storeNotice(ledger.db, {
      ...{
        customerId: customer.id,
        kind: 'restriction',
        by: 'letter',
        language: 'en',
        printPoints: 12,
        pack: 'amplius',
      },
      ...{
        subject: 'A letter',
        body: 'Your reference: C-10425\nYour code: P4XR-A2N6\nAppeal A-7F3K-92QD',
        writtenAt: now,
      },
    })
    const page = await customerPage(asking({ cookie, params: { id: customer.id } }))
    expect(page.notices.map(({ kind }) => kind)).not.toContain('sign-in-code')
    const letter = page.notices.find(({ subject }) => subject === 'A letter')
    expect(letter?.body).toBe('Your reference: C-10425\nYour code: ••••-••••\nAppeal A-7F3K-92QD')
    expect(page.contacts).toHaveLength(1)
  })

  test('the audit trail is read page by page, each line once', async () => {
    const { cookie } = await signIn('director')
    const first = await auditPage(asking({ cookie, path: '/console/audit' }))
    expect(first.lines).toHaveLength(50)
    const second = await auditPage(asking({ cookie, path: `/console/audit?before=${first.older}` }))
    const seen = [...first.lines, ...second.lines].map(({ id }) => id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })
})

test('there are no demonstration pages in production', async () => {
  const production: House = { ...house, settings: { ...house.settings, mode: 'production' } }
  expect((await thrownBy(demonstration(asking({ house: production })))).status).toBe(404)
  expect((await thrownBy(mailList(asking({ house: production })))).status).toBe(404)
  expect((await demonstration(asking({}))).accounts).toHaveLength(8)
})
