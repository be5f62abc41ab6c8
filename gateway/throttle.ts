import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

/** How many in how many seconds. Generous: throttles gather floods and never decide an allowance. */
export const throttleLimits = {
  /** SMTP connections of one address that is no relay of the landlord. */
  connections: { points: 300, seconds: 60 },
  /** Mails of one address that is no relay of the landlord. */
  messages: { points: 300, seconds: 600 },
  /** HTTP calls of one API key. */
  apiCalls: { points: 6_000, seconds: 60 },
  /** HTTP calls without a right key, of one address. */
  wrongKeys: { points: 120, seconds: 60 },
  /** One-time codes asked for one email address. */
  signInCodes: { points: 6, seconds: 900 },
  /** Codes asked for or tried from one network address. */
  signInTries: { points: 60, seconds: 900 },
} as const

export type ThrottleName = keyof typeof throttleLimits
export type Taken = { yes: true } | { no: true; retryAfterSeconds: number }

export type Throttles = {
  /** Takes one. `key` is an address or a name: only its hash is kept. Never throws and never waits long. */
  take(name: ThrottleName, key: string): Promise<Taken>
  close(): void
}

/** How long a Redis may take to answer, and how long it is left alone after it did not. */
export const redisPatience = { answerMs: 100, breakerOpenForMs: 10_000 }

function connect(redisUrl: string): Redis {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: redisPatience.answerMs,
    connectTimeout: 1_000,
    retryStrategy: (times) => Math.min(times * 250, 5_000),
  })
  // Without a listener a lost connection would end the process. What it means is handled where an answer is missing.
  redis.on('error', () => undefined)
  return redis
}

function isRefusal(fault: unknown): fault is RateLimiterRes {
  return fault instanceof RateLimiterRes
}

function asTaken(refused: RateLimiterRes): Taken {
  return { no: true, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
}

type Limiter = RateLimiterMemory | RateLimiterRedis

async function consume(limiter: Limiter, key: string): Promise<Taken> {
  try {
    await limiter.consume(key)
    return { yes: true }
  } catch (fault) {
    if (isRefusal(fault)) return asTaken(fault)
    throw fault
  }
}

/**
 * Throttles shared by every gateway through Redis, or in memory without one: also while it does not answer. After one
 * missing answer nobody waits for it again for a while. `over` changes limits, for tests.
 */
export function openThrottles(
  redisUrl: string | null,
  over: Partial<Record<ThrottleName, { points: number; seconds: number }>> = {},
  monotonicMs: () => number = () => performance.now(),
): Throttles {
  const redis = redisUrl ? connect(redisUrl) : null
  const limiters = new Map<ThrottleName, { memory: RateLimiterMemory; shared: RateLimiterRedis | null }>()
  for (const name of Object.keys(throttleLimits) as ThrottleName[]) {
    const { points, seconds: duration } = over[name] ?? throttleLimits[name]
    const options = { points, duration, keyPrefix: `clearway:${name}` }
    const shared = redis && new RateLimiterRedis({ ...options, storeClient: redis })
    limiters.set(name, { memory: new RateLimiterMemory(options), shared })
  }
  let leftAloneUntil = 0
  return {
    async take(name, rawKey) {
      const limiter = limiters.get(name)
      if (!limiter) return { yes: true }
      const key = createHash('sha256').update(rawKey).digest('base64url').slice(0, 22)
      if (limiter.shared && redis?.status === 'ready' && monotonicMs() >= leftAloneUntil) {
        try {
          return await consume(limiter.shared, key)
        } catch {
          leftAloneUntil = monotonicMs() + redisPatience.breakerOpenForMs
        }
      }
      return await consume(limiter.memory, key)
    },
    close: () => redis?.disconnect(),
  }
}
