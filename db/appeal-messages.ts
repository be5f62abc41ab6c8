import { eq } from 'drizzle-orm'
import type { Policy } from '../policies/resolve.ts'
import type { CaseReason } from '../rules/case.ts'
import { mayHear } from '../rules/may-hear.ts'
import { partsIn } from './appeal-parts.ts'
import { getSubject, subjectOf } from './appeal-subjects.ts'
import { type Appeal, getAppeal } from './appeals.ts'
import { writeAudit } from './audit.ts'
import type { Colleague } from './colleagues.ts'
import { type Customer, getCustomer, lockCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { storeNotice } from './notices.ts'
import { appealMessages } from './tables/appeals.ts'
import { type NewUpload, storeUploads } from './uploads.ts'

export type AppealMessage = typeof appealMessages.$inferSelect

/** Everything that was asked and said about an appeal since it was lodged, in its order. */
export async function messagesOf(tx: Tx, appealId: string): Promise<AppealMessage[]> {
  return await tx
    .select()
    .from(appealMessages)
    .where(eq(appealMessages.appealId, appealId))
    .orderBy(appealMessages.writtenAt, appealMessages.id)
}

/** Why a colleague may not act on an appeal: the two tests of I8, or it is settled already. */
export type Refused = { no: CaseReason[] } | { no: 'not-there' | 'decided' }

/** An appeal with its customer, for somebody who may hear it; their turn with this customer lasts to the end of the transaction. */
export async function takeUpAppeal(
  tx: Tx,
  { appealId, colleague, policy }: { appealId: string; colleague: Colleague; policy: Policy },
): Promise<{ appeal: Appeal; customer: Customer } | Refused> {
  const found = await getAppeal(tx, appealId)
  if (!found) return { no: 'not-there' }
  await lockCustomer(tx, found.customerId)
  // Read again: somebody else may have decided while this one waited.
  const [appeal, customer] = [await getAppeal(tx, appealId), await getCustomer(tx, found.customerId)]
  const subject = await getSubject(tx, subjectOf(found))
  if (!appeal || !customer || !subject) return { no: 'not-there' }
  const may = mayHear(colleague, await partsIn(tx, subject), policy)
  if ('no' in may) return may
  return appeal.ruling ? { no: 'decided' } : { appeal, customer }
}

type Words = { subject: string; body: string }

type Question = {
  appealId: string
  colleague: Colleague
  /** From the form, so that pressing twice asks once. */
  id: string
  text: string
  now: Date
  policy: Policy
  writeQuestion: (facts: { customer: Customer; appeal: Appeal }) => Words
}

/** Asks the customer something about their appeal: the question, its notice by their chosen way and the audit, at once. */
export async function askQuestion(tx: Tx, question: Question): Promise<{ asked: true } | Refused> {
  const { appealId, colleague, id, text, now, policy, writeQuestion } = question
  return await tx.transaction(async (inner) => {
    const taken = await takeUpAppeal(inner, { appealId, colleague, policy })
    if ('no' in taken) return taken
    const { appeal, customer } = taken
    const isNew = await addMessage(inner, { id, appealId, askedBy: colleague.id, text, writtenAt: now })
    if (!isNew) return { asked: true }
    await storeNotice(inner, {
      customerId: customer.id,
      kind: 'appeal-question',
      aboutId: id,
      by: customer.noticesBy,
      language: customer.language,
      printPoints: customer.printPoints,
      ...writeQuestion({ customer, appeal }),
      pack: policy.pack.key,
      writtenAt: now,
    })
    await writeAudit(inner, {
      at: now,
      actor: `colleague:${colleague.id}`,
      action: 'appeal question asked',
      aboutId: appealId,
    })
    return { asked: true }
  })
}

type Addition = {
  appealId: string
  customerId: string
  id: string
  text: string
  files: readonly NewUpload[]
  now: Date
}

/** A customer answers or adds something. Kept with the appeal, never counted (I7). 'decided': nothing was kept. */
export async function addToAppeal(tx: Tx, addition: Addition): Promise<'added' | 'decided'> {
  const { appealId, customerId, id, text, files, now } = addition
  return await tx.transaction(async (inner) => {
    await lockCustomer(inner, customerId)
    const appeal = await getAppeal(inner, appealId)
    if (!appeal || appeal.customerId !== customerId) throw new Error('not an appeal of this customer')
    if (appeal.ruling) return 'decided'
    const isNew = await addMessage(inner, { id, appealId, askedBy: null, text, writtenAt: now })
    if (!isNew) return 'added'
    await storeUploads(inner, files, { aboutId: id, customerId, now })
    await writeAudit(inner, {
      at: now,
      actor: `customer:${customerId}`,
      action: 'appeal added to',
      aboutId: appealId,
      detail: { files: files.length },
    })
    return 'added'
  })
}

/** False when a message with this id is there already: the form was sent twice. */
async function addMessage(tx: Tx, message: AppealMessage): Promise<boolean> {
  const added = await tx
    .insert(appealMessages)
    .values(message)
    .onConflictDoNothing()
    .returning({ id: appealMessages.id })
  return added.length > 0
}
