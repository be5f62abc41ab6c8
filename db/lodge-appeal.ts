import { randomInt } from 'node:crypto'
import type { Policy } from '../policies/resolve.ts'
import { type AppealRefusal, type MayAppeal, mayAppeal } from '../rules/may-appeal.ts'
import { appealDueOn } from '../rules/may-hear.ts'
import { columnOf, getSubject, noticeOfSubject, type Subject, type SubjectOf } from './appeal-subjects.ts'
import { type Appeal, findAppealAgainst } from './appeals.ts'
import { writeAudit } from './audit.ts'
import { readCalendar } from './bank-holidays.ts'
import { type Customer, getCustomer, lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { storeNotice } from './notices.ts'
import { appeals } from './tables/appeals.ts'

/** Letters and digits that nobody mixes up when they read them out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** For example A-7F3K-92QD. Random, so that it tells nothing and cannot be guessed. */
function newReference(): string {
  const four = () => Array.from({ length: 4 }, () => plain[randomInt(plain.length)]).join('')
  return `A-${four()}-${four()}`
}

type Asking = { policy: Policy; now: Date; isLodged: boolean; lateReason?: string | null }

/** Whether something can be appealed now, from its notice and the policy in force. */
export async function askMayAppeal(tx: Tx, subject: Subject, asking: Asking): Promise<MayAppeal> {
  const { policy, ...rest } = asking
  const facts = {
    subject,
    notice: await noticeOfSubject(tx, subject),
    calendar: await readCalendar(tx, policy.landlord.nation),
    ...rest,
  }
  return mayAppeal(facts, policy)
}

/** What a customer tells in an appeal. `lateReason` is kept only where it is late. */
export type AppealWords = {
  ground: string
  account: string
  wish: string
  representative: string
  lateReason: string | null
}

type Lodging = {
  subject: SubjectOf
  customerId: string
  words: AppealWords
  now: Date
  policy: Policy
  /** The words of the receipt, in the customer's language. */
  writeReceipt: (facts: { customer: Customer; appeal: Appeal; subject: Subject }) => {
    subject: string
    body: string
  }
}

export type Lodged =
  /** `isNew` is false when the same appeal was lodged before: it is shown again, not lodged again. */
  { appeal: Appeal; isNew: boolean } | { no: AppealRefusal['code'] | 'not-theirs' }

/**
 * Lodges an appeal: the appeal, its due day, the receipt and the line of audit in one transaction. The working-day
 * clock starts on the London day of lodging. Whoever asks twice, or twice at once, gets the first one back.
 */
export async function lodgeAppeal(tx: Tx, lodging: Lodging): Promise<Lodged> {
  return await tx.transaction((inner) => lodge(inner, lodging))
}

async function lodge(tx: Tx, lodging: Lodging): Promise<Lodged> {
  const { customerId, words, now, policy, writeReceipt } = lodging
  await lockCustomer(tx, customerId)
  const [customer, subject] = [await getCustomer(tx, customerId), await getSubject(tx, lodging.subject)]
  if (!customer || subject?.customerId !== customerId) return { no: 'not-theirs' }
  const earlier = await findAppealAgainst(tx, subject)
  if (earlier) return { appeal: earlier, isNew: false }
  const asking = { policy, now, isLodged: false }
  const isInTime = 'yes' in (await askMayAppeal(tx, subject, asking))
  const lateReason = isInTime ? null : words.lateReason
  const may = await askMayAppeal(tx, subject, { ...asking, lateReason })
  if ('no' in may) return { no: may.no.code }
  const dueOn = appealDueOn(now, policy, await readCalendar(tx, policy.landlord.nation))
  const [appeal] = await tx
    .insert(appeals)
    .values({
      ...columnOf(subject),
      ...words,
      lateReason,
      reference: newReference(),
      customerId,
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
    ...writeReceipt({ customer, appeal, subject }),
    pack: policy.pack.key,
    writtenAt: now,
  })
  await writeAudit(tx, {
    at: now,
    actor: `customer:${customerId}`,
    action: 'appeal lodged',
    aboutId: appeal.id,
    detail: { [subject.kind]: subject.id, ground: words.ground, due: dueOn, late: lateReason !== null },
  })
  return { appeal, isNew: true }
}
