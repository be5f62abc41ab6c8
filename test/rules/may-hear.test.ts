import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../policies/index.ts'
import { type Role, roles } from '../../policies/pack.ts'
import { calendarOf } from '../../rules/bank-holidays.ts'
import type { Colleague, Part } from '../../rules/case.ts'
import { appealDaysLeft, appealDueOn, appealState, hearerOf, mayHear } from '../../rules/may-hear.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes } from './answers.ts'

const amplius = demonstrationPolicy('amplius')
const karbon = demonstrationPolicy('karbon')
const a2dominion = demonstrationPolicy('a2dominion')
const stonewater = demonstrationPolicy('stonewater')
const calendar = calendarOf('england-and-wales')
const one = (id: string, role: Role): Colleague => ({ id, role })
const part = (colleague: Colleague, what: Part['part'] = 'decision'): Part => ({ colleague, part: what })

describe('the role that the policy names', () => {
  test.each<[string, typeof karbon, Role, boolean]>([
    ['Amplius: the Director of Customer Operations', amplius, 'director', true],
    ['Amplius: a head of service', amplius, 'head', false],
    ['A2Dominion 4.2: a Head of Service', a2dominion, 'head', true],
    ['A2Dominion 4.2: a manager', a2dominion, 'manager', false],
  ])('%s', (_, policy, role, may) => {
    expect(codes(mayHear(one('noor', role), [], policy))).toEqual(may ? 'yes' : ['not-the-role'])
  })

  test('the refusal names the clause', () => {
    expect(mayHear(one('noor', 'manager'), [], a2dominion)).toEqual({
      no: [{ code: 'not-the-role', clause: '4.2', facts: { role: 'manager' } }],
    })
  })
})

describe('no earlier part in the case (I8; Karbon 4.7, Stonewater 5.6)', () => {
  const hearer = one('noor', karbon.appealHearerRole.value)
  const kinds: Part['part'][] = ['evidence', 'warning', 'decision', 'review', 'marker', 'exception']

  test.each(kinds)('who had a part in the %s does not hear it; who had none does', (kind) => {
    expect(mayHear(hearer, [part(hearer, kind)], karbon)).toEqual({
      no: [{ code: 'took-an-earlier-part', clause: '4.7', facts: { part: kind } }],
    })
    expect(codes(mayHear(hearer, [part({ ...hearer, id: 'else' }, kind)], karbon))).toBe('yes')
  })

  test('where the document does not say so, it is Clearway’s (I8), and both tests can fail at once', () => {
    const officer = one('sam', 'officer')
    expect(mayHear(officer, [part(officer, 'evidence'), part(officer, 'warning')], amplius)).toEqual({
      no: [
        { code: 'not-the-role', clause: 'Sanctions, paragraph 8', facts: { role: 'officer' } },
        { code: 'took-an-earlier-part', clause: null, facts: { invariant: 'I8', part: 'evidence' } },
        { code: 'took-an-earlier-part', clause: null, facts: { invariant: 'I8', part: 'warning' } },
      ],
    })
  })
})

describe('when the first hearer took a part, the landlord’s alternate hears it', () => {
  const first = one('ada', amplius.appealHearerRole.value)
  const alternate = one('bo', amplius.appealAlternateRole.value)

  test('only then', () => {
    expect(codes(mayHear(alternate, [], amplius))).toEqual(['not-the-role'])
    expect(codes(mayHear(alternate, [part(one('sam', 'officer'))], amplius))).toEqual(['not-the-role'])
    expect(codes(mayHear(alternate, [part(first)], amplius))).toBe('yes')
    expect(codes(mayHear(alternate, [part(one('sam', 'officer')), part(first)], amplius))).toBe('yes')
  })

  test('another person of the first role may hear it too, and an alternate with a part may not', () => {
    expect(codes(mayHear({ ...first, id: 'cy' }, [part(first)], amplius))).toBe('yes')
    expect(codes(mayHear(alternate, [part(first), part(alternate)], amplius))).toEqual([
      'took-an-earlier-part',
    ])
  })
})

