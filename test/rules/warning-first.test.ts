import { describe, expect, test } from 'vitest'
import type { Warning } from '../../rules/case.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { warningRule } from '../../rules/warning-first.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { anException, anIncident, aProposal, aWarning, now, theAuthoriser } from './case-factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const a2dominion = demonstrationPolicy('a2dominion')
const policy2024 = demonstrationPolicy('policy-2024')
const stonewater = demonstrationPolicy('stonewater')

describe('which step each document puts first', () => {
  test.each([
    ['Karbon, box after 1.3', karbon, 'aggressive-or-abusive', 'mandatory', 'Box after 1.3'],
    ['Amplius, Sanctions', amplius, 'unreasonable-demands', 'normally', 'Sanctions, paragraph 2'],
    ['Stonewater 4.3', stonewater, 'abusive', 'normally', '4.3'],
    ['A2Dominion 3.3.2, demands', a2dominion, 'unreasonable-demands', 'mandatory', '3.3.2'],
    ['A2Dominion, behaviour: silent', a2dominion, 'unacceptable-behaviour', 'normally', null],
    ['A2Dominion, a category it lacks', a2dominion, 'odd', 'normally', null],
    ['Policy 2024: a finding', policy2024, 'unreasonable-demands', 'finding', 'Appendix A'],
  ] as const)('%s', (_, { pack }, category, rule, clause) => {
    const found = warningRule(pack, category)
    const own = pack.steps.finding === 'silent' ? '' : pack.steps.finding.clause
    expect(found).toEqual({ rule, clause: rule === 'finding' ? own : clause })
  })

  test('a document that knows neither warning nor finding: normally, and the rule is Clearway’s (I6)', () => {
    const steps = { ...karbon.pack.steps, warning: 'silent' as const, finding: 'silent' as const }
    expect(warningRule({ ...karbon.pack, steps }, 'x')).toEqual({ rule: 'normally', clause: null })
  })
})

describe('Karbon, box after 1.3: nothing is done until a written warning was received, and it went on', () => {
  const received = (at: string | null): Warning[] => [
    aWarning(karbon, { receivedAt: at ? new Date(at) : null }),
  ]
  const cases: [string, Warning[], string, string | string[]][] = [
    ['no warning', [], '2026-11-10', ['no-warning-first']],
    ['a warning that did not arrive', received(null), '2026-11-10', ['warning-not-delivered']],
    ['one that arrives tomorrow', received('2026-11-25T09:00Z'), '2026-11-24', ['warning-not-delivered']],
    [
      'an incident of the day before',
      received('2026-11-09T10:00Z'),
      '2026-11-08',
      ['nothing-new-since-warning'],
    ],
    [
      'an incident of the same day',
      received('2026-11-09T10:00Z'),
      '2026-11-09',
      ['nothing-new-since-warning'],
    ],
    ['an incident of the day after', received('2026-11-09T10:00Z'), '2026-11-10', 'yes'],
    [
      'received today at the last moment',
      received('2026-11-24T23:59:59Z'),
      '2026-11-24',
      ['nothing-new-since-warning'],
    ],
    [
      'a first that did not arrive, a second that did',
      [...received(null), ...received('2026-11-09T10:00Z')],
      '2026-11-10',
      'yes',
    ],
  ]
  test.each(cases)('%s', (_, warnings, on, expected) => {
    const proposal = aProposal(karbon, { warnings, evidence: [anIncident({ on })] })
    expect(codes(mayRestrict(proposal, karbon, now))).toEqual(expected)
  })

  test('one incident after the warning is enough, whatever came before it', () => {
    const evidence = [anIncident({ on: '2026-10-01' }), anIncident({ on: '2026-11-03' })]
    expect(codes(mayRestrict(aProposal(karbon, { evidence }), karbon, now))).toBe('yes')
  })

  test('a finding is not a warning', () => {
    const proposal = aProposal(karbon, { warnings: [aWarning(karbon, { kind: 'finding' })] })
    expect(mayRestrict(proposal, karbon, now)).toEqual({
      no: [{ code: 'no-warning-first', clause: 'Box after 1.3', facts: { rule: 'mandatory' } }],
    })
  })

  test('a warning about other conduct is not this warning; where kinds count together (Amplius) it is', () => {
    const other = (policy: typeof karbon) =>
      aProposal(policy, { warnings: [aWarning(policy, { category: policy.pack.categories[1]?.code ?? '' })] })
    expect(codes(mayRestrict(other(karbon), karbon, now))).toEqual(['no-warning-first'])
    expect(codes(mayRestrict(other(amplius), amplius, now))).toBe('yes')
  })

  test('a reason for having none does not replace a warning that must be', () => {
    const noWarning = { authorisedBy: theAuthoriser(karbon), reason: 'It was urgent.' }
    expect(codes(mayRestrict(aProposal(karbon, { warnings: [], noWarning }), karbon, now))).toEqual([
      'no-warning-first',
    ])
  })

  test('Karbon 4.5: when somebody is in danger now, the recorded exception stands in for it', () => {
    const proposal = aProposal(karbon, { warnings: [], immediateSafety: anException(karbon) })
    expect(codes(mayRestrict(proposal, karbon, now))).toBe('yes')
  })
})

