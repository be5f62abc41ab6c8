import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { RequestKind } from '../rules/request-due.ts'
import { writeAudit } from './audit.ts'
import { type Customer, getCustomer, lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { storeNotice } from './notices.ts'
import { referenceOf } from './reference.ts'
import { colleagues, customers } from './tables/people.ts'
import { drafts, requests } from './tables/requests.ts'

export type RequestRow = typeof requests.$inferSelect

type Words = { subject: string; body: string }
type Write = (facts: { customer: Customer; request: RequestRow }) => Words

/** The reference that a request with this id will have. */
export function requestReference(id: string): string {
  return referenceOf('Q', id)
}

/** A request of this customer, or null: somebody else's is as unknown as none. */
export async function getRequestOf(tx: Tx, customerId: string, id: string): Promise<RequestRow | null> {
  const [found] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.customerId, customerId)))
  return found ?? null
}

/** What a customer asked for, newest first. */
export async function requestsOf(tx: Tx, customerId: string): Promise<RequestRow[]> {
  return await tx
    .select()
    .from(requests)
    .where(eq(requests.customerId, customerId))
    .orderBy(desc(requests.lodgedAt), requests.id)
}

const withPeople = {
  request: requests,
  customer: customers,
  answeredBy: { name: colleagues.name, role: colleagues.role },
}

/** One request with its customer and whoever answered it, for colleagues. */
export async function getRequest(tx: Tx, id: string) {
  const [found] = await tx
    .select(withPeople)
    .from(requests)
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .leftJoin(colleagues, eq(colleagues.id, requests.answeredBy))
    .where(eq(requests.id, id))
  return found ?? null
}

/** What waits for an answer, due first; or what has been answered, newest first. */
export async function listRequests(tx: Tx, which: 'open' | 'answered', most = 200) {
  return await tx
    .select(withPeople)
    .from(requests)
    .innerJoin(customers, eq(customers.id, requests.customerId))
    .leftJoin(colleagues, eq(colleagues.id, requests.answeredBy))
    .where(
      which === 'open'
        ? and(isNull(requests.answeredAt), isNull(requests.consentEndedAt))
        : isNotNull(requests.answeredAt),
    )
    .orderBy(which === 'open' ? asc(requests.dueOn) : desc(requests.answeredAt), requests.lodgedAt)
    .limit(most)
}

export type NewRequest = {
  /** The id of the draft that it was, so that pressing twice is one request. */
  id: string
  customerId: string
  kind: RequestKind
  aboutId: string | null
  account: string
  detail: Record<string, string>
  contactId: string | null
  consentAt: Date | null
  dueOn: string
}

type Lodging = { request: NewRequest; now: Date; pack: string; writeReceipt: Write }

/**
 * Writes a request, its receipt and its line of audit, and takes its draft away, in one transaction. Whoever asks
 * twice, or twice at once, gets the first one back.
 */
export async function lodgeRequest(tx: Tx, lodging: Lodging): Promise<RequestRow> {
  return await tx.transaction((inner) => lodge(inner, lodging))
}

async function lodge(tx: Tx, { request: asked, now, pack, writeReceipt }: Lodging): Promise<RequestRow> {
  await lockCustomer(tx, asked.customerId)
  const earlier = await getRequestOf(tx, asked.customerId, asked.id)
  if (earlier) return earlier
  const customer = await getCustomer(tx, asked.customerId)
  const [request] = await tx
    .insert(requests)
    .values({ ...asked, reference: requestReference(asked.id), lodgedAt: now })
    .returning()
  if (!request || !customer) throw new Error('a request was not written')
  await tell(tx, { kind: 'request-receipt', customer, request, now, pack, write: writeReceipt })
  await writeAudit(tx, {
    at: now,
    actor: `customer:${customer.id}`,
    action: 'request lodged',
    aboutId: request.id,
    detail: { kind: request.kind, due: request.dueOn, consent: request.consentAt !== null },
  })
  await tx.delete(drafts).where(eq(drafts.id, request.id))
  return request
}

type Told = {
  kind: 'request-receipt' | 'request-answer'
  customer: Customer
  request: RequestRow
  now: Date
  pack: string
  write: Write
}

/** In the language, the size and the way that the customer has chosen by now. */
async function tell(tx: Tx, { kind, customer, request, now, pack, write }: Told): Promise<void> {
  await storeNotice(tx, {
    customerId: customer.id,
    kind,
    aboutId: request.id,
    by: customer.noticesBy,
    language: customer.language,
    printPoints: customer.printPoints,
    ...write({ customer, request }),
    pack,
    writtenAt: now,
  })
}

type Answering = {
  id: string
  colleagueId: string
  answer: string
  now: Date
  pack: string
  writeAnswer: Write
}

/** Answers and closes a request, and tells the customer. Of two colleagues at once one wins. */
export async function answerRequest(tx: Tx, answering: Answering): Promise<'answered' | 'already-closed'> {
  const { id, colleagueId, answer, now, pack, writeAnswer } = answering
  return await tx.transaction(async (inner) => {
    const [request] = await inner
      .update(requests)
      .set({ answeredBy: colleagueId, answeredAt: now, answer })
      .where(and(eq(requests.id, id), isNull(requests.answeredAt), isNull(requests.consentEndedAt)))
      .returning()
    const customer = request && (await getCustomer(inner, request.customerId))
    if (!request || !customer) return 'already-closed'
    await tell(inner, { kind: 'request-answer', customer, request, now, pack, write: writeAnswer })
    await writeAudit(inner, {
      at: now,
      actor: `colleague:${colleagueId}`,
      action: 'request answered',
      aboutId: id,
    })
    return 'answered'
  })
}

type Ending = { id: string; customerId: string; now: Date; facts?: Record<string, string>; isWhole: boolean }

/**
 * A customer takes a request back, or the consent that it rests on. `facts` say which part of it; `isWhole` when
 * nothing of it is left. Null when it had ended before.
 */
export async function endRequest(tx: Tx, ending: Ending): Promise<RequestRow | null> {
  const { id, customerId, now, facts = {}, isWhole } = ending
  return await tx.transaction(async (inner) => {
    const [request] = await inner
      .update(requests)
      .set({
        ...(isWhole ? { consentEndedAt: now } : {}),
        detail: sql`${requests.detail} || ${JSON.stringify(facts)}::jsonb`,
      })
      .where(and(eq(requests.id, id), eq(requests.customerId, customerId), isNull(requests.consentEndedAt)))
      .returning()
    if (!request) return null
    await writeAudit(inner, {
      at: now,
      actor: `customer:${customerId}`,
      action: request.consentAt ? 'consent withdrawn' : 'request taken back',
      aboutId: id,
      detail: { ...Object.fromEntries(Object.keys(facts).map((name) => [name, true])), whole: isWhole },
    })
    return request
  })
}
