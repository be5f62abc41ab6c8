import { describe, expect, test } from 'vitest'
import type { NoticePart, Role } from '../../policies/pack.ts'
import type { RestrictionProposal } from '../../rules/case.ts'
import { instantAt } from '../../rules/london.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { partsToTell } from '../../rules/notice-told.ts'
import type { Measure } from '../../rules/restriction.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { anException, aProposal, now, writtenOnly } from './case-factories.ts'
import { aRestriction, onceAWeek, tuesdayMornings } from './factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const a2dominion = demonstrationPolicy('a2dominion')
const stonewater = demonstrationPolicy('stonewater')
const policy2024 = demonstrationPolicy('policy-2024')

function ask(over: Partial<RestrictionProposal>, policy = karbon, at = now) {
  return mayRestrict(aProposal(policy, over), policy, at)
}

describe('who decides (I3)', () => {
  test.each<[string, typeof karbon, Role, string | string[]]>([
    ['Karbon 4.3: a manager', karbon, 'manager', 'yes'],
    ['Karbon 4.3: an officer', karbon, 'officer', ['not-the-role']],
    ['Karbon: a contractor', karbon, 'contractor', ['contractor-cannot-decide']],
    ['Amplius: a head of service', amplius, 'head', 'yes'],
    ['Amplius: a director', amplius, 'director', 'yes'],
    ['Amplius: a manager', amplius, 'manager', ['not-the-role']],
  ])('%s', (_, policy, role, expected) => {
    expect(codes(ask({ decidedBy: { id: 'x', role } }, policy))).toEqual(expected)
  })

  test('the refusal names the clause, or the landlord’s own dated decision', () => {
    expect(ask({ decidedBy: { id: 'x', role: 'officer' } })).toEqual({
      no: [{ code: 'not-the-role', clause: '4.3', facts: { role: 'officer' } }],
    })
    const { authoriserRoles } = a2dominion
    if (authoriserRoles.source !== 'landlord') throw new Error('A2Dominion does not say who decides.')
    const { decidedOn, decidedBy } = authoriserRoles
    expect(ask({ decidedBy: { id: 'x', role: 'officer' } }, a2dominion)).toEqual({
      no: [{ code: 'not-the-role', clause: null, facts: { role: 'officer', decidedOn, decidedBy } }],
    })
  })

  test('nobody: no', () => expect(rules(ask({ decidedBy: null }))).toEqual([['nobody-named', 'I3']]))
})

describe('reason, evidence, conduct and dates (I6)', () => {
  test.each<[string, Partial<RestrictionProposal>, string[][]]>([
    ['no reason', { reason: ' ' }, [['no-reason', 'I6']]],
    ['no measure', { measures: [] }, [['no-measure', 'I6']]],
    [
      'conduct that the document lacks',
      { category: 'odd', warnings: [] },
      [
        ['conduct-not-in-policy', 'I6'],
        ['no-warning-first', 'Box after 1.3'],
      ],
    ],
    [
      'no evidence',
      { evidence: [] },
      [
        ['no-evidence', '4.2'],
        ['nothing-new-since-warning', 'Box after 1.3'],
      ],
    ],
  ])('%s', (_, over, expected) => expect(rules(ask(over))).toEqual(expected))

  test.each([
    ['no start', { startsAt: new Date(Number.NaN) }],
    ['no end', { endsAt: new Date(Number.NaN) }],
    ['an end past every calendar', { endsAt: new Date('3000-01-01T00:00Z') }],
    ['a start before every case', { startsAt: new Date('1999-12-31T23:59Z') }],
  ])('%s: the answer is no, and nothing throws', (_, over) => {
    expect(rules(ask(over))).toEqual([['no-start-or-end', 'I6']])
  })

  test('a start and an end that a calendar has are judged as they are', () => {
    const far = { startsAt: new Date('2000-01-01T00:00Z'), endsAt: new Date('2999-12-31T23:59Z') }
    expect(codes(ask(far))).not.toContain('no-start-or-end')
  })

  test.each([
    ['now', now, 'yes'],
    ['a moment ago', new Date(now.getTime() - 1), ['starts-before-decided']],
  ])('it starts %s', (_, startsAt, expected) => {
    const notice = { parts: partsToTell(karbon, [writtenOnly(karbon)], false), receivedAt: startsAt }
    expect(codes(ask({ startsAt, notice, reviewOn: '2027-02-01', whyLonger: 'Why.' }))).toEqual(expected)
  })

  test.each([
    [0, ['ends-before-it-starts', 'review-after-the-end']],
    [1, ['review-after-the-end']],
  ])('it ends %i milliseconds after it starts', (more, expected) => {
    const { startsAt } = aProposal(karbon)
    expect(codes(ask({ endsAt: new Date(startsAt.getTime() + more) }))).toEqual(expected)
  })
})

