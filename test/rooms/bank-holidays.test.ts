import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepBankHolidays, readCalendar } from '../../db/bank-holidays.ts'
import { openMetrics } from '../../gateway/metrics.ts'
import { refreshBankHolidays } from '../../post/refresh-bank-holidays.ts'
import bundled from '../../rules/bank-holidays.json' with { type: 'json' }
import { addWorkingDays } from '../../rules/working-days.ts'
import { aHouse } from '../factories/house.ts'
import { openTestDatabase } from '../set-up/database.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
let lines: { level: number; msg: string; fault?: string; left?: number }[] = []
const log = pino(
  { level: 'info' },
  new Writable({
    write(line, _, done) {
      lines.push(JSON.parse(String(line)))
      done()
    },
  }),
)

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
})

beforeEach(async () => {
  lines = []
  house.clock.set('2026-11-24T10:00:00Z')
  await database.sql`truncate bank_holidays`
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

/** Refreshes once from a feed on this machine that answers as it is told. */
async function refreshFrom(answer: RequestListener, waitMs = 5_000): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    await refreshBankHolidays(house, { log, feedUrl: `http://127.0.0.1:${port}/bank-holidays.json`, waitMs })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

type Feed = Record<string, { division: string; events: { title: string; date: string; notes: string }[] }>

function theFeed(extra: string[] = []): Feed {
  const feed = structuredClone(bundled) as Feed
  for (const nation of Object.values(feed)) {
    nation.events.push(...extra.map((date) => ({ title: 'One more day', date, notes: '' })))
  }
  return feed
}

const json = (feed: unknown): RequestListener => {
  return (_request, response) => response.end(JSON.stringify(feed))
}

async function daysKept(): Promise<number> {
  const [row] = await database.sql`select count(*)::int as days from bank_holidays`
  return row?.days
}

describe('the official feed of bank holidays', () => {
  test('a day that was proclaimed since moves a due date on every machine from the next reading on', async () => {
    const before = await readCalendar(house.ledger.db, 'england-and-wales')
    expect(addWorkingDays('2026-11-24', 5, before)).toBe('2026-12-01')
    await refreshFrom(json(theFeed(['2026-11-27'])))
    const after = await readCalendar(house.ledger.db, 'england-and-wales')
    expect(addWorkingDays('2026-11-24', 5, after)).toBe('2026-12-02')
  })

  test('a feed that forgets days takes none away, bundled or seen', async () => {
    await refreshFrom(json(theFeed(['2026-11-27'])))
    const short = Object.fromEntries(
      Object.entries(theFeed()).map(([nation, { events, ...rest }]) => [
        nation,
        { ...rest, events: events.slice(0, 1) },
      ]),
    )
    await refreshFrom(json(short))
    const { holidays } = await readCalendar(house.ledger.db, 'scotland')
    expect([holidays.has('2026-11-27'), holidays.has('2026-11-30')]).toEqual([true, true])
  })

  test('the same feed twice adds nothing the second time', async () => {
    await refreshFrom(json(theFeed()))
    const once = await daysKept()
    await refreshFrom(json(theFeed()))
    expect([once > 100, await daysKept()]).toEqual([true, once])
  })

  test.each<[string, string, RequestListener]>([
    ['an error page', 'status-503', (_request, response) => response.writeHead(503).end('later')],
    ['no JSON', 'not-the-feed', (_request, response) => response.end('<html>sign in</html>')],
    ['another shape', 'not-the-feed', json({ events: [] })],
    ['a nation missing', 'not-the-feed', json({ ...theFeed(), scotland: undefined })],
    ['a day that is none', 'not-the-feed', json(theFeed(['2026-02-30']))],
    [
      'a feed full of days',
      'not-the-feed',
      json(theFeed(Array.from({ length: 20 }, (_, at) => `2027-06-${String(at + 1).padStart(2, '0')}`))),
    ],
    ['an endless answer', 'too-long', (_request, response) => response.end('x'.repeat(1_000_001))],
  ])('%s is refused by its code and changes nothing', async (_, code, answer) => {
    await refreshFrom(answer)
    expect(await daysKept()).toBe(0)
    expect(lines.map(({ fault }) => fault)).toEqual([code])
  })

  test('a feed that never answers is given up', async () => {
    await refreshFrom(() => undefined, 50)
    expect([await daysKept(), lines[0]?.fault]).toEqual([0, 'TimeoutError'])
  })

  test('no network is normal: said once, and nothing fails', async () => {
    const nobody = 'http://127.0.0.1:1/bank-holidays.json'
    await refreshBankHolidays(house, { log, feedUrl: nobody })
    expect(lines.map(({ level }) => level)).toEqual([40])
  })

  test('what the feed has shown is never changed or taken back with plain SQL', async () => {
    await keepBankHolidays(
      house.ledger.db,
      [{ nation: 'scotland', day: '2029-01-01', title: 'New Year’s Day' }],
      house.clock.now(),
    )
    for (const statement of [
      sql`delete from bank_holidays`,
      sql`update bank_holidays set day = '2029-01-02'`,
    ]) {
      await expect(house.ledger.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      })
    }
  })
})

describe('the horizon: the last day whose bank holidays are known', () => {
  const isLoud = () => lines.some(({ level, left }) => level === 50 && left !== undefined)

  test.each([
    ['2028-09-02T10:00:00Z', 120, false],
    ['2028-09-03T10:00:00Z', 119, true],
  ])('at %s it is %i days ahead: loud %s', async (now, left, loud) => {
    house.clock.set(now)
    await refreshFrom(json(theFeed()))
    expect(isLoud()).toBe(loud)
    const { text } = await openMetrics(house).write()
    expect(text).toContain(`clearway_bank_holidays_known_days ${left}`)
  })

  test('it moves on once the feed shows a whole year more, and not before', async () => {
    const nextYear = (count: number) =>
      Array.from({ length: count }, (_, at) => `2029-0${1 + (at % 8)}-1${at}`)
    await refreshFrom(json(theFeed(nextYear(7))))
    expect((await readCalendar(house.ledger.db, 'england-and-wales')).knownUntil).toBe('2028-12-31')
    await refreshFrom(json(theFeed(nextYear(8))))
    expect((await readCalendar(house.ledger.db, 'england-and-wales')).knownUntil).toBe('2029-12-31')
    expect((await readCalendar(house.ledger.db, 'northern-ireland')).knownUntil).toBe('2028-12-31')
  })
})
