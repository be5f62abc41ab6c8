import { eq } from 'drizzle-orm'
import { writeAudit } from './audit.ts'
import { type Customer, lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { customers } from './tables/people.ts'

/** How a customer is written to. Every notice takes it from here at the moment at which it is written. */
export type Writing = Pick<Customer, 'language' | 'printPoints' | 'noticesBy' | 'formats'>

/** Changes how a customer is written to, from their next notice on, with a line of audit that says what it is now. */
export async function changeWriting(
  tx: Tx,
  { customerId, change, now }: { customerId: string; change: Partial<Writing>; now: Date },
): Promise<void> {
  await tx.transaction(async (inner) => {
    await lockCustomer(inner, customerId)
    await inner.update(customers).set(change).where(eq(customers.id, customerId))
    await writeAudit(inner, {
      at: now,
      actor: `customer:${customerId}`,
      action: 'writing changed',
      aboutId: customerId,
      detail: Object.fromEntries(
        Object.entries(change).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : value]),
      ),
    })
  })
}
