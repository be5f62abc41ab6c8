import { describe, expect, test } from 'vitest'
import { addDays, addMonths, instantAt } from '../../rules/london.ts'
import { isNewReason, mayReview, type ReviewProposal, reviewStanding } from '../../rules/may-review.ts'
import { isNoWider } from '../../rules/narrower.ts'
import type { Measure } from '../../rules/restriction.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { rules } from './answers.ts'
import { anIncident, now, theAuthoriser } from './case-factories.ts'
import {
  aRestriction,
  emailOnly,
  letterOnly,
  onceAWeek,
  parkingClosed,
  tuesdayMornings,
} from './factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const stonewater = demonstrationPolicy('stonewater')

/** Kept at its review on 24 November, for a new reason, after an incident of the 10th. In force to 30 April. */
function aReview(over: Partial<ReviewProposal> = {}, policy = amplius): ReviewProposal {
  return {
    restriction: aRestriction([onceAWeek]),
    by: theAuthoriser(policy),
    outcome: 'keep',
    reason: 'Three more days of shouting in November.',
    earlierReasons: ['Shouting in October.'],
    evidence: [anIncident()],
    lastDecidedOn: '2026-10-20',
    after: null,
    nextReviewOn: '2027-02-24',
    isTold: true,
    ...over,
  }
}
const ask = (over: Partial<ReviewProposal>, policy = amplius, at = now) =>
  rules(mayReview(aReview(over, policy), policy, at))

describe('a review can keep it, with a new reason and new evidence', () => {
  const clause = 'Sanctions, paragraph 12'
  test.each<[string, Partial<ReviewProposal>, string | string[][]]>([
    ['both', {}, 'yes'],
    ['the old reason', { reason: ' shouting  in october. ' }, [['keep-needs-a-new-reason', clause]]],
    [
      'no reason',
      { reason: '' },
      [
        ['keep-needs-a-new-reason', clause],
        ['no-reason', 'I6'],
      ],
    ],
    ['no evidence', { evidence: [] }, [['keep-needs-new-evidence', clause]]],
    [
      'evidence of the day of the last decision',
      { lastDecidedOn: '2026-11-10' },
      [['keep-needs-new-evidence', clause]],
    ],
    ['evidence of the day after it', { lastDecidedOn: '2026-11-09' }, 'yes'],
    [
      'evidence from before and since',
      { evidence: [anIncident({ on: '2026-09-01', what: '' }), anIncident()] },
      'yes',
    ],
    [
      'new evidence that says nothing',
      { evidence: [anIncident({ what: '' })] },
      [['evidence-says-nothing', 'Sanctions, paragraph 5']],
    ],
    ['no next review', { nextReviewOn: null }, [['no-next-review', 'I6']]],
    ['the next review in three months', { nextReviewOn: '2027-02-24' }, 'yes'],
    [
      'the next review a day later',
      { nextReviewOn: '2027-02-25' },
      [['review-too-late', 'Sanctions, paragraph 11']],
    ],
    ['the customer is not told', { isTold: false }, [['outcome-not-told', 'Sanctions, paragraph 13']]],
    ['nobody', { by: null }, [['nobody-named', 'I3']]],
    ['an officer', { by: { id: 'o', role: 'officer' } }, [['not-the-role', 'Sanctions, paragraph 4']]],
  ])('Amplius, Sanctions: %s', (_, over, expected) => expect(ask(over)).toEqual(expected))

  test('where the document is silent, it is Clearway’s (I6)', () => {
    expect(ask({ reason: '', evidence: [], isTold: false, nextReviewOn: '2027-01-24' }, karbon)).toEqual([
      ['keep-needs-a-new-reason', 'I6'],
      ['keep-needs-new-evidence', 'I6'],
      ['no-reason', 'I6'],
      ['outcome-not-told', 'I6'],
    ])
  })

  test.each([
    ['2026-12-23', [['review-too-soon', '5.2']]],
    ['2026-12-24', 'yes'],
    ['2027-02-24', 'yes'],
    ['2027-02-25', [['review-too-late', '5.2']]],
  ])('Stonewater 5.2: the next review, from one month to three: %s', (nextReviewOn, expected) => {
    expect(ask({ nextReviewOn }, stonewater)).toEqual(expected)
  })

  test('its next review is before it ends', () => {
    const restriction = aRestriction([onceAWeek], { endsAt: instantAt('2027-01-01') })
    expect(ask({ restriction, nextReviewOn: '2026-12-31' })).toBe('yes')
    expect(ask({ restriction, nextReviewOn: '2027-01-01' })).toEqual([['review-after-the-end', 'I6']])
  })
})

