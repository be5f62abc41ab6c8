import type { WarningPart } from '../policies/pack.ts'
import {
  composeTold,
  heading,
  type Letterhead,
  type Paragraph,
  sayIn,
  told,
  type ToldNotice,
} from './letter.ts'
import {
  type AppealPart,
  type AppealRight,
  appealPart,
  type DatedEvidence,
  evidencePart,
  sayPerson,
  type Signatory,
  urgentPart,
} from './letter-parts.ts'

/** What a warning rests on. Texts by colleagues are in the customer's language. */
export type WarningFacts = Letterhead & {
  conduct: string
  evidence: readonly DatedEvidence[]
  /** What the landlord may do if it goes on. */
  proposed: string
  givenBy: Signatory
  /** Where the policy lets a customer appeal against a warning. */
  appeal: AppealRight | null
  /** What the policy asks a warning to state: the writer throws rather than leave one out. */
  mustTell: readonly WarningPart[]
}

/** A written warning: what happened and when, that it must stop, what may follow, and a chance to tell the other side. */
export function writeWarningNotice(facts: WarningFacts): ToldNotice<WarningPart> {
  const { language, landlord, conduct, evidence, proposed, givenBy, appeal, mustTell } = facts
  const say = sayIn(language)
  const { phones, addresses } = landlord
  const paragraphs: Paragraph<WarningPart | AppealPart>[] = [
    [told(say('notice.warning.intro'), 'concerns')],
    [
      heading(say('notice.warning.what')),
      told(conduct, 'behaviour'),
      ...evidencePart(say, language, evidence).map((line) => told(line, 'dates-and-times-where-known')),
    ],
    [
      heading(say('notice.warning.ask')),
      told(say('notice.warning.stop'), 'not-acceptable', 'against-continuing', 'chance-to-change'),
    ],
    [
      heading(say('notice.warning.next')),
      told(say('notice.warning.proposed', { proposed }), 'proposed-action'),
    ],
    [
      heading(say('notice.warning.tell')),
      say('notice.warning.support'),
      say('notice.warning.call', { phone: phones.general, address: addresses.post.join(', ') }),
    ],
    ...(appeal ? appealPart(say, facts, appeal) : []),
    ...urgentPart(say, facts),
    [say('notice.warning.who', { person: sayPerson(language, givenBy) })],
  ]
  const { tells, ...words } = composeTold(say, facts, say('notice.warning.subject'), paragraphs, mustTell)
  return { ...words, tells: tells.filter((part) => part !== 'appeal-right' && part !== 'appeal-hearer') }
}
