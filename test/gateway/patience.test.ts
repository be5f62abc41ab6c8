import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Breaker, LedgerTooSlow, patience } from '../../gateway/patience.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<string>(() => undefined)
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const fails = (code: string) => async () => {
  throw new Error('query failed', { cause: Object.assign(new Error('x'), { code }) })
}

/** A breaker on the clock of fake timers, and how long a call waited. */
function aBreaker() {
  const breaker = new Breaker(() => Date.now())
  return {
    breaker,
    waited: async (work: Promise<unknown>): Promise<number> => {
      const started = Date.now()
      let ended = Number.NaN
      work
        .catch(() => undefined)
        .finally(() => {
          ended = Date.now() - started
        })
      await vi.advanceTimersByTimeAsync(30_000)
      return ended
    },
  }
}

describe('house idea 5: nobody waits long for a ledger that does not answer', () => {
  test.each([
    ['urgent', true, 0, patience.urgentMs],
    ['ordinary', false, 0, patience.ordinaryMs],
    ['urgent, with a large original', true, 700, patience.urgentMs + 700],
  ])('%s', async (_, urgent, moreMs, expected) => {
    const { breaker, waited } = aBreaker()
    expect(await waited(breaker.run(urgent, never, moreMs))).toBe(expected)
  })

  test('the next ones wait for a moment only, until the breaker closes', async () => {
    const breaker = new Breaker(() => Date.now())
    const first = breaker.run(true, never).catch((fault) => fault)
    await vi.advanceTimersByTimeAsync(patience.urgentMs)
    expect(await first).toBeInstanceOf(LedgerTooSlow)
    expect(breaker.isOpen).toBe(true)
    const second = breaker.run(false, never).catch((fault) => fault)
    await vi.advanceTimersByTimeAsync(patience.breakerOpenMs)
    expect(await second).toBeInstanceOf(LedgerTooSlow)
    await vi.advanceTimersByTimeAsync(patience.breakerOpenForMs)
    expect(breaker.isOpen).toBe(false)
  })

  test('slow is not gone: one that answers after all closes the breaker, and what was given up is not committed', async () => {
    const breaker = new Breaker(() => Date.now())
    const committed = vi.fn()
    const slow = breaker.run(true, async (stillWanted) => {
      await after(patience.urgentMs + 100)
      stillWanted()
      committed()
    })
    slow.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(patience.urgentMs)
    expect(breaker.isOpen).toBe(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(breaker.isOpen).toBe(false)
    expect(committed).not.toHaveBeenCalled()
  })
})

describe('one contact that cannot be written hurries nobody else', () => {
  test.each(['23514', '22021', '42P01', '40001'])(
    'a fault of the contact, %s, leaves the breaker closed',
    async (code) => {
      const breaker = new Breaker(() => Date.now())
      await expect(breaker.run(false, fails(code))).rejects.toThrow()
      expect(breaker.isOpen).toBe(false)
    },
  )

  test.each(['53300', '57P01', '08006', '58030', '25006', 'ECONNREFUSED', 'CONNECT_TIMEOUT', 'EPIPE'])(
    'a server in trouble, %s, opens it',
    async (code) => {
      const breaker = new Breaker(() => Date.now())
      await expect(breaker.run(false, fails(code))).rejects.toThrow()
      expect(breaker.isOpen).toBe(true)
    },
  )
})
