import type { OpenRoute } from '../rules/opening.ts'
import type { Measure } from '../rules/restriction.ts'
import { sayMeasure } from './explain.ts'
import {
  appealPart,
  bullet,
  compose,
  type DatedEvidence,
  evidencePart,
  type Letterhead,
  link,
  type Notice,
  type Paragraph,
  places,
  routeLines,
  type Say,
  sayIn,
  urgentPart,
} from './letter.ts'
import { type Key, sayDay, sayLastDay, sayInstant, speak } from './speak.ts'

/** A colleague as a letter names them. */
export type Signatory = {
  name: string
  role: 'officer' | 'manager' | 'head' | 'director' | 'appeals' | 'contractor'
}

export function sayPerson(language: string, { name, role }: Signatory): string {
  return speak(language, 'notice.person', { name, role: speak(language, `role.${role}`) })
}

/** What the letter that brings a restriction rests on. Days are London days. */
export type RestrictionFacts = Letterhead & {
  customer: { name: string; reference: string }
  restriction: {
    reference: string
    measures: Measure[]
    /** In the customer's language, as the colleague wrote it. */
    reason: string
    evidence: readonly DatedEvidence[]
    startsAt: Date
    endsAt: Date
    reviewOn: string
  }
  decidedBy: Signatory
  /** The title of the landlord's document, and whose rule the time of the review is: a letter says whose words it rests on. */
  document: string
  reviewRule: { source: 'policy'; clause: string } | { source: 'landlord'; decidedOn: string }
  /** The day of the warning, or why there was none (I6). */
  warned: { on: string } | { exception: string }
  /** Ways that are open from the start on. */
  openRoutes: OpenRoute[]
  /** The last day to appeal; null: for as long as the restriction lasts. */
  appealUntilOn: string | null
  /** Who hears an appeal: the role, with the document's own title where it has one. */
  hearer: { role: Signatory['role']; title: string | null }
  /** What may follow, where more is decided than the usual sentence says. */
  next?: string
  /** The code to sign in with, and the last day on which it works. */
  signIn: { code: string; untilOn: string }
}

/** How to reach the colleagues that the measures name, by the ways that are open. */
function colleagueLines(say: Say, { restriction, landlord, openRoutes }: RestrictionFacts): Paragraph {
  const isOpen = (wanted: string) => openRoutes.some(({ channel }) => channel === wanted)
  const codes = restriction.measures.flatMap((each) =>
    each.code === 'named-colleague' ? [each.colleague] : [],
  )
  return landlord.colleagues
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ name, address, phone }) => [
      ...(isOpen('email')
        ? [bullet(say('notice.restriction.colleague-email', { name, email: address }))]
        : []),
      ...(isOpen('phone') ? [bullet(say('notice.restriction.colleague-phone', { name, phone }))] : []),
    ])
}

function measureLines(say: Say, facts: RestrictionFacts): Paragraph {
  const { language, restriction, landlord, document } = facts
  return restriction.measures.map((measure) => {
    const asks = say('notice.labelled', sayMeasure(language, measure, { colleagues: landlord.colleagues }))
    return bullet(`${asks} (${say('page.restrictions.rule-of', { document, clause: measure.clause })})`)
  })
}

function durationPart(
  say: Say,
  { language, restriction, document, reviewRule }: RestrictionFacts,
): Paragraph {
  const line = (key: Key, day: string) => bullet(say(key, { day }))
  return [
    say('notice.restriction.long'),
    line('notice.restriction.from', sayDay(language, restriction.startsAt)),
    line('notice.restriction.to', sayLastDay(language, restriction.endsAt)),
    line('notice.restriction.review', sayDay(language, restriction.reviewOn)),
    say('notice.restriction.review-means'),
    reviewRule.source === 'policy'
      ? say('page.restrictions.rule-of', { document, clause: reviewRule.clause })
      : say('page.restrictions.review-rule-own', { day: sayDay(language, reviewRule.decidedOn) }),
  ]
}

function whyPart(say: Say, { language, restriction, warned, decidedBy }: RestrictionFacts): Paragraph {
  return [
    say('notice.restriction.why'),
    restriction.reason,
    ...evidencePart(say, language, restriction.evidence),
    'on' in warned
      ? say('notice.restriction.warned', { day: sayDay(language, warned.on) })
      : say('notice.restriction.exception', { reason: warned.exception }),
    say('notice.restriction.who', { person: sayPerson(language, decidedBy) }),
  ]
}

function openPart(say: Say, { language, restriction, openRoutes }: RestrictionFacts): Paragraph {
  const isLimited = restriction.measures.some(({ code }) => code === 'frequency')
  return [
    say('notice.restriction.open'),
    say('notice.restriction.always'),
    say('notice.restriction.ways'),
    ...routeLines(language, openRoutes, { isLimited }),
  ]
}

function signInPart(say: Say, { language, customer, publicUrl, signIn }: RestrictionFacts): Paragraph {
  return [
    say('notice.restriction.online'),
    link(say('notice.restriction.sign-in'), publicUrl, places.signInByLetter),
    say('notice.restriction.customer-reference', { reference: customer.reference }),
    say('notice.restriction.code', { code: signIn.code }),
    say('notice.restriction.code-works', { day: sayDay(language, signIn.untilOn) }),
  ]
}

/**
 * The letter that brings a restriction: what, why with dated evidence, who decided, from, until, next review, what
 * stays open, how and until when to appeal, what may follow, and how to see it online (I6).
 */
export function writeRestrictionNotice(facts: RestrictionFacts): Notice {
  const { language, landlord, restriction, appealUntilOn, hearer, next } = facts
  const { reference, startsAt } = restriction
  const say = sayIn(language)
  const subject = say('notice.restriction.subject', { day: sayDay(language, startsAt) })
  return compose(say, facts, subject, [
    [say('notice.restriction.intro', { reference })],
    [say('notice.restriction.means'), ...measureLines(say, facts), ...colleagueLines(say, facts)],
    whyPart(say, facts),
    durationPart(say, facts),
    openPart(say, facts),
    ...urgentPart(say, facts),
    ...appealPart(say, facts, {
      reference,
      untilOn: appealUntilOn,
      hearer: hearer.title ?? say(`role.${hearer.role}`),
    }),
    [say('notice.redress', { name: landlord.redress.name, phone: landlord.redress.phone })],
    [
      say('notice.restriction.continues'),
      next ? say('notice.restriction.continues-next', { next }) : say('notice.restriction.continues-means'),
    ],
    signInPart(say, facts),
  ])
}

/** The letter that ends a restriction early. `othersRemain`: another restriction of this customer goes on. */
export function writeLiftNotice(
  facts: Letterhead & { reference: string; liftedAt: Date; reason?: string; othersRemain: boolean },
): Notice {
  const { language, reference, liftedAt, reason, othersRemain } = facts
  const say = sayIn(language)
  return compose(say, facts, say('notice.lift.subject'), [
    [
      say('notice.lift.ended', { reference, at: sayInstant(language, liftedAt) }),
      ...(reason ? [say('notice.lift.why', { reason })] : []),
      say(othersRemain ? 'notice.lift.others' : 'notice.lift.as-before'),
      say('notice.lift.kept'),
    ],
    ...urgentPart(say, facts),
  ])
}
