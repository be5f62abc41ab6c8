import type { Request, RequestHandler, Response as Answer } from 'express'
import type { Clock } from '../clock.ts'
import { addDays, dayOf, instantAt } from '../rules/london.ts'
import { type Kept, keepBytes, sendKept } from './kept-bytes.ts'
import {
  acceptedLanguage,
  askedChoice,
  type Choice,
  choiceNames,
  isAsked,
  mergeChoices,
  rememberChoice,
  rememberedChoice,
} from './look.ts'

/** Pages that are the same for everybody who is not signed in: nothing on them depends on who asks, or on what was typed. */
const pages: ReadonlySet<string> = new Set([
  '/',
  '/what-we-will-do',
  '/what-is-not-all-right',
  '/how-we-decide',
  '/your-rights',
  '/help',
  '/accessibility',
  '/privacy',
  '/sign-in',
  '/sign-in/letter',
])

/** How an address that is kept goes on, or null where it asks for anything but a look. */
function queryOf(request: Request): URLSearchParams | null {
  const [path = '', query] = request.url.split('?', 2)
  if (!pages.has(path)) return null
  const asked = new URLSearchParams(query)
  for (const name of asked.keys()) if (!choiceNames.some((each) => each === name)) return null
  return asked
}

type Needs = {
  isSecure: boolean
  clock: Clock
  /** Renders a page as somebody sees it who is not signed in. */
  render: (pathAndQuery: string) => Promise<Response>
}

/**
 * What was rendered on one London day: days are part of what pages say. There are a few hundred addresses at most
 * (pages, languages, sizes, contrasts), some fifty kilobytes each, so nothing has to be thrown away before midnight.
 */
function makeShelf(clock: Clock) {
  const shelf = new Map<string, Promise<Kept | null>>()
  let endsAt = new Date(0)
  return (key: string, make: () => Promise<Kept | null>): Promise<Kept | null> => {
    const now = clock.now()
    if (now >= endsAt) {
      shelf.clear()
      endsAt = instantAt(addDays(dayOf(now), 1))
    }
    const known = shelf.get(key)
    if (known) return known
    const making = make().catch(() => null)
    shelf.set(key, making)
    void making.then((kept) => {
      if (!kept && shelf.get(key) === making) shelf.delete(key)
    })
    return making
  }
}

function addressOf(path: string, { language, size, contrast }: Choice): string {
  const query = new URLSearchParams({ lang: language ?? 'en', size: size ?? 'standard' })
  if (contrast) query.set('contrast', contrast)
  return `${path}?${query}`
}

/**
 * Stands in front of Remix and answers from memory what it would render again and again: each public page once for
 * each language, size of letters and contrast. Whoever is signed in, asks for anything else, or comes while rendering
 * fails goes on to Remix. A restart, which a new policy needs too, empties it.
 */
export function keptPages({ isSecure, clock, render }: Needs): RequestHandler {
  const take = makeShelf(clock)
  async function make(address: string): Promise<Kept | null> {
    const page = await render(address)
    if (page.status !== 200) return null
    return await keepBytes(Buffer.from(await page.arrayBuffer()), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': page.headers.get('Content-Language') ?? 'en',
      // Shown only after asking whether it still holds. It differs by what the browser asks for and remembers.
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
    })
  }
  async function answer(request: Request, response: Answer, next: () => void): Promise<void> {
    const query = request.method === 'GET' || request.method === 'HEAD' ? queryOf(request) : null
    const cookies = request.headers.cookie
    if (!query || cookies?.includes('clearway-customer=')) return next()
    const asked = askedChoice(query)
    const chosen = mergeChoices(asked, rememberedChoice(cookies, isSecure))
    const language = chosen.language ?? acceptedLanguage(request.headers['accept-language']) ?? 'en'
    const address = addressOf(request.path, { ...chosen, language })
    const kept = await take(address, () => make(address))
    if (!kept) return next()
    // What remembers a choice is for this browser alone.
    const more = isAsked(asked) && {
      'Set-Cookie': rememberChoice(chosen, isSecure),
      'Cache-Control': 'private, no-cache',
    }
    sendKept(request, response, kept, more || {})
  }
  return (request, response, next) => {
    answer(request, response, next).catch(next)
  }
}
