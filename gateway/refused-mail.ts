import { writeAudit } from '../db/audit.ts'
import { findCustomersBy } from '../db/customers.ts'
import { withDeadline } from '../db/deadline.ts'
import type { Gateway } from './gateway.ts'

type Refused = { why: 'too-large'; sessionId: string; bytes: number | null; from: string | null }

/**
 * Writes down that a mail was turned away, so that colleagues can see it: with the customer it says it is from, if that
 * is one, and without any address. Never throws: a refusal is answered even when it cannot be written down.
 */
export async function recordRefusedMail(
  gateway: Gateway,
  { why, sessionId, bytes, from }: Refused,
): Promise<void> {
  const { house, log, metrics } = gateway
  metrics.countRefusal('smtp', why)
  log.warn({ why, bytes, sessionId }, 'mail refused')
  const writing = house.ledger.db.transaction(async (tx) => {
    const [customer, another] = from ? await findCustomersBy(tx, 'email', from) : []
    const aboutId = customer && !another ? customer.id : sessionId
    await writeAudit(tx, {
      at: house.clock.now(),
      actor: 'clearway',
      action: 'mail refused as too large',
      aboutId,
      detail: { bytes },
    })
  })
  await withDeadline(writing, 2_000).catch((fault: Error) =>
    log.error({ fault: fault.name }, 'a refusal could not be written down'),
  )
}
