import { writeAudit } from '../../db/audit.ts'
import { findCustomerByReference } from '../../db/customers.ts'
import { restrictionsOf } from '../../db/restrictions.ts'
import { isInForce } from '../../rules/in-force.ts'
import { type Asked, requireColleague } from './console.server.ts'

/**
 * Whether somebody who goes to a home is to phone the office first: yes or no and nothing else, neither message nor
 * reason (A2Dominion 1.2). One customer at a time, by the reference on the job; each look is audited.
 */
export async function safetyFlag(asked: Asked) {
  const colleague = await requireColleague(asked, 'read-safety-flags')
  const { house } = asked.context
  const { db } = house.ledger
  const now = house.clock.now()
  const reference = (new URL(asked.request.url).searchParams.get('reference') ?? '').slice(0, 40)
  const phone = house.policy.landlord.phones.general
  if (reference.trim() === '') return { reference: '', phone, answer: null }
  const customer = await findCustomerByReference(db, reference)
  if (!customer) return { reference, phone, answer: 'not-found' as const }
  await writeAudit(db, {
    at: now,
    actor: `colleague:${colleague.id}`,
    action: 'safety flag viewed',
    aboutId: customer.id,
  })
  const isFlagged = (await restrictionsOf(db, customer.id)).some(
    (each) => isInForce(each, now) && each.measures.some(({ code }) => code === 'visit-precautions'),
  )
  return {
    reference: customer.reference,
    phone,
    answer: isFlagged ? ('flag' as const) : ('no-flag' as const),
  }
}
