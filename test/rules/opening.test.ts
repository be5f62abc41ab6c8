import { describe, expect, test } from 'vitest'
import { earliestOpening, isChannelClosed, isWithin, openRoutes } from '../../rules/opening.ts'
import type { Measure, Restriction } from '../../rules/restriction.ts'
import { aRestriction, emailOnly, letterOnly, onceAWeek, tuesdayMornings, usageAt } from './factories.ts'

const tuesdayTen = new Date('2026-11-24T10:00:00Z')
const pause: Measure = { code: 'pause', clause: 'c' }
const end = new Date('2026-12-10T00:00:00Z')
const lately = new Date('2026-11-20T00:00:00Z')
const first = (channel: 'email' | 'phone', all: Restriction[], from = tuesdayTen, count = 1) =>
  earliestOpening(channel, all, usageAt(all, from, count), from).toISOString()

describe('hours on some days, by the London clock', () => {
  const windows = [
    { days: [1 as const], from: '09:00', to: '12:00' },
    { days: [2 as const, 4 as const], from: '14:00', to: '15:00' },
  ]
  test.each([
    ['2026-11-23T08:59:59Z', false],
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T11:59:59Z', true],
    ['2026-11-23T12:00:00Z', false],
    ['2026-11-23T14:30:00Z', false],
    ['2026-11-24T09:30:00Z', false],
    ['2026-11-24T14:30:00Z', true],
    ['2026-11-26T14:00:00Z', true],
    ['2026-11-29T09:30:00Z', false],
  ])('%s: %s', (at, within) => expect(isWithin(windows, new Date(at))).toBe(within))
})

describe('a channel is closed while a restriction in force leaves it out', () => {
  test.each([
    ['left out', [aRestriction([letterOnly])], true],
    ['left in', [aRestriction([emailOnly])], false],
    ['left out by one of two', [aRestriction([emailOnly]), aRestriction([onceAWeek, letterOnly])], true],
    ['left out by one that is over', [aRestriction([letterOnly], { endsAt: tuesdayTen })], false],
    ['left out by one to come', [aRestriction([letterOnly], { startsAt: end })], false],
    ['not spoken of', [aRestriction([onceAWeek, pause])], false],
  ])('%s', (_, all, closed) => expect(isChannelClosed('email', all, tuesdayTen)).toBe(closed))
})

describe('when one more ordinary contact goes through', () => {
  const wednesday = new Date('2026-11-25T10:00:00Z')
  test.each<[string, Restriction[], Date, number, string]>([
    ['nothing stands in its way', [], tuesdayTen, 1, '2026-11-24T10:00:00.000Z'],
    [
      'a pause ends with its restriction',
      [aRestriction([pause], { startsAt: lately, endsAt: new Date('2026-12-01T00:00:00Z') })],
      tuesdayTen,
      1,
      '2026-12-01T00:00:00.000Z',
    ],
    [
      'a pause ends after fourteen days, though its restriction goes on',
      [aRestriction([pause], { startsAt: lately, endsAt: end })],
      tuesdayTen,
      1,
      '2026-12-04T00:00:00.000Z',
    ],
    [
      'a closed channel opens when that ends',
      [aRestriction([letterOnly], { endsAt: end })],
      tuesdayTen,
      1,
      end.toISOString(),
    ],
    ['inside its hours', [aRestriction([tuesdayMornings])], tuesdayTen, 1, '2026-11-24T10:00:00.000Z'],
    ['the next of its hours', [aRestriction([tuesdayMornings])], wednesday, 1, '2026-12-01T09:00:00.000Z'],
    [
      'its hours end with it, before they come again',
      [aRestriction([tuesdayMornings], { endsAt: new Date('2026-11-30T00:00:00Z') })],
      wednesday,
      1,
      '2026-11-30T00:00:00.000Z',
    ],
    [
      'one contact a week, not yet used',
      [aRestriction([onceAWeek])],
      tuesdayTen,
      1,
      '2026-11-24T10:00:00.000Z',
    ],
    ['one contact a week, used', [aRestriction([onceAWeek])], tuesdayTen, 2, '2026-11-30T00:00:00.000Z'],
    [
      'the week outlasts the restriction',
      [aRestriction([onceAWeek], { endsAt: new Date('2026-11-27T00:00:00Z') })],
      tuesdayTen,
      2,
      '2026-11-27T00:00:00.000Z',
    ],
    [
      'both at once',
      [aRestriction([onceAWeek]), aRestriction([tuesdayMornings], { id: 'R-2' })],
      tuesdayTen,
      2,
      '2026-12-01T09:00:00.000Z',
    ],
    [
      'what is to come closes nothing yet',
      [aRestriction([pause], { startsAt: end })],
      tuesdayTen,
      1,
      '2026-11-24T10:00:00.000Z',
    ],
    [
      'one that begins just then is waited for',
      [
        aRestriction([letterOnly], { endsAt: end }),
        aRestriction([tuesdayMornings], { id: 'R-2', startsAt: end }),
      ],
      tuesdayTen,
      1,
      '2026-12-15T09:00:00.000Z',
    ],
  ])('%s', (_, all, from, count, at) => expect(first('email', all, from, count)).toBe(at))

  test('the earliest of several windows, whatever their order', () => {
    const windows = [
      { days: [4 as const], from: '09:00', to: '10:00' },
      { days: [3 as const], from: '15:00', to: '16:00' },
      { days: [3 as const], from: '11:00', to: '12:00' },
    ]
    expect(first('email', [aRestriction([{ code: 'times', windows, clause: 'c' }])], wednesday)).toBe(
      '2026-11-25T11:00:00.000Z',
    )
  })

  test('the same weekday a week on, when its hours of today are over', () => {
    expect(first('email', [aRestriction([tuesdayMornings])], new Date('2026-11-24T12:00:00Z'))).toBe(
      '2026-12-01T09:00:00.000Z',
    )
  })
})

describe('the ways that are open, each with when', () => {
  test('a closed channel is none of them; the hours of all restrictions in force are told', () => {
    const over = aRestriction([tuesdayMornings], { id: 'R-9', endsAt: tuesdayTen })
    const all = [aRestriction([emailOnly, tuesdayMornings]), over]
    const windows = tuesdayMornings.code === 'times' ? tuesdayMornings.windows : []
    expect(openRoutes(all, new Map(), tuesdayTen)).toEqual([{ channel: 'email', opensAt: null, windows }])
    expect(openRoutes(all, new Map(), new Date('2026-11-25T10:00:00Z'))).toEqual([
      { channel: 'email', opensAt: new Date('2026-12-01T09:00:00Z'), windows },
    ])
  })
})
