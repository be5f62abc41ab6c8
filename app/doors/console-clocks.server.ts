import { readCalendar } from '../../db/bank-holidays.ts'
import type { ContactRow } from '../../db/contacts.ts'
import { type Mark, marksOf } from '../../db/readings.ts'
import type { House } from '../../house.ts'
import { type Clock, clocksOf } from '../../rules/clocks.ts'

/** What was found in each contact, and the limits that run for it from its receipt. For colleagues only: a customer is promised none of them here. */
export async function clocksFor(
  { ledger, policy }: House,
  contacts: readonly ContactRow[],
): Promise<Map<string, { mark: Mark | null; clocks: Clock[] }>> {
  const { nation } = policy.landlord
  const marks = await marksOf(
    ledger.db,
    contacts.map(({ id }) => id),
  )
  const calendar = await readCalendar(ledger.db, nation)
  return new Map(
    contacts.map((contact) => {
      const mark = marks.get(contact.id) ?? null
      const clocked = { ...contact, mark, isRaised: contact.raisedAt !== null }
      return [contact.id, { mark, clocks: clocksOf(clocked, nation, calendar) }]
    }),
  )
}
