import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Landlord } from '../../policies/landlord.ts'
import { channels } from '../../rules/channel.ts'
import { decide } from '../../rules/decide.ts'
import { type Lane, lanes } from '../../rules/lane.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { type OpenRoute, pauseEndsAt } from '../../rules/opening.ts'
import type { Measure } from '../../rules/restriction.ts'
import { sayDecision, sayMeasure, sayRoute } from '../../words/explain.ts'
import {
  aContact,
  aRestriction,
  emailOnly,
  letterOnly,
  onceAWeek,
  parkingClosed,
  usageAt,
} from './factories.ts'

const now = new Date('2026-11-10T10:00:00Z')
const clause = 'Sanctions'
const detail = 'Ring us first.'
const byAppointment: Measure = { code: 'appointment-only', detail, clause }
const office: Measure = { code: 'office-access', detail, clause }
const pause: Measure = { code: 'pause', clause }
const through: Measure = {
  code: 'through-representative',
  name: 'Milton Advice',
  address: 'help@advice.example',
  clause,
}
const named: Measure = { code: 'named-colleague', colleague: 'sam-reed', clause }
const visitsOnly: Measure = { code: 'channels', open: ['visit'], clause }
const recorded: Measure[] = (
  [
    'visit-precautions',
    'involvement',
    'applications',
    'police',
    'legal-action',
    'behaviour-contract',
    'injunction',
    'possession-notice',
    'possession',
    'complaint-not-investigated',
  ] as const
).map((code) => ({ code, detail, clause }))

const urgentLanes = lanes.filter((lane): lane is Lane => lane !== 'ordinary')

/** What is decided about the `count`th contact in its span. */
function decided(measures: Measure[], over: Parameters<typeof aContact>[0] = {}, at = now, count = 1) {
  const restrictions = [aRestriction(measures)]
  return decide(aContact(over), restrictions, usageAt(restrictions, at, count), at)
}

const codesOf = (...asked: Parameters<typeof decided>) => {
  const { outcome, reasons } = decided(...asked)
  return [outcome, ...reasons.map(({ code }) => code)]
}

/** Each measure that holds: a contact that it holds, and the code it gives. */
const holding: [string, Measure[], Parameters<typeof aContact>[0], string, number][] = [
  ['channels', [letterOnly], {}, 'channel-closed', 1],
  ['frequency', [onceAWeek], {}, 'over-limit', 2],
  [
    'times',
    [{ code: 'times', windows: [{ days: [2], from: '14:00', to: '15:00' }], clause }],
    {},
    'outside-times',
    1,
  ],
  ['closed-subject', [parkingClosed], { text: 'parking' }, 'subject-closed', 1],
  [
    'no-further-consideration',
    [{ code: 'no-further-consideration', subject: 'the bay', words: ['parking'], clause }],
    { text: 'parking' },
    'no-further-consideration',
    1,
  ],
  ['significant-only', [{ code: 'significant-only', clause }], {}, 'significant-only', 1],
  ['through-representative', [through], {}, 'through-representative', 1],
  ['appointment-only', [byAppointment], { channel: 'visit' }, 'appointment-only', 1],
  ['office-access', [office], { channel: 'visit' }, 'appointment-only', 1],
  ['pause', [pause], {}, 'paused', 1],
]

describe.each(holding)('%s', (_, measures, contact, code, count) => {
  test(`ordinary contact that breaks it is held: ${code}`, () => {
    expect(codesOf(measures, contact, now, count)).toEqual(['hold', code])
  })

  test.each(urgentLanes)('I1, I7: its twin in the lane %s passes, uncounted', (lane) => {
    const decision = decided(measures, { ...contact, lane }, now, count)
    expect([decision.outcome, decision.counted]).toEqual(['deliver', false])
  })

  test('I9: its twin from somebody who may be another person passes', () => {
    expect(decided(measures, { ...contact, sender: 'unverified' }, now, count).outcome).toBe('deliver')
  })
})

