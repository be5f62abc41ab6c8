import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channels } from '../../rules/channel.ts'
import { type Contact, decide, type Sender } from '../../rules/decide.ts'
import { type Lane, lanes } from '../../rules/lane.ts'
import type { Measure, Restriction } from '../../rules/restriction.ts'
import {
  aContact,
  aRestriction,
  emailOnly,
  letterOnly,
  onceAWeek,
  parkingClosed,
  tuesdayMornings,
  usageAt,
} from './factories.ts'

const tuesdayTen = new Date('2026-11-24T10:00:00Z')

/** Codes of every reason, for a contact decided at `at` as the `count`th in its span. */
function codes(contact: Contact, restrictions: Restriction[], count = 1, at = tuesdayTen) {
  const decision = decide(contact, restrictions, usageAt(restrictions, at, count), at)
  return [decision.outcome, ...decision.reasons.map((reason) => reason.code)]
}

describe('Amplius, Sanctions: limiting contact to a number of times per week', () => {
  const weekly = [aRestriction([emailOnly, onceAWeek])]

  test.each([
    [1, ['deliver', 'within-limits']],
    [2, ['hold', 'over-limit']],
    [20, ['hold', 'over-limit']],
  ])('contact number %i of the week', (count, expected) => {
    expect(codes(aContact(), weekly, count)).toEqual(expected)
  })

  test('the contact that fits is counted and the one that is held is not', () => {
    const counted = (count: number) =>
      decide(aContact(), weekly, usageAt(weekly, tuesdayTen, count), tuesdayTen).counted
    expect([counted(1), counted(2)]).toEqual([true, false])
  })

  test('a held contact is told that the way opens on Monday at midnight, London time', () => {
    const decision = decide(aContact(), weekly, usageAt(weekly, tuesdayTen, 2), tuesdayTen)
    expect(decision.nextAllowedAt).toEqual(new Date('2026-11-30T00:00:00Z'))
    expect(decision.openRoutes).toEqual([
      { channel: 'email', opensAt: new Date('2026-11-30T00:00:00Z'), windows: [] },
    ])
  })

  test('what could not be counted is delivered and not counted (house idea 4)', () => {
    const decision = decide(aContact(), weekly, new Map(), tuesdayTen)
    expect([decision.outcome, decision.counted, decision.reasons[0]?.code]).toEqual([
      'deliver',
      false,
      'not-counted',
    ])
  })
})

