import { describe, expect, test } from 'vitest'
import { calendarOf, type Nation } from '../../rules/bank-holidays.ts'
import { dayOf, instantAt } from '../../rules/london.ts'
import { addWorkingDays, daysKnown, isWorkingDay } from '../../rules/working-days.ts'

/** Received on → the 14th working day in each nation, then the 10th and 5th in England and Wales. */
const vectors: [string, string, string, string, string, string][] = [
  ['2026-11-23', '2026-12-11', '2026-12-14', '2026-12-11', '2026-12-07', '2026-11-30'],
  ['2026-11-27', '2026-12-17', '2026-12-18', '2026-12-17', '2026-12-11', '2026-12-04'],
  ['2026-12-04', '2026-12-24', '2026-12-24', '2026-12-24', '2026-12-18', '2026-12-11'],
  ['2026-12-08', '2026-12-30', '2026-12-30', '2026-12-30', '2026-12-22', '2026-12-15'],
  ['2026-12-11', '2027-01-05', '2027-01-06', '2027-01-05', '2026-12-29', '2026-12-18'],
  ['2026-12-18', '2027-01-12', '2027-01-13', '2027-01-12', '2027-01-06', '2026-12-29'],
  ['2026-12-24', '2027-01-18', '2027-01-19', '2027-01-18', '2027-01-12', '2027-01-05'],
  ['2026-12-25', '2027-01-18', '2027-01-19', '2027-01-18', '2027-01-12', '2027-01-05'],
  ['2026-12-26', '2027-01-18', '2027-01-19', '2027-01-18', '2027-01-12', '2027-01-05'],
  ['2027-03-12', '2027-04-05', '2027-04-02', '2027-04-06', '2027-03-30', '2027-03-19'],
  ['2027-03-25', '2027-04-16', '2027-04-15', '2027-04-16', '2027-04-12', '2027-04-05'],
  ['2027-04-27', '2027-05-18', '2027-05-18', '2027-05-18', '2027-05-12', '2027-05-05'],
]

describe.each(vectors)(
  'received on %s',
  (received, englandAndWales, scotland, northernIreland, ten, five) => {
    test.each<[number, Nation, string]>([
      [14, 'england-and-wales', englandAndWales],
      [14, 'scotland', scotland],
      [14, 'northern-ireland', northernIreland],
      [10, 'england-and-wales', ten],
      [5, 'england-and-wales', five],
    ])('%i working days in %s', (count, nation, due) => {
      expect(addWorkingDays(received, count, calendarOf(nation))).toBe(due)
    })
  },
)

describe('the horizon', () => {
  const scotland = calendarOf('scotland')

  test('a date past the last known bank holiday fails loudly instead of guessing', () => {
    expect(isWorkingDay('2028-12-29', scotland)).toBe(true)
    expect(isWorkingDay('2028-12-31', scotland)).toBe(false)
    expect(() => isWorkingDay('2029-01-01', scotland)).toThrow(RangeError)
    expect(() => addWorkingDays('2028-12-29', 1, scotland)).toThrow(
      /known until 2028-12-31; 2029-01-01 is past/,
    )
  })

  test('none counted needs no calendar', () => {
    expect(addWorkingDays('2040-01-01', 0, scotland)).toBe('2040-01-01')
  })

  test('a feed that shows a whole year more moves it; one day less does not', () => {
    const eight = Array.from({ length: 8 }, (_, at) => `2029-0${at + 1}-02`)
    expect(calendarOf('england-and-wales', eight).knownUntil).toBe('2029-12-31')
    expect(calendarOf('england-and-wales', eight.slice(1)).knownUntil).toBe('2028-12-31')
    expect(
      calendarOf(
        'england-and-wales',
        eight.map((day) => day.replace('2029', '2030')),
      ).knownUntil,
    ).toBe('2028-12-31')
  })

  test.each([
    ['2028-12-31', 0],
    ['2029-01-01', -1],
    ['2028-09-02', 120],
  ])('on %s it is %i days ahead', (today, left) => {
    expect(daysKnown(today, scotland)).toBe(left)
  })
})

describe('days that the feed has shown are added to the bundled ones', () => {
  test('a proclaimed day pushes a due date on by one; the bundled days stay', () => {
    const proclaimed = calendarOf('england-and-wales', ['2026-12-24'])
    expect(addWorkingDays('2026-12-18', 5, proclaimed)).toBe('2026-12-30')
    expect(addWorkingDays('2026-12-18', 5, calendarOf('england-and-wales'))).toBe('2026-12-29')
    expect(isWorkingDay('2026-12-25', proclaimed)).toBe(false)
  })

  test('a day that both name is one day', () => {
    const twice = calendarOf('scotland', ['2026-06-15', '2026-06-15'])
    expect(addWorkingDays('2026-06-12', 1, twice)).toBe('2026-06-16')
  })
})

describe('both clock changes: a day is a London day, however many hours it has', () => {
  test.each([
    // 23 hours: clocks go forward on Sunday 28 March 2027. Easter Monday follows.
    ['2027-03-27T23:59:59.999Z', '2027-03-27', '2027-03-30'],
    ['2027-03-28T00:30:00Z', '2027-03-28', '2027-03-30'],
    ['2027-03-28T22:59:59.999Z', '2027-03-28', '2027-03-30'],
    // By UTC it is still Sunday, in London it is Monday already.
    ['2027-03-28T23:00:00Z', '2027-03-29', '2027-03-30'],
    ['2027-03-30T23:00:00Z', '2027-03-31', '2027-04-01'],
    // 25 hours: clocks go back on Sunday 25 October 2026.
    ['2026-10-23T23:00:00Z', '2026-10-24', '2026-10-26'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '2026-10-26'],
    ['2026-10-25T23:59:59.999Z', '2026-10-25', '2026-10-26'],
    ['2026-10-26T00:00:00Z', '2026-10-26', '2026-10-27'],
  ])('received at %s, that is on %s: the next working day is %s', (at, day, next) => {
    expect(dayOf(new Date(at))).toBe(day)
    expect(addWorkingDays(dayOf(new Date(at)), 1, calendarOf('england-and-wales'))).toBe(next)
  })

  test.each([
    ['2027-03-30', '2027-03-30T16:00:00.000Z'],
    ['2026-10-26', '2026-10-26T17:00:00.000Z'],
  ])('five in the afternoon on %s is %s', (day, at) => {
    expect(instantAt(day, '17:00').toISOString()).toBe(at)
  })
})

describe('year ends', () => {
  test.each<[Nation, string, number, string]>([
    ['england-and-wales', '2026-12-31', 1, '2027-01-04'],
    ['scotland', '2026-12-31', 1, '2027-01-05'],
    ['northern-ireland', '2026-12-31', 1, '2027-01-04'],
    ['england-and-wales', '2025-12-31', 1, '2026-01-02'],
    ['scotland', '2025-12-31', 1, '2026-01-05'],
    ['england-and-wales', '2027-12-24', 1, '2027-12-29'],
    ['england-and-wales', '2027-12-31', 1, '2028-01-04'],
    ['scotland', '2027-12-31', 1, '2028-01-05'],
  ])('%s, from %s, %i working day on: %s', (nation, day, count, due) => {
    expect(addWorkingDays(day, count, calendarOf(nation))).toBe(due)
  })
})
