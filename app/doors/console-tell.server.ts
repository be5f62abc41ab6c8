import { getContact } from '../../db/contacts.ts'
import { type Customer, getCustomer } from '../../db/customers.ts'
import type { Tx } from '../../db/ledger.ts'
import { type NewNotice, storeNotice } from '../../db/notices.ts'
import { getRestriction, restrictionsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import { isInForce } from '../../rules/in-force.ts'
import { writeLiftNotice, writeReleasedNotice } from '../../words/notices.ts'

/** How every notice to this customer is written and kept. */
function letterhead(house: House, customer: Customer) {
  const { policy, settings } = house
  return { language: customer.language, customer, landlord: policy.landlord, publicUrl: settings.publicUrl }
}

function keptAs(house: House, customer: Customer, writtenAt: Date) {
  const { id: customerId, language, printPoints, noticesBy: by } = customer
  return {
    customerId,
    language,
    printPoints,
    by,
    pack: house.policy.pack.key,
    writtenAt,
  } satisfies Partial<NewNotice>
}

/** Tells a customer, in the transaction of the release, that their held contact has gone on. */
export async function tellReleased(tx: Tx, house: House, contactId: string): Promise<void> {
  const contact = (await getContact(tx, contactId))?.contact
  const customer = contact?.customerId ? await getCustomer(tx, contact.customerId) : null
  if (!contact || !customer) return
  await storeNotice(tx, {
    ...keptAs(house, customer, contact.settledAt ?? contact.receivedAt),
    by: contact.channel === 'email' ? 'email' : customer.noticesBy,
    kind: 'released-contact',
    aboutId: contact.id,
    inReplyTo: contact.messageId,
    ...writeReleasedNotice({ ...letterhead(house, customer), contact }),
  })
}

/** Tells a customer, in the transaction of the lift, that a restriction has ended and what is as it was before. */
export async function tellLifted(tx: Tx, house: House, restrictionId: string): Promise<void> {
  const restriction = await getRestriction(tx, restrictionId)
  const customer = restriction ? await getCustomer(tx, restriction.customerId) : null
  if (!restriction?.liftedAt || !customer) return
  const { reference, liftedAt } = restriction
  const others = (await restrictionsOf(tx, customer.id)).filter(({ id }) => id !== restrictionId)
  await storeNotice(tx, {
    ...keptAs(house, customer, liftedAt),
    kind: 'lift',
    aboutId: restrictionId,
    ...writeLiftNotice({
      ...letterhead(house, customer),
      reference,
      liftedAt,
      othersRemain: others.some((each) => isInForce(each, liftedAt)),
    }),
  })
}
