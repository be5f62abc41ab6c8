import type { House } from '../../house.ts'
import { openThrottles, type Throttles } from '../../gateway/throttle.ts'

const opened = new WeakMap<House, Throttles>()

/**
 * Codes are guarded by their own count of guesses; this only slows down floods. One network address may stand for a
 * whole proxy, so it may try often. A demonstration shows the same few accounts all day long.
 */
export function throttlesOf(house: House): Throttles {
  const known = opened.get(house)
  if (known) return known
  const many = { points: 10_000, seconds: 900 }
  const throttles = openThrottles(
    house.settings.redisUrl,
    house.settings.mode === 'demo'
      ? { signInCodes: many, signInTries: many }
      : { signInTries: { points: 600, seconds: 900 } },
  )
  opened.set(house, throttles)
  return throttles
}
