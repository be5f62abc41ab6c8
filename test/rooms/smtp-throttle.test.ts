import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openThrottles, redisPatience } from '../../gateway/throttle.ts'
import { redisUrl } from '../set-up/database.ts'
import { openWay } from '../set-up/way.ts'

const limits = { messages: { points: 2, seconds: 60 } }

const url = redisUrl()

describe.skipIf(!url)('throttles over Redis', () => {
  let way: Awaited<ReturnType<typeof openWay>>
  beforeAll(async () => {
    way = await openWay(new URL(url ?? ''))
  })
  afterAll(() => way.close())

  /** Connected: two that share one Redis share one count. */
  async function openTwo() {
    const [one, other] = [openThrottles(way.url, limits), openThrottles(url, limits)]
    const isShared = async () => {
      const key = randomUUID()
      await one.take('messages', key)
      await one.take('messages', key)
      return 'no' in (await other.take('messages', key))
    }
    await expect.poll(isShared, { timeout: 20_000, interval: 200 }).toBe(true)
    return { one, other }
  }

  test('two gateways share one count; a frozen, then cut Redis is waited for once, and counting goes on in memory', {
    timeout: 40_000,
  }, async () => {
    const { one, other } = await openTwo()
    way.freeze()
    const key = randomUUID()
    const started = performance.now()
    expect(await one.take('messages', key)).toEqual({ yes: true })
    const waited = performance.now() - started
    expect(waited).toBeLessThan(redisPatience.answerMs + 400)
    const later = performance.now()
    expect(await one.take('messages', key)).toEqual({ yes: true })
    expect(await one.take('messages', key)).toMatchObject({ no: true })
    expect(performance.now() - later).toBeLessThan(50)
    way.cut()
    expect(await one.take('messages', randomUUID())).toEqual({ yes: true })
    one.close()
    other.close()
  })
})
