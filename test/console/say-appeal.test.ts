import { describe, expect, test } from 'vitest'
import { sayDaysLeft, sayObstacle } from '../../app/parts/console/say-appeal.ts'

describe('why a colleague may not hear an appeal', () => {
  test.each([
    [
      { code: 'not-the-role', clause: '4.2', facts: { role: 'manager' } },
      'Your role is manager, and another role hears it. Policy: 4.2.',
    ],
    [
      {
        code: 'not-the-role',
        clause: null,
        facts: { role: 'head', decidedOn: '2025-04-01', decidedBy: 'The Board' },
      },
      'Your role is head of service, and another role hears it. Decided by The Board on 1 April 2025.',
    ],
    [
      { code: 'took-an-earlier-part', clause: null, facts: { invariant: 'I8', part: 'warning' } },
      'You took an earlier part in this: you gave the warning. Clearway promises this under every policy.',
    ],
  ])('%j', (reason, words) => {
    expect(sayObstacle(reason, 'Policy')).toBe(words)
  })
})

test.each([
  [null, 'Overdue'],
  [0, 'Due today'],
  [1, '1 working day left'],
  [2, '2 working days left'],
])('%j: %s', (left, words) => expect(sayDaysLeft(left)).toBe(words))
