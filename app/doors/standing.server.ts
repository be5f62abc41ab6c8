import { usageOf } from '../../db/contacts.ts'
import type { Tx } from '../../db/ledger.ts'
import { type RestrictionRow, restrictionsOf } from '../../db/restrictions.ts'
import { isInForce } from '../../rules/in-force.ts'
import { type OpenRoute, openRoutes } from '../../rules/opening.ts'
import { limitsAt, type Usage } from '../../rules/usage.ts'

/** How many contacts are left of one limit, and when the next count begins. */
export type Left = { left: number; allowed: number; per: 'day' | 'week' | 'month'; again: Date }

/** Where a customer stands now: what is in force, what is left of it, and the ways that are open. */
export type Standing = { all: RestrictionRow[]; inForce: RestrictionRow[]; left: Left[]; routes: OpenRoute[] }

/** Where somebody with these restrictions stands, with what was counted for each limit. */
export function standingWith(all: RestrictionRow[], used: Usage, now: Date): Standing {
  const inForce = all.filter((each) => isInForce(each, now))
  const withNext = new Map([...used].map(([key, count]) => [key, count + 1]))
  const left = limitsAt(inForce, now).map(({ key, allowed, per, to }) => ({
    left: Math.max(0, allowed - (used.get(key) ?? 0)),
    allowed,
    per,
    again: to,
  }))
  return { all, inForce, left, routes: inForce.length > 0 ? openRoutes(inForce, withNext, now) : [] }
}

/** The next contact is what a customer wants to know about, so the ways are asked with one more counted in. */
export async function standingOf(tx: Tx, customerId: string, now: Date): Promise<Standing> {
  const all = await restrictionsOf(tx, customerId)
  return standingWith(all, await usageOf(tx, customerId, limitsAt(all, now)), now)
}
