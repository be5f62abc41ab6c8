import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../policies/index.ts'
import { type MeasureCode, measureKinds } from '../../policies/pack.ts'
import type { Means, Need } from '../../rules/case.ts'
import { channels } from '../../rules/channel.ts'
import { canUse } from '../../rules/compose.ts'
import { type Decision, decide } from '../../rules/decide.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { type Lane, lanes } from '../../rules/lane.ts'
import { instantAt } from '../../rules/london.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { openRoutes } from '../../rules/opening.ts'
import type { Measure, Restriction, Weekday } from '../../rules/restriction.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { anException, aProposal, everyMeans, now } from './case-factories.ts'
import { aContact, aRestriction, usageAt } from './factories.ts'

const clause = fc.constant('c')
const word = fc.constantFrom('parking', 'rent', 'bay 14')
const aWindow = fc
  .tuple(
    fc.subarray<Weekday>([1, 2, 3, 4, 5], { minLength: 1 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([days, from, hours]) => {
    const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
    return { days, from: clock(from), to: clock(from + hours) }
  })
/** Named in documents, never a restriction: a warning restricts nothing, and no contact ever ends (I2). */
const notMeasures: MeasureCode[] = ['warning', 'end-of-contact']
const withoutDetail: MeasureCode[] = [
  ...(['channels', 'frequency', 'times', 'named-colleague', 'closed-subject'] as const),
  ...(['no-further-consideration', 'significant-only', 'through-representative', 'pause'] as const),
]
const withDetail = (Object.keys(measureKinds) as MeasureCode[]).filter(
  (code) => ![...notMeasures, ...withoutDetail].includes(code),
)

/** Any measure that a restriction can have, of every code there is. */
const anyMeasure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    code: fc.constant('channels' as const),
    open: fc.subarray([...channels], { minLength: 1 }),
    clause,
  }),
  fc.record({
    code: fc.constant('frequency' as const),
    limit: fc.integer({ min: 0, max: 5 }),
    per: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    clause,
  }),
  fc.record({
    code: fc.constant('times' as const),
    windows: fc.array(aWindow, { minLength: 1, maxLength: 2 }),
    clause,
  }),
  fc.record({ code: fc.constant('named-colleague' as const), colleague: fc.constant('sam'), clause }),
  fc.record({
    code: fc.constantFrom('closed-subject' as const, 'no-further-consideration' as const),
    subject: word,
    words: fc.array(word, { minLength: 1, maxLength: 2 }),
    clause,
  }),
  fc.record({ code: fc.constantFrom('significant-only' as const, 'pause' as const), clause }),
  fc.record({
    code: fc.constant('through-representative' as const),
    name: fc.constant('Help'),
    address: fc.constant('help@agency.example'),
    clause,
  }),
  fc
    .record({ code: fc.constantFrom(...withDetail), detail: fc.constant('As told.'), clause })
    .map((measure) => measure as Measure),
)
const anyStart = fc.integer({ min: 0, max: 120 }).map((days) => new Date(Date.UTC(2026, 9, 1 + days)))
const anyRestriction: fc.Arbitrary<Restriction> = fc
  .tuple(fc.array(anyMeasure, { minLength: 1, maxLength: 3 }), anyStart, fc.integer({ min: 1, max: 200 }))
  .map(([measures, startsAt, days]) =>
    aRestriction(measures, { startsAt, endsAt: new Date(startsAt.getTime() + days * 86_400_000) }),
  )
const anyRestrictions = fc
  .array(anyRestriction, { maxLength: 3 })
  .map((all) => all.map((each, index) => ({ ...each, id: `R-${index}` })))
const anyInstant = fc.date({ min: new Date('2026-10-01'), max: new Date('2027-05-10'), noInvalidDate: true })
const anyKey = fc.constantFrom(...Object.keys(packs))
const anyNeed = fc.constantFrom<Need>(
  'no-internet',
  'no-phone',
  'no-post',
  'cannot-write',
  'cannot-hear',
  'cannot-travel',
)

const at = (contact: Parameters<typeof aContact>[0], all: Restriction[], when: Date, count = 1): Decision =>
  decide(aContact(contact), all, usageAt(all, when, count), when)

