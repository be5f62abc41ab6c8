import {
  bullet,
  compose,
  heading,
  type Letterhead,
  link,
  type Notice,
  places,
  type Say,
  sayIn,
} from './letter.ts'
import { afterEndLines } from './end-notice.ts'
import {
  byPhoneOrLetter,
  type Hearer,
  redressLine,
  sayHearer,
  sayPerson,
  type Signatory,
  urgentPart,
} from './letter-parts.ts'
import { sayDay, sayInstant, sayLastDay } from './speak.ts'

/** What a receipt for an appeal says. */
export type ReceiptFacts = Letterhead & {
  appeal: { reference: string; lodgedAt: Date; dueOn: string }
  about: Appealed
  hearer: Hearer
}

/** The receipt for an appeal: its reference, who hears it, by when it is answered. */
export function writeAppealReceipt(facts: ReceiptFacts): Notice {
  const { language, appeal, about, hearer } = facts
  const say = sayIn(language)
  const { reference, lodgedAt, dueOn } = appeal
  const at = sayInstant(language, lodgedAt)
  const got =
    about.kind === 'restriction'
      ? say('notice.receipt.got', { restriction: about.reference ?? '', at })
      : say(`notice.receipt.got-${about.kind}`, { at })
  return compose(say, facts, say('notice.receipt.subject', { reference }), [
    [got, say('notice.receipt.reference', { reference })],
    [say('notice.receipt.who', { hearer: sayHearer(language, hearer) }), say('notice.receipt.no-part')],
    [say('notice.receipt.due', { day: sayDay(language, dueOn) })],
    [
      say('notice.receipt.nothing'),
      ...(about.kind === 'restriction' ? [say('notice.receipt.until-then')] : []),
    ],
    ...urgentPart(say, facts),
  ])
}

/** A reviewer's question. Texts by colleagues are in the customer's language; `answerByOn` is a wish, never a door that closes. */
export type QuestionFacts = Letterhead & {
  appeal: { reference: string }
  question: string
  /** By their role alone: who decides an appeal is named with the ruling, not before. */
  askedBy: Pick<Signatory, 'role'>
  answerByOn: string | null
}

/** Asks a customer about their appeal. An answer is never counted, and none is held against nobody (I7). */
export function writeAppealQuestion(facts: QuestionFacts): Notice {
  const { language, appeal, question, askedBy, answerByOn, publicUrl } = facts
  const say = sayIn(language)
  const { reference } = appeal
  return compose(say, facts, say('notice.question.subject', { reference }), [
    [say('notice.question.intro')],
    [
      heading(say('notice.question.heading')),
      question,
      say('notice.question.who', { person: say(`role.${askedBy.role}`) }),
    ],
    [
      heading(say('notice.question.how')),
      bullet(link(say('notice.question.online'), publicUrl, places.appeal)),
      ...byPhoneOrLetter(say, facts),
      say('notice.appeal.reference', { reference }),
      ...(answerByOn ? [say('notice.question.by', { day: sayDay(language, answerByOn) })] : []),
      say('notice.question.free'),
    ],
    ...urgentPart(say, facts),
  ])
}

/** What was appealed. `reference` is a restriction's; the others have none. */
export type Appealed = { kind: 'restriction' | 'warning' | 'marker'; reference?: string }

/** What a ruling does now: it ends, it changes in the way that `how` says, it goes on until an end or a review, or it had ended before. */
export type Effect =
  | { now: 'ends'; othersRemain: boolean }
  | { now: 'changes'; how: string }
  | { now: 'goes-on'; endsAt: Date | null; reviewOn: string | null }
  | { now: 'over' }

/** `reasons` and `how` are in the customer's language. `isFinal`: the policy says that this answer is the last one. */
export type OutcomeFacts = Letterhead & {
  appeal: { reference: string }
  about: Appealed
  ruling: 'upheld' | 'partly' | 'not-upheld'
  reasons: string
  decidedBy: Signatory
  effect: Effect
  isFinal: boolean
}

function effectLines(say: Say, { language, about, effect }: OutcomeFacts): string[] {
  const { kind } = about
  if (effect.now === 'over') return [say('notice.outcome.over')]
  if (effect.now === 'changes') return [say('notice.outcome.changes', { how: effect.how })]
  if (effect.now === 'ends') {
    const after = kind === 'restriction' ? afterEndLines(say, effect.othersRemain) : []
    return [say(`notice.outcome.ends-${kind}`), ...after]
  }
  const { endsAt, reviewOn } = effect
  return [
    say(`notice.outcome.goes-on-${kind}`),
    ...(endsAt ? [bullet(say('notice.restriction.to', { day: sayLastDay(language, endsAt) }))] : []),
    ...(reviewOn ? [bullet(say('notice.restriction.review', { day: sayDay(language, reviewOn) }))] : []),
  ]
}

/** The answer to an appeal: what was decided, by whom, why, what follows now, and where to go if they do not agree (Karbon 4.3). */
export function writeAppealOutcome(facts: OutcomeFacts): Notice {
  const { language, appeal, about, ruling, reasons, decidedBy, isFinal } = facts
  const say = sayIn(language)
  const { reference } = appeal
  return compose(say, facts, say('notice.outcome.subject', { reference }), [
    [
      say(`notice.outcome.about-${about.kind}`, { reference: about.reference ?? '' }),
      say('notice.outcome.who', { person: sayPerson(language, decidedBy) }),
      say('notice.outcome.no-part'),
    ],
    [heading(say('notice.outcome.decided')), say('page.appeal.decided', { ruling })],
    [heading(say('notice.restriction.why')), reasons],
    [heading(say('notice.held.now')), ...effectLines(say, facts)],
    [
      heading(say('notice.outcome.still')),
      ...(isFinal ? [say('notice.outcome.final')] : []),
      say('notice.outcome.complain'),
      redressLine(say, facts),
    ],
    ...urgentPart(say, facts),
  ])
}