describe('Amplius, Sanctions and Stonewater 4.3: a warning in most cases, or a recorded reason why not', () => {
  test.each([
    ['no reason', null, [['no-warning-first', 'Sanctions, paragraph 2']]],
    ['a blank one', { by: 'ok', reason: ' ' }, [['no-reason-for-no-warning', 'I6']]],
    ['a reason of whoever may decide', { by: 'ok', reason: 'He moves on Friday.' }, 'yes'],
    [
      'a reason of an officer',
      { by: 'officer', reason: 'He moves on Friday.' },
      [['not-the-role', 'Sanctions, paragraph 4']],
    ],
  ] as const)('%s', (_, why, expected) => {
    const authorisedBy = why?.by === 'ok' ? theAuthoriser(amplius) : { id: 'o', role: 'officer' as const }
    const noWarning = why && { authorisedBy, reason: why.reason }
    const proposal = aProposal(amplius, { warnings: [], noWarning })
    expect(rules(mayRestrict(proposal, amplius, now))).toEqual(expected)
  })

  test('who has a good warning needs no reason for having none', () => {
    const noWarning = { authorisedBy: { id: 'o', role: 'contractor' as const }, reason: '' }
    expect(codes(mayRestrict(aProposal(stonewater, { noWarning }), stonewater, now))).toBe('yes')
  })
})

describe('A2Dominion 3.3.2: demands and too much contact get a chance to change first', () => {
  test('without it, nothing; the same without it under the other category needs a reason (I6)', () => {
    const bare = { warnings: [], noWarning: { authorisedBy: theAuthoriser(a2dominion), reason: 'A threat.' } }
    const demands = aProposal(a2dominion, { ...bare, category: 'unreasonable-demands' })
    const behaviour = aProposal(a2dominion, { ...bare, category: 'unacceptable-behaviour' })
    expect(rules(mayRestrict(demands, a2dominion, now))).toEqual([['no-warning-first', '3.3.2']])
    expect(codes(mayRestrict(behaviour, a2dominion, now))).toBe('yes')
  })

  test('silence is filled by Clearway: without warning or reason, no (I6)', () => {
    const proposal = aProposal(a2dominion, { warnings: [], category: 'unacceptable-behaviour' })
    expect(rules(mayRestrict(proposal, a2dominion, now))).toEqual([['no-warning-first', 'I6']])
  })
})

describe('Policy 2024: the finding is told, and the behaviour has to stop', () => {
  test.each([
    ['finding', 'yes'],
    ['warning', 'yes'],
  ] as const)('a %s that was received is the step before', (kind, expected) => {
    const proposal = aProposal(policy2024, { warnings: [aWarning(policy2024, { kind })] })
    expect(codes(mayRestrict(proposal, policy2024, now))).toBe(expected)
  })

  test('a finding that was not received is not', () => {
    const warnings = [aWarning(policy2024, { kind: 'finding', receivedAt: null })]
    expect(codes(mayRestrict(aProposal(policy2024, { warnings }), policy2024, now))).toEqual([
      'warning-not-delivered',
    ])
  })
})
