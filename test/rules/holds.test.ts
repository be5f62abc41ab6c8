import { describe, expect, test } from 'vitest'
import type { Channel } from '../../rules/channel.ts'
import { decide } from '../../rules/decide.ts'
import { instantAt } from '../../rules/london.ts'
import type { Measure } from '../../rules/restriction.ts'
import { limitsAt } from '../../rules/usage.ts'
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
const wednesday = new Date('2026-11-25T10:00:00Z')
const basis = { restrictionId: 'R-1', clause: 'c' }
/** In force since Friday 20 November. */
const since = { startsAt: instantAt('2026-11-20') }

describe('what each measure says to an ordinary contact about parking, with its facts and its clause', () => {
  test.each<[Measure, Channel, object[]]>([
    [
      { code: 'closed-subject', subject: 'the bay', words: ['parking'], clause: 'c' },
      'email',
      [{ code: 'subject-closed', ...basis, facts: { subject: 'the bay' } }],
    ],
    [
      { code: 'no-further-consideration', subject: 'the bay', words: ['Parking'], clause: 'c' },
      'email',
      [{ code: 'no-further-consideration', ...basis, facts: { subject: 'the bay' } }],
    ],
    [{ code: 'significant-only', clause: 'c' }, 'email', [{ code: 'significant-only', ...basis }]],
    [
      { code: 'through-representative', name: 'Help', address: 'h@x.example', clause: 'c' },
      'email',
      [{ code: 'through-representative', ...basis, facts: { name: 'Help', address: 'h@x.example' } }],
    ],
    [
      { code: 'pause', clause: 'c' },
      'email',
      [{ code: 'paused', ...basis, facts: { until: '2026-12-04T00:00:00.000Z' } }],
    ],
    [
      { code: 'appointment-only', detail: 'd', clause: 'c' },
      'visit',
      [{ code: 'appointment-only', ...basis }],
    ],
    [{ code: 'office-access', detail: 'd', clause: 'c' }, 'visit', [{ code: 'appointment-only', ...basis }]],
    [{ code: 'appointment-only', detail: 'd', clause: 'c' }, 'phone', []],
    [{ code: 'office-access', detail: 'd', clause: 'c' }, 'email', []],
  ])('%j by %s', (measure, channel, reasons) => {
    const decision = decide(
      aContact({ channel, text: 'The parking' }),
      [aRestriction([measure], since)],
      new Map(),
      tuesdayTen,
    )
    const delivered = { outcome: 'deliver', reasons: [{ code: 'within-limits' }] }
    expect(decision).toMatchObject(reasons.length > 0 ? { outcome: 'hold', reasons } : delivered)
    expect(decision.reasons).toHaveLength(1)
    if (reasons.length > 0) expect(decision.reasons).toEqual(reasons)
  })

  test.each([
    ...(['visit-precautions', 'involvement', 'applications', 'police', 'legal-action'] as const),
    ...(['behaviour-contract', 'injunction', 'possession-notice', 'possession'] as const),
    'complaint-not-investigated' as const,
  ])('%s is shown or recorded, and holds nothing', (code) => {
    const all = [aRestriction([{ code, detail: 'd', clause: 'c' }])]
    for (const channel of ['email', 'visit'] as const) {
      expect(decide(aContact({ channel }), all, new Map(), tuesdayTen)).toEqual({
        outcome: 'deliver',
        lane: 'ordinary',
        counted: false,
        desk: 'contact',
        colleague: null,
        reasons: [{ code: 'within-limits' }],
        nextAllowedAt: null,
        openRoutes: decide(aContact(), [], new Map(), tuesdayTen).openRoutes.map((route) => ({ ...route })),
      })
    }
  })

  test('a named colleague says who answers, and holds nothing; other measures before it name nobody', () => {
    const named: Measure = { code: 'named-colleague', colleague: 'sam', clause: 'c' }
    const all = [aRestriction([parkingClosed, named])]
    expect(decide(aContact(), all, new Map(), tuesdayTen)).toMatchObject({
      outcome: 'deliver',
      colleague: 'sam',
    })
  })

  test('a limit tells how many, of what, and until when', () => {
    const all = [aRestriction([onceAWeek])]
    expect(decide(aContact(), all, usageAt(all, tuesdayTen, 2), tuesdayTen).reasons).toEqual([
      {
        code: 'over-limit',
        restrictionId: 'R-1',
        clause: 'Sanctions',
        facts: { allowed: 1, per: 'week', until: '2026-11-30T00:00:00.000Z' },
      },
    ])
  })
})

