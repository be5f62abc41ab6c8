import { describe, expect, test } from 'vitest'
import type { CaseReason, RestrictionProposal } from '../../rules/case.ts'
import { instantAt } from '../../rules/london.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { mayWarn } from '../../rules/may-warn.ts'
import { isNoWider } from '../../rules/narrower.ts'
import type { Measure } from '../../rules/restriction.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { anException, anIncident, aProposal, aWarning, aWarningProposal, now } from './case-factories.ts'
import { aRestriction, emailOnly, onceAWeek, tuesdayMornings } from './factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const a2dominion = demonstrationPolicy('a2dominion')
const stonewater = demonstrationPolicy('stonewater')

function reasons(policy: typeof karbon, over: Partial<RestrictionProposal>): CaseReason[] {
  const answer = mayRestrict(aProposal(policy, over), policy, now)
  return 'no' in answer ? answer.no : []
}

/** Facts are what a page or letter makes a sentence of: each obstacle tells enough to mend it. */
describe('an obstacle tells what it is about', () => {
  const incident = { on: '2026-11-10' }
  test.each<[string, typeof karbon, Partial<RestrictionProposal>, CaseReason]>([
    [
      'evidence with no words',
      karbon,
      { evidence: [anIncident({ what: '' })] },
      { code: 'evidence-says-nothing', clause: '4.2', facts: incident },
    ],
    [
      'evidence of tomorrow',
      karbon,
      { evidence: [anIncident(), anIncident({ on: '2026-11-25' })] },
      { code: 'evidence-not-yet-happened', clause: '4.2', facts: { on: '2026-11-25' } },
    ],
    [
      'a lawful act',
      karbon,
      { evidence: [anIncident({ example: 'secret-recording' })] },
      { code: 'lawful-act-needs-a-reason', clause: '3.3.2', facts: incident },
    ],
    [
      'conduct that is not in the document',
      amplius,
      { category: 'odd' },
      { code: 'conduct-not-in-policy', clause: null, facts: { invariant: 'I6', category: 'odd' } },
    ],
    [
      'a pause that is too long',
      a2dominion,
      { measures: [{ code: 'pause', clause: 'c' }] },
      { code: 'pause-too-long', clause: null, facts: { invariant: 'I2', days: 10 } },
    ],
    [
      'an agency that has not said yes',
      stonewater,
      { measures: [{ code: 'through-representative', name: 'Help', address: 'x', clause: 'c' }] },
      { code: 'agency-has-not-accepted', clause: null, facts: { invariant: 'I2', name: 'Help' } },
    ],
    [
      'a start in the past',
      amplius,
      {
        startsAt: new Date(now.getTime() - 1),
        reviewOn: '2027-01-01',
        whyLonger: 'Why.',
        notice: null,
        immediateSafety: anException(amplius),
      },
      { code: 'starts-before-decided', clause: null, facts: { invariant: 'I6' } },
    ],
    [
      'an exception without reason',
      amplius,
      { immediateSafety: anException(amplius, { reason: '' }) },
      { code: 'exception-without-reason', clause: null, facts: { invariant: 'I10' } },
    ],
    [
      'a contractor who decides',
      amplius,
      { decidedBy: { id: 'c', role: 'contractor' } },
      { code: 'contractor-cannot-decide', clause: null, facts: { invariant: 'I3' } },
    ],
  ])('%s', (_, policy, over, reason) => expect(reasons(policy, over)).toEqual([reason]))

  test('too long for any policy', () => {
    expect(reasons(karbon, { endsAt: instantAt('2027-12-03'), whyLonger: 'Why.' })).toEqual([
      {
        code: 'past-longest-time',
        clause: null,
        facts: { invariant: 'I6', months: 12, latest: '2027-12-01' },
      },
    ])
  })

  test('an end before the start', () => {
    const { startsAt } = aProposal(karbon)
    expect(reasons(karbon, { endsAt: startsAt })[0]).toEqual({
      code: 'ends-before-it-starts',
      clause: null,
      facts: { invariant: 'I6' },
    })
  })

  test.each<[string, string, object]>([
    [
      '2026-12-31',
      '2027-04-01',
      {
        code: 'review-too-soon',
        clause: '5.2',
        facts: { from: '2026-12-01', reviewOn: '2026-12-31', months: 1 },
      },
    ],
    [
      '2027-03-02',
      '2027-04-01',
      {
        code: 'review-too-late',
        clause: '5.2',
        facts: { from: '2026-12-01', reviewOn: '2027-03-02', months: 3 },
      },
    ],
    [
      '2027-02-02',
      '2027-02-01',
      {
        code: 'review-after-the-end',
        clause: null,
        facts: { invariant: 'I6', from: '2026-12-01', reviewOn: '2027-02-02', lastDay: '2027-01-31' },
      },
    ],
  ])('a review on %s of one that ends before %s', (reviewOn, end, reason) => {
    expect(reasons(stonewater, { reviewOn, endsAt: instantAt(end), whyLonger: 'Why.' })).toEqual([reason])
  })

  test('a review past the ceiling', () => {
    const every = { value: 12, source: 'policy' as const, clause: '4.3' }
    expect(reasons({ ...a2dominion, reviewEveryMonths: every }, { reviewOn: '2027-06-02' })).toEqual([
      {
        code: 'review-past-ceiling',
        clause: null,
        facts: { invariant: 'I6', from: '2026-12-01', reviewOn: '2027-06-02', months: 6 },
      },
    ])
  })

  test('evidence of a silent policy rests on Clearway (I6)', () => {
    const silent = { ...karbon, pack: { ...karbon.pack, evidence: 'silent' as const } }
    const evidence = [anIncident({ what: '' }), anIncident({ on: '2026-11-25' })]
    expect(mayWarn(aWarningProposal(silent, { evidence }), silent, now)).toEqual({
      no: [
        { code: 'evidence-says-nothing', clause: null, facts: { invariant: 'I6', on: '2026-11-10' } },
        { code: 'evidence-not-yet-happened', clause: null, facts: { invariant: 'I6', on: '2026-11-25' } },
      ],
    })
  })
})

