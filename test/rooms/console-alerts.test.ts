import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromeOf, startSession } from '../../app/doors/console.server.ts'
import { alertList, alertPage, takeAlertAndShow } from '../../app/doors/console-alerts.server.ts'
import { contactPage } from '../../app/doors/console-contact.server.ts'
import { recordCalls } from '../../db/alert-calls.ts'
import { openAlerts, raiseAlert } from '../../db/alerts.ts'
import { auditAbout } from '../../db/audit.ts'
import type { colleagues } from '../../db/schema.ts'
import { alertLink } from '../../post/alert-link.ts'
import type { AlertKind } from '../../rules/alerts.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { aPassedContact, now } from '../post/house.ts'
import { openTestDatabase } from '../set-up/database.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl, {
    env: { SESSION_SECRET: 'a secret for tests only, 0123456789' },
  })
})

beforeEach(async () => {
  house.clock.set(now.toISOString())
  await database.sql`truncate alerts, alert_calls`
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

type Role = (typeof colleagues.$inferInsert)['role']
type Asking = { path?: string; id?: string; form?: Record<string, string>; cookie?: string }

function asking({ path = '/console', id, form, cookie = '' }: Asking) {
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    headers: { Cookie: cookie },
    ...(body && { method: 'POST', body }),
  })
  const context = { house, facts: { address: '127.0.0.1' } } as AppLoadContext
  return { request, params: id ? { id } : {}, context }
}

