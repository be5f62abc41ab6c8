import type { NoticePart } from '../policies/pack.ts'
import { composeTold, type Paragraph, type Say, sayIn, type ToldNotice } from './letter.ts'
import { appealPart, redressLine, sayHearer, urgentPart } from './letter-parts.ts'
import {
  type DecisionFacts,
  durationPart,
  expectedPart,
  markerPart,
  meansPart,
  nextPart,
  openPart,
  signInPart,
  whyPart,
} from './restriction-parts.ts'
import { sayDay, sayLastDay } from './speak.ts'

/** The day of the warning, or why there was none (I6). */
type Warned = { on: string } | { exception: string }

/** What the letter that brings a restriction rests on: it is also the way in for somebody without email. */
export type RestrictionFacts = DecisionFacts & {
  warned: Warned
  signIn: NonNullable<DecisionFacts['signIn']>
}

type Opening = { subject: string; intro: Paragraph; before: string | null; isNew: boolean }

/** Everything that somebody under a restriction is told, whatever brought the letter: what, why, how long, what stays open, how to appeal. */
function decisionLetter(
  say: Say,
  facts: DecisionFacts,
  { subject, intro, before, isNew }: Opening,
): ToldNotice<NoticePart> {
  const { language, restriction, appealUntilOn, hearer, mustTell } = facts
  const paragraphs: Paragraph<NoticePart>[] = [
    intro,
    meansPart(say, facts),
    whyPart(say, facts, before),
    expectedPart(say, facts),
    durationPart(say, facts, isNew),
    openPart(say, facts),
    ...markerPart(say, facts),
    ...urgentPart(say, facts),
    ...appealPart(say, facts, {
      reference: restriction.reference,
      untilOn: appealUntilOn,
      hearer: sayHearer(language, hearer),
    }),
    [redressLine(say, facts)],
    nextPart(say, facts),
    ...signInPart(say, facts),
  ]
  return composeTold(say, facts, subject, paragraphs, mustTell)
}

function sayWarned(say: Say, language: string, warned: Warned): string {
  return 'on' in warned
    ? say('notice.restriction.warned', { day: sayDay(language, warned.on) })
    : say('notice.restriction.exception', { reason: warned.exception })
}

/** The letter that brings a restriction (I6). */
export function writeRestrictionNotice(facts: RestrictionFacts): ToldNotice<NoticePart> {
  const { language, restriction, warned } = facts
  const say = sayIn(language)
  return decisionLetter(say, facts, {
    subject: say('notice.restriction.subject', { day: sayDay(language, restriction.startsAt) }),
    intro: [say('notice.restriction.intro', { reference: restriction.reference })],
    before: sayWarned(say, language, warned),
    isNew: true,
  })
}

/** A longer restriction is a new decision with a letter of its own. `endedBefore`: the end that was told before. */
export type ExtensionFacts = DecisionFacts & { warned: Warned; endedBefore: Date }

/** The letter that makes a restriction longer: everything that the first one told, as it is now (I3). */
export function writeExtensionNotice(facts: ExtensionFacts): ToldNotice<NoticePart> {
  const { language, restriction, warned, endedBefore } = facts
  const say = sayIn(language)
  return decisionLetter(say, facts, {
    subject: say('notice.extension.subject', { day: sayLastDay(language, restriction.endsAt) }),
    intro: [
      say('notice.extension.intro', { reference: restriction.reference }),
      say('notice.extension.before', { day: sayLastDay(language, endedBefore) }),
    ],
    before: sayWarned(say, language, warned),
    isNew: false,
  })
}

/**
 * A review that did not end the restriction. `restriction` is as it is after the review, with the review's own reason and
 * evidence; `reviewed` is the reference of what was looked at, where a new decision takes its place.
 */
export type ReviewFacts = DecisionFacts & { outcome: 'keep' | 'reduce'; reviewed?: string }

/** What came of a review that kept a restriction or made it lighter (Karbon 4.7, Stonewater 5.2). One that ended it: `writeLiftNotice`. */
export function writeReviewNotice(facts: ReviewFacts): ToldNotice<NoticePart> {
  const { language, restriction, outcome, reviewed } = facts
  const say = sayIn(language)
  return decisionLetter(say, facts, {
    subject: say(`notice.review.subject-${outcome}`),
    intro: [
      say('notice.review.intro', { reference: reviewed ?? restriction.reference }),
      outcome === 'keep'
        ? say('notice.review.keep')
        : say('notice.review.reduce', { day: sayDay(language, restriction.startsAt) }),
    ],
    before: null,
    isNew: outcome === 'reduce',
  })
}
