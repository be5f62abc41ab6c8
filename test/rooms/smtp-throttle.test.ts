import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openThrottles, redisPatience } from '../../gateway/throttle.ts'
import { redisUrl } from '../set-up/database.ts'

const limits = { messages: { points: 2, seconds: 60 } }

/** A way to Redis that can be frozen (nothing comes through) and cut. */
async function openWay(to: URL) {
  let frozen = false
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port || 6379), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.on('data', (chunk) => frozen || far.write(chunk))
    far.on('data', (chunk) => frozen || near.write(chunk))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}${to.pathname}`,
    freeze: () => {
      frozen = true
    },
    cut,
    close: () => {
      cut()
      server.close()
    },
  }
}

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
