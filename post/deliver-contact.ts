import { getContact, markDelivered } from '../db/contacts.ts'
import { identifiersOf } from '../db/customers.ts'
import type { House } from '../house.ts'
import { dayOf } from '../rules/london.ts'
import { findDestination } from './destination.ts'
import { composeOnward } from './onward.ts'

/**
 * Takes one contact to the desk or the named colleague that it is for, then marks it delivered or released. Done
 * already: nothing happens. Throws when the onward door does not take it, and is then tried again; a crash between
 * the door and the mark delivers it twice with one Message-ID, never not at all.
 */
export async function deliverContact(house: House, contactId: string): Promise<void> {
  const { ledger, mail, clock, policy } = house
  const found = await getContact(ledger.db, contactId)
  if (!found) throw new Error('there is no such contact')
  const { contact, customer, raw } = found
  if (contact.state !== 'delivering' && contact.state !== 'releasing') return

  const code = contact.colleague ?? contact.desk
  const on = dayOf(clock.now())
  const message = await composeOnward({ ...contact, raw }, customer?.reference ?? null, {
    decision: contact.state === 'releasing' ? 'held-then-released' : 'delivered',
    landlord: policy.landlord,
    to: findDestination(policy.landlord, code, on),
    replyTo: raw || !customer ? null : await emailOf(house, customer.id),
  })
  await mail.toDesk(code, message, on)
  await ledger.db.transaction((tx) => markDelivered(tx, contactId, clock.now()))
}

async function emailOf(house: House, customerId: string): Promise<string | null> {
  const known = await identifiersOf(house.ledger.db, customerId)
  return (
    known
      .filter(({ kind }) => kind === 'email')
      .map(({ value }) => value)
      .sort()[0] ?? null
  )
}
