import {
  type AppealRight,
  appealPart,
  compose,
  type DatedEvidence,
  evidencePart,
  type Letterhead,
  type Notice,
  sayIn,
  urgentPart,
} from './letter.ts'
import { sayPerson, type Signatory } from './restriction-notice.ts'
import { sayDay, sayInstant } from './speak.ts'

export { writeHeldNotice, writeReleasedNotice } from './held-notice.ts'
export { writeRequestAnswer, writeRequestReceipt } from './request-notices.ts'
export { writeLiftNotice, writeRestrictionNotice } from './restriction-notice.ts'

/** The mail with a one-time code. It holds no link, so that nobody learns to follow links in such mails. */
export function writeSignInCode(facts: Letterhead & { code: string; minutes: number }): Notice {
  const { language, code, minutes } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.code.subject'), [
    [say('notice.code.code'), code],
    [say('notice.code.works', { minutes })],
    [say('notice.code.ignore')],
  ])
}

/** What a warning rests on. Texts by colleagues are in the customer's language. */
export type WarningFacts = Letterhead & {
  conduct: string
  evidence: readonly DatedEvidence[]
  /** What the landlord may do if it goes on. */
  proposed: string
  givenBy: Signatory
  /** Where the policy lets a customer appeal against a warning. */
  appeal: AppealRight | null
}

/** A written warning: what happened and when, that it must stop, what may follow, and a chance to tell the other side. */
export function writeWarningNotice(facts: WarningFacts): Notice {
  const { language, landlord, conduct, evidence, proposed, givenBy, appeal } = facts
  const say = sayIn(language)
  const { phones, addresses } = landlord
  return compose(say, facts, say('notice.warning.subject'), [
    [say('notice.warning.intro')],
    [say('notice.warning.what'), conduct, ...evidencePart(say, language, evidence)],
    [say('notice.warning.ask'), say('notice.warning.stop')],
    [say('notice.warning.next'), say('notice.warning.proposed', { proposed })],
    [
      say('notice.warning.tell'),
      say('notice.warning.support'),
      say('notice.warning.call', { phone: phones.general, address: addresses.post.join(', ') }),
    ],
    ...(appeal ? appealPart(say, facts, appeal) : []),
    ...urgentPart(say, facts),
    [say('notice.warning.who', { person: sayPerson(language, givenBy) })],
  ])
}

/** What a receipt for an appeal says. `hearer`: the role that hears it, with the document's own title where it has one. */
export type ReceiptFacts = Letterhead & {
  appeal: { reference: string; lodgedAt: Date; dueOn: string }
  restriction: { reference: string }
  hearer: { role: Signatory['role']; title: string | null }
}

/** The receipt for an appeal: its reference, who hears it, by when it is answered. */
export function writeAppealReceipt(facts: ReceiptFacts): Notice {
  const { language, appeal, restriction, hearer } = facts
  const say = sayIn(language)
  const { reference, lodgedAt, dueOn } = appeal
  return compose(say, facts, say('notice.receipt.subject', { reference }), [
    [
      say('notice.receipt.got', { restriction: restriction.reference, at: sayInstant(language, lodgedAt) }),
      say('notice.receipt.reference', { reference }),
    ],
    [
      say('notice.receipt.who', { hearer: hearer.title ?? say(`role.${hearer.role}`) }),
      say('notice.receipt.no-part'),
    ],
    [say('notice.receipt.due', { day: sayDay(language, dueOn) })],
    [say('notice.receipt.nothing'), say('notice.receipt.until-then')],
    ...urgentPart(say, facts),
  ])
}
