import { expect, test } from 'vitest'
import { calendarOf } from '../../rules/bank-holidays.ts'
import { instantAt } from '../../rules/london.ts'
import { mayAppeal } from '../../rules/may-appeal.ts'
import { mayMark } from '../../rules/may-mark.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { isNewReason, mayReview } from '../../rules/may-review.ts'
import { mayExtend } from '../../rules/may-vary.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { allAssessments, anIncident, aProposal, now, theAuthoriser } from './case-factories.ts'
import { aRestriction, onceAWeek } from './factories.ts'

const amplius = demonstrationPolicy('amplius')
const karbon = demonstrationPolicy('karbon')
const running = aRestriction([onceAWeek])

test('Amplius, Appendix B: the account that was asked for needs no second record', () => {
  const assessments = allAssessments(amplius).filter(({ code }) => code !== 'customer-account')
  expect(codes(mayRestrict(aProposal(amplius, { assessments }), amplius, now))).toBe('yes')
})

test('an extension that is none says whose rule that is (I3)', () => {
  const proposal = aProposal(karbon, { endsAt: running.endsAt, reviewOn: '2027-02-01', whyLonger: 'Why.' })
  const variation = { restriction: running, earlierReasons: [], lastDecidedOn: '2026-11-09', proposal }
  expect(rules(mayExtend(variation, karbon, now))).toEqual([['not-longer', 'I3']])
})

test('a review that keeps a restriction is dated by the restriction, whatever was drafted for reducing it', () => {
  const after = { measures: [onceAWeek], endsAt: instantAt('2026-12-10') }
  const review = {
    restriction: running,
    by: theAuthoriser(amplius),
    reason: 'Three more days of it.',
    earlierReasons: [],
    evidence: [anIncident()],
    lastDecidedOn: '2026-11-09',
    after,
    nextReviewOn: '2027-02-24',
    isTold: true,
  }
  expect(codes(mayReview({ ...review, outcome: 'keep' }, amplius, now))).toBe('yes')
  expect(codes(mayReview({ ...review, outcome: 'reduce' }, amplius, now))).toEqual(['review-after-the-end'])
})

test('a reason that reads like an old one without its spaces is a new one', () => {
  expect(isNewReason('no tice', ['notice'])).toBe(true)
})

test('what was lifted before it began cannot be appealed from the moment it would have begun', () => {
  const startsAt = instantAt('2026-12-01')
  const facts = {
    subject: { kind: 'restriction' as const, startsAt, stopsAt: now },
    notice: { writtenAt: now, by: 'email' as const },
    calendar: calendarOf('england-and-wales'),
    isLodged: false,
  }
  const ask = (at: Date) => mayAppeal({ ...facts, now: at }, amplius)
  expect(ask(new Date(startsAt.getTime() - 1))).toEqual({ yes: true, until: null })
  expect(ask(startsAt)).toHaveProperty('no')
})

test('an obstacle to a marker tells what it is about', () => {
  const policy = { ...karbon, markerReviewMonths: { value: 6, source: 'policy' as const, clause: 'x' } }
  const marker = {
    by: theAuthoriser(karbon),
    reason: 'A threat.',
    evidence: [anIncident()],
    reviewDateTold: true,
    visibleTo: ['contractor' as const],
    reviewOn: '2027-11-25',
  }
  expect(mayMark(marker, policy, now)).toEqual({
    no: [
      { code: 'review-too-late', clause: 'x', facts: { reviewOn: '2027-11-25', months: 6 } },
      {
        code: 'review-past-ceiling',
        clause: null,
        facts: { invariant: 'I6', reviewOn: '2027-11-25', months: 12 },
      },
      { code: 'contractor-sees-only-a-flag', clause: null, facts: { invariant: 'I11' } },
      { code: 'not-for-them', clause: '4.6', facts: { role: 'contractor' } },
    ],
  })
  expect(mayMark({ ...marker, visibleTo: [], reviewOn: '2026-11-24' }, policy, now)).toEqual({
    no: [{ code: 'review-not-ahead', clause: null, facts: { invariant: 'I6', reviewOn: '2026-11-24' } }],
  })
})
