import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { AppLoadContext } from '@remix-run/node'
import type { House } from '../house.ts'
import { dayOf } from '../rules/london.ts'
import { describeOwnCase } from './doors/restrictions.server.ts'
import { visitOf } from './doors/visit.server.ts'
import { type Kept, keepBytes, sendKept } from './kept-bytes.ts'

const path = '/your-restrictions'

/** Pages of the last few hundred customers who looked. */
const mostPages = 300

type Needs = { house: House; render: (request: Request, context: AppLoadContext) => Promise<Response> }

/**
 * "Your restrictions" for somebody who loads it again. The ledger is asked each time, and so is the clock: what it
 * tells now is the name of the page. Only when that is word for word what a page was made of before, for the same
 * person, language, size and London day, are its bytes sent again. So a lifted restriction or a contact more is seen at
 * once, and nothing has to be told that it is out of date. No browser keeps it (`no-store`).
 */
export function ownPage({ house, render }: Needs): RequestHandler {
  const pages = new Map<string, Kept>()
  function put(name: string, page: Kept): void {
    pages.set(name, page)
    const [oldest] = pages.keys()
    if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest)
  }
  async function answer(...[request, response, next]: Parameters<RequestHandler>): Promise<void> {
    const { cookie = '', 'accept-language': languages = '' } = request.headers
    const isOwn = request.method === 'GET' && request.url === path && cookie.includes('clearway-customer=')
    if (!isOwn) return next()
    const headers = { Cookie: cookie, 'Accept-Language': languages }
    const asked = new Request(new URL(path, house.settings.publicUrl), { headers })
    const facts = { address: request.socket.remoteAddress ?? 'unknown' }
    const { visit, customer } = await visitOf(asked, { house, facts })
    if (!customer) return next()
    const own = await describeOwnCase(house, customer)
    const madeOf = JSON.stringify([customer.id, own, { ...visit, now: dayOf(visit.now) }])
    const name = createHash('sha256').update(madeOf).digest('base64url')
    const known = pages.get(name)
    if (known) return sendKept(request, response, known)
    const page = await render(asked, { house, facts: { ...facts, own } })
    if (page.status !== 200) return next()
    const type = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': visit.language }
    const bytes = Buffer.from(await page.arrayBuffer())
    const kept = await keepBytes(bytes, { ...type, 'Cache-Control': 'no-store' }, true)
    put(name, kept)
    sendKept(request, response, kept)
  }
  return (request, response, next) => {
    // Whatever goes wrong here, Remix has its own words for.
    answer(request, response, next).catch(() => next())
  }
}