describe('how long: the usual time, longer with a reason, never past twelve months (I6)', () => {
  const until = (day: string, over: Partial<RestrictionProposal> = {}) => ({
    endsAt: instantAt(day),
    ...over,
  })
  const usual = karbon.durationMonths.value

  test('the landlord’s usual time under Karbon', () => expect(usual).toBeLessThan(12))

  test.each([
    ['the last day of the usual time', 0, 'yes'],
    ['one day more', 1, ['longer-needs-a-reason']],
  ])('%s', (_, more, expected) => {
    const proposal = aProposal(karbon)
    const endsAt = new Date(proposal.endsAt.getTime() + more * 86_400_000)
    expect(codes(mayRestrict({ ...proposal, endsAt }, karbon, now))).toEqual(expected)
    expect(codes(mayRestrict({ ...proposal, endsAt, whyLonger: 'It went on for years.' }, karbon, now))).toBe(
      'yes',
    )
  })

  test('the refusal says what is usual and who decided that', () => {
    const proposal = aProposal(karbon)
    const endsAt = new Date(proposal.endsAt.getTime() + 86_400_000)
    expect(mayRestrict({ ...proposal, endsAt }, karbon, now)).toMatchObject({
      no: [{ clause: null, facts: { months: usual, decidedBy: expect.any(String) } }],
    })
  })

  test.each([
    ['2027-12-02', 'yes'],
    ['2027-12-03', ['past-longest-time']],
  ])('from 1 December 2026 up to midnight before %s', (day, expected) => {
    expect(codes(ask(until(day, { whyLonger: 'Why.' })))).toEqual(expected)
  })

  test('A2Dominion 3.4.3: twelve months is usual, and no reason takes it further', () => {
    expect(codes(ask(until('2027-12-02'), a2dominion))).toBe('yes')
    expect(rules(ask(until('2027-12-03'), a2dominion))).toEqual([
      ['longer-needs-a-reason', '3.4.3'],
      ['past-longest-time', 'I6'],
    ])
  })
})

describe('how wide: more than one measure at once needs a reason', () => {
  const measures = [writtenOnly(amplius), onceAWeek]
  const beside = (over: object) => ({ others: [aRestriction([onceAWeek], over)] })
  const { startsAt, endsAt } = aProposal(amplius)

  test.each<[string, Partial<RestrictionProposal>, string | string[]]>([
    ['one', {}, 'yes'],
    ['two', { measures }, ['wider-needs-a-reason']],
    ['two, with a blank reason', { measures, whyWider: ' ' }, ['wider-needs-a-reason']],
    ['two, with a reason', { measures, whyWider: 'Both were tried alone.' }, 'yes'],
    ['one beside another restriction', beside({}), ['wider-needs-a-reason']],
    ['one beside another that was lifted', beside({ liftedAt: now }), 'yes'],
    ['one beside another that is over by then', beside({ endsAt: startsAt }), 'yes'],
    [
      'one beside another that is over a moment later',
      beside({ endsAt: new Date(startsAt.getTime() + 1) }),
      ['wider-needs-a-reason'],
    ],
    [
      'one beside another that starts when it ends',
      beside({ startsAt: endsAt, endsAt: new Date('2028-01-01') }),
      'yes',
    ],
    [
      'one beside another that starts just before',
      beside({ startsAt: new Date(endsAt.getTime() - 1), endsAt: new Date('2028-01-01') }),
      ['wider-needs-a-reason'],
    ],
    ['none beside another', { ...beside({}), measures: [] }, ['no-measure']],
  ])('%s', (_, over, expected) => {
    expect(codes(ask(over, amplius))).toEqual(expected)
  })

  test('the clause is the policy’s word on proportion, or Clearway’s (I6)', () => {
    expect(rules(ask({ measures }, amplius))).toEqual([['wider-needs-a-reason', 'Sanctions, paragraph 9']])
    expect(rules(ask({ measures }, policy2024))).toEqual([['wider-needs-a-reason', 'I6']])
    const silent = { ...karbon, pack: { ...karbon.pack, assessments: 'silent' as const } }
    expect(rules(ask({ measures }, silent))).toEqual([['wider-needs-a-reason', 'I6']])
  })
})

