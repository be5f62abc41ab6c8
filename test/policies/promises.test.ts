import { describe, expect, it } from 'vitest'
import { packs, policyKeys } from '../../policies/index.ts'
import { parseLandlord } from '../../policies/landlord.ts'
import type { Pack } from '../../policies/pack.ts'
import { resolvePolicy } from '../../policies/resolve.ts'
import { nationalLines } from '../../policies/national-lines.ts'
import { demonstrationPolicy, landlordFile } from './demonstration-landlord.ts'

const codesOf = (items: 'silent' | readonly { code: string }[]) =>
  items === 'silent' ? [] : items.map(({ code }) => code)
const measuresOf = (pack: Pack) => pack.measures.map(({ code }) => code)

describe('Amplius', () => {
  const policy = demonstrationPolicy('amplius')
  const { pack } = policy

  it('reviews restrictions every three months (Sanctions, paragraph 11)', () => {
    expect(policy.reviewEveryMonths).toEqual({
      value: 3,
      source: 'policy',
      clause: 'Sanctions, paragraph 11',
    })
  })
  it('keeps one form of contact open, always (Sanctions, paragraph 7)', () => {
    expect(pack.guarantees.oneChannelStaysOpen).toMatchObject({
      says: true,
      clause: 'Sanctions, paragraph 7',
    })
  })
  it('lets repairs and urgent needs through by phone (Sanctions, measure 4)', () => {
    expect(pack.guarantees.urgentPasses).toMatchObject({ clause: 'Sanctions, measure 4' })
  })
  it('leaves the decision to a Director or Head of Service (Sanctions, paragraph 4)', () => {
    expect(policy.authoriserRoles).toEqual({
      value: ['head', 'director'],
      source: 'policy',
      clause: 'Sanctions, paragraph 4',
    })
  })
  it('has appeals heard by the Director of Customer Operations, and by the landlord’s second hearer if need be (Sanctions, paragraph 8)', () => {
    expect(policy.appealHearerRole).toEqual({
      value: 'director',
      source: 'policy',
      clause: 'Sanctions, paragraph 8',
    })
    expect(policy.appealAlternateRole).toMatchObject({ value: 'appeals', source: 'landlord' })
  })
  it('lets the finding, the warning, the restriction and the marker be appealed on any ground (Appendix B)', () => {
    expect(codesOf(policy.appealAgainst)).toEqual(['finding', 'warning', 'restriction', 'marker'])
    expect(policy.appealGrounds).toBe('any')
  })
  it('says nothing of a time to appeal: the landlord allows it while the restriction is in force', () => {
    expect(pack.appeal.windowDays).toBe('silent')
    expect(policy.appealWindowDays).toMatchObject({
      value: null,
      source: 'landlord',
      decidedOn: '2025-09-22',
    })
  })
  it('lists its measures in the document’s order (Sanctions, measures 1 to 9)', () => {
    expect(measuresOf(pack)).toEqual([
      'warning',
      'closed-subject',
      'named-colleague',
      'channels',
      'times',
      'frequency',
      'office-access',
      'no-further-consideration',
      'legal-action',
      'end-of-contact',
      'police',
    ])
  })
  it('tells in its notice why, what, how long, what next, and how to appeal (Sanctions, paragraph 8)', () => {
    const parts = pack.notice.parts === 'silent' ? [] : pack.notice.parts
    expect(parts.filter(({ clause }) => clause === 'Sanctions, paragraph 8').map(({ code }) => code)).toEqual(
      ['why', 'action', 'duration', 'if-it-continues', 'appeal-right', 'appeal-hearer'],
    )
  })
  it('settles its promise of contact against the end of all contact in favour of the promise', () => {
    const conflict = pack.conflicts.find(({ code }) => code === 'end-of-all-contact')
    expect(conflict?.between).toEqual(
      expect.arrayContaining(['Sanctions, paragraph 7', 'Sanctions, measure 9']),
    )
  })
  it('explains itself in the eight rows of its own table (Appendix B)', () => {
    expect(pack.explanation.map(({ clause }) => clause)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((row) => `Appendix B, row ${row}`),
    )
  })
})

describe('the policy of 2024 whose landlord is not named', () => {
  const policy = demonstrationPolicy('policy-2024')
  const { pack } = policy

  it('is not given a name', () => {
    expect(pack.document.landlordName).toBe('not named')
  })
  it('contacts the customer for their account (What we’ll do, row 1)', () => {
    expect(pack.assessments).toContainEqual(
      expect.objectContaining({ code: 'customer-account', force: 'always', clause: "What we'll do, row 1" }),
    )
  })
  it('reviews a marker every six months (What we’ll do, row 6)', () => {
    expect(policy.markerReviewMonths).toEqual({ value: 6, source: 'policy', clause: "What we'll do, row 6" })
  })
  it('lets the finding and the marker be appealed, and Clearway the restriction too (What we’ll do, rows 3 and 6)', () => {
    expect(policy.appealAgainst).toEqual([
      { code: 'finding', clause: "What we'll do, row 3" },
      { code: 'marker', clause: "What we'll do, row 6" },
      { code: 'restriction', clause: null },
    ])
  })
  it('says nothing of a warning, a decider, a hearer or a review, so each of those is the landlord’s own', () => {
    expect(pack.steps.warning).toBe('silent')
    for (const value of [
      policy.authoriserRoles,
      policy.appealHearerRole,
      policy.reviewEveryMonths,
      policy.durationMonths,
    ]) {
      expect(value.source).toBe('landlord')
    }
  })
  it('does not count a forceful customer as unacceptable (Objectives)', () => {
    expect(codesOf(pack.guards)).toContain('forceful-is-not-unacceptable')
  })
})