describe('Amplius, Sanctions: limiting contact to certain times and days', () => {
  const tuesdays = [aRestriction([tuesdayMornings])]

  test.each([
    ['2026-11-24T08:59:59Z', 'hold', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24T09:00:00Z', 'deliver', null],
    ['2026-11-24T11:59:59Z', 'deliver', null],
    ['2026-11-24T12:00:00Z', 'hold', '2026-12-01T09:00:00.000Z'],
    ['2026-11-25T10:00:00Z', 'hold', '2026-12-01T09:00:00.000Z'],
    // British Summer Time: 09:00 in London is 08:00 UTC.
    ['2027-03-30T07:59:00Z', 'hold', '2027-03-30T08:00:00.000Z'],
    ['2027-03-30T08:00:00Z', 'deliver', null],
    ['2027-03-30T11:00:00Z', 'hold', '2027-04-06T08:00:00.000Z'],
  ])('at %s: %s', (at, outcome, opens) => {
    const decision = decide(aContact(), tuesdays, new Map(), new Date(at))
    expect([decision.outcome, decision.nextAllowedAt?.toISOString() ?? null]).toEqual([outcome, opens])
  })
})

describe('Amplius, Sanctions: written communication only', () => {
  const letters = [aRestriction([letterOnly])]

  test('an email on a closed channel is held and the letter stays open', () => {
    const decision = decide(aContact(), letters, new Map(), tuesdayTen)
    expect(decision.reasons).toEqual([
      { code: 'channel-closed', restrictionId: 'R-1', clause: 'Sanctions', facts: { channel: 'email' } },
    ])
    expect(decision.openRoutes.map((route) => [route.channel, route.opensAt])).toEqual([['letter', null]])
  })

  test('a letter goes through', () => {
    expect(codes(aContact({ channel: 'letter' }), letters)).toEqual(['deliver', 'within-limits'])
  })
})

describe('Amplius, Sanctions: a matter that is closed is read, acknowledged and recorded', () => {
  const closed = [aRestriction([parkingClosed])]

  test('a message about it is kept for reading', () => {
    expect(codes(aContact({ text: 'My PARKING bay again!' }), closed)).toEqual(['hold', 'subject-closed'])
  })

  test('a message about anything else goes through', () => {
    expect(codes(aContact({ text: 'My rent letter' }), closed)).toEqual(['deliver', 'within-limits'])
  })

  test('no further consideration without new evidence: held without, delivered with', () => {
    const waiting = [aRestriction([{ ...parkingClosed, code: 'no-further-consideration' } as Measure])]
    expect(codes(aContact({ text: 'parking' }), waiting)).toEqual(['hold', 'no-further-consideration'])
    expect(codes(aContact({ text: 'parking', bringsEvidence: true }), waiting)).toEqual([
      'deliver',
      'within-limits',
    ])
  })
})

test('a hold lists every breach, not only the first', () => {
  const all = [aRestriction([letterOnly, onceAWeek, tuesdayMornings, parkingClosed])]
  const wednesday = new Date('2026-11-25T10:00:00Z')
  expect(codes(aContact({ text: 'parking' }), all, 2, wednesday)).toEqual([
    'hold',
    'channel-closed',
    'outside-times',
    'subject-closed',
    'over-limit',
  ])
})

test('several restrictions compose: the next opening suits all of them at once', () => {
  const both = [aRestriction([onceAWeek], { id: 'R-1' }), aRestriction([tuesdayMornings], { id: 'R-2' })]
  const decision = decide(aContact(), both, usageAt(both, tuesdayTen, 2), tuesdayTen)
  expect(decision.nextAllowedAt).toEqual(new Date('2026-12-01T09:00:00Z'))
})

test('ordinary contact goes to the named colleague; an emergency goes to the urgent desk', () => {
  const named = [aRestriction([{ code: 'named-colleague', colleague: 'sam-reed', clause: 'Sanctions' }])]
  const ordinary = decide(aContact(), named, new Map(), tuesdayTen)
  const urgent = decide(aContact({ lane: 'life-safety' }), named, new Map(), tuesdayTen)
  expect([ordinary.colleague, ordinary.desk, urgent.colleague, urgent.desk]).toEqual([
    'sam-reed',
    'contact',
    null,
    'urgent',
  ])
})

describe('I1: urgent needs and repair reports pass every measure, uncounted, and their twins are held', () => {
  const everything = [
    aRestriction([letterOnly, onceAWeek, tuesdayMornings, parkingClosed, { code: 'pause', clause: 'x' }]),
  ]
  const night = new Date('2026-11-26T02:00:00Z')
  const desks: [Lane, string][] = [
    ['life-safety', 'urgent'],
    ['emergency-repair', 'urgent'],
    ['urgent-need', 'urgent'],
    ['repair', 'repairs'],
    ['protected', 'contact'],
  ]

  test.each(desks)('%s goes to the %s desk', (lane, desk) => {
    const decision = decide(
      aContact({ lane, text: 'parking' }),
      everything,
      usageAt(everything, night, 9),
      night,
    )
    expect([decision.outcome, decision.counted, decision.desk]).toEqual(['deliver', false, desk])
  })

  test('the ordinary twin is held', () => {
    expect(codes(aContact({ text: 'parking' }), everything, 9, night)[0]).toBe('hold')
  })
})

describe('I9: what may not be from the restricted person is delivered', () => {
  const senders: Sender[] = ['unverified', 'unknown', 'doubtful', 'robot']
  test.each(senders)('%s sender', (sender) => {
    expect(codes(aContact({ sender }), [aRestriction([letterOnly])])).toEqual(['deliver', `sender-${sender}`])
  })

  test('the twin from the known customer is held', () => {
    expect(codes(aContact(), [aRestriction([letterOnly])])).toEqual(['hold', 'channel-closed'])
  })
})

test('I2: restrictions that together close every channel hold nothing; each alone would', () => {
  const one = aRestriction([emailOnly], { id: 'R-1' })
  const other = aRestriction([letterOnly], { id: 'R-2' })
  expect(codes(aContact({ channel: 'phone' }), [one, other])).toEqual(['deliver', 'no-open-way'])
  expect(codes(aContact({ channel: 'phone' }), [one])).toEqual(['hold', 'channel-closed'])
  expect(codes(aContact({ channel: 'phone' }), [other])).toEqual(['hold', 'channel-closed'])
})

const anyMeasure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    code: fc.constant('channels' as const),
    open: fc.subarray([...channels], { minLength: 1 }),
    clause: fc.constant('c'),
  }),
  fc.record({
    code: fc.constant('frequency' as const),
    limit: fc.integer({ min: 1, max: 5 }),
    per: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    clause: fc.constant('c'),
  }),
  fc.constantFrom<Measure>(
    tuesdayMornings,
    parkingClosed,
    { code: 'pause', clause: 'c' },
    { code: 'significant-only', clause: 'c' },
  ),
)
const anyRestrictions = fc.array(
  fc.array(anyMeasure, { minLength: 1, maxLength: 3 }).map((measures) => aRestriction(measures)),
  {
    maxLength: 3,
  },
)
const anyInstant = fc.date({ min: new Date('2026-10-20'), max: new Date('2027-05-10'), noInvalidDate: true })

describe('properties', () => {
  test('I1, I7: no measure, count or hour holds a contact that is not ordinary', () => {
    fc.assert(
      fc.property(
        anyRestrictions,
        anyInstant,
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...lanes),
        (rs, at, n, lane) => {
          const decision = decide(aContact({ lane }), rs, usageAt(rs, at, n), at)
          expect(lane === 'ordinary' || (decision.outcome === 'deliver' && !decision.counted)).toBe(true)
        },
      ),
    )
  })

  test('lifting a restriction never causes a hold', () => {
    fc.assert(
      fc.property(anyRestrictions, anyInstant, (rs, at) => {
        const before = decide(aContact(), rs, usageAt(rs, at, 2), at)
        const after = decide(aContact(), rs.slice(1), usageAt(rs, at, 2), at)
        const openedByMistake = before.reasons[0]?.code === 'no-open-way'
        expect(before.outcome === 'hold' || openedByMistake || after.outcome === 'deliver').toBe(true)
      }),
    )
  })

  test('a hold always gives a reason, and the time it gives is in the future', () => {
    fc.assert(
      fc.property(anyRestrictions, anyInstant, (rs, at) => {
        const decision = decide(aContact(), rs, usageAt(rs, at, 2), at)
        if (decision.outcome === 'deliver') return
        expect(decision.reasons.length).toBeGreaterThan(0)
        expect(decision.openRoutes.length).toBeGreaterThan(0)
        expect(decision.nextAllowedAt === null || decision.nextAllowedAt > at).toBe(true)
      }),
    )
  })
})