describe('which measures', () => {
  const closed = (measuresOpen: typeof karbon.pack.measuresOpen) => ({
    ...karbon,
    pack: { ...karbon.pack, measuresOpen },
  })
  const involvement: Measure = { code: 'involvement', detail: 'Meetings.', clause: '4.4' }

  test('Karbon 4.4 lists only the likeliest, so another may be used', () => {
    expect(codes(ask({ measures: [involvement] }))).toBe('yes')
  })

  test('a closed list is kept to, with its clause, and so is one that nobody opened (I6)', () => {
    const over = { measures: [involvement] }
    expect(ask(over, closed({ says: false, clause: '9.9' }))).toEqual({
      no: [{ code: 'measure-not-listed', clause: '9.9', facts: { measure: 'involvement' } }],
    })
    expect(rules(ask(over, closed('silent')))).toEqual([['measure-not-listed', 'I6']])
    expect(codes(ask({}, closed({ says: false, clause: '9.9' })))).toBe('yes')
  })

  test.each([
    ['2026-12-15', 'yes'],
    ['2026-12-16', ['pause-too-long']],
  ])(
    'A2Dominion 3.4.1: contact rests ten working days at the most: from 1 December to midnight before %s',
    (day, expected) => {
      const over = {
        measures: [{ code: 'pause', clause: '3.4.1' } as Measure],
        endsAt: instantAt(day),
        reviewOn: '2026-12-08',
      }
      expect(codes(ask(over, a2dominion))).toEqual(expected)
    },
  )

  test('the pause over Christmas counts working days of the landlord’s nation', () => {
    const pause = {
      measures: [{ code: 'pause', clause: '3.4.1' } as Measure],
      startsAt: instantAt('2026-12-21'),
      reviewOn: '2026-12-28',
    }
    expect(codes(ask({ ...pause, endsAt: instantAt('2027-01-07') }, a2dominion))).toBe('yes')
    expect(rules(ask({ ...pause, endsAt: instantAt('2027-01-08') }, a2dominion))).toEqual([
      ['pause-too-long', 'I2'],
    ])
  })

  test('a pause past the last known bank holiday: no, and nothing throws', () => {
    const startsAt = instantAt('2028-12-27')
    const over = {
      measures: [{ code: 'pause', clause: '3.4.1' } as Measure],
      startsAt,
      endsAt: instantAt('2028-12-30'),
      reviewOn: '2028-12-28',
    }
    expect(codes(ask(over, a2dominion))).toEqual(['pause-too-long'])
  })

  const agency: Measure = {
    code: 'through-representative',
    name: 'Citizens Help',
    address: 'x@y.example',
    clause: '4.5',
  }
  test.each([
    [null, ['agency-has-not-accepted']],
    ['2026-11-24', 'yes'],
    ['2026-11-25', ['agency-has-not-accepted']],
  ])(
    'Stonewater 4.5: contact through an agency once that said yes in writing: %s',
    (agencyAcceptedOn, expected) => {
      expect(codes(ask({ measures: [agency], agencyAcceptedOn }, stonewater))).toEqual(expected)
    },
  )
})

