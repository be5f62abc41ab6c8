import { createHash } from 'node:crypto'
import { raiseAlert } from '../db/alerts.ts'
import { writeAudit } from '../db/audit.ts'
import { readCalendar } from '../db/bank-holidays.ts'
import {
  type ContactRow,
  decisionOf,
  findContactByKey,
  markDelivered,
  recordContact,
  usageOf,
} from '../db/contacts.ts'
import { getCustomer, lockCustomer } from '../db/customers.ts'
import type { Ledger, Tx } from '../db/ledger.ts'
import { restrictionsOf } from '../db/restrictions.ts'
import { type NewUpload, storeUploads } from '../db/uploads.ts'
import type { House } from '../house.ts'
import { callFromMemory } from '../post/call-from-memory.ts'
import { deliverUnchecked } from '../post/fall-back.ts'
import { alertsFor } from '../rules/alerts.ts'
import type { Channel } from '../rules/channel.ts'
import { type Decision, decide } from '../rules/decide.ts'
import { isInForce } from '../rules/in-force.ts'
import type { Lane } from '../rules/lane.ts'
import { readDueAt } from '../rules/read-due.ts'
import { limitsAt } from '../rules/usage.ts'
import { acknowledge, answerDanger } from './acknowledge.ts'
import { enterLater } from './enter-later.ts'
import { Breaker } from './patience.ts'
import { raiseByReply, saysItCannotWait } from './raise-by-reply.ts'
import { identifySender, type Judged, judgeInbound } from './recognise.ts'

/** One contact as a door hands it in. Bodies are plain text; `raw` are the bytes of a mail, with CRLF line ends. */
export type Inbound = {
  /** The same key is the same contact, however often and through whichever gateway it comes. */
  key: string
  channel: Channel
  from: { email?: string; phone?: string; customerId?: string }
  /** How sure the door is of `from`. */
  evidence: 'verified' | 'unverified' | 'doubtful' | 'robot'
  subject: string
  body: string
  /** What the customer typed, where `body` has labels and links of ours around it. Only this is judged. */
  ownWords?: string
  fileNames: string[]
  /** Files that came with a form. Those of a mail are in `raw`. */
  files?: NewUpload[]
  messageId: string | null
  /** The Message-IDs that it answers. */
  answers?: string[]
  raw: Buffer | null
  /** It could not be taken apart: it passes to a person. */
  unparsed: boolean
  /** The desk it was addressed to. */
  desk: string
  /** At least this lane: the urgent report form knows what it is for. */
  lane?: Lane
  /** The colleague who wrote it down, where a person took it (I12). */
  takenBy?: string
  receivedAt: Date
}

export type Received = {
  contactId: string
  decision: Decision
  /** The language of the customer, as far as it is known. */
  language: string
  /** False when the ledger could not answer and the contact went onward unfiltered and labelled. */
  recorded: boolean
  duplicate: boolean
}

/** The same key has the same id, whether the ledger can be asked or not: who sends twice is given one reference. */
function contactIdOf(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  // Version 8 of RFC 9562: made in a way of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Neither the ledger nor the onward door took the contact: the sender must keep it. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
}

/** Everything decided about one contact, before it is written. Takes the customer's turn when a limit may apply. */
async function decideInbound(tx: Tx, house: House, inbound: Inbound, judged: Judged, willRecord: boolean) {
  const { sender, customer } = await identifySender(tx, inbound)
  let restrictions = customer ? await restrictionsOf(tx, customer.id) : []
  if (customer && willRecord && restrictions.some((each) => isInForce(each, inbound.receivedAt))) {
    await lockCustomer(tx, customer.id)
    restrictions = await restrictionsOf(tx, customer.id)
  }
  const before = customer
    ? await usageOf(tx, customer.id, limitsAt(restrictions, inbound.receivedAt))
    : new Map()
  const usage = new Map([...before].map(([key, used]) => [key, used + 1]))
  const contact = {
    channel: inbound.channel,
    sender,
    lane: judged.lane,
    text: `${inbound.subject}\n${inbound.body}`,
    bringsEvidence: inbound.fileNames.length > 0,
    desk: Object.hasOwn(house.policy.landlord.desks, inbound.desk) ? inbound.desk : 'contact',
  }
  return {
    sender,
    customer,
    restrictions,
    decision: decide(contact, restrictions, usage, inbound.receivedAt),
  }
}

