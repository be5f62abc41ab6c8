import { type Customer, findCustomersBy, getCustomer } from '../db/customers.ts'
import type { Tx } from '../db/ledger.ts'
import type { Sender } from '../rules/decide.ts'
import { type Lane, lanes } from '../rules/lane.ts'
import { type Judgement, judge } from '../rules/urgency/judge.ts'
import { saysItCannotWait } from './raise-by-reply.ts'
import type { Inbound } from './receive.ts'

export type Judged = Judgement

/**
 * What the contact is about. The classifier can only raise (I5): an error means a person looks at it. A call or a visit
 * of which nothing is said yet is asked about before anybody speaks: the switch or the front desk then offers the
 * urgent line. A form may be sent by its ticks alone. A message without words is another matter, and passes to a person.
 * `senderAddress` is ours: by it an answer to us is known.
 */
export function judgeInbound(inbound: Inbound, senderAddress: string): Judged {
  const { ownWords, subject, body, fileNames, unparsed, lane } = inbound
  const words = ownWords === undefined ? { subject, body } : { subject: '', body: ownWords }
  const judged: Judged = isBeforeWords(inbound)
    ? { lane: 'ordinary', why: [], isThreat: false, doubt: 0 }
    : judgeSafely({ ...words, fileNames, unreadable: unparsed })
  // A threat is for people to see, so it passes too: abuse never lowers a lane.
  const said: Lane | null = saysItCannotWait(inbound, senderAddress) || judged.isThreat ? 'urgent-need' : null
  const mostSerious = lanes.find((each) => each === judged.lane || each === lane || each === said)
  return { ...judged, lane: mostSerious ?? judged.lane }
}

function isBeforeWords({ channel, ownWords, subject, body, fileNames, unparsed }: Inbound): boolean {
  if (ownWords !== undefined) return ownWords.trim() === ''
  const isSpoken = channel === 'phone' || channel === 'visit'
  return isSpoken && !unparsed && `${subject}${body}`.trim() === '' && fileNames.length === 0
}

function judgeSafely(message: Parameters<typeof judge>[0]): Judged {
  try {
    return judge(message)
  } catch {
    return { lane: 'urgent-need', why: ['could not be judged'], isThreat: false, doubt: 1 }
  }
}

/** Who sent it; `customer` only where that is certain enough to count or hold. */
export type Identified = { sender: Sender; customer: Customer | null }

/** Whom the contact is from. Two customers behind one address, or an address and a number of two: nobody can say (I9). */
export async function identifySender(tx: Tx, { from, evidence }: Inbound): Promise<Identified> {
  const found = new Map<string, Customer>()
  const matches = [
    ...(from.customerId ? [await getCustomer(tx, from.customerId)] : []),
    ...(from.email ? await findCustomersBy(tx, 'email', from.email) : []),
    ...(from.phone ? await findCustomersBy(tx, 'phone', from.phone) : []),
  ]
  for (const customer of matches) if (customer) found.set(customer.id, customer)
  if (evidence !== 'verified') return { sender: evidence, customer: null }
  const [customer] = found.values()
  if (!customer) return { sender: 'unknown', customer: null }
  return found.size > 1 ? { sender: 'doubtful', customer: null } : { sender: 'known', customer }
}
