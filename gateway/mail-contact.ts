import type { Landlord } from '../policies/landlord.ts'
import { type Lane, lanes } from '../rules/lane.ts'
import type { Gateway } from './gateway.ts'
import { readHeaders } from './headers.ts'
import { findRobotSign, readFrom } from './identify.ts'
import { keyOfMail, readAnswered, readMessageId, readSubject } from './read.ts'
import type { Inbound } from './receive.ts'
import { verifySender } from './verify.ts'

/** One mail as the SMTP session handed it over. `raw` has clean line ends. */
export type Envelope = {
  raw: Buffer
  mailFrom: string
  recipients: string[]
  remoteAddress: string
  helo: string
  receivedAt: Date
}

/**
 * What a mail is about when it is written to a desk that is there for one thing. It only raises (I5): who writes to the
 * repairs desk reports a repair, whatever their words (I1), and a complaint is never throttled (I7).
 */
export const laneOfDesk: Record<string, Lane> = {
  // Not lower: what reads like an ordinary repair stays with the desk that it was written to.
  urgent: 'emergency-repair',
  safeguarding: 'urgent-need',
  repairs: 'repair',
  complaints: 'protected',
}

/** The desk a mail was written to, by its whole address or by its name before the @; the most pressing of several. */
export function deskOf(recipients: string[], desks: Landlord['desks']): string {
  const written = recipients.map((recipient) => recipient.toLowerCase())
  const addressed = Object.keys(desks).filter((code) => {
    const address = desks[code]?.address.toLowerCase() ?? ''
    return written.some(
      (each) =>
        each === address || each.split('@')[0] === address.split('@')[0] || each.split('@')[0] === code,
    )
  })
  const rank = (code: string) => (laneOfDesk[code] ? lanes.indexOf(laneOfDesk[code]) : lanes.length)
  return addressed.sort((one, other) => rank(one) - rank(other))[0] ?? 'contact'
}

/** Reads one mail and says whom it is from, how surely, and what for. */
export async function readMailContact(gateway: Gateway, envelope: Envelope): Promise<Inbound> {
  const { raw, mailFrom, recipients, remoteAddress, helo, receivedAt } = envelope
  const { mail, desks } = gateway.house.policy.landlord
  const headers = readHeaders(raw)
  const from = readFrom(headers)
  const robot = findRobotSign({ headers, mailFrom, from: from.address })
  const [text, verdict] = await Promise.all([
    gateway.reader.read(raw),
    robot || from.doubt || !from.address
      ? null
      : verifySender({ raw, headers, fromAddress: from.address, remoteAddress, helo, mailFrom }, mail.relays),
  ])
  const desk = deskOf(recipients, desks)
  const lane = laneOfDesk[desk]
  return {
    key: keyOfMail({ from: from.address, headers, text, raw, door: lane ? desk : '' }),
    channel: 'email',
    from: from.address ? { email: from.address } : {},
    evidence: robot ? 'robot' : (verdict ?? 'doubtful'),
    subject: readSubject(headers),
    body: text.body,
    fileNames: text.files.map((file) => file.name),
    messageId: readMessageId(headers),
    answers: readAnswered(headers),
    raw,
    unparsed: text.unparsed,
    desk,
    lane,
    receivedAt,
  }
}