describe('visits by appointment (appointment-only, office-access)', () => {
  test.each(channels.filter((channel) => channel !== 'visit'))('%s is not affected', (channel) => {
    for (const measure of [byAppointment, office]) {
      expect(codesOf([measure], { channel })).toEqual(['deliver', 'within-limits'])
    }
  })

  test('a visit is named as a way that has to be asked for; the others are open as they were', () => {
    const { openRoutes, nextAllowedAt } = decided([byAppointment], { channel: 'visit' })
    expect(openRoutes.filter((route) => route.byAppointment).map(({ channel }) => channel)).toEqual(['visit'])
    expect(openRoutes.map(({ channel }) => channel)).toEqual([...channels])
    expect(nextAllowedAt).toBeNull()
  })

  test('the next opening is that of a way that needs no appointment', () => {
    const restrictions = [aRestriction([byAppointment, onceAWeek])]
    const decision = decide(aContact({ channel: 'visit' }), restrictions, usageAt(restrictions, now, 2), now)
    expect(decision.reasons.map(({ code }) => code)).toEqual(['appointment-only', 'over-limit'])
    expect(decision.nextAllowedAt).toEqual(new Date('2026-11-16T00:00:00Z'))
  })

  test('I2: where visits are the only way left, nothing is held; with email beside them, the visit is', () => {
    for (const measure of [byAppointment, office]) {
      expect(codesOf([visitsOnly, measure], { channel: 'visit' })).toEqual(['deliver', 'no-open-way'])
      const both: Measure = { code: 'channels', open: ['visit', 'email'], clause }
      expect(codesOf([both, measure], { channel: 'visit' })).toEqual(['hold', 'appointment-only'])
    }
  })

  test('I2: two restrictions that leave only visits by appointment hold nothing; each alone does', () => {
    const one = aRestriction([{ code: 'channels', open: ['visit', 'email'], clause }], { id: 'R-1' })
    const two = aRestriction([{ code: 'channels', open: ['visit', 'phone'], clause }, office], { id: 'R-2' })
    const outcome = (...rs: (typeof one)[]) =>
      decide(aContact({ channel: 'letter' }), rs, new Map(), now).reasons[0]?.code
    expect([outcome(one, two), outcome(one), outcome(two)]).toEqual([
      'no-open-way',
      'channel-closed',
      'channel-closed',
    ])
  })

  test('it is said so in every language', () => {
    const route: OpenRoute = { channel: 'visit', opensAt: null, windows: [], byAppointment: true }
    expect(sayRoute('en', route)).toMatch(/by appointment only$/)
    expect(sayRoute('en', { ...route, opensAt: now })).toMatch(/by appointment only, from/)
    const said = decided([office], { channel: 'visit' })
    for (const language of ['en', 'ur', 'pl']) {
      expect(sayDecision(language, said, now).reasons[0]).toMatch(/\S{2,} \S+/)
    }
    expect(sayDecision('en', said, now).reasons).toEqual([
      'For now, we see you by appointment only. Please ask us for one first.',
    ])
  })
})

describe('a pause rests contact for 14 days from its start at the most', () => {
  test.each([
    ['2026-10-31T23:59:59.999Z', 'deliver'],
    ['2026-11-01T00:00:00Z', 'hold'],
    ['2026-11-14T23:59:59.999Z', 'hold'],
    ['2026-11-15T00:00:00Z', 'deliver'],
    ['2027-04-30T12:00:00Z', 'deliver'],
  ])('at %s, of a restriction from 1 November to 30 April: %s', (at, outcome) => {
    expect(decided([pause], {}, new Date(at)).outcome).toBe(outcome)
  })

  test('the hold says when it is over, and the way opens then', () => {
    const over = new Date('2026-11-15T00:00:00Z')
    const { reasons, nextAllowedAt } = decided([pause])
    expect([reasons[0]?.facts, nextAllowedAt]).toEqual([{ until: over.toISOString() }, over])
  })

  test('one in a restriction that ends sooner is over with it', () => {
    const endsAt = new Date('2026-11-12T00:00:00Z')
    expect(pauseEndsAt(aRestriction([pause], { endsAt }))).toEqual(endsAt)
  })

  test('across a clock change it is still 14 London days', () => {
    const restriction = aRestriction([pause], { startsAt: new Date('2027-03-20T00:00:00Z') })
    expect(pauseEndsAt(restriction)).toEqual(new Date('2027-04-02T23:00:00Z'))
  })

  test('what else the restriction asks for goes on after it', () => {
    const after = new Date('2026-11-15T00:00:00Z')
    expect(codesOf([pause, letterOnly], {}, after)).toEqual(['hold', 'channel-closed'])
  })
})

