import type { AddressInfo } from 'node:net'
import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { loadRestrictions } from '../../app/doors/restrictions.server.ts'
import { ownPage } from '../../app/own-page.ts'
import { openSession } from '../../db/access.ts'
import { lift } from '../../db/restrictions.ts'
import { contacts, customers } from '../../db/schema.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const clause = 'Sanctions, measure 5'
const limits: Measure[] = (['day', 'week', 'month'] as const).map((per, at) => ({
  code: 'frequency',
  limit: at + 1,
  per,
  clause,
}))
/** A Tuesday, in the middle of a week and of a month. */
const tuesday = '2026-11-24T10:00:00Z'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
let base = ''
let rendered: AppLoadContext[] = []
let stop: () => void

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl, { now: tuesday })
  house.settings.sessionSecret = 'a secret for the tests of this page only'
  const app = express()
  app.use(
    ownPage({
      house,
      render: async (request, context) => {
        rendered.push(context)
        return new Response(JSON.stringify(await loadRestrictions({ request, context, params: {} })))
      },
    }),
  )
  app.use((_, response) => response.send('from Remix'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => server.close()
})
afterAll(async () => {
  stop()
  await house.ledger.close()
  await database.close()
})

async function signedIn(customerId: string): Promise<string> {
  const token = await openSession(house.ledger.db, { customerId, now: house.clock.now() })
  return (await writeCookie(house, 'customer', token)).split(';')[0] ?? ''
}

async function load(cookie: string, path = '/your-restrictions', headers: Record<string, string> = {}) {
  const answer = await fetch(base + path, { headers: { cookie, ...headers } })
  return { text: await answer.text(), headers: answer.headers }
}

async function aCountedContact(customerId: string, receivedAt: Date) {
  await house.ledger.db.insert(contacts).values({
    ...{ key: crypto.randomUUID(), channel: 'email', customerId, sender: 'known', receivedAt },
    ...{ outcome: 'deliver', lane: 'ordinary', counted: true, desk: 'contact', reasons: [], openRoutes: [] },
    state: 'delivering',
  })
}

describe('“your restrictions”, loaded again', () => {
  async function aReader() {
    const made = await aRestrictedCustomer(house.ledger.db, limits, house.clock.now())
    rendered = []
    return { ...made, cookie: await signedIn(made.customer.id) }
  }

  it('is made once, and kept by no browser', async () => {
    const { cookie, restriction } = await aReader()
    const first = await load(cookie)
    expect(first.text).toContain(restriction.reference)
    expect((await load(cookie)).text).toBe(first.text)
    expect(rendered).toHaveLength(1)
    expect(first.headers.get('cache-control')).toBe('no-store')
  })

  it('shows a lifted restriction and a contact more at once', async () => {
    const { cookie, customer, restriction } = await aReader()
    await load(cookie)
    await aCountedContact(customer.id, house.clock.now())
    expect((await load(cookie)).text).toContain('"left":0')
    const colleague = await aColleague(house.ledger.db)
    await house.ledger.db.transaction((tx) =>
      lift(tx, {
        restrictionId: restriction.id,
        colleagueId: colleague.id,
        reason: 'Better.',
        now: house.clock.now(),
      }),
    )
    expect((await load(cookie)).text).toContain('"state":"lifted"')
    expect(rendered).toHaveLength(3)
  })

  it('shows what the clock alone has changed', async () => {
    house.clock.set('2026-11-24T23:20:00Z')
    const { cookie } = await aReader()
    const first = await load(cookie)
    house.clock.set('2026-11-24T23:20:59Z')
    expect(await load(cookie)).toMatchObject({ text: first.text })
    expect(rendered).toHaveLength(1)
    house.clock.set('2026-11-25T00:00:00Z')
    expect((await load(cookie)).text).not.toBe(first.text)
    expect(rendered).toHaveLength(2)
    house.clock.set(tuesday)
  })

  it('is another page for each customer, language and size', async () => {
    const one = await aReader()
    const other = await aReader()
    const texts = [await load(one.cookie), await load(other.cookie)].map(({ text }) => text)
    expect(texts[0]).not.toBe(texts[1])
    rendered = []
    await load(`${one.cookie}; clearway-page=ur.giant.`)
    await load(one.cookie, undefined, { 'accept-language': 'pl' })
    await house.ledger.db.update(customers).set({ printPoints: 24 }).where(eq(customers.id, one.customer.id))
    await load(one.cookie)
    expect(rendered).toHaveLength(2)
  })

  it.each([
    ['without a session', '', '/your-restrictions'],
    ['with a token that is worth nothing', 'clearway-customer=x', '/your-restrictions'],
    ['that asks for another look', 'session', '/your-restrictions?size=large'],
    ['of another kind', 'session', '/appeal'],
  ])('a page %s goes to Remix', async (_, who, path) => {
    const { cookie } = await aReader()
    expect((await load(who === 'session' ? cookie : who, path)).text).toBe('from Remix')
    expect(rendered).toEqual([])
  })
})
