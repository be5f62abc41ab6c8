import { redirect } from '@remix-run/node'
import { countByState } from '../../db/contacts.ts'
import { type Asked, colleagueOf, requireColleague } from './console.server.ts'
import { heldInOrder } from './console-contact.server.ts'

/** The list of what waits for a person, with the numbers that show that nothing is lost (I4, I13). */
export async function heldList(asked: Asked) {
  if ((await colleagueOf(asked))?.role === 'contractor') throw redirect('/console/safety')
  await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const now = house.clock.now()
  const [held, states] = await Promise.all([heldInOrder(house.ledger.db, now), countByState(house.ledger.db)])
  const customers = new Map(held.map(({ customer }) => [customer.reference, customer]))
  const asks = new URL(asked.request.url).searchParams
  const wanted = asks.get('customer') ?? ''
  const chosen = customers.get(wanted) ?? null
  return {
    now,
    chosen,
    // Only for who asked for it: a page that changes by itself is hard to read for some (WCAG 2.2.1).
    isRefreshing: asks.get('refresh') === 'on',
    customers: [...customers.values()].sort((a, b) => a.name.localeCompare(b.name)),
    overdue: held.filter(({ readDueAt }) => readDueAt < now).length,
    counts: {
      received: Object.values(states).reduce((sum, number) => sum + number, 0),
      delivered: states.delivered + states.delivering,
      held: states.held,
      released: states.released + states.releasing,
      read: states.read,
      withdrawn: states.withdrawn,
      onTheirWay: states.delivering + states.releasing,
    },
    rows: held
      .filter(({ customer }) => !chosen || customer.id === chosen.id)
      .map(({ contact, customer, readDueAt, doubt }) => ({
        id: contact.id,
        customer,
        channel: contact.channel,
        subject: contact.subject,
        receivedAt: contact.receivedAt,
        readDueAt,
        doubt,
        nextAllowedAt: contact.nextAllowedAt,
        reasons: contact.reasons,
        files: contact.fileNames.length,
      })),
  }
}
