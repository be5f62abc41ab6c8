import type { Logger as Log } from 'pino'
import { getContact } from '../db/contacts.ts'
import { type Customer, getCustomer, identifiersOf } from '../db/customers.ts'
import { getNotice, markSent, type Notice } from '../db/notices.ts'
import type { House } from '../house.ts'
import { dayOf } from '../rules/london.ts'
import { compose, messageIdOf } from './compose.ts'
import { NotSent } from './mail-out.ts'
import { writeNoticePage } from './notice-page.ts'
import { printNotice } from './print-notice.ts'

/** A one-time code that comes later than this helps nobody: it is not sent any more. */
const codeIsStaleAfterMs = 3_600_000

/**
 * Sends one stored notice as it was written, by email or to the desk that prints letters, and marks it sent. Sent
 * already: nothing happens. An address that does not exist gets the notice by letter instead. Throws when nobody
 * took it, and is then tried again with the same Message-ID. What the customer wrote is never quoted. `to` is the address
 * that it answers, as long as it is this customer's.
 */
export async function sendNotice(
  house: House,
  noticeId: string,
  { to, log }: { to?: string; log?: Log } = {},
): Promise<void> {
  const { db } = house.ledger
  const notice = await getNotice(db, noticeId)
  if (!notice) throw new Error('there is no such notice')
  if (notice.sentAt) return
  const now = house.clock.now()
  const isCode = notice.kind === 'sign-in-code'
  if (isCode && now.getTime() - notice.writtenAt.getTime() > codeIsStaleAfterMs) return
  const customer = await getCustomer(db, notice.customerId)
  if (!customer) throw new Error('the notice has no customer')

  const address = notice.by === 'email' ? await addressFor(house, notice, to) : null
  const isMailed = address !== null && (await mailNotice(house, notice, customer, address))
  if (!isMailed) {
    // A code is only ever for the screen that asked for it, and both it and whom to call now would be stale in print.
    if (isCode || notice.kind === 'urgent-receipt') return
    await printNotice(house, notice, customer, dayOf(now), log)
  }
  await db.transaction((tx) => markSent(tx, noticeId, now))
}

/** The address that the contact came from, where the notice answers one and the address is this customer's; else their first. */
async function addressFor({ ledger }: House, notice: Notice, to: string | undefined): Promise<string | null> {
  const known = (await identifiersOf(ledger.db, notice.customerId))
    .filter(({ kind }) => kind === 'email')
    .map(({ value }) => value)
    .sort()
  if (to && known.includes(to)) return to
  const answered = notice.aboutId ? await getContact(ledger.db, notice.aboutId) : null
  const cameFrom = answered?.contact.fromAddress?.toLowerCase()
  return known.find((address) => address === cameFrom) ?? known[0] ?? null
}

/** False when the mailbox does not exist. */
async function mailNotice(
  house: House,
  notice: Notice,
  customer: Customer,
  address: string,
): Promise<boolean> {
  const { landlord } = house.policy
  const message = await compose({
    messageId: messageIdOf(notice.id, landlord.mail.from),
    from: { name: landlord.name, address: landlord.mail.from },
    to: { name: customer.name, address },
    subject: notice.subject,
    date: notice.writtenAt,
    text: notice.body,
    html: writeNoticePage(notice),
    inReplyTo: notice.inReplyTo,
    headers: {
      // RFC 3834: other machines do not answer this one.
      'Auto-Submitted': notice.inReplyTo ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': notice.language,
    },
  })
  try {
    await house.mail.toCustomer(address, message)
    return true
  } catch (fault) {
    if (fault instanceof NotSent && fault.isForGood) return false
    throw fault
  }
}