test('property: whoever took any part is never accepted, under any policy, in any role (I8)', () => {
  const anyColleague = fc.record({ id: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom(...roles) })
  const anyPart = fc.record({
    colleague: anyColleague,
    part: fc.constantFrom<Part['part']>('evidence', 'warning', 'decision', 'review'),
  })
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(packs)),
      anyColleague,
      fc.array(anyPart),
      (key, hearer, parts) => {
        const answer = mayHear(hearer, parts, demonstrationPolicy(key))
        if (parts.some(({ colleague }) => colleague.id === hearer.id)) expect(answer).toHaveProperty('no')
      },
    ),
  )
})

describe('when an appeal is answered', () => {
  test.each([
    ['A2Dominion 4.2, received on a Monday', '2026-11-23T09:00:00Z', '2026-12-11'],
    ['on Christmas Day', '2026-12-25T12:00:00Z', '2027-01-18'],
    ['at the last moment of a day', '2026-11-23T23:59:59.999Z', '2026-12-11'],
    ['at the first moment of the next', '2026-11-24T00:00:00Z', '2026-12-14'],
    ['past the last known bank holiday: sooner, never later', '2028-12-28T09:00:00Z', '2029-01-17'],
  ])('%s', (_, receivedAt, due) => {
    expect(appealDueOn(new Date(receivedAt), a2dominion, calendar)).toBe(due)
  })

  test('by the calendar that is known now: a new bank holiday moves it on', () => {
    const more = calendarOf('england-and-wales', ['2026-12-01'])
    expect(appealDueOn(new Date('2026-11-23T09:00:00Z'), a2dominion, more)).toBe('2026-12-14')
  })

  test('a landlord answers sooner than its policy, never later', () => {
    const decided = (value: number) => ({
      ...a2dominion,
      appealDecisionWorkingDays: { value, source: 'policy' as const, clause: '4.2' },
    })
    const at = new Date('2026-11-23T09:00:00Z')
    expect(appealDueOn(at, decided(5), calendar)).toBe('2026-11-30')
    expect(appealDueOn(at, decided(20), calendar)).toBe('2026-12-11')
  })

  test('a silent policy: the landlord’s number (Stonewater)', () => {
    const policy = {
      ...stonewater,
      appealDecisionWorkingDays: { value: 10, source: 'policy' as const, clause: '' },
    }
    expect(appealDueOn(new Date('2026-11-23T09:00:00Z'), policy, calendar)).toBe('2026-12-07')
  })
})

describe('who is to hear it, as the customer is told', () => {
  const director = one('ada', 'director')

  test.each([
    ['Amplius: by the title of the document', amplius, [], 'director', 'Director of Customer Operations'],
    ['Amplius: somebody else where a director took a part', amplius, [part(director)], 'appeals', null],
    ['A2Dominion 4.2', a2dominion, [], 'head', 'Head of Service'],
    ['Karbon 4.7: the document leaves open which role it is', karbon, [], 'appeals', null],
  ] as const)('%s', (_, policy, parts, role, title) => {
    expect(hearerOf(policy, [...parts])).toEqual({ role, title })
  })
})

describe('working days left for the answer', () => {
  test.each([
    ['on the day before a weekend', '2026-12-11T12:00:00Z', 1],
    ['on its last day, all of it', '2026-12-14T23:59:59.999Z', 0],
    ['the moment after', '2026-12-15T00:00:00Z', null],
  ])('%s', (_, now, left) => {
    expect(appealDaysLeft('2026-12-14', new Date(now), calendar)).toBe(left)
  })

  test('bank holidays do not count', () => {
    expect(appealDaysLeft('2026-12-30', new Date('2026-12-24T09:00:00Z'), calendar)).toBe(2)
  })
})

describe('where an appeal has got to', () => {
  test.each([
    ['sent, and nobody has opened it', {}, 'lodged'],
    ['its reviewer has opened it', { wasOpened: true }, 'looked-at'],
    ['the customer added something', { fromUs: [false] }, 'lodged'],
    ['a question waits', { wasOpened: true, fromUs: [false, true] }, 'asked'],
    ['it was answered', { fromUs: [true, false] }, 'looked-at'],
    ['it is decided, whatever was asked last', { isDecided: true, fromUs: [true] }, 'decided'],
  ])('%s', (_, over, state) => {
    expect(appealState({ isDecided: false, wasOpened: false, fromUs: [], ...over })).toBe(state)
  })
})
