import { type ContactRow, decisionOf } from '../db/contacts.ts'
import type { Customer } from '../db/customers.ts'
import type { Tx } from '../db/ledger.ts'
import { storeNotice } from '../db/notices.ts'
import { raiseCodeOf } from '../db/raise-code.ts'
import { restrictionsOf } from '../db/restrictions.ts'
import type { House } from '../house.ts'
import { secretOf } from '../settings.ts'
import { writeHeldNotice } from '../words/notices.ts'

/** Tells the customer, once, that their message is kept, why, and what they can do now. */
export async function acknowledge(tx: Tx, house: House, customer: Customer, contact: ContactRow) {
  const by = contact.channel === 'email' ? 'email' : customer.noticesBy
  const words = writeHeldNotice({
    language: customer.language,
    customer,
    landlord: house.policy.landlord,
    publicUrl: house.settings.publicUrl,
    contact: { id: contact.id, channel: contact.channel, receivedAt: contact.receivedAt },
    decision: decisionOf(contact),
    readDueAt: contact.readDueAt ?? contact.receivedAt,
    raiseCode: raiseCodeOf(secretOf(house.settings), contact.id),
    by,
    restrictions: await restrictionsOf(tx, customer.id),
  })
  await storeNotice(tx, {
    customerId: customer.id,
    kind: 'held-contact',
    aboutId: contact.id,
    by,
    language: customer.language,
    printPoints: customer.printPoints,
    ...words,
    pack: house.policy.pack.key,
    writtenAt: contact.receivedAt,
    inReplyTo: contact.messageId,
  })
}
