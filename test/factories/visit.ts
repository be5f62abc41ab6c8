import type { AppLoadContext } from '@remix-run/node'
import { openSession } from '../../db/access.ts'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import type { House } from '../../house.ts'
import { aColleague } from './ledger.ts'

export type Visiting = {
  path?: string
  params?: Record<string, string>
  form?: Record<string, string>
  cookie?: string
}

/** What Remix hands to a door of this house: a page that is asked for, or a form that is sent. */
export function visiting(house: House, { path = '/', params = {}, form, cookie = '' }: Visiting) {
  const body = form && new URLSearchParams(form)
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    headers: { Cookie: cookie },
    ...(body && { method: 'POST', body }),
  })
  return { request, params, context: { house, facts: { address: '127.0.0.1' } } as AppLoadContext }
}

async function cookieFor(house: House, name: 'customer' | 'colleague', token: string): Promise<string> {
  return (await writeCookie(house, name, token)).split(';')[0] ?? ''
}

/** The cookie of a customer who is signed in. */
export async function signInAs(house: House, customerId: string): Promise<string> {
  return await cookieFor(
    house,
    'customer',
    await openSession(house.ledger.db, { customerId, now: house.clock.now() }),
  )
}

/** A new colleague who is signed in. */
export async function aSignedInColleague(house: House, role: Parameters<typeof aColleague>[1]) {
  const colleague = await aColleague(house.ledger.db, role)
  const token = await openSession(house.ledger.db, { colleagueId: colleague.id, now: house.clock.now() })
  return { colleague, cookie: await cookieFor(house, 'colleague', token) }
}

/** What a door throws: redirects and refusals. */
export async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const fault = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (fault instanceof Response) return fault
  throw new Error('the door let it through', { cause: fault })
}
