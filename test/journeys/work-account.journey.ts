import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { expect, type House, openHouse, test } from './house.ts'

// A real sign-in service: whoever types an address is that person.
let service: Server
let house: House

test.beforeAll(async () => {
  service = createServer()
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  house = await openHouse({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'clearway',
    OIDC_CLIENT_SECRET: 'a-secret-between-the-two',
  })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'clearway',
        client_secret: 'a-secret-between-the-two',
        redirect_uris: [`${house.url}/console/sign-in/back`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: true }),
    }),
  })
  service.on('request', provider.callback())
})

test.afterAll(async () => {
  await house?.stop()
  service?.closeAllConnections()
  service?.close()
})

for (const [email, outcome] of [
  ['officer@landlord.example', /\/console$/],
  ['stranger@elsewhere.example', /problem=unknown/],
] as const) {
  test(`${email} comes back from the landlord’s sign-in service to ${outcome}`, async ({ page }) => {
    await page.goto(`${house.url}/console`)
    await page.getByRole('button', { name: 'Sign in with your work account' }).click()
    await page.locator('input[name=login]').fill(email)
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.locator('button[type=submit]').click()
    await expect(page).toHaveURL(outcome)
  })
}

test('demonstration sign-in is closed where the landlord has a sign-in service', async () => {
  const answer = await fetch(`${house.url}/console/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=head%40landlord.example&to=/console',
  })
  expect(answer.status).toBe(404)
})
