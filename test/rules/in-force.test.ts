import { describe, expect, test } from 'vitest'
import { isInForce, stopsAt } from '../../rules/in-force.ts'
import { aRestriction, emailOnly } from './factories.ts'

describe('I6: a restriction past its end stops by itself', () => {
  const restriction = aRestriction([emailOnly])

  test.each([
    ['2026-10-31T23:59:59.999Z', false],
    ['2026-11-01T00:00:00.000Z', true],
    ['2027-04-30T22:59:59.999Z', true],
    // It lapses at the end of 30 April, London summer time, an hour before its end in UTC.
    ['2027-04-30T23:00:00.000Z', false],
    ['2027-05-01T00:00:00.000Z', false],
  ])('at %s in force: %s', (at, expected) => {
    expect(isInForce(restriction, new Date(at))).toBe(expected)
  })

  test('it ends at the instant it was lifted, not later', () => {
    const lifted = aRestriction([emailOnly], { liftedAt: new Date('2026-12-01T10:00:00Z') })
    expect(isInForce(lifted, new Date('2026-12-01T09:59:59.999Z'))).toBe(true)
    expect(isInForce(lifted, new Date('2026-12-01T10:00:00Z'))).toBe(false)
  })

  test('it never runs on unseen: without a review it lapses at the end of its last day of grace', () => {
    const unseen = aRestriction([emailOnly], { lapsesOn: '2027-02-14' })
    expect(stopsAt(unseen)).toEqual(new Date('2027-02-15T00:00:00Z'))
  })
})
