import { getSubject, subjectOf } from '../../db/appeal-subjects.ts'
import type { Appeal } from '../../db/appeals.ts'
import type { Colleague } from '../../db/colleagues.ts'
import type { Customer } from '../../db/customers.ts'
import type { Tx } from '../../db/ledger.ts'
import { getRestriction, restrictionsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import { isInForce } from '../../rules/in-force.ts'
import type { Effect } from '../../words/appeal-notice.ts'
import { writeAppealOutcome, writeAppealQuestion } from '../../words/notices.ts'
import { speak } from '../../words/speak.ts'

function letterhead({ policy, settings }: House, customer: Customer) {
  return { language: customer.language, customer, landlord: policy.landlord, publicUrl: settings.publicUrl }
}

/** The words in which a customer is asked about their appeal. */
export function writeQuestionFor(house: House, askedBy: Colleague, question: string) {
  return ({ customer, appeal }: { customer: Customer; appeal: Appeal }) =>
    writeAppealQuestion({ ...letterhead(house, customer), appeal, question, askedBy, answerByOn: null })
}

/** The words in which a customer is told the ruling, with what it does to what they appealed. */
export function writeOutcomeFor(house: House, decidedBy: Colleague) {
  return async ({ tx, customer, appeal }: { tx: Tx; customer: Customer; appeal: Appeal }) => {
    const subject = await getSubject(tx, subjectOf(appeal))
    const { ruling, reasons } = appeal
    if (!subject || !ruling || !reasons) throw new Error('an outcome is told before it is written')
    const { final } = house.policy.pack.appeal
    return writeAppealOutcome({
      ...letterhead(house, customer),
      ...{ appeal, ruling, reasons, decidedBy },
      about: { kind: subject.kind, reference: subject.reference ?? undefined },
      effect: await effectOf(tx, customer, appeal),
      isFinal: final !== 'silent' && final.says,
    })
  }
}

async function effectOf(tx: Tx, customer: Customer, appeal: Appeal): Promise<Effect> {
  const { ruling, decidedAt, restrictionId } = appeal
  const at = decidedAt ?? appeal.lodgedAt
  if (ruling === 'upheld') {
    const others = (await restrictionsOf(tx, customer.id)).filter(({ id }) => id !== restrictionId)
    return { now: 'ends', othersRemain: others.some((each) => isInForce(each, at)) }
  }
  const subject = await getSubject(tx, subjectOf(appeal))
  if (subject?.stopsAt && subject.stopsAt <= at) return { now: 'over' }
  if (ruling === 'partly') return { now: 'changes', how: speak(customer.language, 'page.appeal.partly-how') }
  const restriction = restrictionId ? await getRestriction(tx, restrictionId) : null
  return { now: 'goes-on', endsAt: restriction?.endsAt ?? null, reviewOn: restriction?.reviewOn ?? null }
}
