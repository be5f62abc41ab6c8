import { data, redirect } from '@remix-run/node'
import { appealsOf } from '../../db/appeals.ts'
import { writeAudit } from '../../db/audit.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { contactsOf } from '../../db/contacts.ts'
import { type Customer, getCustomer, identifiersOf, searchCustomers } from '../../db/customers.ts'
import { countRaised } from '../../db/held.ts'
import { noticesOf } from '../../db/notices.ts'
import { requestsOf } from '../../db/requests.ts'
import { lift, type RestrictionRow, restrictionsOf, warningsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import { mayAct } from '../../rules/may-release.ts'
import { standingOf } from '../parts/console/standing.ts'
import { type Asked, fieldOf, idOf, notThere, requireColleague } from './console.server.ts'
import { clocksFor } from './console-clocks.server.ts'
import { tellLifted } from './console-tell.server.ts'
import { hideCode } from './hide-code.server.ts'

/** Longest name, reference or address that is looked for, and longest reason. In characters. */
const longest = { search: 100, reason: 4_000 }

export async function customerList(asked: Asked) {
  await requireColleague(asked, 'read-customers')
  const { house } = asked.context
  const words = (new URL(asked.request.url).searchParams.get('words') ?? '').slice(0, longest.search)
  const customers = await searchCustomers(house.ledger.db, words)
  return { words, customers: await Promise.all(customers.map((customer) => summarise(house, customer))) }
}

async function summarise(house: House, customer: Customer) {
  const now = house.clock.now()
  const standings = (await restrictionsOf(house.ledger.db, customer.id)).map((each) => standingOf(each, now))
  const { id, reference, name, language, printPoints, formats } = customer
  return {
    ...{ id, reference, name, language, printPoints, formats },
    inForce: standings.filter(({ state }) => state === 'in-force').length,
    isReviewOverdue: standings.some(({ review }) => review === 'overdue'),
  }
}

/** Everything about one customer that a decision about them rests on. Looking is audited (I12). */
export async function customerPage(asked: Asked) {
  const colleague = await requireColleague(asked, 'read-customers')
  const { house } = asked.context
  const { db } = house.ledger
  const now = house.clock.now()
  const customer = await getCustomer(db, idOf(asked.params))
  if (!customer) throw notThere()
  await writeAudit(db, {
    at: now,
    actor: `colleague:${colleague.id}`,
    action: 'customer viewed',
    aboutId: customer.id,
  })
  const [identifiers, restrictions, warnings, appeals, notices, contacts, requests] = await Promise.all([
    identifiersOf(db, customer.id),
    restrictionsOf(db, customer.id),
    warningsOf(db, customer.id),
    appealsOf(db, customer.id),
    noticesOf(db, customer.id),
    contactsOf(db, customer.id),
    requestsOf(db, customer.id),
  ])
  const names = await namesOfColleagues(
    db,
    restrictions.flatMap((each) => [each.decidedBy, each.liftedBy ?? each.decidedBy]),
  )
  const { policy } = house
  const clocks = await clocksFor(house, contacts)
  return {
    now,
    done: new URL(asked.request.url).searchParams.get('done'),
    customer,
    identifiers,
    restrictions: restrictions.map((each) => ({
      ...withoutPeople(each),
      standing: standingOf(each, now),
      decidedBy: names.get(each.decidedBy) ?? null,
      liftedBy: each.liftedBy ? (names.get(each.liftedBy) ?? null) : null,
    })),
    named: Object.fromEntries(policy.landlord.colleagues.map(({ code, name }) => [code, name])),
    warnings,
    appeals,
    notices: notices.filter(({ kind }) => kind !== 'sign-in-code').map(hideCode),
    contacts: contacts.map((contact) => ({ ...contact, clocks: clocks.get(contact.id)?.clocks ?? [] })),
    raised: await countRaised(db, customer.id),
    requests,
    mayLift: mayAct(colleague.role, 'lift', policy.authoriserRoles),
    document: policy.pack.document.title,
  }
}

function withoutPeople(row: RestrictionRow) {
  const { decidedBy: _, liftedBy: __, ...rest } = row
  return rest
}

/** Lifts one restriction of this customer. The next message obeys; the customer is told in the same transaction. */
export async function liftRestriction(asked: Asked) {
  const customerId = idOf(asked.params)
  const colleague = await requireColleague(asked, 'lift')
  const { house } = asked.context
  const form = await asked.request.formData()
  const restrictionId = idOf({ id: fieldOf(form, 'restrictionId') })
  const reason = fieldOf(form, 'reason').trim()
  const restriction = (await restrictionsOf(house.ledger.db, customerId)).find(
    ({ id }) => id === restrictionId,
  )
  if (!restriction) throw notThere()
  const fault = faultOf(reason)
  if (fault) return data({ restrictionId, reason, fault }, { status: 400 })
  const now = house.clock.now()
  const lifted = await house.ledger.db.transaction(async (tx) => {
    const done = await lift(tx, { restrictionId, colleagueId: colleague.id, reason, now })
    if (done) await tellLifted(tx, house, restrictionId)
    return done
  })
  return redirect(`/console/customers/${customerId}?done=${lifted ? 'lifted' : 'already-stopped'}`)
}

function faultOf(reason: string): string | null {
  if (reason === '') return 'Write why you lift it'
  return reason.length > longest.reason ? `Write ${longest.reason} characters or fewer` : null
}
