import { type Logger, pino } from 'pino'
import type { House } from '../house.ts'
import { openMetrics, type Metrics } from './metrics.ts'
import { openReader, type Reader } from './read.ts'
import { type Inbound, type Received, receive } from './receive.ts'
import { openThrottles, type Throttles } from './throttle.ts'

/** What both doors share. */
export type Gateway = {
  house: House
  reader: Reader
  throttles: Throttles
  metrics: Metrics
  log: Logger
  close(): Promise<void>
}

type Parts = Partial<Pick<Gateway, 'reader' | 'throttles' | 'log'>>

/** Opens what the doors share; `parts` stand in for some of it, in tests. The house stays its owner's to close. */
export function openGateway(house: House, parts: Parts = {}): Gateway {
  const reader = parts.reader ?? openReader()
  const throttles = parts.throttles ?? openThrottles(house.settings.redisUrl)
  const log = parts.log ?? pino({ level: house.settings.mode === 'production' ? 'info' : 'warn' })
  return {
    house,
    reader,
    throttles,
    log,
    metrics: openMetrics(house),
    async close() {
      throttles.close()
      await reader.close()
    },
  }
}

/** Takes one contact in, counts it and writes a line about it that names nobody. Throws `NotKept`. */
export async function takeIn(gateway: Gateway, inbound: Inbound): Promise<Received> {
  const started = performance.now()
  const received = await receive(gateway.house, inbound)
  const seconds = (performance.now() - started) / 1000
  gateway.metrics.countContact(inbound.channel, received, seconds)
  const { contactId, decision, recorded, duplicate } = received
  const line = {
    contactId,
    channel: inbound.channel,
    lane: decision.lane,
    outcome: decision.outcome,
    recorded,
    duplicate,
    seconds,
  }
  if (recorded) gateway.log.info(line, 'contact taken in')
  else gateway.log.error(line, 'the ledger did not answer: contact delivered onward unchecked')
  return received
}
