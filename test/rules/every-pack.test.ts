import { describe, expect, test } from 'vitest'
import { packs } from '../../policies/index.ts'
import type { Measure } from '../../rules/restriction.ts'
import { addMonths, instantAt } from '../../rules/london.ts'
import { calendarOf } from '../../rules/bank-holidays.ts'
import { appealWindow, groundOf } from '../../rules/may-appeal.ts'
import { appealDueOn, mayHear } from '../../rules/may-hear.ts'
import { mayLift } from '../../rules/may-lift.ts'
import { mayMark } from '../../rules/may-mark.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { mayReview } from '../../rules/may-review.ts'
import { mayExtend, mayVary } from '../../rules/may-vary.ts'
import { mayWarn } from '../../rules/may-warn.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes } from './answers.ts'
import { anException, anIncident, aProposal, aWarningProposal, now, theAuthoriser } from './case-factories.ts'
import { aRestriction, onceAWeek } from './factories.ts'

/** Every question about a case, asked of every pack there is: a sixth needs no line here. */
describe.each(Object.keys(packs))('under %s', (key) => {
  const policy = demonstrationPolicy(key)
  const by = theAuthoriser(policy)
  const nobody = null
  const running = aRestriction([onceAWeek], { endsAt: instantAt('2027-01-01'), lapsesOn: '2027-01-01' })
  const ruling = { restriction: running, earlierReasons: ['Shouting.'], lastDecidedOn: '2026-11-09' }

  test('a whole warning may be sent, and an empty one may not', () => {
    expect(mayWarn(aWarningProposal(policy), policy, now)).toEqual({ yes: true })
    const empty = { by: nobody, category: '', conduct: '', evidence: [], proposed: '', states: [] }
    expect(codes(mayWarn(empty, policy, now))).toContain('no-evidence')
  })

  test('a whole restriction may be imposed, in every category of conduct', () => {
    for (const { code } of policy.pack.categories) {
      const { warnings, ...rest } = aProposal(policy, { category: code })
      const proposal = { ...rest, warnings: warnings.map((each) => ({ ...each, category: code })) }
      expect(mayRestrict(proposal, policy, now)).toMatchObject({ yes: true, keeps: ['email', 'letter'] })
    }
  })

  test.each<[string, Parameters<typeof aProposal>[1]]>([
    ['decided by nobody', { decidedBy: nobody }],
    ['without a reason', { reason: '' }],
    ['without evidence', { evidence: [] }],
    ['without a warning, a finding or a reason for none', { warnings: [] }],
    ['before the customer is asked', { accountInvitedOn: null }],
    ['with no measure', { measures: [] }],
    ['with no notice', { notice: null }],
    ['with a notice of nothing', { notice: { parts: [], receivedAt: now } }],
    ['past twelve months', { endsAt: instantAt('2027-12-03'), whyLonger: 'Why.' }],
    ['reviewed past six months', { reviewOn: '2027-06-02' }],
    ['with no way left', { measures: [{ code: 'channels', open: ['social'], clause: 'c' }] }],
  ])('a restriction %s may not', (_, over) => {
    expect(mayRestrict(aProposal(policy, over), policy, now)).toHaveProperty('no')
  })

  test('what the document asks to be looked into, was', () => {
    const asked = policy.pack.assessments === 'silent' ? [] : policy.pack.assessments
    const must = asked.filter(({ force, code }) => force !== 'may' && code !== 'customer-account')
    const answer = codes(mayRestrict(aProposal(policy, { assessments: [] }), policy, now))
    expect(answer).toEqual(must.length > 0 ? must.map(() => 'not-assessed') : 'yes')
  })

  test('somebody is in danger now: it may be imposed at once, and what follows has its day', () => {
    const immediateSafety = anException(policy)
    const proposal = aProposal(policy, {
      immediateSafety,
      warnings: [],
      accountInvitedOn: null,
      notice: null,
    })
    expect(mayRestrict(proposal, policy, now)).toMatchObject({
      yes: true,
      followUps: [{ on: '2026-11-25' }, {}, {}],
    })
  })

  test('every measure that the document lists and a restriction can have is open to it, alone', () => {
    for (const { code, clause, opens } of policy.pack.measures) {
      const detail = { detail: 'As told.', name: 'Help', address: 'a@b.example', colleague: 'sam' }
      const windows = [{ days: [2], from: '09:00', to: '12:00' }]
      const rest = { ...detail, windows, limit: 1, per: 'week', subject: 's', words: ['parking'] }
      const measure = { code, clause, open: opens ?? ['email', 'letter'], ...rest } as Measure
      const short =
        code === ('pause' as string) ? { endsAt: instantAt('2026-12-12'), reviewOn: '2026-12-11' } : {}
      const proposal = aProposal(policy, { measures: [measure], agencyAcceptedOn: '2026-11-20', ...short })
      expect([code, codes(mayRestrict(proposal, policy, now))]).toEqual([code, 'yes'])
    }
  })

  test('it may be varied and extended as a new decision, and not with the old reason', () => {
    const reviewOn = addMonths('2026-12-01', Math.min(3, policy.firstReviewMonths.value))
    const proposal = aProposal(policy, { reviewOn, endsAt: instantAt('2027-03-02'), whyLonger: 'Why.' })
    for (const may of [mayVary, mayExtend]) {
      expect(codes(may({ ...ruling, proposal }, policy, now))).toBe('yes')
      const old = { ...ruling, earlierReasons: [proposal.reason] }
      expect(codes(may({ ...old, proposal }, policy, now))).toEqual(['needs-a-reason-of-its-own'])
    }
  })

  test('a review lifts it, or keeps it with something new, and never asks for more', () => {
    const review = {
      ...ruling,
      by,
      reason: 'Since then.',
      evidence: [anIncident()],
      after: null,
      isTold: true,
    }
    const nextReviewOn = '2026-12-31'
    expect(codes(mayReview({ ...review, outcome: 'lift', nextReviewOn: null }, policy, now))).toBe('yes')
    expect(codes(mayReview({ ...review, outcome: 'keep', nextReviewOn }, policy, now))).toBe('yes')
    expect(mayReview({ ...review, outcome: 'keep', nextReviewOn, evidence: [] }, policy, now)).toHaveProperty(
      'no',
    )
    expect(mayReview({ ...review, outcome: 'increase', nextReviewOn }, policy, now)).toHaveProperty('no')
  })

  test('whoever may impose it may lift it, with a reason', () => {
    expect(codes(mayLift(running, by, 'Better.', policy, now))).toBe('yes')
    expect(codes(mayLift(running, { id: 'c', role: 'contractor' }, 'Better.', policy, now))).toEqual([
      'contractor-cannot-decide',
    ])
  })

  test('a marker has its own review', () => {
    const months = policy.markerReviewMonths.value
    const marker = { by, reason: 'A threat.', evidence: [anIncident()], reviewDateTold: true, visibleTo: [] }
    expect(codes(mayMark({ ...marker, reviewOn: addMonths('2026-11-24', months) }, policy, now))).toBe('yes')
    expect(mayMark({ ...marker, reviewOn: addMonths('2026-11-25', months) }, policy, now)).toHaveProperty(
      'no',
    )
  })

  test('an appeal is never refused for its ground, and its window is no shorter than the policy’s', () => {
    expect(groundOf('it is not fair', policy)).toMatchObject({ yes: true })
    const own = policy.pack.appeal.windowDays
    expect(appealWindow(policy) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
      own === 'silent' ? 0 : own.says,
    )
  })

  test('an appeal is heard by the role that is named, not by whoever took part, and by a day (I8)', () => {
    const hearer = { id: 'noor', role: policy.appealHearerRole.value }
    expect(mayHear(hearer, [], policy)).toEqual({ yes: true })
    expect(mayHear(hearer, [{ colleague: hearer, part: 'evidence' }], policy)).toHaveProperty('no')
    const alternate = { id: 'bo', role: policy.appealAlternateRole.value }
    expect(mayHear(alternate, [{ colleague: hearer, part: 'decision' }], policy)).toEqual({ yes: true })
    expect(appealDueOn(now, policy, calendarOf(policy.landlord.nation))).toMatch(/^202[67]-/)
  })
})
