import { randomInt } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Policy } from '../policies/resolve.ts'
import { dayOf } from '../rules/london.ts'
import { mayAppeal } from '../rules/may-appeal.ts'
import { addWorkingDays } from '../rules/working-days.ts'
import { writeAudit } from './audit.ts'
import { readCalendar } from './bank-holidays.ts'
import { type Customer, getCustomer, lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { getNotice, storeNotice } from './notices.ts'
import { getRestriction, type RestrictionRow } from './restrictions.ts'
import { appeals } from './tables/appeals.ts'

export type Appeal = typeof appeals.$inferSelect

/** The appeal against a restriction, or null. There is one at the most. */
export async function findAppealAgainst(tx: Tx, restrictionId: string): Promise<Appeal | null> {
  const [found] = await tx.select().from(appeals).where(eq(appeals.restrictionId, restrictionId))
  return found ?? null
}

/** A customer's appeals, newest first. */
export async function appealsOf(tx: Tx, customerId: string): Promise<Appeal[]> {
  return await tx
    .select()
    .from(appeals)
    .where(eq(appeals.customerId, customerId))
    .orderBy(desc(appeals.lodgedAt))
}

/** Letters and digits that nobody mixes up when they read them out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** For example A-7F3K-92QD. Random, so that it tells nothing and cannot be guessed. */
function newReference(): string {
  const four = () => Array.from({ length: 4 }, () => plain[randomInt(plain.length)]).join('')
  return `A-${four()}-${four()}`
}

type Lodging = {
  restrictionId: string
  customerId: string
  ground: string
  account: string
  wish: string
  now: Date
  policy: Policy
  /** The words of the receipt, in the customer's language. */
  writeReceipt: (facts: { customer: Customer; appeal: Appeal; restriction: RestrictionRow }) => {
    subject: string
    body: string
  }
}

export type Lodged =
  /** `isNew` is false when the same appeal was lodged before: it is shown again, not lodged again. */
  { appeal: Appeal; isNew: boolean } | { no: 'not-theirs' | 'too-late' | 'restriction-stopped' }

/**
 * Lodges an appeal: the appeal, its due day, the receipt and the line of audit in one transaction. The working-day
 * clock starts on the London day of lodging. Whoever asks twice, or twice at once, gets the first one back.
 */
export async function lodgeAppeal(tx: Tx, lodging: Lodging): Promise<Lodged> {
  return await tx.transaction((inner) => lodge(inner, lodging))
}

async function lodge(tx: Tx, lodging: Lodging): Promise<Lodged> {
  const { restrictionId, customerId, ground, account, wish, now, policy, writeReceipt } = lodging
  await lockCustomer(tx, customerId)
  const [customer, restriction] = [await getCustomer(tx, customerId), await getRestriction(tx, restrictionId)]
  if (!customer || restriction?.customerId !== customerId) return { no: 'not-theirs' }
  const earlier = await findAppealAgainst(tx, restrictionId)
  if (earlier) return { appeal: earlier, isNew: false }
  const notice = await getNotice(tx, restriction.noticeId)
  const calendar = await readCalendar(tx, policy.landlord.nation)
  const facts = {
    restriction,
    notice: notice ?? { writtenAt: restriction.startsAt, by: 'letter' as const },
    calendar,
    windowDays: policy.appealWindowDays.value,
    isLodged: false,
    now,
  }
  const may = mayAppeal(facts)
  if ('no' in may) return { no: may.no.code === 'too-late' ? 'too-late' : 'restriction-stopped' }
  const dueOn = addWorkingDays(dayOf(now), policy.appealDecisionWorkingDays.value, calendar)
  const [appeal] = await tx
    .insert(appeals)
    .values({
      reference: newReference(),
      customerId,
      restrictionId,
      ground,
      account,
      wish,
      lodgedAt: now,
      dueOn,
    })
    .returning()
  if (!appeal) throw new Error('an appeal was not written')
  await storeNotice(tx, {
    customerId,
    kind: 'appeal-receipt',
    aboutId: appeal.id,
    by: customer.noticesBy,
    language: customer.language,
    printPoints: customer.printPoints,
    ...writeReceipt({ customer, appeal, restriction }),
    pack: policy.pack.key,
    writtenAt: now,
  })
  await writeAudit(tx, {
    at: now,
    actor: `customer:${customerId}`,
    action: 'appeal lodged',
    aboutId: appeal.id,
    detail: { restriction: restrictionId, ground, due: dueOn },
  })
  return { appeal, isNew: true }
}