describe('Karbon', () => {
  const policy = demonstrationPolicy('karbon')
  const { pack } = policy

  it('does nothing before a written warning, with behaviour, dates and times, and what is proposed (Box after 1.3)', () => {
    const { warning } = pack.steps
    expect(warning).toMatchObject({ says: { rule: 'mandatory' }, clause: 'Box after 1.3' })
    expect(warning !== 'silent' && codesOf(warning.says.mustState)).toEqual([
      'behaviour',
      'dates-and-times-where-known',
      'proposed-action',
    ])
  })
  it('makes an exception only for immediate safety (4.5)', () => {
    expect(pack.steps.skipAhead).toMatchObject({ says: { when: ['immediate-safety'] }, clause: '4.5' })
  })
  it('lets only a Manager decide (4.3)', () => {
    expect(policy.authoriserRoles).toEqual({ value: ['manager'], source: 'policy', clause: '4.3' })
  })
  it('has appeals heard by a senior officer with no earlier part, and the landlord says which (4.7)', () => {
    expect(pack.appeal.independence).toMatchObject({ says: 'no-earlier-part', clause: '4.7' })
    expect(policy.appealHearerRole).toMatchObject({ value: 'appeals', source: 'landlord' })
  })
  it('talks to known support workers before any step (4.10)', () => {
    expect(pack.assessments).toContainEqual(
      expect.objectContaining({
        code: 'support-liaison',
        before: 'any-step',
        force: 'always',
        clause: '4.10',
      }),
    )
  })
  it('still gives information asked for in an abusive letter (3.2.6)', () => {
    expect(pack.guarantees.informationStillGiven).toMatchObject({ says: true, clause: '3.2.6' })
  })
  it('offers every letter in another format or language (4.11)', () => {
    expect(pack.formats).toContainEqual(expect.objectContaining({ code: 'any-format', clause: '4.11' }))
  })
  it('gives no review interval, so the landlord’s own is used (4.2)', () => {
    expect(pack.review).toMatchObject({ cadence: 'silent', fromTimeToTime: { says: true, clause: '4.2' } })
    expect(policy.reviewEveryMonths.source).toBe('landlord')
  })
})

describe('A2Dominion', () => {
  const policy = demonstrationPolicy('a2dominion')
  const { pack } = policy

  it('answers an appeal in 14 working days, in writing and finally (4.2)', () => {
    expect(policy.appealDecisionWorkingDays).toEqual({ value: 14, source: 'policy', clause: '4.2' })
    expect(pack.appeal).toMatchObject({ decisionInWriting: { says: true }, final: { says: true } })
  })
  it('has a Head of Service hear it (4.2)', () => {
    expect(policy.appealHearerRole).toEqual({ value: 'head', source: 'policy', clause: '4.2' })
  })
  it('names three grounds (4.1)', () => {
    expect(policy.appealGrounds !== 'any' && codesOf(policy.appealGrounds)).toEqual([
      'changed-circumstances',
      'limits-essential-services',
      'factual-error',
    ])
  })
  it('usually restricts for twelve months (3.4.3)', () => {
    expect(policy.durationMonths).toEqual({ value: 12, source: 'policy', clause: '3.4.3' })
  })
  it('reviews yearly, which Clearway brings down to six months as the landlord’s decision (4.3)', () => {
    expect(pack.review.cadence).toMatchObject({ says: { maxMonths: 12 }, clause: '4.3' })
    expect(policy.reviewEveryMonths).toMatchObject({ value: 6, source: 'landlord' })
  })
  it('gives a chance to change first for demands, and is silent for the other kind (3.3.2)', () => {
    expect(pack.steps.warning).toMatchObject({
      says: {
        rule: 'per-category',
        categories: { 'unreasonable-demands': 'mandatory', 'unacceptable-behaviour': 'silent' },
      },
      clause: '3.3.2',
    })
  })
  it('looks at each case and at other ways of communicating before a restriction (3.1.3)', () => {
    for (const code of ['individual-assessment', 'other-ways-of-communicating']) {
      expect(pack.assessments).toContainEqual(
        expect.objectContaining({ code, force: 'always', clause: '3.1.3' }),
      )
    }
  })
  it('shows contractors a flag only (1.2)', () => {
    expect(pack.markers.contractorsSee).toMatchObject({ says: 'flag-only', clause: '1.2' })
  })
  it('names its eight controllers (7.2)', () => {
    expect(pack.controllers !== 'silent' && pack.controllers.says).toHaveLength(8)
  })
})

