import { sql } from 'drizzle-orm'
import type { RequestHandler } from 'express'
import { readCalendar } from '../db/bank-holidays.ts'
import { dayOf } from '../rules/london.ts'
import { daysKnown, enoughDaysKnown } from '../rules/working-days.ts'
import { withDeadline } from '../db/deadline.ts'
import type { Gateway } from './gateway.ts'
import { type FieldFault, Problem } from './problem.ts'

/** How long the ledger may take to say that it is there. */
const ledgerWaitMs = 1_000

/** Another part that contacts need, such as the mail door: `null` when it is ready, or what it waits for. */
export type Part = { name: string; waitsFor(): string | null }

async function whatLedgerWaitsFor({ house }: Gateway): Promise<string | null> {
  try {
    await withDeadline(house.ledger.db.execute(sql`select 1 from contacts limit 1`), ledgerWaitMs)
    return null
  } catch {
    return 'PostgreSQL to answer'
  }
}

/** What does not stop a contact today but needs somebody soon. What cannot be asked warns of nothing: readiness says that. */
async function warningsOf({ house }: Gateway): Promise<{ warnings?: string[] }> {
  try {
    const { nation } = house.policy.landlord
    const calendar = await withDeadline(readCalendar(house.ledger.db, nation), ledgerWaitMs)
    if (daysKnown(dayOf(house.clock.now()), calendar) >= enoughDaysKnown) return {}
    return {
      warnings: [
        `Bank holidays are known until ${calendar.knownUntil} only: due dates past that fail. Update Clearway, or let it reach www.gov.uk.`,
      ],
    }
  } catch {
    return {}
  }
}

/** GET /healthz: the process runs. It asks nothing else, so that a ledger that is down never restarts a gateway that works. */
export const isAlive: RequestHandler = (_request, response) => {
  response.json({ alive: true })
}

/** GET /readyz: 200 when every part answers, with warnings where there are any, else 503 that names each part that does not. */
export function isReady(gateway: Gateway, parts: Part[]): RequestHandler {
  return (_request, response, next) => {
    whatLedgerWaitsFor(gateway)
      .then(async (ledger) => {
        const all = [
          { name: 'ledger', waits: ledger },
          ...parts.map((part) => ({ name: part.name, waits: part.waitsFor() })),
        ]
        const errors = all.flatMap(({ name, waits }): FieldFault[] =>
          waits ? [{ field: name, expected: waits }] : [],
        )
        if (errors.length === 0) {
          const warnings = await warningsOf(gateway)
          return response.json({ ready: true, parts: all.map(({ name }) => name), ...warnings })
        }
        const sentences = errors.map(({ field, expected }) => `${field} waits for ${expected}`).join('; ')
        next(
          new Problem(503, `Not ready: ${sentences}. Contacts are delivered onward unchecked meanwhile.`, {
            errors,
          }),
        )
      })
      .catch(next)
  }
}

/** GET /metrics */
export function writeMetrics({ metrics }: Gateway): RequestHandler {
  return (_request, response, next) => {
    metrics
      .write()
      .then(({ contentType, text }) => response.type(contentType).send(text))
      .catch(next)
  }
}
