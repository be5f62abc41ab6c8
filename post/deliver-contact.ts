import { type ContactRow, getContact, markDelivered } from '../db/contacts.ts'
import { identifiersOf } from '../db/customers.ts'
import { type Mark, marksOf } from '../db/readings.ts'
import type { House } from '../house.ts'
import { dayOf } from '../rules/london.ts'
import { findDestination } from './destination.ts'
import { composeOnward, type OnwardLabels } from './onward.ts'

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
    ...(await labelsOf(house, contact)),
    landlord: policy.landlord,
    to: findDestination(policy.landlord, code, on),
    replyTo: raw || !customer ? null : await emailOf(house, customer.id),
  })
  await mail.toDesk(code, message, on)
  await ledger.db.transaction((tx) => markDelivered(tx, contactId, clock.now()))
}

/** What the desk is told first: that it was held, and who says now that it is more than it seemed. */
async function labelsOf(
  house: House,
  contact: ContactRow,
): Promise<Pick<OnwardLabels, 'decision' | 'explanation'>> {
  if (contact.state === 'delivering') return { decision: 'delivered' }
  if (contact.raisedAt)
    return { decision: 'held-then-raised', explanation: 'The customer says that this cannot wait.' }
  const mark = (await marksOf(house.ledger.db, [contact.id])).get(contact.id)
  const explanation = mark ? found[mark] : undefined
  return { decision: 'held-then-released', explanation }
}

const found: Record<Mark, string | undefined> = {
  urgent: 'A colleague has read this and found it urgent. Its clock runs from when it was received.',
  complaint: 'A colleague has read this and found a complaint. Its clock runs from when it was received.',
  ordinary: undefined,
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
