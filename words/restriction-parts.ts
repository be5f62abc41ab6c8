import type { NoticePart } from '../policies/pack.ts'
import type { OpenRoute } from '../rules/opening.ts'
import type { Measure } from '../rules/restriction.ts'
import { sayMeasure } from './explain.ts'
import { bullet, heading, type Letterhead, type Line, link, type Paragraph, places, told } from './letter.ts'
import type { Say } from './letter.ts'
import { type DatedEvidence, evidencePart, type Hearer, routeLines } from './letter-parts.ts'
import { sayPerson, type Signatory } from './letter-parts.ts'
import { sayDay, sayLastDay } from './speak.ts'

/** What every letter about a restriction that begins or goes on rests on. Days are London days; texts by colleagues are in the customer's language. */
export type DecisionFacts = Letterhead & {
  customer: { name: string; reference: string }
  restriction: {
    reference: string
    measures: Measure[]
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
  /** Ways that are open from the start on. */
  openRoutes: OpenRoute[]
  /** The last day to appeal; null: for as long as the restriction lasts. */
  appealUntilOn: string | null
  hearer: Hearer
  /** What is expected of the customer, where a colleague has more to say than the usual sentence. */
  expected?: string
  /** A marker that goes with it, with the day of its own review. */
  marker?: { reviewOn: string } | null
  /** What may follow, where more is decided than the usual sentence says. */
  next?: string
  /** The code to sign in with, and the last day on which it works. */
  signIn?: { code: string; untilOn: string } | null
  /** What this letter has to tell (`partsToTell`): the writer throws rather than leave one out. */
  mustTell: readonly NoticePart[]
}

type Part = Paragraph<NoticePart>

/** How to reach the colleagues that the measures name, by the ways that are open; by letter where neither other way is. */
function colleagueLines(say: Say, { restriction, landlord, openRoutes }: DecisionFacts): Part {
  const isOpen = (wanted: string) => openRoutes.some(({ channel }) => channel === wanted)
  const codes = restriction.measures.flatMap((each) =>
    each.code === 'named-colleague' ? [each.colleague] : [],
  )
  const tell = (text: string) => told(bullet(text), 'colleague-name-and-contact')
  return landlord.colleagues
    .filter(({ code }) => codes.includes(code))
    .flatMap(({ name, address, phone }) => {
      const ways = [
        ...(isOpen('email') ? [say('notice.restriction.colleague-email', { name, email: address })] : []),
        ...(isOpen('phone') ? [say('notice.restriction.colleague-phone', { name, phone })] : []),
      ]
      const post = landlord.addresses.post.join(', ')
      return (
        ways.length > 0 ? ways : [say('notice.restriction.colleague-letter', { name, address: post })]
      ).map(tell)
    })
}

const toldByMeasure: Partial<Record<Measure['code'], NoticePart>> = { frequency: 'how-often', times: 'when' }

/** What is asked, each with the clause it rests on, and whom to reach. */
export function meansPart(say: Say, facts: DecisionFacts): Part {
  const { language, restriction, landlord, document } = facts
  const lines = restriction.measures.map((measure): Line<NoticePart> => {
    const asks = say('notice.labelled', sayMeasure(language, measure, { colleagues: landlord.colleagues }))
    const rule = say('page.restrictions.rule-of', { document, clause: measure.clause })
    const also = toldByMeasure[measure.code]
    return told(bullet(`${asks} (${rule})`), 'action', ...(also ? [also] : []))
  })
  return [heading(say('notice.restriction.means')), ...lines, ...colleagueLines(say, facts)]
}

/** What was found, the reason with what happened, and who decided. `before`: the step that came before it. */
export function whyPart(
  say: Say,
  { language, restriction, decidedBy }: DecisionFacts,
  before: string | null,
): Part {
  return [
    heading(say('notice.restriction.why')),
    told(say('notice.restriction.finding'), 'finding'),
    told(restriction.reason, 'why'),
    ...evidencePart(say, language, restriction.evidence),
    ...(before ? [before] : []),
    say('notice.restriction.who', { person: sayPerson(language, decidedBy) }),
  ]
}

/** What the customer is asked to do from now on (Policy 2024, table, row 4). */
export function expectedPart(say: Say, { expected }: DecisionFacts): Part {
  const asked = told(say('notice.restriction.expected'), 'expected-behaviour')
  return [heading(say('notice.warning.ask')), asked, ...(expected ? [expected] : [])]
}

/** `isNew`: it has not begun yet, so its start is told. */
export function durationPart(say: Say, facts: DecisionFacts, isNew: boolean): Part {
  const { language, restriction, document, reviewRule } = facts
  const from = say('notice.restriction.from', { day: sayDay(language, restriction.startsAt) })
  const to = say('notice.restriction.to', { day: sayLastDay(language, restriction.endsAt) })
  const review = say('notice.restriction.review', { day: sayDay(language, restriction.reviewOn) })
  return [
    heading(say('notice.restriction.long')),
    ...(isNew ? [bullet(from)] : []),
    told(bullet(to), 'duration'),
    told(bullet(review), 'review'),
    say('notice.restriction.review-means'),
    reviewRule.source === 'policy'
      ? say('page.restrictions.rule-of', { document, clause: reviewRule.clause })
      : say('page.restrictions.review-rule-own', { day: sayDay(language, reviewRule.decidedOn) }),
  ]
}

export function openPart(say: Say, { language, restriction, openRoutes }: DecisionFacts): Part {
  const isLimited = restriction.measures.some(({ code }) => code === 'frequency')
  return [
    heading(say('notice.restriction.open')),
    say('notice.restriction.always'),
    say('notice.restriction.ways'),
    ...routeLines(language, openRoutes, { isLimited }).map((line) => told(line, 'how')),
  ]
}

/** That there is a note on their record, and when it is looked at again (Amplius, Appendix B, row 6). */
export function markerPart(say: Say, { language, marker }: DecisionFacts): Part[] {
  if (!marker) return []
  const review = say('notice.restriction.marker-review', { day: sayDay(language, marker.reviewOn) })
  return [
    [
      heading(say('notice.restriction.marker')),
      say('notice.restriction.marker-what'),
      told(review, 'marker-review'),
    ],
  ]
}

export function nextPart(say: Say, { next }: DecisionFacts): Part {
  const line = next
    ? say('notice.restriction.continues-next', { next })
    : say('notice.restriction.continues-means')
  return [heading(say('notice.restriction.continues')), told(line, 'if-it-continues')]
}

export function signInPart(say: Say, { language, customer, publicUrl, signIn }: DecisionFacts): Part[] {
  if (!signIn) return []
  return [
    [
      heading(say('notice.restriction.online')),
      link(say('notice.restriction.sign-in'), publicUrl, places.signInByLetter),
      say('notice.restriction.customer-reference', { reference: customer.reference }),
      say('notice.restriction.code', { code: signIn.code }),
      say('notice.restriction.code-works', { day: sayDay(language, signIn.untilOn) }),
    ],
  ]
}