describe('Stonewater', () => {
  const policy = demonstrationPolicy('stonewater')
  const { pack } = policy

  it('takes an appeal received within 14 days of the decision (5.6)', () => {
    expect(policy.appealWindowDays).toEqual({ value: 14, source: 'policy', clause: '5.6' })
    expect(pack.appeal.windowFrom).toMatchObject({ says: { event: 'imposed', mustBe: 'received' } })
  })
  it('reviews first at one month and at three months at most (5.2)', () => {
    expect(policy.firstReviewMonths).toEqual({ value: 1, source: 'policy', clause: '5.2' })
    expect(policy.reviewEveryMonths).toEqual({ value: 3, source: 'policy', clause: '5.2' })
  })
  it('always does an equality impact assessment before it decides (6.4)', () => {
    expect(pack.assessments).toContainEqual(
      expect.objectContaining({
        code: 'equality-impact',
        before: 'restriction',
        force: 'always',
        clause: '6.4',
      }),
    )
  })
  it('asks seven questions (4.14)', () => {
    const assessment =
      pack.assessments !== 'silent' && pack.assessments.find(({ code }) => code === 'seven-questions')
    expect(assessment && assessment.questions).toHaveLength(7)
  })
  it('lists its twelve remedies in order, and the two that follow (4.5 to 4.7)', () => {
    expect(measuresOf(pack)).toEqual([
      'warning',
      'channels',
      'times',
      'through-representative',
      'appointment-only',
      'office-access',
      'involvement',
      'applications',
      'behaviour-contract',
      'injunction',
      'possession-notice',
      'police',
      'legal-action',
      'possession',
    ])
  })
  it('was due for review on 13 May 2023 (7.0)', () => {
    expect(pack.document.reviewDueOn).toMatchObject({ says: '2023-05-13', clause: '7.0' })
  })
  it('shares details with agreement only, save for the law and safeguarding (3.2)', () => {
    expect(pack.sharing).toMatchObject({ says: { consentUnless: ['legal-obligation', 'safeguarding'] } })
  })
})

describe.each(policyKeys)('the policy in force under %s', (key) => {
  const policy = demonstrationPolicy(key)

  it('says of every value whose rule it is: a clause, or a landlord’s dated decision', () => {
    const clauses = policy.pack.clauses.map(({ clause }) => clause)
    for (const value of Object.values(policy)) {
      if (typeof value !== 'object' || !('source' in value)) continue
      if (value.source === 'policy') expect(clauses).toContain(value.clause)
      else
        expect([value.decidedOn, value.decidedBy]).toEqual([
          expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          expect.any(String),
        ])
    }
  })
  it('reviews at least every six months (I6)', () => {
    expect(policy.reviewEveryMonths.value).toBeLessThanOrEqual(6)
    expect(policy.firstReviewMonths.value).toBeLessThanOrEqual(policy.reviewEveryMonths.value)
  })
  it('always lets a restriction be appealed (I6)', () => {
    expect(codesOf(policy.appealAgainst).filter((code) => code === 'restriction')).toHaveLength(1)
  })
  it('has two different hearers (I8)', () => {
    expect(policy.appealHearerRole.value).not.toBe(policy.appealAlternateRole.value)
  })
})

describe('a landlord that is kinder than its policy', () => {
  const pack = packs.a2dominion as Pack
  const policyWith = (days: number) => {
    const file = landlordFile('a2dominion')
    file.decisions.appealDecisionWorkingDays = {
      value: days,
      decidedOn: '2026-01-05',
      decidedBy: 'Chair of the Board',
    }
    return resolvePolicy(pack, parseLandlord(file, pack))
  }

  it('has its own number used, under its own name and date', () => {
    expect(policyWith(10).appealDecisionWorkingDays).toEqual({
      value: 10,
      source: 'landlord',
      decidedOn: '2026-01-05',
      decidedBy: 'Chair of the Board',
    })
  })
  it('that only repeats its policy leaves the rule with the policy (A2Dominion 4.2)', () => {
    expect(policyWith(14).appealDecisionWorkingDays).toEqual({ value: 14, source: 'policy', clause: '4.2' })
  })
})

describe('the national lines', () => {
  it.each(['england-and-wales', 'scotland', 'northern-ireland'] as const)(
    'name emergency, gas and power in %s',
    (nation) => {
      expect(nationalLines[nation].map(({ code }) => code)).toEqual(['emergency', 'gas', 'power'])
    },
  )
  it('differ for gas in Northern Ireland', () => {
    expect(nationalLines['northern-ireland'][1]?.phone).not.toBe(nationalLines.scotland[1]?.phone)
  })
})
