import { describe, expect, test } from 'vitest'
import { instantAt } from '../../rules/london.ts'
import { mayLift } from '../../rules/may-lift.ts'
import { mayExtend, mayVary, type Variation } from '../../rules/may-vary.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { anIncident, aProposal, now, theAuthoriser } from './case-factories.ts'
import { aRestriction, letterOnly, onceAWeek } from './factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const running = aRestriction([onceAWeek], { id: 'R-1', endsAt: instantAt('2027-02-01') })

/** Changed to email and letters from 1 December, decided on 24 November. In force since 1 November. */
function aVariation(over: Partial<Variation> = {}, policy = amplius): Variation {
  return {
    restriction: running,
    earlierReasons: ['Shouting in October.'],
    lastDecidedOn: '2026-11-09',
    proposal: aProposal(policy, { others: [running] }),
    ...over,
  }
}

describe('a variation is a new decision, with a reason, evidence and notice of its own', () => {
  const proposal = aProposal(amplius, { others: [running] })
  test.each<[string, Partial<Variation>, string | string[]]>([
    ['all of them', {}, 'yes'],
    [
      'the reason of before',
      { earlierReasons: [proposal.reason.toUpperCase()] },
      ['needs-a-reason-of-its-own'],
    ],
    [
      'evidence of the day of the last decision',
      { lastDecidedOn: '2026-11-10' },
      ['needs-evidence-of-its-own'],
    ],
    [
      'one of two new',
      { proposal: { ...proposal, evidence: [anIncident({ on: '2026-11-05' }), anIncident()] } },
      'yes',
    ],
    ['no notice', { proposal: { ...proposal, notice: null } }, ['no-notice']],
    ['nobody', { proposal: { ...proposal, decidedBy: null } }, ['nobody-named']],
    ['one that stopped', { restriction: { ...running, liftedAt: now } }, ['not-in-force']],
  ])('%s', (_, over, expected) => {
    expect(codes(mayVary(aVariation(over), amplius, now))).toEqual(expected)
  })

  test('what it replaces is not counted beside it; what stays is', () => {
    const other = aRestriction([letterOnly], { id: 'R-2', endsAt: instantAt('2027-02-01') })
    const both = { ...proposal, others: [running, other] }
    expect(codes(mayVary(aVariation({ proposal: both }), amplius, now))).toEqual(['wider-needs-a-reason'])
  })

  test('whose rule it is: Clearway’s (I3, I6)', () => {
    const over = {
      earlierReasons: [proposal.reason],
      lastDecidedOn: '2026-11-10',
      restriction: { ...running, liftedAt: now },
    }
    expect(rules(mayVary(aVariation(over), amplius, now))).toEqual([
      ['not-in-force', 'I6'],
      ['needs-a-reason-of-its-own', 'I3'],
      ['needs-evidence-of-its-own', 'I3'],
    ])
  })
})

describe('an extension is a new decision too, and no chain of them outlasts twelve months (I6)', () => {
  const until = (day: string): Partial<Variation> => ({
    proposal: aProposal(karbon, {
      endsAt: instantAt(day),
      reviewOn: '2027-01-31',
      whyLonger: 'It goes on.',
    }),
  })
  test.each<[string, Partial<Variation>, string | string[]]>([
    ['to when it ends now', until('2027-02-01'), ['not-longer']],
    ['a day longer', until('2027-02-02'), 'yes'],
    ['twelve months from its first day', until('2027-11-02'), 'yes'],
    ['a day past that', until('2027-11-03'), ['past-longest-time']],
  ])('%s', (_, over, expected) => {
    expect(codes(mayExtend(aVariation(over, karbon), karbon, now))).toEqual(expected)
  })

  test('it is refused for all that a variation is refused for', () => {
    const stopped = { ...until('2027-06-01'), restriction: { ...running, liftedAt: now } }
    expect(rules(mayExtend(aVariation(stopped, karbon), karbon, now))).toEqual([['not-in-force', 'I6']])
  })
})

describe('lifting asks for a person of the role and a reason, and nothing more', () => {
  const manager = theAuthoriser(karbon)
  test.each([
    ['a manager with a reason', running, manager, 'Better now.', 'yes'],
    [
      'one that has not begun',
      { ...running, startsAt: instantAt('2026-12-01') },
      manager,
      'Not needed.',
      'yes',
    ],
    ['no reason', running, manager, ' ', [['no-reason', 'I6']]],
    ['an officer', running, { id: 'o', role: 'officer' as const }, 'Better.', [['not-the-role', '4.3']]],
    ['nobody', running, null, 'Better.', [['nobody-named', 'I3']]],
    ['lifted a moment ago', { ...running, liftedAt: now }, manager, 'Better.', [['stopped-already', 'I6']]],
    ['ending a moment later', { ...running, endsAt: new Date(now.getTime() + 1) }, manager, 'Better.', 'yes'],
  ] as const)('%s', (_, restriction, by, reason, expected) => {
    expect(rules(mayLift(restriction, by, reason, karbon, now))).toEqual(expected)
  })
})
