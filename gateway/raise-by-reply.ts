import { getContact } from '../db/contacts.ts'
import { type Customer, getCustomer } from '../db/customers.ts'
import { findHeldThatIsMeant, raiseContact } from '../db/held.ts'
import type { Tx } from '../db/ledger.ts'
import { storeNotice } from '../db/notices.ts'
import type { House } from '../house.ts'
import { messageIdOf } from '../post/compose.ts'
import { writeReleasedNotice } from '../words/notices.ts'
import { beginsWithRaiseWord } from '../words/raise-word.ts'
import { languages, speak } from '../words/speak.ts'
import type { Inbound } from './receive.ts'

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** The ids of our own notices among the messages that this one answers. */
function noticesAnswered({ answers = [] }: Inbound, senderAddress: string): string[] {
  return answers.flatMap((answered) => {
    const [id] = uuid.exec(answered) ?? []
    return id && answered === messageIdOf(id, senderAddress) ? [id] : []
  })
}

/** For mail programs that forget what they answer: the subject of the acknowledgement, in any of our languages. */
function hasOurSubject(subject: string): boolean {
  return languages.some(({ code }) => subject.includes(speak(code, 'notice.held.subject')))
}

/**
 * Whether this says "this can't wait": any text message that begins with the word, or a mail that does and answers us. It
 * needs no ledger, so that it passes when there is none. What a machine wrote says nothing.
 */
export function saysItCannotWait(inbound: Inbound, senderAddress: string): boolean {
  const { channel, evidence, body, subject } = inbound
  if (evidence === 'robot') return false
  const isAnswer =
    channel === 'sms' ||
    (channel === 'email' && (noticesAnswered(inbound, senderAddress).length > 0 || hasOurSubject(subject)))
  return isAnswer && beginsWithRaiseWord(body)
}

/**
 * Sends through what such an answer is about, in its own transaction, and tells the customer once. Whoever answers the
 * acknowledgement has it; a text message, or a mail that has lost its thread, is about the newest that is held of the
 * customer whose it is. The answer itself is a contact like any other, and is never acknowledged.
 */
export async function raiseByReply(tx: Tx, house: House, inbound: Inbound, customer: Customer | null) {
  const { from } = house.policy.landlord.mail
  if (!saysItCannotWait(inbound, from)) return
  const noticeIds = noticesAnswered(inbound, from)
  const contactId = await findHeldThatIsMeant(tx, { noticeIds, customerId: customer?.id ?? null })
  if (!contactId) return
  const now = house.clock.now()
  const isRaised = await raiseContact(tx, { contactId, by: 'reply', now })
  // Backscatter: whoever cannot be verified is not answered.
  if (isRaised && customer) await tellRaised(tx, house, contactId, inbound)
}

async function tellRaised(tx: Tx, house: House, contactId: string, { channel, messageId }: Inbound) {
  const contact = (await getContact(tx, contactId))?.contact
  const customer = contact?.customerId ? await getCustomer(tx, contact.customerId) : null
  if (!contact || !customer) return
  const { settings, policy } = house
  const { language, printPoints } = customer
  await storeNotice(tx, {
    customerId: customer.id,
    kind: 'released-contact',
    aboutId: contactId,
    by: channel === 'email' ? 'email' : customer.noticesBy,
    language,
    printPoints,
    ...writeReleasedNotice({
      language,
      customer,
      landlord: policy.landlord,
      publicUrl: settings.publicUrl,
      contact,
      isRaised: true,
    }),
    pack: policy.pack.key,
    writtenAt: house.clock.now(),
    inReplyTo: messageId,
  })
}
