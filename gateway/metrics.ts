import { sql } from 'drizzle-orm'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readCalendar } from '../db/bank-holidays.ts'
import type { House } from '../house.ts'
import type { Channel } from '../rules/channel.ts'
import { dayOf } from '../rules/london.ts'
import { daysKnown } from '../rules/working-days.ts'
import { withDeadline } from '../db/deadline.ts'
import type { Received } from './receive.ts'

export type Metrics = {
  /** The numbers of now, as Prometheus reads them. What the ledger did not say in time is NaN. */
  write(): Promise<{ contentType: string; text: string }>
  /** One contact that walked the path, and how long it took. */
  countContact(channel: Channel, received: Received, seconds: number): void
  /** One that the door turned away, by why. */
  countRefusal(door: 'smtp' | 'http', why: string): void
}

/** How long a scrape waits for the ledger. */
const ledgerWaitMs = 1_000

/** What waits, from the ledger. */
async function readWaiting(house: House) {
  const rows = await house.ledger.db.execute<{
    held: number
    held_seconds: number
    overdue: number
    onward: number
    onward_seconds: number
    alerts: number
    alerts_seconds: number
  }>(sql`
    select
      (select count(*)::int from alerts where taken_at is null) as alerts,
      (select coalesce(extract(epoch from ${house.clock.now().toISOString()}::timestamptz - min(raised_at)), 0)::float from alerts where taken_at is null) as alerts_seconds,
      count(*) filter (where state = 'held')::int as held,
      coalesce(extract(epoch from ${house.clock.now().toISOString()}::timestamptz - min(received_at) filter (where state = 'held')), 0)::float as held_seconds,
      count(*) filter (where state = 'held' and read_due_at < ${house.clock.now().toISOString()}::timestamptz)::int as overdue,
      count(*) filter (where state in ('delivering', 'releasing'))::int as onward,
      coalesce(extract(epoch from ${house.clock.now().toISOString()}::timestamptz - min(received_at) filter (where state in ('delivering', 'releasing'))), 0)::float as onward_seconds
    from contacts where state in ('held', 'delivering', 'releasing')`)
  return rows[0]
}

/** Days ahead for which bank holidays are known: a due date past them fails. */
async function readDaysKnown({ ledger, policy, clock }: House): Promise<number> {
  return daysKnown(dayOf(clock.now()), await readCalendar(ledger.db, policy.landlord.nation))
}

/** The numbers that operations watch, without a customer in any of them. */
export function openMetrics(house: House): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const contacts = new Counter({
    name: 'clearway_contacts_total',
    help: 'Contacts that this gateway took, each once',
    labelNames: ['channel', 'lane', 'outcome'],
    registers,
  })
  const duplicates = new Counter({
    name: 'clearway_duplicates_total',
    help: 'Contacts that came again',
    registers,
  })
  const fallbacks = new Counter({
    name: 'clearway_fallbacks_total',
    help: 'Contacts delivered onward unchecked because the ledger did not answer',
    registers,
  })
  const refusals = new Counter({
    name: 'clearway_refusals_total',
    help: 'What the doors turned away',
    labelNames: ['door', 'why'],
    registers,
  })
  const duration = new Histogram({
    name: 'clearway_contact_seconds',
    help: 'Time from the end of a contact to its answer',
    labelNames: ['channel'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const waiting = {
    held: gauge('clearway_held', 'Contacts that wait for a person'),
    held_seconds: gauge('clearway_held_oldest_seconds', 'Age of the oldest contact that waits for a person'),
    overdue: gauge('clearway_held_overdue', 'Held contacts that nobody read within the promised working day'),
    onward: gauge('clearway_onward', 'Contacts that wait for onward delivery'),
    onward_seconds: gauge(
      'clearway_onward_oldest_seconds',
      'Age of the oldest contact that waits for onward delivery',
    ),
    alerts: gauge('clearway_alerts_open', 'Alerts that nobody has taken'),
    alerts_seconds: gauge('clearway_alerts_oldest_seconds', 'Age of the oldest alert that nobody has taken'),
  }
  const ledgerAnswers = gauge('clearway_ledger_answers', '1 when the ledger answered this scrape')
  const holidaysKnown = gauge(
    'clearway_bank_holidays_known_days',
    'Days ahead for which bank holidays are known: below 120 they need an update',
  )
  return {
    async write() {
      const row = await withDeadline(readWaiting(house), ledgerWaitMs).catch(() => undefined)
      ledgerAnswers.set(row ? 1 : 0)
      for (const [name, each] of Object.entries(waiting))
        each.set(row?.[name as keyof typeof waiting] ?? Number.NaN)
      const known = await withDeadline(readDaysKnown(house), ledgerWaitMs).catch(() => Number.NaN)
      holidaysKnown.set(known)
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
    countContact(channel, { decision, duplicate, recorded }, seconds) {
      duration.observe({ channel }, seconds)
      if (duplicate) return duplicates.inc()
      contacts.inc({ channel, lane: decision.lane, outcome: decision.outcome })
      if (!recorded) fallbacks.inc()
    },
    countRefusal: (door, why) => refusals.inc({ door, why }),
  }
}
