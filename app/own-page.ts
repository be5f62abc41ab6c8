import type { RequestHandler } from 'express'
import type { AppLoadContext } from '@remix-run/node'
import type { House } from '../house.ts'
import { markOfCase } from './doors/restrictions.server.ts'
import { visitOf } from './doors/visit.server.ts'
import { type Kept, keepBytes, sendKept } from './kept-bytes.ts'

const path = '/your-restrictions'

/** Pages of the last few hundred customers who looked. */
const mostPages = 300
/** What a page says of now, it says to the minute. */
const minute = 60_000

type Needs = { house: House; render: (request: Request, context: AppLoadContext) => Promise<Response> }

/**
 * "Your restrictions" for somebody who loads it again. The ledger is asked each time whether anything it holds about
 * this customer is another than before (`markOfCase`), and so is the clock. Only when nothing is, within the minute, for the
 * same language, size and contrast, are the bytes sent again. So a lifted restriction or a contact more is seen at once,
 * and nothing has to be told that it is out of date. No browser keeps it (`no-store`).
 */
export function ownPage({ house, render }: Needs): RequestHandler {
  const pages = new Map<string, { madeOf: string; kept: Kept }>()
  function put(name: string, page: { madeOf: string; kept: Kept }): void {
    pages.delete(name)
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
    const context = { house, facts: { address: request.socket.remoteAddress ?? 'unknown' } }
    const { visit, customer } = await visitOf(asked, context)
    if (!customer) return next()
    const mark = await markOfCase(house, customer)
    const name = [customer.id, visit.language, visit.size, visit.contrast].join(' ')
    const madeOf = `${Math.floor(visit.now.getTime() / minute)} ${mark}`
    const known = pages.get(name)
    if (known?.madeOf === madeOf) return sendKept(request, response, known.kept)
    const page = await render(asked, context)
    if (page.status !== 200) return next()
    const type = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': visit.language }
    const bytes = Buffer.from(await page.arrayBuffer())
    const kept = await keepBytes(bytes, { ...type, 'Cache-Control': 'no-store' }, true)
    put(name, { madeOf, kept })
    sendKept(request, response, kept)
  }
  return (request, response, next) => {
    // Whatever goes wrong here, Remix has its own words for.
    answer(request, response, next).catch(() => next())
  }
}
