import type { AppLoadContext } from '@remix-run/node'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { openSession } from '../../db/access.ts'
import type { House } from '../../house.ts'
import { aHouse } from './house.ts'

/** A house whose portal can sign people in. */
export async function aPortal(databaseUrl: string, over: Parameters<typeof aHouse>[1] = {}) {
  const house = await aHouse(databaseUrl, over)
  const settings = { ...house.settings, sessionSecret: 'a secret for tests only, 0123456789' }
  return { ...house, settings }
}

type Fields = Record<string, string | string[]>

/** Loaders and actions as somebody's browser would ask them: each request is a visit of its own. */
export type Browser = {
  args(path: string, params?: Record<string, string>, form?: FormData): Args
  post(path: string, params: Record<string, string>, fields: Fields | FormData): Args
}

type Args = { request: Request; params: Record<string, string>; context: AppLoadContext }

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? value : [value]) form.append(name, each)
  return form
}

/** The browser of a signed-in person, or of nobody. */
export async function aBrowser(
  house: House,
  who: { customerId: string } | { colleagueId: string } | null,
): Promise<Browser> {
  const token = who && (await openSession(house.ledger.db, { ...who, now: house.clock.now() }))
  const name = who && 'colleagueId' in who ? 'colleague' : 'customer'
  const cookie = token ? ((await writeCookie(house, name, token)).split(';')[0] ?? '') : ''
  const args: Browser['args'] = (path, params = {}, form) => ({
    request: new Request(`http://127.0.0.1:3000${path}`, {
      headers: { Cookie: cookie },
      ...(form && { method: 'POST', body: form }),
    }),
    params,
    context: { house, facts: { address: '127.0.0.1' } },
  })
  return {
    args,
    post: (path, params, fields) => args(path, params, fields instanceof FormData ? fields : formOf(fields)),
  }
}

/** What a door throws or answers with, when that is a response: redirects and refusals. */
export async function answerOf(work: Promise<unknown>): Promise<Response> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer
  throw new Error('the door answered with no response', { cause: answer })
}

/** Where a door sends somebody. */
export async function placeOf(work: Promise<unknown>): Promise<string> {
  const { status, headers } = await answerOf(work)
  return status >= 300 && status < 400 ? (headers.get('Location') ?? '') : `status ${status}`
}
