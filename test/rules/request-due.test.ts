import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../rules/bank-holidays.ts'
import { isLate, type RequestKind, requestDueOn } from '../../rules/request-due.ts'

const english = calendarOf('england-and-wales')
const scottish = calendarOf('scotland')

function due(kind: RequestKind, at: string, calendar = english, workingDays = 5): string {
  return requestDueOn(kind, new Date(at), { calendar, workingDays })
}

describe('what a customer asks is answered within the landlord’s working days', () => {
  test.each([
    ['2026-11-23T10:00:00Z', '2026-11-30'],
    ['2026-11-27T10:00:00Z', '2026-12-04'],
    // Christmas Day and its Monday instead of Saturday's Boxing Day are no working days.
    ['2026-12-18T10:00:00Z', '2026-12-29'],
    ['2026-12-24T23:59:00Z', '2027-01-05'],
    ['2026-12-26T00:00:00Z', '2027-01-05'],
    // Good Friday and Easter Monday.
    ['2027-03-25T09:00:00Z', '2027-04-05'],
  ])('%s: by %s', (at, day) => {
    expect(due('support', at)).toBe(day)
  })

  test('Scotland works on other days: St Andrew’s Day is a holiday there', () => {
    expect(due('adjustment', '2026-11-23T10:00:00Z', scottish)).toBe('2026-12-01')
    expect(due('adjustment', '2026-11-23T10:00:00Z', english)).toBe('2026-11-30')
  })

  test('the landlord may promise sooner or later', () => {
    expect(due('side', '2026-11-23T10:00:00Z', english, 1)).toBe('2026-11-24')
    expect(due('side', '2026-11-23T10:00:00Z', english, 10)).toBe('2026-12-07')
  })

  test('a summer evening belongs to the London day, not to the one of Greenwich', () => {
    // 00:30 in London on Tuesday 2 June.
    expect(due('format', '2026-06-01T23:30:00Z')).toBe('2026-06-09')
    expect(due('format', '2026-06-01T22:30:00Z')).toBe('2026-06-08')
  })
})

describe('I2: whoever no open way reaches is answered by the next working day', () => {
  test.each([
    ['2026-11-24T10:00:00Z', '2026-11-25'],
    ['2026-11-27T18:00:00Z', '2026-11-30'],
    ['2026-12-24T10:00:00Z', '2026-12-29'],
  ])('%s: by %s', (at, day) => {
    expect(due('way', at)).toBe(day)
  })

  test('however many days the landlord has for everything else', () => {
    expect(due('way', '2026-11-24T10:00:00Z', english, 20)).toBe('2026-11-25')
  })
})

describe('UK GDPR, Article 12(3): a copy of somebody’s information within one calendar month', () => {
  test.each([
    ['2026-11-24T10:00:00Z', '2026-12-24'],
    ['2027-01-28T10:00:00Z', '2027-02-28'],
    ['2027-01-29T10:00:00Z', '2027-02-28'],
    ['2027-01-31T10:00:00Z', '2027-02-28'],
    ['2028-01-31T10:00:00Z', '2028-02-29'],
    ['2026-10-31T10:00:00Z', '2026-11-30'],
  ])('%s: by %s', (at, day) => {
    expect(due('data', at)).toBe(day)
  })

  test('the landlord’s own number of days makes it no longer', () => {
    expect(due('data', '2026-11-24T10:00:00Z', english, 20)).toBe('2026-12-24')
  })
})

test('an answer is late from the day after its last day on, by the London clock', () => {
  expect(isLate('2026-11-30', new Date('2026-11-30T23:59:59Z'))).toBe(false)
  expect(isLate('2026-11-30', new Date('2026-12-01T00:00:00Z'))).toBe(true)
  expect(isLate('2026-06-30', new Date('2026-06-30T22:59:59Z'))).toBe(false)
  expect(isLate('2026-06-30', new Date('2026-06-30T23:00:00Z'))).toBe(true)
})
