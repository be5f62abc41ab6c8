import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { releaseContact, type Settle, settleHeld } from './contacts.ts'
import type { Tx } from './ledger.ts'
import { contacts } from './tables/contacts.ts'
import { customers } from './tables/people.ts'
import { readings } from './tables/readings.ts'

type Reading = typeof readings.$inferSelect
export type Mark = Reading['mark']

/** What a person found in one contact. Only ever added. */
export async function writeReading(tx: Tx, reading: typeof readings.$inferInsert): Promise<string> {
  const [written] = await tx.insert(readings).values(reading).returning({ id: readings.id })
  if (!written) throw new Error('a reading was not written')
  return written.id
}

/** The desk of what is not ordinary after all. */
export const deskOfMark = { urgent: 'urgent', complaint: 'complaints' } as const

/** How a colleague settles a held contact: what they found in it, or that it goes to its desk as it is. */
export type Finding = Mark | 'release'

/**
 * A colleague has read a held contact and says what it is. What is urgent or a complaint after all goes to its desk at
 * once, and is a late find. Of two colleagues at once one wins: false for the other.
 */
export async function markHeld(tx: Tx, settle: Settle, finding: Finding): Promise<boolean> {
  const isSettled = await settleAs(tx, settle, finding)
  if (!isSettled) return false
  await writeReading(tx, {
    contactId: settle.contactId,
    readBy: settle.colleagueId,
    readAt: settle.now,
    mark: finding === 'release' ? 'ordinary' : finding,
    source: 'triage',
  })
  return true
}

async function settleAs(tx: Tx, settle: Settle, finding: Finding): Promise<boolean> {
  if (finding === 'release') return (await releaseContact(tx, settle)) === 'released'
  if (finding === 'ordinary') return await settleHeld(tx, settle, { state: 'read' })
  return await settleHeld(tx, settle, { state: 'releasing', desk: deskOfMark[finding] })
}

/** What a person last found in each of these contacts; those that nobody has read are not in it. */
export async function marksOf(tx: Tx, contactIds: string[]): Promise<Map<string, Mark>> {
  const found = await tx
    .select({ contactId: readings.contactId, mark: readings.mark })
    .from(readings)
    .where(inArray(readings.contactId, contactIds))
    .orderBy(readings.readAt)
  return new Map(found.map(({ contactId, mark }) => [contactId, mark]))
}

/** Contacts that were judged ordinary and that a person found urgent or a complaint: newest first. No name and no words. */
export async function lateFinds(tx: Tx, most: number) {
  return await tx
    .select({
      contactId: contacts.id,
      channel: contacts.channel,
      language: customers.language,
      receivedAt: contacts.receivedAt,
      foundAt: readings.readAt,
      mark: readings.mark,
      source: readings.source,
    })
    .from(readings)
    .innerJoin(contacts, eq(contacts.id, readings.contactId))
    .leftJoin(customers, eq(customers.id, contacts.customerId))
    .where(and(ne(readings.mark, 'ordinary'), eq(contacts.lane, 'ordinary')))
    .orderBy(desc(readings.readAt))
    .limit(most)
}

/** One London month of reading. `month` is 'YYYY-MM'; hours from receipt to find, where there was a find. */
export type MonthOfReading = {
  month: string
  read: number
  found: number
  medianHours: number | null
  longestHours: number | null
}

/** How many held contacts were read in each month, and how many of them had been judged wrongly; newest first. */
export async function monthsOfReading(tx: Tx): Promise<MonthOfReading[]> {
  const hours = sql`extract(epoch from r.read_at - c.received_at) / 3600`
  const rows = await tx.execute<MonthOfReading>(sql`
    select to_char(r.read_at at time zone 'Europe/London', 'YYYY-MM') as month,
      count(distinct c.id)::int as read,
      count(distinct c.id) filter (where r.mark <> 'ordinary')::int as found,
      (percentile_cont(0.5) within group (order by ${hours}) filter (where r.mark <> 'ordinary'))::float as "medianHours",
      (max(${hours}) filter (where r.mark <> 'ordinary'))::float as "longestHours"
    from readings r join contacts c on c.id = r.contact_id
    where c.lane = 'ordinary'
    group by 1 order by 1 desc`)
  return [...rows]
}
