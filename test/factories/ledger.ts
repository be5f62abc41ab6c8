import type { Tx } from '../../db/ledger.ts'
import {
  colleagues,
  customers,
  identifiers,
  markers,
  notices,
  restrictions,
  warnings,
} from '../../db/schema.ts'
import type { Measure } from '../../rules/restriction.ts'

/** Six weeks before `now`: when the restrictions of these factories began. */
function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}

let serial = 0

/** A customer with one email address, and optionally a phone. */
export async function aCustomer(
  tx: Tx,
  over: Partial<typeof customers.$inferInsert> & { email?: string; phone?: string } = {},
) {
  serial += 1
  const { email = `customer-${serial}@demo.example`, phone, ...columns } = over
  const [customer] = await tx
    .insert(customers)
    .values({
      reference: `C-T${serial}`,
      name: 'Amina Hussain',
      address: ['1 Test Street', 'Milton', 'MK1 1AA'],
      ...columns,
    })
    .returning()
  if (!customer) throw new Error('no customer was written')
  await tx.insert(identifiers).values({ customerId: customer.id, kind: 'email', value: email })
  if (phone) await tx.insert(identifiers).values({ customerId: customer.id, kind: 'phone', value: phone })
  return { ...customer, email }
}

/** A colleague who may decide. */
export async function aColleague(tx: Tx, role: (typeof colleagues.$inferInsert)['role'] = 'head') {
  serial += 1
  const [colleague] = await tx
    .insert(colleagues)
    .values({ email: `${role}-${serial}@landlord.example`, name: `A ${role}`, role })
    .returning()
  if (!colleague) throw new Error('no colleague was written')
  return colleague
}

/** A notice as sent, for what needs one. */
export async function aNotice(
  tx: Tx,
  customerId: string,
  writtenAt: Date,
  kind: 'warning' | 'restriction' = 'restriction',
) {
  const [notice] = await tx
    .insert(notices)
    .values({
      customerId,
      kind,
      by: 'email',
      language: 'en',
      printPoints: 12,
      subject: 'A notice',
      body: 'Its words.',
      pack: 'amplius',
      writtenAt,
      sentAt: writtenAt,
    })
    .returning()
  if (!notice) throw new Error('no notice was written')
  return notice
}

/** Everything a valid restriction needs, ready to insert; a test spoils one part of it. */
export async function aValidRestriction(
  tx: Tx,
  options: { customerId: string; measures: Measure[]; now: Date },
): Promise<typeof restrictions.$inferInsert> {
  const { customerId, measures, now } = options
  const head = await aColleague(tx)
  const warned = await aNotice(tx, customerId, before(now, 60), 'warning')
  const [warning] = await tx
    .insert(warnings)
    .values({
      customerId,
      conduct: 'Forty emails in a day.',
      evidence: [{ on: day(before(now, 61)), what: 'Forty emails' }],
      proposed: 'One contact a week.',
      clause: 'Sanctions',
      givenBy: head.id,
      givenAt: before(now, 60),
      noticeId: warned.id,
    })
    .returning()
  const notice = await aNotice(tx, customerId, before(now, 43))
  serial += 1
  return {
    reference: `R-T${serial}`,
    customerId,
    measures,
    reason: 'Emails went on after the warning.',
    evidence: [{ on: day(before(now, 45)), what: 'Thirty emails' }],
    warningId: warning?.id ?? null,
    pack: 'amplius',
    decidedBy: head.id,
    decidedAt: before(now, 43),
    startsAt: before(now, 42),
    endsAt: before(now, -120),
    reviewOn: day(before(now, -40)),
    lapsesOn: day(before(now, -54)),
    noticeId: notice.id,
  }
}

/** A customer under one restriction. */
export async function aRestrictedCustomer(
  tx: Tx,
  measures: Measure[],
  now: Date,
  over: Parameters<typeof aCustomer>[1] = {},
) {
  const customer = await aCustomer(tx, over)
  const [restriction] = await tx
    .insert(restrictions)
    .values(await aValidRestriction(tx, { customerId: customer.id, measures, now }))
    .returning()
  if (!restriction) throw new Error('no restriction was written')
  return { customer, restriction }
}

/** A marker on a customer's record, placed six weeks ago by a manager. */
export async function aMarker(tx: Tx, customerId: string, now: Date, restrictionId: string | null = null) {
  const manager = await aColleague(tx, 'manager')
  const [marker] = await tx
    .insert(markers)
    .values({
      customerId,
      restrictionId,
      note: 'Shouting at the door.',
      precaution: 'Visit in pairs.',
      placedBy: manager.id,
      placedAt: before(now, 42),
      reviewOn: day(before(now, -40)),
    })
    .returning()
  if (!marker) throw new Error('no marker was written')
  return marker
}
