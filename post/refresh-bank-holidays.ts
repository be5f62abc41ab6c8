import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Logger } from 'pino'
import { z } from 'zod'
import { keepBankHolidays, readCalendar } from '../db/bank-holidays.ts'
import type { House } from '../house.ts'
import { nations } from '../rules/bank-holidays.ts'
import { dayOf } from '../rules/london.ts'
import { daysKnown, enoughDaysKnown } from '../rules/working-days.ts'

/** The official feed, by nation. */
const officialFeed = 'https://www.gov.uk/bank-holidays.json'
const patienceMs = 10_000
const mostBytes = 1_000_000

/** No nation has more than about ten a year. A feed full of days would put off what customers are promised. */
const mostInYear = 20

const events = z
  .array(z.object({ title: z.string().trim().min(1).max(200), date: z.iso.date() }))
  .min(1)
  .refine((days) => {
    const inYear = new Map<string, number>()
    for (const { date } of days) inYear.set(date.slice(0, 4), (inYear.get(date.slice(0, 4)) ?? 0) + 1)
    return [...inYear.values()].every((count) => count <= mostInYear)
  })

const feedSchema = z.object({
  'england-and-wales': z.object({ events }),
  scotland: z.object({ events }),
  'northern-ireland': z.object({ events }),
})

/** What is wrong with the feed, as a code: an answer that is not the feed never becomes a day off. */
class FeedRefused extends Error {
  override readonly name = 'FeedRefused'
  readonly code: string
  constructor(code: string) {
    super(`the feed of bank holidays was refused (${code})`)
    this.code = code
  }
}

async function readFeed(feedUrl: string, waitMs: number) {
  const answer = await fetch(feedUrl, {
    signal: AbortSignal.timeout(waitMs),
    headers: { accept: 'application/json' },
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new FeedRefused(`status-${answer.status}`)
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ? Readable.fromWeb(answer.body as WebStream<Uint8Array>) : []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new FeedRefused('too-long')
    chunks.push(chunk)
  }
  try {
    return feedSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch {
    throw new FeedRefused('not-the-feed')
  }
}

function codeOf(fault: unknown): string {
  const { code, name, cause } = fault as { code?: unknown; name?: string; cause?: { code?: unknown } }
  if (typeof cause?.code === 'string') return cause.code
  return typeof code === 'string' ? code : (name ?? 'unknown')
}

type Options = { log: Logger; feedUrl?: string; waitMs?: number }

/**
 * Asks the official feed once and keeps the days that are new. Having no network is normal: a feed that does not
 * answer, or answers with something else, is logged by its code and changes nothing. Says so loudly when the days that
 * are known end soon, because a due date past them fails.
 */
export async function refreshBankHolidays(house: House, options: Options): Promise<void> {
  const { log, feedUrl = officialFeed, waitMs = patienceMs } = options
  const now = house.clock.now()
  const feed = await readFeed(feedUrl, waitMs).catch((fault: unknown) => {
    log.warn({ fault: codeOf(fault) }, 'refresh-bank-holidays: the feed was not read; what is known stays')
    return null
  })
  if (feed) {
    const days = nations.flatMap((nation) =>
      feed[nation].events.map(({ title, date }) => ({ nation, day: date, title })),
    )
    const added = await keepBankHolidays(house.ledger.db, days, now)
    log.info({ added }, 'refresh-bank-holidays: done')
  }
  const calendar = await readCalendar(house.ledger.db, house.policy.landlord.nation)
  const left = daysKnown(dayOf(now), calendar)
  if (left < enoughDaysKnown) {
    log.error(
      { left, knownUntil: calendar.knownUntil },
      'bank holidays are known for too few days ahead: due dates past them will fail. Update Clearway, or let it reach www.gov.uk.',
    )
  }
}