/** By when the landlord has promised that a person reads what is held. */
async function promisedReading(tx: Tx, house: House, receivedAt: Date): Promise<Date> {
  const { nation, heldReadWithinWorkingDays } = house.policy.landlord
  return readDueAt(receivedAt, Math.max(1, heldReadWithinWorkingDays), await readCalendar(tx, nation))
}

/** What was decided and done about a contact while the ledger did not answer. */
type Unchecked = { decision: Decision; deliveredAt: Date }

/** Writes one contact and what follows from it. With `unchecked` it went onward so already, and is only entered. */
async function record(
  tx: Tx,
  house: House,
  inbound: Inbound,
  judged: Judged,
  unchecked?: Unchecked,
): Promise<Received> {
  const earlier = await findContactByKey(tx, inbound.key)
  if (earlier) return await received(tx, earlier, true)
  const decided = await decideInbound(tx, house, inbound, judged, true)
  const { sender, customer } = decided
  const decision = unchecked?.decision ?? decided.decision
  const held = decision.outcome === 'hold'
  const written = await recordContact(
    tx,
    {
      id: contactIdOf(inbound.key),
      key: inbound.key,
      channel: inbound.channel,
      customerId: customer?.id ?? null,
      fromAddress: inbound.from.email ?? inbound.from.phone ?? null,
      sender,
      subject: storable(inbound.subject),
      body: storable(inbound.body),
      fileNames: inbound.fileNames.map(storable),
      messageId: inbound.messageId,
      unparsed: inbound.unparsed,
      receivedAt: inbound.receivedAt,
      ...decision,
      why: judged.why.map(storable),
      doubt: shareOf(judged.doubt),
      state: held ? 'held' : 'delivering',
      readDueAt: held ? await promisedReading(tx, house, inbound.receivedAt) : null,
    },
    inbound.raw,
    unchecked ? 'delivered already' : 'to deliver',
  )
  if (!written) {
    const winner = await findContactByKey(tx, inbound.key)
    if (!winner) throw new Error('a contact with this key was refused but is not there')
    return await received(tx, winner, true)
  }
  if (inbound.takenBy) {
    const actor = `colleague:${inbound.takenBy}`
    await writeAudit(tx, {
      at: house.clock.now(),
      actor,
      action: 'contact written down',
      aboutId: written.id,
    })
  }
  if (inbound.files) {
    await storeUploads(tx, inbound.files.map(storableFile), {
      aboutId: written.id,
      customerId: customer?.id ?? null,
      now: inbound.receivedAt,
    })
  }
  if (held && customer) await acknowledge(tx, house, customer, written)
  await raiseByReply(tx, house, inbound, customer)
  const raised = { contactId: written.id, now: house.clock.now() }
  await Promise.all([
    customer ? answerDanger(tx, house, customer, written) : null,
    ...alertsFor(judged).map((kind) => raiseAlert(tx, { ...raised, kind }, house.policy.landlord.alerts)),
  ])
  if (unchecked) {
    const isKept = decided.restrictions.some((each) => isInForce(each, inbound.receivedAt))
    await markDelivered(tx, written.id, unchecked.deliveredAt, isKept)
  }
  return await received(tx, written, false)
}

/** From 0 to 1, whatever the classifier says: a number that is none must not keep a contact from being recorded. */
function shareOf(doubt: number): number {
  return doubt > 0 ? Math.min(1, doubt) : 0
}

/** PostgreSQL text cannot hold NUL. The original bytes keep it. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}

function storableFile(file: NewUpload): NewUpload {
  return { ...file, name: storable(file.name) }
}

async function received(tx: Tx, row: ContactRow, duplicate: boolean): Promise<Received> {
  const customer = row.customerId ? await getCustomer(tx, row.customerId) : null
  return {
    contactId: row.id,
    decision: decisionOf(row),
    language: customer?.language ?? 'en',
    recorded: true,
    duplicate,
  }
}

/** How fast a large original is written at the least (measured at about twice this on a busy machine). */
const bytesWrittenPerMs = 10_000

