import type { NewUpload } from '../db/uploads.ts'
import type { Landlord } from '../policies/landlord.ts'
import type { Channel } from '../rules/channel.ts'
import type { Reason, Sender } from '../rules/decide.ts'
import type { Lane } from '../rules/lane.ts'
import { dayOf, timeOf } from '../rules/london.ts'
import { shortReference } from '../rules/reference.ts'
import { compose, messageIdOf } from './compose.ts'
import { putLabels, stripLabels } from './labels.ts'

/** What onward delivery needs to know of a contact. */
export type OnwardContact = {
  id: string
  channel: Channel
  sender: Sender
  lane: Lane
  counted: boolean
  reasons: Reason[]
  /** As it was written: an address or a number. */
  fromAddress: string | null
  subject: string | null
  body: string | null
  fileNames: string[]
  /** Files that came with it, other than in `raw`. */
  files?: NewUpload[]
  unparsed: boolean
  receivedAt: Date
  /** The message as it arrived, or null when it came by something other than mail. */
  raw: Buffer | null
}

/** What the receiving desk is told about it. */
export type OnwardLabels = {
  decision: 'delivered' | 'held-then-released' | 'held-then-raised' | 'not-checked'
  landlord: Landlord
  /** Who reads it. */
  to: { name: string; address: string }
  /** Where an answer to a contact that was not a mail goes. */
  replyTo?: string | null
  /** Makes the Message-ID of a contact that was not a mail; the contact's own id when left out. */
  stableId?: string
  /** A sentence for people, where the decision needs one. */
  explanation?: string
}

const how: Record<Channel, string> = {
  email: 'Email',
  web: 'Website message',
  sms: 'Text message',
  phone: 'Phone call',
  letter: 'Letter',
  visit: 'Visit',
  social: 'Social media message',
}

/**
 * The message as a desk gets it. From somebody without a restriction, or whom nobody knows, it is the original, byte for byte (less any
 * X-Clearway header that they put there themselves). Otherwise it is the original under headers that say what was decided.
 * What came by another way than mail becomes a message of its own, with the same Message-ID each time.
 */
export async function composeOnward(
  contact: OnwardContact,
  customerReference: string | null,
  labels: OnwardLabels,
): Promise<Buffer> {
  const isUnrestricted =
    contact.reasons.length > 0 &&
    contact.reasons.every(({ code }) => code === 'no-restriction' || code === 'sender-unknown')
  if (contact.raw && isUnrestricted && labels.decision === 'delivered') return stripLabels(contact.raw)
  return putLabels(contact.raw ?? (await composeContact(contact, customerReference, labels)), {
    Contact: contact.id,
    Decision: labels.decision,
    Lane: contact.lane,
    Counted: contact.counted ? 'yes' : 'no',
    Reasons: contact.reasons.map(({ code, clause }) => (clause ? `${code} (${clause})` : code)).join('; '),
    Sender: contact.sender,
    Customer: customerReference,
    Unparsed: contact.unparsed ? 'yes' : null,
    'Received-At': contact.receivedAt.toISOString(),
    Explanation: labels.explanation ?? null,
  })
}

/** RFC 5321 without quoted local parts: anything else is shown in the text and not put into an address field. */
function isPlainAddress(address: string): boolean {
  return /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(address)
}

function sayFiles({ fileNames, files = [] }: OnwardContact): string {
  const where = files.length < fileNames.length ? ' (not in this mail: open this contact in Clearway)' : ''
  return `Files: ${fileNames.join(', ')}${where}`
}

async function composeContact(
  contact: OnwardContact,
  customerReference: string | null,
  { landlord, to, replyTo, stableId, explanation }: OnwardLabels,
): Promise<Buffer> {
  const { receivedAt, fromAddress } = contact
  const about = [
    ...(explanation ? [explanation] : []),
    `Reference of this message: ${shortReference(contact.id)}`,
    `${how[contact.channel]}, received on ${dayOf(receivedAt)} at ${timeOf(receivedAt)} (London time)`,
    ...(customerReference ? [`Customer: ${customerReference}`] : []),
    ...(fromAddress ? [`From: ${fromAddress}`] : []),
    ...(contact.fileNames.length > 0 ? [sayFiles(contact)] : []),
  ]
  const replyAddress = [fromAddress, replyTo].find((address) => address && isPlainAddress(address))
  return await compose({
    messageId: messageIdOf(stableId ?? contact.id, landlord.mail.from),
    from: { name: landlord.name, address: landlord.mail.from },
    to,
    ...(replyAddress ? { replyTo: replyAddress } : {}),
    subject:
      contact.subject?.trim() ||
      `${how[contact.channel]}${customerReference ? ` from ${customerReference}` : ''}`,
    date: receivedAt,
    text: `${about.join('\n')}\n\n${contact.body ?? ''}`,
    attachments: (contact.files ?? []).map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bytes,
    })),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
