import { describe, expect, test } from 'vitest'
import type { WarningProposal } from '../../rules/case.ts'
import { mayWarn } from '../../rules/may-warn.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { anIncident, aWarningProposal, now } from './case-factories.ts'

const karbon = demonstrationPolicy('karbon')
const stonewater = demonstrationPolicy('stonewater')
const amplius = demonstrationPolicy('amplius')

describe('Karbon, box after 1.3: what a written warning says', () => {
  test('the behaviour, dates and times where known, and what will be done: with all three it may go', () => {
    const states = ['behaviour', 'dates-and-times-where-known', 'proposed-action'] as const
    expect(mayWarn(aWarningProposal(karbon, { states: [...states] }), karbon, now)).toEqual({ yes: true })
  })

  test.each([
    ['behaviour', ['dates-and-times-where-known', 'proposed-action']],
    ['dates-and-times-where-known', ['behaviour', 'proposed-action']],
    ['proposed-action', ['behaviour', 'dates-and-times-where-known']],
  ] as const)('without %s it may not', (part, states) => {
    expect(mayWarn(aWarningProposal(karbon, { states: [...states] }), karbon, now)).toEqual({
      no: [{ code: 'warning-leaves-out', clause: 'Box after 1.3', facts: { part } }],
    })
  })

  test('a policy without warnings asks for nothing in one', () => {
    const quiet = demonstrationPolicy('policy-2024')
    expect(codes(mayWarn(aWarningProposal(quiet, { states: [] }), quiet, now))).toBe('yes')
  })
})

describe('a warning is given by a named person of a fitting role, about dated conduct (I3, I6)', () => {
  const cases: [string, Partial<WarningProposal>, string[][]][] = [
    ['nobody', { by: null }, [['nobody-named', 'I3']]],
    ['a contractor', { by: { id: 'c', role: 'contractor' } }, [['contractor-cannot-decide', 'I3']]],
    ['a category that the policy lacks', { category: 'odd' }, [['conduct-not-in-policy', 'I6']]],
    ['no conduct', { conduct: ' \n' }, [['conduct-not-described', 'I6']]],
    ['nothing proposed', { proposed: '' }, [['nothing-proposed', 'I6']]],
    ['no evidence', { evidence: [] }, [['no-evidence', '4.2']]],
    ['evidence of no words', { evidence: [anIncident({ what: ' ' })] }, [['evidence-says-nothing', '4.2']]],
    ['evidence of today', { evidence: [anIncident({ on: '2026-11-24' })] }, []],
    ['of tomorrow', { evidence: [anIncident({ on: '2026-11-25' })] }, [['evidence-not-yet-happened', '4.2']]],
  ]
  test.each(cases)('with %s', (_, over, expected) => {
    expect(rules(mayWarn(aWarningProposal(karbon, over), karbon, now))).toEqual(
      expected.length > 0 ? expected : 'yes',
    )
  })

  test('evidence of a policy that is silent about it rests on Clearway (I6)', () => {
    const silent = { ...karbon, pack: { ...karbon.pack, evidence: 'silent' as const } }
    const none = { ...karbon, pack: { ...karbon.pack, evidence: [] } }
    const answer = { no: [{ code: 'no-evidence', clause: null, facts: { invariant: 'I6' } }] }
    expect(mayWarn(aWarningProposal(karbon, { evidence: [] }), silent, now)).toEqual(answer)
    expect(mayWarn(aWarningProposal(karbon, { evidence: [] }), none, now)).toEqual(answer)
  })

  test('every obstacle is listed, not only the first', () => {
    const empty = { by: null, category: '', conduct: '', evidence: [], proposed: '', states: [] }
    expect(codes(mayWarn(empty, karbon, now))).toEqual([
      'nobody-named',
      'conduct-not-in-policy',
      'conduct-not-described',
      'no-evidence',
      'nothing-proposed',
      'warning-leaves-out',
      'warning-leaves-out',
      'warning-leaves-out',
    ])
  })
})

describe('Stonewater 1.3: a front line colleague with their line manager begins', () => {
  test.each([
    ['officer', 'yes'],
    ['manager', 'yes'],
    ['appeals', ['not-the-role']],
  ] as const)('%s', (role, expected) => {
    const warning = aWarningProposal(stonewater, { by: { id: 'x', role } })
    expect(codes(mayWarn(warning, stonewater, now))).toEqual(expected)
  })

  test('whoever may impose a restriction may warn as well', () => {
    const policy = {
      ...stonewater,
      authoriserRoles: { ...stonewater.authoriserRoles, value: ['appeals' as const] },
    }
    const warning = aWarningProposal(stonewater, { by: { id: 'x', role: 'appeals' } })
    expect(codes(mayWarn(warning, policy, now))).toBe('yes')
  })

  test('the refusal names the clause', () => {
    const warning = aWarningProposal(stonewater, { by: { id: 'x', role: 'appeals' } })
    expect(mayWarn(warning, stonewater, now)).toEqual({
      no: [{ code: 'not-the-role', clause: '1.3', facts: { role: 'appeals' } }],
    })
  })
})

describe('an act that is lawful in itself is evidence only with a reason why this is more (domain: conflicts)', () => {
  const lawful = karbon.pack.categories.flatMap((each) => each.examples).filter((each) => each.lawfulInItself)
  const example = lawful.find(({ code }) => code === 'secret-recording')?.code ?? null

  test.each([
    ['no reason', example, null, [['lawful-act-needs-a-reason', '3.3.2']]],
    ['blank reason', example, '  ', [['lawful-act-needs-a-reason', '3.3.2']]],
    ['a reason', example, 'It was cut and sent to her employer.', 'yes'],
    ['an act that is not lawful', 'threats', null, 'yes'],
    ['an act of no example', null, null, 'yes'],
  ] as const)('Karbon 3.3.2, recording: %s', (_, code, why, expected) => {
    const evidence = [anIncident({ example: code, whyMoreThanARight: why })]
    expect(rules(mayWarn(aWarningProposal(karbon, { evidence }), karbon, now))).toEqual(expected)
  })
})

test('Amplius, Sanctions: a warning rests on the document’s own words for it', () => {
  expect(rules(mayWarn(aWarningProposal(amplius, { states: [] }), amplius, now))).toEqual([
    ['warning-leaves-out', 'Sanctions, paragraph 2'],
    ['warning-leaves-out', 'Sanctions, paragraph 2'],
    ['warning-leaves-out', 'Sanctions, measure 1'],
  ])
})
