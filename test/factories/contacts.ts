import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { getContact } from '../../db/contacts.ts'
import { type Inbound, receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aRestrictedCustomer } from './ledger.ts'

const clause = 'Sanctions'

/** By letter only. */
export const lettersOnly: Measure[] = [{ code: 'channels', open: ['letter'], clause }]
export const onceAWeek: Measure[] = [{ code: 'frequency', limit: 1, per: 'week', clause }]

/** An ordinary mail by somebody whose address is proved. */
export function aMailFrom(house: House, email: string, over: Partial<Inbound> = {}): Inbound {
  return {
    key: randomUUID(),
    channel: 'email',
    from: { email },
    evidence: 'verified',
    subject: 'My rent letter',
    body: 'Please could you send me the rent letter again? Thank you.',
    fileNames: [],
    messageId: `<${randomUUID()}@sender.example>`,
    raw: null,
    unparsed: false,
    desk: 'contact',
    receivedAt: house.clock.now(),
    ...over,
  }
}

/** A customer with a contact that is held, and the customer's phone where one is given. */
export async function aHeldContact(
  house: House,
  over: Partial<Inbound> = {},
  who: Parameters<typeof aRestrictedCustomer>[3] = {},
) {
  const { customer, restriction } = await aRestrictedCustomer(
    house.ledger.db,
    lettersOnly,
    house.clock.now(),
    who,
  )
  const { contactId, decision } = await receive(house, aMailFrom(house, customer.email, over))
  if (decision.outcome !== 'hold') throw new Error('the contact was not held')
  return { customer, restriction, contactId }
}

export async function contactOf(house: House, id: string) {
  const found = await getContact(house.ledger.db, id)
  if (!found) throw new Error('there is no such contact')
  return found.contact
}

/** The jobs that were asked for about something, each with its priority, in their order. */
export async function jobsAbout(house: House, id: string): Promise<[string, number][]> {
  const rows = await house.ledger.db.execute<{ identifier: string; priority: number }>(
    sql`select t.identifier, j.priority from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        where j.payload::text like ${`%${id}%`} order by j.id`,
  )
  return rows.map(({ identifier, priority }) => [identifier, priority])
}
