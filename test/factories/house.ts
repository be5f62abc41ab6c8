import type { Clock } from '../../clock.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { type House, loadPolicy } from '../../house.ts'
import type { MailOut } from '../../post/mail-out.ts'
import { parseSettings } from '../../settings.ts'

/** Mail that was sent, kept in memory; `broken` makes every door out refuse. */
export type Outbox = MailOut & {
  desk: { code: string; raw: string }[]
  customer: { address: string; raw: string }[]
  broken: boolean
}

export function anOutbox(): Outbox {
  const refuse = (outbox: Outbox) => {
    if (outbox.broken) throw new Error('the onward door is closed')
  }
  const outbox: Outbox = {
    desk: [],
    customer: [],
    broken: false,
    async toDesk(code, raw) {
      refuse(outbox)
      outbox.desk.push({ code, raw: raw.toString() })
    },
    async toCustomer(address, raw) {
      refuse(outbox)
      outbox.customer.push({ address, raw: raw.toString() })
    },
    close: () => undefined,
  }
  return outbox
}

type TestHouse = House & { mail: Outbox; ledger: Ledger; clock: Clock & { set(at: string): void } }

/** A house over a test database with a clock that stands still until it is set. */
export async function aHouse(
  databaseUrl: string,
  over: { now?: string; policy?: string; env?: Record<string, string> } = {},
): Promise<TestHouse> {
  let now = new Date(over.now ?? '2026-11-24T10:00:00Z')
  const settings = parseSettings({
    DATABASE_URL: databaseUrl,
    CLEARWAY_POLICY: over.policy,
    SESSION_SECRET: 'a secret for tests only, 0123456789',
    ...over.env,
  })
  return {
    settings,
    clock: {
      now: () => now,
      set: (at) => {
        now = new Date(at)
      },
    },
    policy: await loadPolicy(settings),
    ledger: openLedger(databaseUrl),
    mail: anOutbox(),
  }
}