const breakers = new WeakMap<Ledger, Breaker>()

function breakerOf(ledger: Ledger): Breaker {
  const breaker = breakers.get(ledger) ?? new Breaker(() => performance.now())
  breakers.set(ledger, breaker)
  return breaker
}

function bytesOf({ raw, files = [], body }: Inbound): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, (raw?.length ?? 0) + body.length)
}

/**
 * The one path that every contact walks, on every channel. Decision, contact and the jobs that follow are written in
 * one transaction; when this returns, they are committed. When the ledger cannot answer in time the contact is
 * delivered onward unfiltered and labelled instead, and entered once it answers. Throws `NotKept` when that fails too.
 */
export async function receive(house: House, inbound: Inbound): Promise<Received> {
  const judged = judgeInbound(inbound, house.policy.landlord.mail.from)
  const bytes = bytesOf(inbound)
  try {
    return await breakerOf(house.ledger).run(
      isPressing(house, inbound, judged),
      (stillWanted) =>
        house.ledger.db.transaction(async (tx) => {
          const result = await record(tx, house, inbound, judged)
          stillWanted()
          return result
        }),
      bytes / bytesWrittenPerMs,
    )
  } catch (ledgerFault) {
    return await fallBack(house, inbound, judged, ledgerFault)
  }
}

/**
 * Whether it is rather sent on unchecked than kept waiting. An answer that says "this can't wait" waits like an ordinary
 * contact, unless it tells of an emergency itself: what it asks for is done in the ledger.
 */
function isPressing({ policy }: House, inbound: Inbound, { lane }: Judged): boolean {
  if (lane === 'life-safety' || lane === 'emergency-repair') return true
  return lane !== 'ordinary' && !saysItCannotWait(inbound, policy.landlord.mail.from)
}

async function fallBack(
  house: House,
  inbound: Inbound,
  judged: Judged,
  ledgerFault: unknown,
): Promise<Received> {
  const contactId = contactIdOf(inbound.key)
  const decision = uncheckedDecision(inbound, judged)
  // Beside the message and not after it: the alert is the second way, and neither waits for the other.
  void callFromMemory(house, {
    ...inbound,
    contactId,
    kinds: alertsFor(judged),
    lane: decision.lane,
    desk: decision.desk,
    raisedAt: house.clock.now(),
  })
  try {
    await deliverUnchecked(house.mail, { contactId, inbound, decision }, house.policy.landlord)
  } catch (onwardFault) {
    throw new NotKept('neither the ledger nor the onward door took the contact', {
      cause: new AggregateError([ledgerFault, onwardFault]),
    })
  }
  const unchecked = { decision, deliveredAt: house.clock.now() }
  enterLater(house.ledger, {
    contactId,
    bytes: bytesOf(inbound),
    enter: async () => {
      await house.ledger.db.transaction((tx) => record(tx, house, inbound, judged, unchecked))
    },
  })
  return { contactId, decision, language: 'en', recorded: false, duplicate: false }
}

/** What is answered when nothing could be looked up: through, uncounted, and it says that it was not checked. */
function uncheckedDecision(inbound: Inbound, judged: Judged): Decision {
  const nobody = {
    ...inbound,
    sender: 'unknown' as const,
    lane: judged.lane,
    text: '',
    bringsEvidence: false,
  }
  return { ...decide(nobody, [], new Map(), inbound.receivedAt), reasons: [{ code: 'not-checked' }] }
}

/** The same question without a record: a telephone switch asks it before it puts a caller through. Fails open. */
export async function decideOnly(
  house: House,
  inbound: Inbound,
): Promise<{ decision: Decision; language: string }> {
  const judged = judgeInbound(inbound, house.policy.landlord.mail.from)
  try {
    return await breakerOf(house.ledger).run(judged.lane !== 'ordinary', async () => {
      const { decision, customer } = await decideInbound(house.ledger.db, house, inbound, judged, false)
      return { decision, language: customer?.language ?? 'en' }
    })
  } catch {
    return { decision: uncheckedDecision(inbound, judged), language: 'en' }
  }
}
