import type { LoaderFunctionArgs } from '@remix-run/node'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { contactsOf } from '../../db/contacts.ts'
import type { Customer } from '../../db/customers.ts'
import { markOf } from '../../db/mark.ts'
import { type RestrictionRow, warningsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { dayOf } from '../../rules/london.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { appealablesOf } from './appeal-about.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'

/** Another one as soon as the ledger holds anything else about a customer. */
export function markOfCase({ ledger }: House, { id }: Customer): Promise<string> {
  return markOf(ledger, id)
}

/** Everything on "your restrictions", of the customer who is signed in and of nobody else. */
export async function loadRestrictions(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { db } = house.ledger
  const now = house.clock.now()
  const standing = await standingOf(db, customer.id, now)
  const [warnings, appealables, contacts] = await Promise.all([
    warningsOf(db, customer.id),
    appealablesOf(house, customer),
    contactsOf(db, customer.id, 5),
  ])
  const deciders = await namesOfColleagues(
    db,
    standing.all.map((each) => each.decidedBy),
  )
  const appealable = (id: string) => appealables.find(({ about }) => about.id === id)
  const described = standing.all.map((restriction) => {
    const decider = deciders.get(restriction.decidedBy)
    const warned = warnings.find(({ warning }) => warning.id === restriction.warningId)
    return {
      id: restriction.id,
      reference: restriction.reference,
      state: stateOf(restriction, now),
      stoppedAt: stopsAt(restriction),
      measures: restriction.measures,
      reason: restriction.reason,
      evidence: restriction.evidence,
      warnedOn: warned ? dayOf(warned.warning.givenAt) : null,
      exception: restriction.warningException?.reason ?? null,
      decider: decider ? { name: decider.name, role: decider.role } : null,
      startsAt: restriction.startsAt,
      endsAt: restriction.endsAt,
      reviewOn: restriction.reviewOn,
      appealable: appealable(restriction.id),
    }
  })
  const { policy } = house
  return {
    restrictions: described,
    left: standing.left,
    routes: standing.routes,
    warnings: warnings.map(({ warning: { id, conduct, evidence, proposed, clause, givenAt }, givenBy }) => ({
      ...{ id, conduct, evidence, proposed, clause, givenAt },
      givenBy,
      appealable: appealable(id),
    })),
    contacts: contacts.map(({ id, channel, receivedAt, state, raisedAt, readDueAt }) => ({
      ...{ id, channel, receivedAt, readDueAt },
      became: raisedAt ? ('raised' as const) : state,
    })),
    document: policy.pack.document.title,
    reviewRule: policy.reviewEveryMonths,
    colleagues: policy.landlord.colleagues.map((each) => {
      const { code, name, address, phone } = each
      return { code, name, address, phone, standIn: standInFor(each, dayOf(now))?.name ?? null }
    }),
  }
}

export type RestrictionState = 'coming' | 'in-force' | 'lifted' | 'lapsed' | 'ended'

/** Where a restriction is in its life. */
function stateOf(restriction: RestrictionRow, now: Date): RestrictionState {
  const stop = stopsAt(restriction)
  if (stop > now) return restriction.startsAt > now ? 'coming' : 'in-force'
  if (restriction.liftedAt && restriction.liftedAt <= stop) return 'lifted'
  return stop < restriction.endsAt ? 'lapsed' : 'ended'
}
