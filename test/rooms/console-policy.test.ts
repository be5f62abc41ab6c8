import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '../../app/doors/console.server.ts'
import { policyPage } from '../../app/doors/console-policy.server.ts'
import type { colleagues } from '../../db/schema.ts'
import { parseSettings } from '../../settings.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  database = await openTestDatabase()
  const settings = parseSettings({
    DATABASE_URL: database.databaseUrl,
    SESSION_SECRET: 'a secret for tests only, 0123456789',
  })
  house = { ...(await aHouse(database.databaseUrl, { policy: 'stonewater' })), settings }
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

function asking(cookie: string) {
  const request = new Request('http://127.0.0.1:3000/console/policy', { headers: { Cookie: cookie } })
  return { request, params: {}, context: { house, facts: { address: '127.0.0.1' } } as AppLoadContext }
}

async function askAs(role: (typeof colleagues.$inferInsert)['role']) {
  const colleague = await aColleague(house.ledger.db, role)
  const answer = await startSession(asking(''), colleague, '/console')
  const cookie = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  return await policyPage(asking(cookie)).catch((thrown: unknown) => thrown)
}

test('an officer reads the policy in force, and that its own review date has passed (Stonewater 7.0)', async () => {
  expect(await askAs('officer')).toMatchObject({
    document: { title: 'Unacceptable Customer Conduct', isPast: true },
  })
})

test('a contractor does not', async () => {
  expect(await askAs('contractor')).toMatchObject({ status: 403 })
})

test('nobody is sent to sign in', async () => {
  expect(await policyPage(asking('')).catch((thrown: unknown) => thrown)).toMatchObject({ status: 302 })
})
