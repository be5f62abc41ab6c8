import type { AppLoadContext } from '@remix-run/node'
import { findSession } from '../../db/access.ts'
import { type Customer, getCustomer } from '../../db/customers.ts'
import { withDeadline } from '../../db/deadline.ts'
import type { House } from '../../house.ts'
import { emergencyWithoutVoice, nationalLines } from '../../policies/national-lines.ts'
import type { Window } from '../../rules/restriction.ts'
import { direction, languages } from '../../words/speak.ts'
import { type Size, sizes, type Visit } from '../parts/visit.tsx'
import { readCookie, writeCookie } from './cookies.server.ts'
import { log } from './log.server.ts'

type Visited = { visit: Visit; customer: Customer | null; cookies: string[] }

const visits = new WeakMap<AppLoadContext, Promise<Visited>>()

/** Who comes, and how they read. Worked out once for each request; never fails, so that every page can be shown. */
export function visitOf(request: Request, context: AppLoadContext): Promise<Visited> {
  const known = visits.get(context)
  if (known) return known
  const visited = look(request, context.house)
  visits.set(context, visited)
  return visited
}

async function look(request: Request, house: House): Promise<Visited> {
  const url = new URL(request.url)
  const remembered = (await readCookie(request, house, 'page'))?.split('.') ?? []
  const askedLanguage = languageOf(url.searchParams.get('lang'))
  const askedSize = sizeOf(url.searchParams.get('size'))
  const customer = await signedInCustomer(request, house)
  const chosenLanguage = askedLanguage ?? languageOf(remembered[0])
  const chosenSize = askedSize ?? sizeOf(remembered[1])
  const language =
    chosenLanguage ??
    languageOf(customer?.language) ??
    acceptedLanguage(request.headers.get('Accept-Language')) ??
    'en'
  const size = chosenSize ?? (customer ? sizeOfPoints(customer.printPoints) : 'standard')
  const cookies =
    askedLanguage || askedSize
      ? [await writeCookie(house, 'page', `${chosenLanguage ?? ''}.${chosenSize ?? ''}`, 365 * 86_400)]
      : []
  url.searchParams.delete('lang')
  url.searchParams.delete('size')
  const visit: Visit = {
    language,
    direction: direction(language),
    size,
    languages: [...languages],
    path: url.pathname,
    search: url.search,
    now: house.clock.now(),
    signedIn: customer && { name: customer.name },
    landlord: describeLandlord(house),
  }
  return { visit, customer, cookies }
}

function describeLandlord({ policy: { landlord } }: House): Visit['landlord'] {
  const lines = nationalLines[landlord.nation]
  const line = (code: string) => lines.find((each) => each.code === code)?.phone ?? '999'
  return {
    name: landlord.name,
    email: landlord.desks.contact?.address ?? landlord.mail.from,
    ...landlord.phones,
    ...landlord.addresses,
    emergency: line('emergency'),
    emergencyText: emergencyWithoutVoice.text,
    relay: emergencyWithoutVoice.relay,
    gas: line('gas'),
    power: line('power'),
    hours: landlord.openingHours as Window[],
    redress: landlord.redress,
  }
}

/** The customer of a session. With a ledger that does not answer soon, nobody: a page matters more than a name on it. */
async function signedInCustomer(request: Request, house: House): Promise<Customer | null> {
  const token = await readCookie(request, house, 'customer')
  if (!token) return null
  try {
    return await withDeadline(customerOfToken(house, token), 2_000)
  } catch (err) {
    log.warn({ err }, 'the ledger could not say who is signed in')
    return null
  }
}

async function customerOfToken(house: House, token: string): Promise<Customer | null> {
  const session = await findSession(house.ledger.db, token, house.clock.now())
  return session?.customerId ? await getCustomer(house.ledger.db, session.customerId) : null
}

function languageOf(code: string | null | undefined): string | null {
  return languages.find((each) => each.code === code)?.code ?? null
}

function sizeOf(name: string | null | undefined): Size | null {
  return sizes.find((each) => each === name) ?? null
}

/** Never smaller than was asked for, up to giant. */
function sizeOfPoints(points: number): Size {
  return points > 18 ? 'giant' : points > 12 ? 'large' : 'standard'
}

/** The first of the browser's languages, by its own order of preference, that we speak. */
function acceptedLanguage(header: string | null): string | null {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';')
    const quality = rest.map((each) => each.trim()).find((each) => each.startsWith('q='))
    return { code: tag.toLowerCase().split('-')[0], weight: quality ? Number(quality.slice(2)) || 0 : 1 }
  })
  const ordered = wishes.filter((wish) => wish.weight > 0).sort((a, b) => b.weight - a.weight)
  return ordered.map((wish) => languageOf(wish.code)).find((code) => code !== null) ?? null
}
