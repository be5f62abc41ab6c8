import { expect, test } from 'vitest'
import { wilsonInterval } from '../../rules/wilson.ts'

/** Values from published tables of Wilson's score interval, to three places. */
test.each([
  [0, 10, 0, 0.278],
  [1, 10, 0.018, 0.404],
  [5, 10, 0.237, 0.763],
  [10, 10, 0.722, 1],
  [0, 100, 0, 0.037],
  [3, 150, 0.007, 0.057],
])('%i missed in %i: between %d and %d', (misses, trials, low, high) => {
  const interval = wilsonInterval(misses, trials)
  expect(interval?.low).toBeCloseTo(low, 3)
  expect(interval?.high).toBeCloseTo(high, 3)
})

test('without a trial nothing can be said', () => {
  expect(wilsonInterval(0, 0)).toBeNull()
})
