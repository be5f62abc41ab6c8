import {
  bullet,
  compose,
  type Letterhead,
  link,
  type Notice,
  places,
  type Say,
  sayIn,
  urgentPart,
} from './letter.ts'
import { sayPerson, type Signatory } from './restriction-notice.ts'
import { sayDay, sayLastDay } from './speak.ts'

/** A reviewer's question. Texts by colleagues are in the customer's language; `answerByOn` is a wish, never a door that closes. */
export type QuestionFacts = Letterhead & {
  appeal: { reference: string }
  question: string
  /** By their role alone: who decides an appeal is named with the ruling, not before. */
  askedBy: Pick<Signatory, 'role'>
  answerByOn: string | null
}

/** Asks a customer about their appeal. An answer is never counted, and having none is held against nobody (I7). */
export function writeAppealQuestion(facts: QuestionFacts): Notice {
  const { language, landlord, appeal, question, askedBy, answerByOn, publicUrl } = facts
  const say = sayIn(language)
  const { reference } = appeal
  return compose(say, facts, say('notice.question.subject', { reference }), [
    [say('notice.question.intro')],
    [
      say('notice.question.heading'),
      question,
      say('notice.question.who', { person: say(`role.${askedBy.role}`) }),
    ],
    [
      say('notice.question.how'),
      bullet(link(say('notice.question.online'), publicUrl, places.appeal)),
      bullet(say('notice.appeal.phone', { phone: landlord.phones.general })),
      bullet(say('notice.appeal.letter', { address: landlord.addresses.post.join(', ') })),
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

function effectLines(say: Say, { language, about: { kind }, effect }: OutcomeFacts): string[] {
  if (effect.now === 'over') return [say('notice.outcome.over')]
  if (effect.now === 'changes') return [say('notice.outcome.changes', { how: effect.how })]
  if (effect.now === 'ends') {
    const others = effect.othersRemain ? 'notice.lift.others' : 'notice.lift.as-before'
    const after = kind === 'restriction' ? [say(others), say('notice.lift.kept')] : []
    return [say(`notice.outcome.ends-${kind}`), ...after]
  }
  const { endsAt, reviewOn } = effect
  return [
    say(`notice.outcome.goes-on-${kind}`),
    ...(endsAt ? [bullet(say('notice.restriction.to', { day: sayLastDay(language, endsAt) }))] : []),
    ...(reviewOn ? [bullet(say('notice.restriction.review', { day: sayDay(language, reviewOn) }))] : []),
  ]
}

/** The answer to an appeal: what was decided, by whom, why, what follows now, and where to go if they do not agree. */
export function writeAppealOutcome(facts: OutcomeFacts): Notice {
  const { language, landlord, appeal, about, ruling, reasons, decidedBy, isFinal } = facts
  const say = sayIn(language)
  const { reference } = appeal
  const { name, phone } = landlord.redress
  return compose(say, facts, say('notice.outcome.subject', { reference }), [
    [
      say(`notice.outcome.about-${about.kind}`, { reference: about.reference ?? '' }),
      say('notice.outcome.who', { person: sayPerson(language, decidedBy) }),
      say('notice.outcome.no-part'),
    ],
    [say('notice.outcome.decided'), say('page.appeal.decided', { ruling })],
    [say('notice.restriction.why'), reasons],
    [say('notice.held.now'), ...effectLines(say, facts)],
    [
      say('notice.outcome.still'),
      ...(isFinal ? [say('notice.outcome.final')] : []),
      say('notice.outcome.complain'),
      say('notice.redress', { name, phone }),
    ],
    ...urgentPart(say, facts),
  ])
}