describe('I1, I7: urgent needs, repairs and protected contact are delivered, uncounted', () => {
  const codes = (Object.keys(measureKinds) as MeasureCode[]).filter((code) => !notMeasures.includes(code))
  const urgent = lanes.filter((lane) => lane !== 'ordinary')

  test.each(codes)('whatever the measure: %s', (code) => {
    const all = fc
      .sample(
        anyMeasure.filter((measure) => measure.code === code),
        { numRuns: 5, seed: 1 },
      )
      .map((measure) => aRestriction([measure]))
    for (const lane of urgent) {
      expect(at({ lane, text: 'parking rent bay 14' }, all, now, 9)).toMatchObject({
        outcome: 'deliver',
        counted: false,
      })
    }
  })

  test('whatever the measures together, and whenever', () => {
    fc.assert(
      fc.property(
        anyRestrictions,
        anyInstant,
        fc.constantFrom<Lane>(...urgent),
        fc.constantFrom(...channels),
        (all, when, lane, channel) => {
          expect(at({ lane, channel }, all, when, 99)).toMatchObject({ outcome: 'deliver', counted: false })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('I6: a restriction ends by itself', () => {
  test('at the instant it stops it holds nothing, and the moment before it still may', () => {
    fc.assert(
      fc.property(anyRestriction, fc.constantFrom(...channels), (restriction, channel) => {
        const stop = stopsAt(restriction)
        expect(at({ channel }, [restriction], stop, 99)).toMatchObject({
          outcome: 'deliver',
          reasons: [{ code: 'no-restriction' }],
        })
      }),
    )
  })

  test.each([
    ['endsAt', { endsAt: new Date('2026-12-01T00:00:00Z') }],
    ['liftedAt', { liftedAt: new Date('2026-12-01T00:00:00Z') }],
    ['lapsesOn', { lapsesOn: '2026-11-30' }],
  ])('its twin a millisecond before is held: %s', (_, over) => {
    const paused = [
      aRestriction([{ code: 'pause', clause: 'c' }], { startsAt: new Date('2026-11-20T00:00:00Z'), ...over }),
    ]
    const midnight = instantAt('2026-12-01')
    expect(at({}, paused, new Date(midnight.getTime() - 1)).outcome).toBe('hold')
    expect(at({}, paused, midnight).outcome).toBe('deliver')
  })
})

test('lifting never causes a hold, save where everything was open because nothing was (I2)', () => {
  fc.assert(
    fc.property(anyRestrictions, anyInstant, fc.nat({ max: 2 }), (all, when, which) => {
      const lifted = all.map((each, index) => (index === which ? { ...each, liftedAt: when } : each))
      const before = at({ text: 'parking' }, all, when, 2)
      const after = at({ text: 'parking' }, lifted, when, 2)
      const mended = before.reasons[0]?.code === 'no-open-way'
      expect(before.outcome === 'hold' || mended || after.outcome === 'deliver').toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what could not be counted never causes a hold; every hold names an open way', () => {
  fc.assert(
    fc.property(anyRestrictions, anyInstant, fc.constantFrom(...channels), (all, when, channel) => {
      const uncounted = decide(aContact({ channel }), all, new Map(), when)
      expect(uncounted.reasons.map(({ code }) => code)).not.toContain('over-limit')
      const counted = at({ channel }, all, when, 99)
      if (counted.outcome === 'hold') expect(counted.openRoutes.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

describe('I2: whatever may be imposed leaves this person a way, at every hour of it', () => {
  const whys = { whyLonger: 'Why.', whyWider: 'Why.', agencyAcceptedOn: '2026-11-20' }
  const anyMeans: fc.Arbitrary<Means> = fc
    .subarray<Need>(['no-internet', 'no-phone', 'no-post', 'cannot-travel'], { maxLength: 2 })
    .map((needs) => ({ ...everyMeans, needs }))

  test('no combination of measures, means and other restrictions closes every way', () => {
    let allowed = 0
    fc.assert(
      fc.property(
        anyKey,
        fc.array(anyMeasure, { minLength: 1, maxLength: 3 }),
        anyRestrictions,
        anyMeans,
        (key, measures, others, means) => {
          const policy = demonstrationPolicy(key)
          const proposal = aProposal(policy, { measures, others, means, ...whys })
          if ('no' in mayRestrict(proposal, policy, now)) return
          allowed += 1
          const imposed = aRestriction(measures, {
            id: 'new',
            startsAt: proposal.startsAt,
            endsAt: proposal.endsAt,
            lapsesOn: '2028-01-01',
          })
          const all = [imposed, ...others]
          for (const { startsAt } of all.filter(
            (each) => each.startsAt >= proposal.startsAt && each.startsAt < proposal.endsAt,
          )) {
            const routes = openRoutes(all, usageAt(all, startsAt, 1), startsAt)
            expect(routes.some(({ channel }) => canUse(channel, means))).toBe(true)
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(allowed).toBeGreaterThan(20)
  })

  test('a need that a measure ignores is never let through (I11: needs only ever keep a way open)', () => {
    fc.assert(
      fc.property(anyKey, anyNeed, fc.subarray([...channels], { minLength: 1 }), (key, need, open) => {
        const policy = demonstrationPolicy(key)
        const proposal = aProposal(policy, { measures: [{ code: 'channels', open, clause: 'c' }] })
        const plain = mayRestrict(proposal, policy, now)
        const means = { ...everyMeans, needs: [need] }
        const withNeed = mayRestrict({ ...proposal, means }, policy, now)
        if ('no' in plain) expect(withNeed).toHaveProperty('no')
        expect('no' in withNeed).toBe(!open.some((channel) => canUse(channel, means)))
      }),
    )
  })
})

test('the questions are total: whatever the facts, an answer and never an error', () => {
  fc.assert(
    fc.property(
      anyKey,
      fc.date(),
      fc.date(),
      fc.date({ noInvalidDate: true, max: new Date('2100-01-01'), min: new Date('1990-01-01') }),
      fc.boolean(),
      (key, startsAt, endsAt, when, safety) => {
        const policy = demonstrationPolicy(key)
        const immediateSafety = safety ? anException(policy) : null
        const measures: Measure[] = [{ code: 'pause', clause: 'c' }]
        const answer = mayRestrict(
          aProposal(policy, { startsAt, endsAt, immediateSafety, measures }),
          policy,
          when,
        )
        expect('yes' in answer || answer.no.length > 0).toBe(true)
      },
    ),
  )
})