describe('what has stopped is not reviewed', () => {
  const restriction = aRestriction([onceAWeek], { lapsesOn: '2026-11-24' })
  test.each([
    ['the last moment of its grace', '2026-11-24T23:59:59.999Z', 'yes'],
    ['the moment after', '2026-11-25T00:00:00Z', [['not-in-force', 'I6']]],
  ])('%s', (_, at, expected) => {
    expect(ask({ restriction }, amplius, new Date(at))).toEqual(expected)
  })
})

describe('a review can lift it', () => {
  test('with a reason, and no evidence at all', () => {
    const over = { outcome: 'lift' as const, evidence: [], nextReviewOn: null }
    expect(ask(over)).toBe('yes')
    expect(ask({ ...over, reason: 'Shouting in October.' })).toBe('yes')
    expect(ask({ ...over, reason: '' })).toEqual([['no-reason', 'I6']])
  })
})

describe('a review can reduce it, and cannot ask for more (I3)', () => {
  const endsAt = new Date('2027-05-01T00:00:00Z')
  const twice: Measure = { ...onceAWeek, limit: 2 } as Measure
  const reduce = (measures: Measure[], end = endsAt): Partial<ReviewProposal> => ({
    outcome: 'reduce',
    evidence: [],
    after: { measures, endsAt: end },
  })

  test.each<[string, Partial<ReviewProposal>, string | string[][]]>([
    ['twice a week instead of once', reduce([twice]), 'yes'],
    ['sooner', reduce([onceAWeek], instantAt('2027-04-01')), 'yes'],
    ['later', reduce([twice], new Date(endsAt.getTime() + 1)), [['not-a-reduction', 'I3']]],
    ['something else', reduce([emailOnly]), [['not-a-reduction', 'I3']]],
    ['to nothing, which is lifting', reduce([]), [['not-a-reduction', 'I3']]],
    ['to nobody knows what', { ...reduce([]), after: null }, [['not-a-reduction', 'I3']]],
    ['with no next review', { ...reduce([twice]), nextReviewOn: null }, [['no-next-review', 'I6']]],
    [
      'with a review after its new end',
      reduce([twice], instantAt('2027-02-24')),
      [['review-after-the-end', 'I6']],
    ],
    ['with a review on its new last day', reduce([twice], instantAt('2027-02-25')), 'yes'],
  ])('%s', (_, over, expected) => expect(ask(over)).toEqual(expected))

  test('more is a new decision', () => {
    expect(ask({ outcome: 'increase' })).toEqual([['more-is-a-new-decision', 'I3']])
  })
})