describe('why a contact passes without asking the limits', () => {
  test('no restriction in force: over, or to come', () => {
    const over = aRestriction([letterOnly], { endsAt: tuesdayTen })
    const later = aRestriction([letterOnly], { startsAt: wednesday })
    for (const all of [[], [over], [later], [over, later]]) {
      expect(decide(aContact(), all, new Map(), tuesdayTen)).toMatchObject({
        outcome: 'deliver',
        reasons: [{ code: 'no-restriction' }],
        colleague: null,
      })
    }
  })

  test.each([
    ['protected', 'protected'],
    ['repair', 'urgent'],
    ['life-safety', 'urgent'],
  ] as const)('the lane %s', (lane, code) => {
    expect(decide(aContact({ lane }), [aRestriction([letterOnly])], new Map(), tuesdayTen).reasons).toEqual([
      { code },
    ])
  })

  test('nothing left open is a mistake that people mend, so nothing is held and nothing is counted (I2)', () => {
    const all = [aRestriction([emailOnly, onceAWeek]), aRestriction([letterOnly], { id: 'R-2' })]
    expect(decide(aContact(), all, usageAt(all, tuesdayTen, 9), tuesdayTen)).toMatchObject({
      outcome: 'deliver',
      counted: false,
      reasons: [{ code: 'no-open-way' }],
    })
  })

  test('one that nobody counts is not counted', () => {
    expect(decide(aContact(), [aRestriction([emailOnly])], new Map(), tuesdayTen).counted).toBe(false)
  })
})

describe('when it next goes through', () => {
  const next = (channel: Channel, measures: Measure[], at: Date) => {
    const all = [aRestriction(measures)]
    return decide(aContact({ channel }), all, usageAt(all, at, 1), at).nextAllowedAt?.toISOString() ?? null
  }
  test('on a closed channel: now, when another is open now', () => {
    expect(next('phone', [emailOnly], wednesday)).toBe(null)
  })
  test('on a closed channel: when the first other opens', () => {
    expect(next('phone', [emailOnly, tuesdayMornings], wednesday)).toBe('2026-12-01T09:00:00.000Z')
  })
  test('on an open channel: when that one opens', () => {
    expect(next('email', [emailOnly, tuesdayMornings], wednesday)).toBe('2026-12-01T09:00:00.000Z')
  })
  test('about a closed subject on a channel that is open: now, for anything else', () => {
    const all = [aRestriction([parkingClosed])]
    expect(decide(aContact({ text: 'parking' }), all, new Map(), tuesdayTen).nextAllowedAt).toBe(null)
  })
})

test('limits of restrictions in force, and of nothing else', () => {
  const over = aRestriction([onceAWeek], { endsAt: tuesdayTen, id: 'R-0' })
  const all = [over, aRestriction([emailOnly, onceAWeek, parkingClosed])]
  expect(limitsAt(all, tuesdayTen)).toEqual([
    {
      key: 'R-1/1-per-week/2026-11-23T00:00:00.000Z',
      restrictionId: 'R-1',
      clause: 'Sanctions',
      allowed: 1,
      per: 'week',
      from: new Date('2026-11-23T00:00:00Z'),
      to: new Date('2026-11-30T00:00:00Z'),
    },
  ])
})