async function signIn(role: Role) {
  const colleague = await aColleague(house.ledger.db, role)
  const answer = await startSession(asking({}), colleague, '/console')
  return { colleague, cookie: (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' }
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const fault = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (fault instanceof Response) return fault
  throw new Error('the door let it through', { cause: fault })
}

async function anAlert(kind: AlertKind = 'life-safety', raisedAt = now) {
  const { db } = house.ledger
  const customer = await aCustomer(db)
  const contact = await aPassedContact(db, { lane: 'life-safety', customerId: customer.id })
  const raise = { contactId: contact.id, kind, now: raisedAt }
  const id = await db.transaction((tx) => raiseAlert(tx, raise, house.policy.landlord.alerts))
  return { id: id ?? '', contact, customer }
}

const take = (id: string, cookie: string, form = {}) =>
  takeAlertAndShow(asking({ path: `/console/alerts/${id}`, id, form, cookie }))

/** The path and the proof of the link that a mail holds. */
function linkOf(id: string): { path: string; proof: string } {
  const url = new URL(alertLink(house, id))
  return { path: url.pathname + url.search, proof: url.searchParams.get('proof') ?? '' }
}

describe('every console page', () => {
  test.each(['officer', 'manager', 'head', 'director', 'appeals'] as const)(
    'shows a colleague who is %s what nobody has taken, the oldest first, with whose it is',
    async (role) => {
      const newer = await anAlert('life-safety', new Date(now.getTime() - 60_000))
      const older = await anAlert('staff-safety', new Date(now.getTime() - 120_000))
      const { cookie } = await signIn(role)
      const chrome = await chromeOf(asking({ cookie }))
      expect(chrome.alerts.map(({ id, kind, customer }) => [id, kind, customer?.reference])).toEqual([
        [older.id, 'staff-safety', older.customer.reference],
        [newer.id, 'life-safety', newer.customer.reference],
      ])
      expect(chrome.now).toEqual(now)
    },
  )

  test('shows nothing of it to nobody and to a contractor, who see no message', async () => {
    await anAlert()
    const { cookie } = await signIn('contractor')
    for (const asked of [asking({}), asking({ cookie })]) expect((await chromeOf(asked)).alerts).toEqual([])
  })

  test('is calm again when it is taken', async () => {
    const { id } = await anAlert()
    const { cookie } = await signIn('officer')
    await take(id, cookie)
    expect((await chromeOf(asking({ cookie }))).alerts).toEqual([])
  })
})

describe('taking an alert', () => {
  test('is one click that leads to the message, is written down and says who', async () => {
    const { id, contact } = await anAlert()
    const { cookie, colleague } = await signIn('officer')
    house.clock.set('2026-11-24T10:03:00Z')
    const answer = await take(id, cookie)
    expect(answer.headers.get('Location')).toBe(`/console/contacts/${contact.id}?done=taken-life-safety`)
    const { alerts } = await contactPage(asking({ id: contact.id, cookie }))
    expect(alerts[0]).toMatchObject({ takenBy: colleague.name, takenAt: new Date('2026-11-24T10:03:00Z') })
    const [line] = (await auditAbout(house.ledger.db, contact.id)).filter(
      ({ action }) => action === 'alert taken',
    )
    expect(line).toMatchObject({
      actor: `colleague:${colleague.id}`,
      detail: { alert: id, kind: 'life-safety', from: 'console' },
    })
  })

  test('two colleagues at once: one wins, the other is shown who, and it is written down once', async () => {
    const { id, contact } = await anAlert()
    const [one, other] = [await signIn('officer'), await signIn('manager')]
    const answers = await Promise.all([take(id, one.cookie), take(id, other.cookie)])
    for (const answer of answers)
      expect(answer.headers.get('Location')).toBe(`/console/contacts/${contact.id}?done=taken-life-safety`)
    const lines = (await auditAbout(house.ledger.db, contact.id)).filter(
      ({ action }) => action === 'alert taken',
    )
    expect(lines).toHaveLength(1)
    for (const { cookie, colleague } of [one, other]) {
      const { alerts } = await contactPage(asking({ id: contact.id, cookie }))
      expect(alerts[0]?.isTheirs).toBe(lines[0]?.actor === `colleague:${colleague.id}`)
      expect(['A officer', 'A manager']).toContain(alerts[0]?.takenBy)
    }
  })

  test('a life-safety alert leaves the staff-safety alert of the same contact open', async () => {
    const { id, contact } = await anAlert()
    const raise = { contactId: contact.id, kind: 'staff-safety', now } as const
    await house.ledger.db.transaction((tx) => raiseAlert(tx, raise, house.policy.landlord.alerts))
    await take(id, (await signIn('officer')).cookie)
    expect((await openAlerts(house.ledger.db)).map(({ kind }) => kind)).toEqual(['staff-safety'])
  })

  test.each([
    ['nobody', null, 302],
    ['a contractor', 'contractor', 403],
  ] as const)('is not for %s', async (_, role, status) => {
    const { id } = await anAlert()
    const cookie = role ? (await signIn(role)).cookie : ''
    expect((await thrownBy(take(id, cookie))).status).toBe(status)
    expect((await thrownBy(alertList(asking({ cookie })))).status).toBe(status)
    expect((await thrownBy(alertPage(asking({ ...linkOf(id), id, cookie })))).status).toBe(status)
    expect(await openAlerts(house.ledger.db)).toHaveLength(1)
  })

  test.each([randomUUID(), 'x', '../../etc'])('%s is not there: 404', async (id) => {
    const { cookie } = await signIn('officer')
    expect((await thrownBy(take(id, cookie))).status).toBe(404)
  })
})

describe('the link in the mail', () => {
  test('opens a page about its alert, once somebody has signed in, and says so when it is taken from there', async () => {
    const { id, contact } = await anAlert()
    const { path, proof } = linkOf(id)
    const away = await thrownBy(alertPage(asking({ path, id })))
    const to = new URL(away.headers.get('Location') ?? '', 'http://127.0.0.1:3000').searchParams.get('to')
    expect(to).toBe(path)
    const { cookie, colleague } = await signIn('officer')
    const back = await startSession(asking({}), colleague, to)
    expect(back.headers.get('Location')).toBe(path)
    const page = await alertPage(asking({ path, id, cookie }))
    expect(page.alert).toMatchObject({ id, takenAt: null })
    await take(id, cookie, { proof })
    const [line] = (await auditAbout(house.ledger.db, contact.id)).filter(
      ({ action }) => action === 'alert taken',
    )
    expect(line?.detail).toMatchObject({ from: 'mail' })
    expect((await alertPage(asking({ path, id, cookie }))).alert.takenBy).toBe(colleague.name)
  })

  test.each([
    ['without a signature', (path: string) => path.split('?')[0] ?? ''],
    ['with a changed one', (path: string) => `${path}x`],
    ['with that of another alert', () => linkOf(randomUUID()).path],
  ])('%s leads to the list', async (_, change) => {
    const { id } = await anAlert()
    const { cookie } = await signIn('officer')
    const answer = await thrownBy(alertPage(asking({ path: change(linkOf(id).path), id, cookie })))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/console/alerts'])
  })

  test('without a secret to sign with is the list itself', () => {
    const unsigned = { ...house, settings: { ...house.settings, sessionSecret: null } }
    expect(alertLink(unsigned, randomUUID())).toBe('http://127.0.0.1:3000/console/alerts')
  })
})

describe('the list of alerts', () => {
  test('shows what is open, what was taken, and the landlord’s figure of the last 30 days', async () => {
    const { cookie, colleague } = await signIn('head')
    const day = 86_400_000
    const takenAfter = async (raisedAt: Date, seconds: number) => {
      const { id } = await anAlert('life-safety', raisedAt)
      house.clock.set(new Date(raisedAt.getTime() + seconds * 1000).toISOString())
      await take(id, cookie)
      house.clock.set(now.toISOString())
      return id
    }
    await takenAfter(new Date(now.getTime() - 30 * day - 1), 10)
    const lately = [
      await takenAfter(new Date(now.getTime() - 30 * day), 300),
      await takenAfter(new Date(now.getTime() - day), 301),
      await takenAfter(new Date(now.getTime() - 3_600_000), 20),
    ]
    const { id } = await anAlert()
    const list = await alertList(asking({ cookie, path: '/console/alerts?refresh=on' }))
    expect(list.open.map((alert) => alert.id)).toEqual([id])
    expect(list.taken.slice(0, 3).map((alert) => alert.id)).toEqual([...lately].reverse())
    expect(list.taken).toHaveLength(4)
    expect(list.taken[0]?.takenBy).toBe(colleague.name)
    expect(list.figure).toEqual({ days: 30, taken: 3, inTime: 2, middleMs: 300_000 })
    expect([list.minutes, list.isRefreshing]).toEqual([5, true])
    expect((await alertList(asking({ cookie }))).isRefreshing).toBe(false)
  })
})

describe('the story of an alert on the page of its contact', () => {
  test('tells each call, which way and with which fault, and what is being tried again', async () => {
    const { id, contact } = await anAlert()
    const { db } = house.ledger
    const what = { target: 'Duty officer', calledAt: now }
    await recordCalls(db, [{ alertId: id, round: 0 }], { ...what, by: 'webhook', fault: '410' })
    await database.sql`
      update graphile_worker._private_jobs set last_error = 'call-alert failed (ECONNREFUSED)', attempts = 2
      where key = ${`alert:${id}:0:mail`}`
    const { cookie } = await signIn('officer')
    const before = (await contactPage(asking({ id: contact.id, cookie }))).alerts[0]
    expect(before?.calls).toMatchObject([{ by: 'webhook', target: 'Duty officer', fault: '410', round: 0 }])
    expect(before?.failing).toEqual([{ alertId: id, round: 0, by: 'mail', fault: 'ECONNREFUSED' }])
    await take(id, cookie)
    expect((await contactPage(asking({ id: contact.id, cookie }))).alerts[0]?.failing).toEqual([])
  })

  test('is empty for a contact that raised none', async () => {
    const contact = await aPassedContact(house.ledger.db)
    const { cookie } = await signIn('officer')
    expect((await contactPage(asking({ id: contact.id, cookie }))).alerts).toEqual([])
  })
})

test('what an alert did stays as it was written: calls are neither changed nor deleted, and no alert is deleted', async () => {
  const { id } = await anAlert()
  await recordCalls(house.ledger.db, [{ alertId: id, round: 0 }], {
    by: 'mail',
    target: 'Duty officer',
    calledAt: now,
    fault: 'timeout',
  })
  await expect(database.sql`update alert_calls set fault = null`).rejects.toThrow()
  await expect(database.sql`delete from alert_calls`).rejects.toThrow()
  await expect(database.sql`delete from alerts`).rejects.toThrow()
})