test('of two warnings received, one with an incident after it is enough', () => {
  const late = aWarning(karbon, { receivedAt: new Date('2026-11-20T10:00:00Z') })
  expect(reasons(karbon, { warnings: [aWarning(karbon), late] })).toEqual([])
})

test('an adjustment is taken away when only a part of the time closes its way', () => {
  const later = { startsAt: instantAt('2027-01-01'), endsAt: instantAt('2027-01-20') }
  const others = [aRestriction([emailOnly], later)]
  const means = { needs: [], interpreterArranged: false, promisedChannels: ['letter' as const] }
  expect(reasons(amplius, { others, means, whyWider: 'Why.' }).map(({ code }) => code)).toEqual([
    'takes-an-adjustment-away',
  ])
})

describe('hours of two windows are no tighter only when both are kept', () => {
  const tuesday = { days: [2 as const], from: '09:00', to: '12:00' }
  const thursday = { days: [4 as const], from: '09:00', to: '12:00' }
  const times = (...windows: (typeof tuesday | typeof thursday)[]): Measure => ({
    code: 'times',
    windows,
    clause: 'c',
  })
  test.each<[string, Measure, Measure, boolean]>([
    ['both kept', times(tuesday, thursday), times(tuesday, thursday), true],
    ['one kept', times(tuesday), times(tuesday, thursday), false],
    ['one more', times(tuesday, thursday), tuesdayMornings, true],
  ])('%s', (_, after, before, answer) => expect(isNoWider([after], [before])).toBe(answer))

  test('measures of unlike kinds are never compared', () => {
    expect(isNoWider([onceAWeek], [emailOnly])).toBe(false)
    expect(isNoWider([emailOnly], [onceAWeek])).toBe(false)
  })
})
