import type { AppLoadContext } from '@remix-run/node'
import { findSignedIn } from '../../db/access.ts'
import type { Customer } from '../../db/customers.ts'
import { withDeadline } from '../../db/deadline.ts'
import type { House } from '../../house.ts'
import { emergencyWithoutVoice, lineFor } from '../../policies/national-lines.ts'
import type { Window } from '../../rules/restriction.ts'
import { direction, languages } from '../../words/speak.ts'
import {
  acceptedLanguage,
  askedChoice,
  choiceNames,
  isAsked,
  languageOf,
  mergeChoices,
  rememberChoice,
  rememberedChoice,
  type Size,
} from '../look.ts'
import type { Visit } from '../parts/visit.tsx'
import { isSecure, readCookie } from './cookies.server.ts'
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
  const asked = askedChoice(url.searchParams)
  const remembered = rememberedChoice(request.headers.get('Cookie'), isSecure(house))
  const chosen = mergeChoices(asked, remembered)
  const customer = await signedInCustomer(request, house)
  const language =
    chosen.language ??
    languageOf(customer?.language) ??
    acceptedLanguage(request.headers.get('Accept-Language')) ??
    'en'
  const size = chosen.size ?? (customer ? sizeOfPoints(customer.printPoints) : 'standard')
  const cookies = isAsked(asked) ? [rememberChoice(chosen, isSecure(house))] : []
  for (const name of choiceNames) url.searchParams.delete(name)
  const visit: Visit = {
    language,
    direction: direction(language),
    size,
    contrast: chosen.contrast,
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
  const { nation } = landlord
  return {
    name: landlord.name,
    email: landlord.desks.contact?.address ?? landlord.mail.from,
    ...landlord.phones,
    ...landlord.addresses,
    emergency: lineFor(nation, 'emergency'),
    emergencyText: emergencyWithoutVoice.text,
    relay: emergencyWithoutVoice.relay,
    gas: lineFor(nation, 'gas'),
    power: lineFor(nation, 'power'),
    hours: landlord.openingHours as Window[],
    redress: landlord.redress,
  }
}

/** The customer of a session. With a ledger that does not answer soon, nobody: a page matters more than a name on it. */
async function signedInCustomer(request: Request, house: House): Promise<Customer | null> {
  const token = await readCookie(request, house, 'customer')
  if (!token) return null
  try {
    return await withDeadline(findSignedIn(house.ledger, token, house.clock.now()), 2_000)
  } catch (err) {
    log.warn({ err }, 'the ledger could not say who is signed in')
    return null
  }
}

/** Never smaller than was asked for, up to giant. */
function sizeOfPoints(points: number): Size {
  return points > 18 ? 'giant' : points > 12 ? 'large' : 'standard'
}
