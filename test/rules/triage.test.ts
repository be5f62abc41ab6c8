import { describe, expect, test } from 'vitest'
import { orderOfReading } from '../../rules/triage.ts'

/** Wednesday, mid-morning in London. */
const now = new Date('2026-11-25T10:00:00Z')
const at = (text: string) => new Date(text)

function held(name: string, readDueAt: string, doubt: number, receivedAt = '2026-11-24T09:00:00Z') {
  return { name, readDueAt: at(readDueAt), doubt, receivedAt: at(receivedAt) }
}

function order(...rows: ReturnType<typeof held>[]): string[] {
  return orderOfReading(rows, now).map(({ name }) => name)
}

const today = '2026-11-25T17:00:00Z'
const tomorrow = '2026-11-26T17:00:00Z'

describe('I13: the order in which held contacts are read', () => {
  test.each([
    [
      'overdue before due today, however doubtful',
      [held('today', today, 1), held('late', '2026-11-24T17:00:00Z', 0)],
      'late today',
    ],
    [
      'due today before tomorrow, however doubtful',
      [held('tomorrow', tomorrow, 1), held('today', today, 0)],
      'today tomorrow',
    ],
    [
      'due today: the most doubtful first, before an earlier hour',
      [held('sure', '2026-11-25T12:00:00Z', 0.1), held('nearly', today, 0.9), held('half', today, 0.5)],
      'nearly half sure',
    ],
    [
      'overdue: the longest first, before doubt',
      [held('new', '2026-11-25T09:00:00Z', 0.9), held('old', '2026-11-23T17:00:00Z', 0.1)],
      'old new',
    ],
    [
      'later: by promise, and by doubt where the promise is the same',
      [held('friday', '2026-11-27T17:00:00Z', 1), held('sure', tomorrow, 0), held('doubtful', tomorrow, 0.4)],
      'doubtful sure friday',
    ],
    [
      'alike: as they came',
      [held('second', today, 0.5, '2026-11-24T09:01:00Z'), held('first', today, 0.5)],
      'first second',
    ],
  ])('%s', (_, rows, expected) => {
    expect(order(...rows).join(' ')).toBe(expected)
    expect(order(...rows.toReversed()).join(' ')).toBe(expected)
  })

  test('a promise that ends this instant is not broken yet, one a moment before is', () => {
    expect(order(held('doubtful', today, 1), held('now', now.toISOString(), 0)).join(' ')).toBe(
      'doubtful now',
    )
    expect(order(held('doubtful', today, 1), held('past', '2026-11-25T09:59:59.999Z', 0)).join(' ')).toBe(
      'past doubtful',
    )
  })

  test('the London day counts: 23:30 UTC on a summer evening is tomorrow', () => {
    const summer = at('2026-07-01T10:00:00Z')
    const rows = [held('tomorrow', '2026-07-01T23:30:00Z', 1), held('today', '2026-07-01T22:30:00Z', 0)]
    expect(orderOfReading(rows, summer).map(({ name }) => name)).toEqual(['today', 'tomorrow'])
  })
})