describe('when it is reviewed', () => {
  test.each([
    ['2026-12-31', [['review-too-soon', '5.2']]],
    ['2027-01-01', 'yes'],
    ['2027-03-01', 'yes'],
    ['2027-03-02', [['review-too-late', '5.2']]],
  ])('Stonewater 5.2, from one month to three: %s', (reviewOn, expected) => {
    const over = { reviewOn, endsAt: instantAt('2027-04-01'), whyLonger: 'Why.' }
    expect(rules(ask(over, stonewater))).toEqual(expected)
  })

  test.each([
    ['the last day of one that is shorter than that', '2026-12-14', 'yes'],
    ['the day before it', '2026-12-13', ['review-too-soon']],
    ['the day after it', '2026-12-15', ['review-after-the-end']],
  ])('Stonewater 5.2: %s', (_, reviewOn, expected) => {
    expect(codes(ask({ reviewOn, endsAt: instantAt('2026-12-15') }, stonewater))).toEqual(expected)
  })

  test.each([
    ['2027-03-01', 'yes'],
    ['2027-03-02', [['review-too-late', 'Sanctions, paragraph 11']]],
    ['2026-12-02', 'yes'],
    ['2026-12-01', [['review-not-ahead', 'I6']]],
  ])('Amplius, Sanctions, every three months: %s', (reviewOn, expected) => {
    const over = { reviewOn, endsAt: instantAt('2027-05-01'), whyLonger: 'Why.' }
    expect(rules(ask(over, amplius))).toEqual(expected)
  })

  test.each([
    ['2027-06-01', 'yes'],
    ['2027-06-02', [['review-past-ceiling', 'I6']]],
  ])('A2Dominion 4.3 says once a year, Clearway at least every six months: %s', (reviewOn, expected) => {
    const every = { value: 12, source: 'policy' as const, clause: '4.3' }
    const policy = { ...a2dominion, reviewEveryMonths: every }
    expect(rules(ask({ reviewOn }, policy))).toEqual(expected)
  })
})

describe('the notice is whole, and comes before effect (I10)', () => {
  const all = partsToTell(amplius, [writtenOnly(amplius)], false)

  test('Amplius, Sanctions and Appendix B: what it says, and what Clearway adds', () => {
    expect(all).toEqual([
      'why',
      'action',
      'duration',
      'if-it-continues',
      'appeal-right',
      'appeal-hearer',
      'how',
      'review',
    ])
  })

  test('a part that has something to be about is told as well', () => {
    const named: Measure = { code: 'named-colleague', colleague: 'sam', clause: 'x' }
    const extra = (measures: Measure[], withMarker = false) =>
      partsToTell(amplius, measures, withMarker).filter((part) => !all.includes(part))
    expect(extra([named])).toEqual(['colleague-name-and-contact'])
    expect(extra([onceAWeek])).toEqual(['how-often'])
    expect(extra([tuesdayMornings])).toEqual(['when'])
    expect(extra([], true)).toEqual(['marker-review'])
  })

  test('a silent document: Clearway’s own five (Stonewater 5.1 gives no list)', () => {
    expect(partsToTell(stonewater, [], false)).toEqual([
      'why',
      'action',
      'duration',
      'review',
      'appeal-right',
    ])
  })

  test.each(all)('without %s it is not whole', (left) => {
    const parts = all.filter((part) => part !== left)
    const answer = ask({ notice: { parts, receivedAt: now } }, amplius)
    const own = (amplius.pack.notice.parts as { code: NoticePart; clause: string }[]).find(
      ({ code }) => code === left,
    )
    expect(rules(answer)).toEqual([['notice-leaves-out', own?.clause ?? 'I6']])
  })

  test('Clearway’s own part says so under a silent document', () => {
    const notice = { parts: ['why', 'action', 'duration', 'review'] as NoticePart[], receivedAt: now }
    expect(ask({ notice }, stonewater)).toEqual({
      no: [{ code: 'notice-leaves-out', clause: null, facts: { invariant: 'I6', part: 'appeal-right' } }],
    })
  })

  const { startsAt } = aProposal(amplius)
  test.each([
    ['as it starts', startsAt, 'yes'],
    ['a moment later', new Date(startsAt.getTime() + 1), [['notice-after-effect', 'I10']]],
    ['never', null, [['notice-after-effect', 'I10']]],
  ])('it is received %s', (_, receivedAt, expected) => {
    expect(rules(ask({ notice: { parts: all, receivedAt } }, amplius))).toEqual(expected)
  })

  test('there is none: no, save for somebody’s safety, and then it follows', () => {
    expect(rules(ask({ notice: null }, amplius))).toEqual([['no-notice', 'I10']])
    expect(codes(ask({ notice: null, immediateSafety: anException(amplius) }, amplius))).toBe('yes')
  })

  test('for somebody’s safety it may come late, and is whole even so', () => {
    const immediateSafety = anException(amplius)
    expect(codes(ask({ notice: { parts: all, receivedAt: null }, immediateSafety }, amplius))).toBe('yes')
    expect(
      codes(ask({ notice: { parts: all.slice(1), receivedAt: null }, immediateSafety }, amplius)),
    ).toEqual(['notice-leaves-out'])
  })
})
