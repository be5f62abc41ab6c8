import { type House } from '../../house.ts'
import { lateFinds, monthsOfReading } from '../../db/readings.ts'
import { sampleFigures } from '../../db/samples.ts'
import { wilsonInterval } from '../../rules/wilson.ts'
import { type Asked, requireColleague } from './console.server.ts'

const mostShown = 100
const mostInFile = 100_000
const hourMs = 3_600_000

async function readFinds({ ledger }: House, most: number) {
  return (await lateFinds(ledger.db, most)).map((find) => ({
    ...find,
    hours: (find.foundAt.getTime() - find.receivedAt.getTime()) / hourMs,
  }))
}

/**
 * The board's figure: what the classifier held and a person found to be urgent or a complaint, month by month, and what
 * the daily sample says that people miss. No customer is named.
 */
export async function lateFindsPage(asked: Asked) {
  await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const [months, finds, sample] = await Promise.all([
    monthsOfReading(house.ledger.db),
    readFinds(house, mostShown),
    sampleFigures(house.ledger.db),
  ])
  const { misses, trials } = sample
  return { months, finds, sample: { ...sample, interval: wilsonInterval(misses, trials) } }
}

/** Every late find as a file for a spreadsheet: codes, times and the link to the contact, nothing that somebody wrote. */
export async function lateFindsFile(asked: Asked): Promise<Response> {
  await requireColleague(asked, 'read-contacts')
  const { house } = asked.context
  const heads = ['contact', 'received', 'found', 'hours', 'found as', 'found by', 'channel', 'language']
  const rows = (await readFinds(house, mostInFile)).map((find) => [
    `${house.settings.publicUrl}/console/contacts/${find.contactId}`,
    find.receivedAt.toISOString(),
    find.foundAt.toISOString(),
    find.hours.toFixed(1),
    find.mark,
    find.source,
    find.channel,
    find.language ?? '',
  ])
  const lines = [heads, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  return new Response(`${lines.join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="late-finds.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
