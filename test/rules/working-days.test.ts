import { describe, expect, test } from 'vitest'
import type { Nation } from '../../rules/bank-holidays.ts'
import { addWorkingDays, isWorkingDay } from '../../rules/working-days.ts'

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
      expect(addWorkingDays(received, count, nation)).toBe(due)
    })
  },
)

test('a date past the last known bank holiday fails loudly instead of guessing', () => {
  expect(isWorkingDay('2028-12-29', 'scotland')).toBe(true)
  expect(() => addWorkingDays('2028-12-29', 1, 'scotland')).toThrow(/known until 2028-12-31/)
})
