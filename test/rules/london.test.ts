import { describe, expect, test } from 'vitest'
import { addMonths, calendarSpan, dayOf, endOfDay, instantAt, timeOf } from '../../rules/london.ts'

describe('instants are UTC, days are London', () => {
  test.each([
    ['2026-07-01T22:59:59Z', '2026-07-01', '23:59'],
    ['2026-07-01T23:00:00Z', '2026-07-02', '00:00'],
    ['2026-12-31T23:59:59Z', '2026-12-31', '23:59'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
  ])('%s is %s %s', (at, day, time) => {
    expect([dayOf(new Date(at)), timeOf(new Date(at))]).toEqual([day, time])
  })

  test('a time that the spring change skips is an hour later; one that autumn repeats is its first showing', () => {
    expect(instantAt('2027-03-28', '01:30')).toEqual(new Date('2027-03-28T01:30:00Z'))
    expect(instantAt('2026-10-25', '01:30')).toEqual(new Date('2026-10-25T00:30:00Z'))
  })

  test('until a day means all of that day', () => {
    expect(endOfDay('2026-07-04')).toEqual(new Date('2026-07-04T22:59:59.999Z'))
  })
})

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-12-15', 1, '2027-01-15'],
])('civil months clamp: %s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

describe('the span a limit is counted in', () => {
  test.each([
    // Sunday night belongs to the week that began on Monday; a minute later a new week begins.
    ['week', '2026-11-29T23:59:00Z', '2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
    ['week', '2026-11-30T00:00:00Z', '2026-11-30T00:00:00.000Z', '2026-12-07T00:00:00.000Z'],
    // The week of each clock change is an hour shorter or longer.
    ['week', '2027-03-28T12:00:00Z', '2027-03-22T00:00:00.000Z', '2027-03-28T23:00:00.000Z'],
    ['week', '2026-10-25T12:00:00Z', '2026-10-18T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['month', '2026-02-28T23:59:59Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['month', '2027-04-15T12:00:00Z', '2027-03-31T23:00:00.000Z', '2027-04-30T23:00:00.000Z'],
    ['day', '2027-03-28T12:00:00Z', '2027-03-28T00:00:00.000Z', '2027-03-28T23:00:00.000Z'],
  ] as const)('%s around %s', (per, at, from, to) => {
    const span = calendarSpan(new Date(at), per)
    expect([span.from.toISOString(), span.to.toISOString()]).toEqual([from, to])
  })
})
