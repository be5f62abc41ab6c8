import { type ContactRow, decisionOf } from '../db/contacts.ts'
import { type Customer, normaliseEmail } from '../db/customers.ts'
import type { Tx } from '../db/ledger.ts'
import { countNotices, storeNotice } from '../db/notices.ts'
import { raiseCodeOf } from '../db/raise-code.ts'
import { restrictionsOf } from '../db/restrictions.ts'
import type { House } from '../house.ts'
import { nationalLines } from '../policies/national-lines.ts'
import { secretOf } from '../settings.ts'
import { writeDangerReceipt, writeHeldNotice } from '../words/notices.ts'

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
    ...noticeAbout(house, customer, contact),
    kind: 'held-contact',
    by,
    ...words,
  })
}

function noticeAbout(house: House, customer: Customer, contact: ContactRow) {
  return {
    customerId: customer.id,
    aboutId: contact.id,
    language: customer.language,
    printPoints: customer.printPoints,
    pack: house.policy.pack.key,
    writtenAt: contact.receivedAt,
    inReplyTo: contact.messageId,
  }
}

/** RFC 3834 2: two machines that answer each other must come to an end. Nobody in danger needs the numbers a sixth time. */
const mostAnswersADay = 5

/**
 * Answers a mail about danger to life with the numbers to call, once, to the address that it came from. By another way than
 * mail the page or the answer of the door says them.
 */
export async function answerDanger(tx: Tx, house: House, customer: Customer, contact: ContactRow) {
  if (contact.lane !== 'life-safety' || contact.channel !== 'email' || !contact.fromAddress) return
  const since = new Date(contact.receivedAt.getTime() - 24 * 3_600_000)
  if ((await countNotices(tx, customer.id, 'urgent-receipt', since)) >= mostAnswersADay) return
  const { landlord } = house.policy
  const words = writeDangerReceipt({
    language: customer.language,
    customer,
    landlord,
    publicUrl: house.settings.publicUrl,
    contact: { id: contact.id, channel: contact.channel, receivedAt: contact.receivedAt },
    lines: nationalLines[landlord.nation],
  })
  await storeNotice(
    tx,
    { ...noticeAbout(house, customer, contact), kind: 'urgent-receipt', by: 'email', ...words },
    { to: normaliseEmail(contact.fromAddress) },
  )
}
