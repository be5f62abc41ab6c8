import { createHash } from 'node:crypto'
import { withDeadline } from '../../db/deadline.ts'
import { filesRecorded, type NewUpload } from '../../db/uploads.ts'
import { type Inbound, NotKept, type Received, receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { shortReference } from '../../rules/reference.ts'
import { speak } from '../../words/speak.ts'
import { plainContact } from './contact.server.ts'
import type { Reading } from './files.server.ts'
import { log } from './log.server.ts'
import type { SentReport } from './urgent-link.server.ts'

/** By what the bytes are: nothing that a desk would have to open with care. */
export function isPhotograph(type: string): boolean {
  return /^(image|video)\/(?!svg)/.test(type)
}

/** Bytes of photographs in one mail: desks' servers often refuse more than 25 MB, and a mail is a third larger than what is in it. */
const mostInOneMail = 15 * 1024 * 1024

/** Photographs in their order, in as many mails as they need. */
export function bundlesOf(files: NewUpload[]): NewUpload[][] {
  const bundles: NewUpload[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const file of files) {
    bytes += file.bytes.length
    if (bytes > mostInOneMail) {
      bundles.push([])
      bytes = file.bytes.length
    }
    bundles.at(-1)?.push(file)
  }
  return bundles
}

export function withFiles(files: NewUpload[]): Pick<Inbound, 'files' | 'fileNames'> {
  return { files, fileNames: files.map(({ name }) => name) }
}

/** Words and photographs for a report that has gone already. `key`: pressing twice is one. */
type More = { reportId: string; words: string; files: NewUpload[]; key: string }

/**
 * Sends more about a report to the urgent desk, under the same reference, in as many mails as it takes. The answer are
 * the photographs that could not be sent. Throws `NotKept` when the words could not.
 */
export async function sendMore(house: House, { reportId, words, files, key }: More): Promise<NewUpload[]> {
  const reference = shortReference(reportId)
  const [first = [], ...others] = bundlesOf(files)
  const lost: NewUpload[] = []
  for (const [text, bundle] of [[words, first] as const, ...others.map((each) => ['', each] as const)]) {
    if (text === '' && bundle.length === 0) continue
    try {
      await receive(house, {
        ...plainContact,
        ...withFiles(bundle),
        key: `report-more:${reportId}:${hashOf(key, text, bundle)}`,
        from: {},
        evidence: 'unverified',
        subject: speak('en', 'page.report.more.subject', { reference }),
        body: [speak('en', 'page.report.more.body', { reference }), text].join('\n\n').trim(),
        desk: 'urgent',
        lane: 'emergency-repair',
        receivedAt: house.clock.now(),
      })
    } catch (fault) {
      if (!(fault instanceof NotKept) || text !== '') throw fault
      log.error({ err: fault }, 'photographs for an urgent report could not be kept')
      lost.push(...bundle)
    }
  }
  return lost
}

function hashOf(key: string, text: string, files: NewUpload[]): string {
  const hash = createHash('sha256').update(JSON.stringify([key, text]))
  for (const { bytes } of files) hash.update(bytes)
  return hash.digest('hex')
}

type Whole = Awaited<Reading['whole']>

/** How many photographs of a form have come, and which have not. `lost` came and could not be sent on. */
export function outcomeOf({ files, missed }: Whole, lost: NewUpload[]): Pick<SentReport, 'came' | 'missed'> {
  const all = Array.from({ length: files.length + missed.length }, (_, index) => index + 1)
  const places = all.filter((place) => missed.every(({ at }) => at !== place))
  const ones: SentReport['missed'] = [
    ...missed.map(({ at, why }) => ({ at, why })),
    ...lost.map((file) => ({ at: places[files.indexOf(file)] ?? all.length, why: 'lost' as const })),
  ]
  return { came: files.length - lost.length, missed: ones.sort((a, b) => a.at - b.at) }
}

/**
 * Sends on what did not go with the report itself: photographs that came late, that are too much for one mail, or that
 * come with a report which was taken before (the connection broke off, and they pressed again). `gone` went with it now.
 */
export async function sendLater(
  house: House,
  { contactId, duplicate }: Received,
  gone: number,
  whole: Whole,
) {
  const already = duplicate ? await filesBefore(house, contactId) : gone
  const files = whole.files.slice(already)
  return outcomeOf(whole, await sendMore(house, { reportId: contactId, words: '', files, key: '' }))
}

/** With how many the first report was taken. When that cannot be said they are sent once more rather than not at all. */
async function filesBefore({ ledger }: House, contactId: string): Promise<number> {
  return await withDeadline(filesRecorded(ledger.db, contactId), 1_000).catch(() => 0)
}
