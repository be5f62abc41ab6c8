import { type ContactRow, getContact, markDelivered } from '../db/contacts.ts'
import { identifiersOf } from '../db/customers.ts'
import { type Mark, marksOf } from '../db/readings.ts'
import { type NewUpload, uploadsToSend } from '../db/uploads.ts'
import type { House } from '../house.ts'
import { dayOf } from '../rules/london.ts'
import { findDestination } from './destination.ts'
import { NotSent } from './mail-out.ts'
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
  const files = raw || contact.fileNames.length === 0 ? [] : await uploadsToSend(ledger.db, contactId)
  const labels: OnwardLabels = {
    ...(await labelsOf(house, contact)),
    landlord: policy.landlord,
    to: findDestination(policy.landlord, code, on),
    replyTo: raw || !customer ? null : await emailOf(house, customer.id),
  }
  const send = async (along: NewUpload[]) => {
    const onward = { ...contact, raw, files: along }
    await mail.toDesk(code, await composeOnward(onward, customer?.reference ?? null, labels), on)
  }
  let isKept = false
  try {
    await send(files)
  } catch (fault) {
    // A server that does not take the photographs still gets the words; the photographs wait in the console.
    if (files.length === 0 || !isRefusal(fault)) throw fault
    await send([])
    isKept = true
  }
  await ledger.db.transaction((tx) => markDelivered(tx, contactId, clock.now(), isKept))
}

/** The other server was there and said no to this message: trying the same again changes nothing. */
function isRefusal(fault: unknown): boolean {
  return fault instanceof NotSent && /^5\d\d$/.test(fault.code)
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
