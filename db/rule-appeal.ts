import { and, eq, isNull } from 'drizzle-orm'
import type { Policy } from '../policies/resolve.ts'
import { type Refused, takeUpAppeal } from './appeal-messages.ts'
import { subjectOf } from './appeal-subjects.ts'
import type { Appeal } from './appeals.ts'
import { writeAudit } from './audit.ts'
import type { Colleague } from './colleagues.ts'
import type { Customer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { removeMarker } from './markers.ts'
import { storeNotice } from './notices.ts'
import { lift } from './restrictions.ts'
import { appeals } from './tables/appeals.ts'

export type Ruling = NonNullable<Appeal['ruling']>

type Ruled = {
  appealId: string
  colleague: Colleague
  ruling: Ruling
  /** In the customer's language: they are sent as they are written. */
  reasons: string
  now: Date
  policy: Policy
  /** The words of the outcome, written once everything else is done. */
  writeOutcome: (facts: { tx: Tx; customer: Customer; appeal: Appeal }) => Promise<{
    subject: string
    body: string
  }>
}

/**
 * Decides an appeal: ruling, what follows from it, audit and outcome notice in one transaction. Only somebody who
 * passes both tests of I8; of two reviewers at once one wins, and the other is told that it is decided.
 */
export async function ruleOnAppeal(tx: Tx, ruled: Ruled): Promise<{ decided: Appeal } | Refused> {
  return await tx.transaction(async (inner) => {
    const { appealId, colleague, ruling, reasons, now, policy, writeOutcome } = ruled
    const taken = await takeUpAppeal(inner, { appealId, colleague, policy })
    if ('no' in taken) return taken
    const { customer } = taken
    const [appeal] = await inner
      .update(appeals)
      .set({ ruling, reasons, decidedBy: colleague.id, decidedAt: now })
      .where(and(eq(appeals.id, appealId), isNull(appeals.ruling)))
      .returning()
    if (!appeal) return { no: 'decided' }
    await writeAudit(inner, {
      at: now,
      actor: `colleague:${colleague.id}`,
      action: 'appeal decided',
      aboutId: appealId,
      detail: { ruling },
    })
    await carryOut(inner, appeal, ruled)
    await storeNotice(inner, {
      customerId: customer.id,
      kind: 'appeal-outcome',
      aboutId: appealId,
      by: customer.noticesBy,
      language: customer.language,
      printPoints: customer.printPoints,
      ...(await writeOutcome({ tx: inner, customer, appeal })),
      pack: policy.pack.key,
      writtenAt: now,
    })
    return { decided: appeal }
  })
}

/** What an appeal was about stands, changes or ends. To change it is a new decision of a manager: here it is only recorded. */
async function carryOut(tx: Tx, appeal: Appeal, { colleague, ruling, reasons, now }: Ruled): Promise<void> {
  const { kind, id } = subjectOf(appeal)
  if (ruling === 'not-upheld') return
  const by = { colleagueId: colleague.id, reason: reasons, now }
  if (ruling === 'upheld' && kind === 'restriction') await lift(tx, { restrictionId: id, ...by })
  else if (ruling === 'upheld' && kind === 'marker') await removeMarker(tx, { markerId: id, ...by })
  else {
    await writeAudit(tx, {
      at: now,
      actor: `colleague:${colleague.id}`,
      action: ruling === 'upheld' ? 'warning taken back' : `${kind} to be changed after an appeal`,
      aboutId: id,
      detail: { appeal: appeal.reference },
    })
  }
}