describe('what asks no more of a customer than before', () => {
  const more = (measure: Measure, over: object): Measure => ({ ...measure, ...over })
  const emailAndLetter = more(emailOnly, { open: ['email', 'letter'] })
  const hours = (days: number[], from: string, to: string) =>
    more(tuesdayMornings, { windows: [{ days, from, to }] })
  const agency: Measure = { code: 'through-representative', name: 'A', address: 'a', clause: 'c' }
  const bays = more(parkingClosed, { words: ['bay'] })
  const visits: Measure = { code: 'visit-precautions', detail: 'Two of us.', clause: 'c' }
  const named: Measure = { code: 'named-colleague', colleague: 'sam', clause: 'c' }

  test.each<[string, Measure[], Measure[], boolean]>([
    ['the same', [onceAWeek, emailOnly], [onceAWeek, emailOnly], true],
    ['less of it', [onceAWeek], [onceAWeek, emailOnly], true],
    ['another as well', [onceAWeek, emailOnly], [onceAWeek], false],
    ['one more way', [emailAndLetter], [emailOnly], true],
    ['one way fewer', [emailOnly], [emailAndLetter], false],
    ['another way', [letterOnly], [emailOnly], false],
    ['more often', [more(onceAWeek, { limit: 2 })], [onceAWeek], true],
    ['less often', [onceAWeek], [more(onceAWeek, { limit: 2 })], false],
    ['counted otherwise', [more(onceAWeek, { limit: 9, per: 'month' })], [onceAWeek], false],
    ['longer hours', [hours([2], '08:00', '13:00')], [tuesdayMornings], true],
    ['more days', [hours([2, 3], '09:00', '12:00')], [tuesdayMornings], true],
    ['later hours', [hours([2], '09:01', '12:00')], [tuesdayMornings], false],
    ['shorter hours', [hours([2], '09:00', '11:59')], [tuesdayMornings], false],
    ['another day', [hours([3], '09:00', '12:00')], [tuesdayMornings], false],
    ['a day fewer', [tuesdayMornings], [hours([2, 3], '09:00', '12:00')], false],
    ['fewer words', [bays], [more(bays, { words: ['bay', 'parking'] })], true],
    ['more words', [more(bays, { words: ['bay', 'parking'] })], [bays], false],
    ['the same agency', [agency], [more(agency, { address: 'b' })], true],
    ['another agency', [agency], [more(agency, { name: 'B' })], false],
    ['the same precaution', [visits], [visits], true],
    ['another precaution', [visits], [more(visits, { detail: 'Police.' })], false],
    ['another colleague', [named], [more(named, { colleague: 'priya' })], true],
    ['a second of a kind that fits', [onceAWeek], [more(onceAWeek, { limit: 5 }), onceAWeek], true],
  ])('%s', (_, after, before, answer) => expect(isNoWider(after, before)).toBe(answer))
})

test.each([
  ['Loud.', [], true],
  ['Loud.', ['Rude.'], true],
  ['Loud.', ['Rude.', 'loud.'], false],
  ['  ', [], false],
])('a new reason: %j after %j', (reason, earlier, isNew) => expect(isNewReason(reason, earlier)).toBe(isNew))

describe('I6: a review that is overdue alerts, then the restriction lapses', () => {
  const dates = { reviewOn: '2026-11-24', lapsesOn: '2026-12-08' }
  test.each([
    ['2026-11-23T23:59:59.999Z', 'not-due'],
    ['2026-11-24T00:00:00Z', 'due'],
    ['2026-11-24T23:59:59.999Z', 'due'],
    ['2026-11-25T00:00:00Z', 'overdue'],
    ['2026-12-08T23:59:59.999Z', 'overdue'],
    ['2026-12-09T00:00:00Z', 'lapsed'],
  ])('%s: %s', (at, standing) => expect(reviewStanding(dates, new Date(at))).toBe(standing))

  test('with no grace at all it is due on its day and lapsed on the next', () => {
    const none = { reviewOn: '2026-11-24', lapsesOn: '2026-11-24' }
    expect(reviewStanding(none, new Date('2026-11-24T12:00:00Z'))).toBe('due')
    expect(reviewStanding(none, new Date('2026-11-25T00:00:00Z'))).toBe('lapsed')
  })

  test('days are those of London in summer too', () => {
    const summer = { reviewOn: '2027-07-01', lapsesOn: addDays(addMonths('2027-07-01', 1), 0) }
    expect(reviewStanding(summer, new Date('2027-06-30T23:00:00Z'))).toBe('due')
  })
})
