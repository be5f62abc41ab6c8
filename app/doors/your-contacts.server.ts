import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { type ContactRow, contactsOf, decisionOf, getContact } from '../../db/contacts.ts'
import { raiseContact, withdrawContact } from '../../db/held.ts'
import type { House } from '../../house.ts'
import { dayOf } from '../../rules/london.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { readFields } from './form.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'

const contactsOnAPage = 20

/** Whom it went to by name: a desk, or the named colleague or whoever stood in on that day. Null while it is with nobody. */
function goneTo({ policy: { landlord } }: House, contact: ContactRow): string | null {
  if (!['delivering', 'delivered', 'releasing', 'released'].includes(contact.state)) return null
  const colleague = landlord.colleagues.find(({ code }) => code === contact.colleague)
  if (colleague) return (standInFor(colleague, dayOf(contact.receivedAt)) ?? colleague).name
  return landlord.desks[contact.desk]?.name ?? null
}

function describe(house: House, contact: ContactRow) {
  const { id, channel, receivedAt, state, readDueAt, subject, erasedAt, raisedAt } = contact
  return {
    ...{ id, channel, receivedAt, readDueAt, subject },
    became: raisedAt ? ('raised' as const) : state,
    isErased: erasedAt !== null,
    to: goneTo(house, contact),
  }
}

/** All contacts of the customer who is signed in, newest first, and where they stand now. */
export async function loadYourContacts(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { db } = house.ledger
  const asked = new URL(args.request.url).searchParams.get('page') ?? ''
  const page = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const [rows, standing] = await Promise.all([
    contactsOf(db, customer.id, contactsOnAPage + 1, (page - 1) * contactsOnAPage),
    standingOf(db, customer.id, house.clock.now()),
  ])
  return {
    page,
    hasOlder: rows.length > contactsOnAPage,
    contacts: rows.slice(0, contactsOnAPage).map((row) => describe(house, row)),
    isRestricted: standing.inForce.length > 0,
    left: standing.left,
    routes: standing.routes,
  }
}

/** A contact of this customer, or "not found": another person's is told from none by nobody. */
async function requireContact(house: House, customerId: string, id: string | undefined) {
  const isId = z.uuid().safeParse(id).success
  const found = isId ? await getContact(house.ledger.db, id as string) : null
  if (found?.contact.customerId !== customerId) throw new Response(null, { status: 404 })
  return found.contact
}

type Happening = {
  at: Date
  what: 'got' | 'held' | 'passed' | 'delivered' | 'read' | 'released' | 'raised' | 'withdrawn'
}

/** What happened to it, in its order. */
function storyOf(contact: ContactRow): Happening[] {
  const { receivedAt, outcome, state, raisedAt, settledAt, withdrawnAt, deliveredAt } = contact
  const happenings: (Happening | null)[] = [
    { at: receivedAt, what: 'got' },
    { at: receivedAt, what: outcome === 'hold' ? 'held' : 'passed' },
    raisedAt && { at: raisedAt, what: 'raised' },
    settledAt && { at: settledAt, what: state === 'read' ? 'read' : 'released' },
    withdrawnAt && { at: withdrawnAt, what: 'withdrawn' },
    deliveredAt && { at: deliveredAt, what: 'delivered' },
  ]
  return happenings.filter((each) => each !== null)
}

/** The whole story of one contact: its words as they are kept, every reason, what happened and what can be done now. */
export async function loadYourContact(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const contact = await requireContact(house, customer.id, args.params.id)
  const { body, fileNames, unparsed } = contact
  const { left } = await standingOf(house.ledger.db, customer.id, house.clock.now())
  return {
    ...describe(house, contact),
    body: unparsed ? null : body,
    fileNames,
    decision: decisionOf(contact),
    story: storyOf(contact),
    left,
    isTooLate: new URL(args.request.url).searchParams.has('too-late'),
    colleagues: house.policy.landlord.colleagues.map((each) => ({
      code: each.code,
      name: each.name,
      standIn: standInFor(each, dayOf(contact.receivedAt))?.name ?? null,
    })),
  }
}

/** "This can't wait" and "take it back". Pressed twice, or after a person was quicker, the page says what became of it. */
export async function actOnContact(args: ActionFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { id } = await requireContact(house, customer.id, args.params.id)
  const { intent } = await readFields(args.request)
  const now = house.clock.now()
  if (intent === 'raise') {
    await house.ledger.db.transaction((tx) => raiseContact(tx, { contactId: id, by: 'page', now }))
    return redirect(`/your-contacts/${id}`)
  }
  if (intent !== 'take-back') throw new Response(null, { status: 404 })
  const asked = { contactId: id, customerId: customer.id, now }
  const isDone = await house.ledger.db.transaction((tx) => withdrawContact(tx, asked))
  if (isDone) return redirect(`/your-contacts/${id}`)
  const { state } = await requireContact(house, customer.id, id)
  return redirect(`/your-contacts/${id}${state === 'withdrawn' ? '' : '?too-late=1'}`)
}