test('through a representative: the hold names them and how to reach them', () => {
  const decision = decided([through])
  expect(decision.reasons[0]?.facts).toEqual({ name: 'Milton Advice', address: 'help@advice.example' })
  expect(sayDecision('en', decision, now).reasons[0]).toContain('Milton Advice: help@advice.example')
  expect(decided([through], { sender: 'unknown' }).outcome).toBe('deliver')
})

describe('a named colleague, and whoever stands in for them', () => {
  const cover = { name: 'Priya Nair', address: 'priya@landlord.example', phone: '01632 960111' }
  const sam: Landlord['colleagues'][number] = {
    code: 'sam-reed',
    name: 'Sam Reed',
    address: 'sam@landlord.example',
    phone: '01632 960110',
    cover,
    away: [{ fromOn: '2026-11-10', toOn: '2026-11-12' }],
  }

  test.each([
    ['2026-11-09', null],
    ['2026-11-10', cover],
    ['2026-11-12', cover],
    ['2026-11-13', null],
  ])('on %s', (on, expected) => {
    expect(standInFor(sam, on)).toEqual(expected)
  })

  test.each(['en', 'ur', 'pl'])('who answers today is said in %s', (language) => {
    const away = [{ code: 'sam-reed', name: 'Sam Reed', standIn: 'Priya Nair' }]
    const here = [{ code: 'sam-reed', name: 'Sam Reed', standIn: null }]
    expect(sayMeasure(language, named, { colleagues: away }).text).toContain('Priya Nair')
    expect(sayMeasure(language, named, { colleagues: here }).text).not.toContain('Priya Nair')
    const decision = decided([named])
    expect(sayDecision(language, decision, now, { colleagues: away }).outcome).toContain('Priya Nair')
    expect(sayDecision(language, decision, now, { colleagues: here }).outcome).toContain('Sam Reed')
  })
})

describe('what is shown or recorded is never enforced on a contact', () => {
  test.each(recorded.map((measure) => [measure.code, measure] as const))('%s', (_, measure) => {
    for (const channel of channels) expect(decided([measure], { channel }).outcome).toBe('deliver')
  })
})

describe('properties: over every measure and combination', () => {
  const all = [...holding.flatMap(([, measures]) => measures), emailOnly, visitsOnly, named, ...recorded]
  const some = fc.array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 3 })
  const at = fc.date({ min: new Date('2026-10-25'), max: new Date('2027-05-05'), noInvalidDate: true })
  const asked = fc.record({
    lane: fc.constantFrom(...lanes),
    channel: fc.constantFrom(...channels),
    text: fc.constantFrom('parking', 'My rent'),
  })

  test('I1, I7: whatever is not ordinary passes uncounted', () => {
    fc.assert(
      fc.property(some, at, asked, fc.integer({ min: 1, max: 9 }), (sets, when, contact, count) => {
        const restrictions = sets.map((measures, index) => aRestriction(measures, { id: `R-${index}` }))
        const { outcome, counted } = decide(
          aContact(contact),
          restrictions,
          usageAt(restrictions, when, count),
          when,
        )
        expect(contact.lane === 'ordinary' || (outcome === 'deliver' && !counted)).toBe(true)
      }),
    )
  })

  test('I2: every hold names a way that can be used without asking for it first', () => {
    fc.assert(
      fc.property(some, at, asked, (sets, when, contact) => {
        const restrictions = sets.map((measures, index) => aRestriction(measures, { id: `R-${index}` }))
        const { outcome, openRoutes } = decide(
          aContact({ ...contact, lane: 'ordinary' }),
          restrictions,
          usageAt(restrictions, when, 2),
          when,
        )
        expect(outcome === 'deliver' || openRoutes.some((route) => !route.byAppointment)).toBe(true)
      }),
    )
  })

  test('what could not be counted is never held for its number', () => {
    fc.assert(
      fc.property(some, at, asked, (sets, when, contact) => {
        const restrictions = sets.map((measures) => aRestriction(measures))
        const { reasons } = decide(aContact(contact), restrictions, new Map(), when)
        expect(reasons.map(({ code }) => code)).not.toContain('over-limit')
      }),
    )
  })
})
