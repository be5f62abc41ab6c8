import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { decisionOf } from '../db/contacts.ts'
import { findCustomerByReference, getCustomer } from '../db/customers.ts'
import { contacts } from '../db/schema.ts'
import { withDeadline } from '../db/deadline.ts'
import { nationalLines } from '../policies/national-lines.ts'
import type { Decision } from '../rules/decide.ts'
import { sayDangerAdvice } from '../words/danger-receipt.ts'
import { describeDecision } from './decision-json.ts'
import { type Gateway, takeIn } from './gateway.ts'
import { keyNameOf } from './http-key.ts'
import { laneOfDesk } from './mail-contact.ts'
import {
  type askedSchema,
  type becameSchema,
  type ContactBody,
  contactSchema,
  type takenSchema,
} from './http-schemas.ts'
import { fieldFaults, Problem } from './problem.ts'
import { decideOnly, type Inbound, NotKept } from './receive.ts'

/** Clocks differ a little. What is further ahead is a mistake, and would be decided by another week's limits. */
const aheadMs = 5 * 60_000

/** How long a reference is looked up before the contact goes on without it: an urgent one must not wait. */
const lookUpMs = 250

/** How long a question about one contact may take. */
const readMs = 3_000

function readBody(request: Request, now: Date): ContactBody {
  if (request.body === undefined || !request.is('application/json')) {
    throw new Problem(415, 'Send the contact as a JSON object, with Content-Type: application/json.')
  }
  const parsed = contactSchema.safeParse(request.body)
  const errors = parsed.success ? [] : fieldFaults(parsed.error)
  const { receivedAt } = parsed.data ?? {}
  if (receivedAt && Date.parse(receivedAt) > now.getTime() + aheadMs) {
    errors.push({ field: 'receivedAt', expected: 'an instant that is not in the future' })
  }
  if (!parsed.success || errors.length > 0) {
    const fields = errors.map(({ field, expected }) => `${field} needs ${expected}`).join('; ')
    throw new Problem(400, `The contact cannot be taken as it is: ${fields}.`, { errors })
  }
  return parsed.data
}

/** The customer that a reference names, if the ledger knows one and answers in time. Otherwise nobody can say. */
async function findReferred({ house }: Gateway, reference: string | undefined): Promise<string | undefined> {
  if (!reference) return undefined
  const looking = findCustomerByReference(house.ledger.db, reference)
  const customer = await withDeadline(looking, lookUpMs).catch(() => null)
  return customer?.id
}

/** A system with a key is believed about whom a contact is from. */
async function readInbound(gateway: Gateway, request: Request, response: Response): Promise<Inbound> {
  const now = gateway.house.clock.now()
  const { channel, from, to, subject = '', body = '', receivedAt, externalId } = readBody(request, now)
  const desk = to?.desk ?? 'contact'
  const { email, phone } = from
  return {
    key: externalId ? `api:${keyNameOf(response)}:${externalId}` : `api:${randomUUID()}`,
    channel,
    from: { email, phone, customerId: await findReferred(gateway, from.customerRef) },
    evidence: 'verified',
    subject,
    body,
    fileNames: [],
    messageId: null,
    raw: null,
    unparsed: false,
    desk,
    lane: laneOfDesk[desk],
    receivedAt: receivedAt ? new Date(receivedAt) : now,
  }
}

type Work = (request: Request, response: Response) => Promise<void>

function handle(work: Work): RequestHandler {
  return (request, response, next) => {
    work(request, response).catch(next)
  }
}

/** POST /v1/contacts */
export function takeContact(gateway: Gateway): RequestHandler {
  return handle(async (request, response) => {
    const inbound = await readInbound(gateway, request, response)
    try {
      const { contactId, decision, language } = await takeIn(gateway, inbound)
      const answer: z.infer<typeof takenSchema> = {
        contactId,
        decision: describeDecision(decision, language, gateway.house.clock.now()),
        ...adviceFor(gateway, decision, language),
      }
      response.status(202).json(answer)
    } catch (fault) {
      if (!(fault instanceof NotKept)) throw fault
      gateway.log.error({ channel: inbound.channel }, 'a contact was not kept')
      throw new Problem(
        503,
        'The contact could not be kept. Send it again: the same externalId is never counted twice.',
        {
          headers: { 'Retry-After': '30' },
        },
      )
    }
  })
}

/** POST /v1/decisions */
export function askDecision(gateway: Gateway): RequestHandler {
  return handle(async (request, response) => {
    const { decision, language } = await decideOnly(
      gateway.house,
      await readInbound(gateway, request, response),
    )
    const answer: z.infer<typeof askedSchema> = {
      decision: describeDecision(decision, language, gateway.house.clock.now()),
      ...adviceFor(gateway, decision, language),
    }
    response.json(answer)
  })
}

/** Whom to call, for whoever answers the customer: no mail follows what came by another way. */
function adviceFor({ house }: Gateway, { lane }: Decision, language: string): { advice?: string } {
  const { nation, phones } = house.policy.landlord
  return lane === 'life-safety' ? { advice: sayDangerAdvice(language, nationalLines[nation], phones) } : {}
}

async function readContact({ house }: Gateway, id: string) {
  const [contact] = await house.ledger.db.select().from(contacts).where(eq(contacts.id, id))
  if (!contact) return null
  const customer = contact.customerId ? await getCustomer(house.ledger.db, contact.customerId) : null
  return { contact, language: customer?.language ?? 'en' }
}

/** GET /v1/contacts/:id */
export function tellContact(gateway: Gateway): RequestHandler {
  return handle(async (request, response) => {
    const { id = '' } = request.params
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    const found = isId
      ? await withDeadline(readContact(gateway, id), readMs).catch((fault: Error) => {
          gateway.log.error({ fault: fault.name }, 'the ledger did not answer a question')
          throw new Problem(503, 'The ledger does not answer just now. Ask again in a minute.', {
            headers: { 'Retry-After': '30' },
          })
        })
      : null
    if (!found)
      throw new Problem(
        404,
        'No contact has this id. Use the contactId that POST /v1/contacts answered with.',
      )
    const { contact, language } = found
    const answer: z.infer<typeof becameSchema> = {
      contactId: contact.id,
      channel: contact.channel,
      state: contact.state,
      receivedAt: contact.receivedAt.toISOString(),
      deliveredAt: contact.deliveredAt?.toISOString() ?? null,
      readDueAt: contact.readDueAt?.toISOString() ?? null,
      settledAt: contact.settledAt?.toISOString() ?? null,
      decision: describeDecision(decisionOf(contact), language, gateway.house.clock.now()),
    }
    response.json(answer)
  })
}
