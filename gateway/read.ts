import { createHash } from 'node:crypto'
import { decodeWords } from 'postal-mime'
import { Piscina } from 'piscina'
import { endOfHeaders, type Header, valueOf } from './headers.ts'
import type { Read } from './read-worker.ts'
import { readRoughly } from './rough-text.ts'

/**
 * Bytes of one part that are read. Words that are longer than this in any encoding are more than `caps.characters`, so
 * a text that was cut here is always unparsed; of a file nothing but its name is needed.
 */
const mostOfPart = 4 * 1024 * 1024

/** The mail with the middle of its large parts left out: 24 MB of pictures take seconds to decode and say nothing. */
export function withoutBulk(raw: Buffer): Buffer {
  if (raw.length <= mostOfPart) return raw
  const kept: Buffer[] = []
  for (let start = 0; start < raw.length; ) {
    const boundary = raw.indexOf('\r\n--', start + 4)
    const end = boundary === -1 ? raw.length : boundary
    kept.push(raw.subarray(start, Math.min(end, start + mostOfPart)))
    start = end
  }
  return Buffer.concat(kept)
}

/** What was read of a mail. `unparsed`: it could not be taken apart, or not wholly, and passes to a person. */
export type MailText = { body: string; files: Read['files']; unparsed: boolean }

export type Reader = { read(raw: Buffer): Promise<MailText>; close(): Promise<void> }

/** Reads mail in worker threads. A mail that takes longer than `deadlineMs` or more memory than one thread has is unparsed. */
export function openReader({ deadlineMs = 8_000, threads = 2 } = {}): Reader {
  const pool = new Piscina<Uint8Array, Read>({
    filename: new URL('./read-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  // A thread that dies rejects its own read; the pool starts another.
  pool.on('error', () => undefined)
  return {
    async read(raw) {
      try {
        const { body, files, incomplete } = await pool.run(withoutBulk(raw), {
          signal: AbortSignal.timeout(deadlineMs),
        })
        return { body: incomplete && !body ? readRoughly(raw) : body, files, unparsed: incomplete }
      } catch {
        return { body: readRoughly(raw), files: [], unparsed: true }
      }
    },
    close: () => pool.destroy(),
  }
}

/** The subject as a person reads it, on one line. */
export function readSubject(headers: Header[]): string {
  const written = (valueOf(headers, 'subject') ?? '').slice(0, 4_000)
  return decodeWords(written)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 998)
}

/** The Message-ID in one piece, or null when there is none that can be quoted in an answer. */
export function readMessageId(headers: Header[]): string | null {
  const [id] = (valueOf(headers, 'message-id') ?? '').match(/<[^<>\s\p{Cc}]{1,900}>/u) ?? []
  return id ?? null
}

/** The Message-IDs that a mail answers, the nearest ones when a long thread names many. */
export function readAnswered(headers: Header[]): string[] {
  const named = ['references', 'in-reply-to'].map((field) => valueOf(headers, field) ?? '').join(' ')
  return (named.slice(-20_000).match(/<[^<>\s\p{Cc}]{1,900}>/gu) ?? []).slice(-50)
}

/**
 * The same mail has the same key, by whatever way it comes again: trace headers and MIME boundaries do not matter, its
 * words do, so that another text under the same Message-ID is another contact. `door` tells apart what the same mail
 * asks of two desks.
 */
export function keyOfMail(mail: {
  from: string | null
  headers: Header[]
  text: MailText
  raw: Buffer
  door: string
}): string {
  const { from, headers, text, raw, door } = mail
  const id = readMessageId(headers)
  const words = text.unparsed
    ? raw.subarray(endOfHeaders(raw)).toString('latin1').trim()
    : text.body.replace(/\s+/g, ' ')
  const facts = [
    from,
    id ?? `dated ${valueOf(headers, 'date')}`,
    readSubject(headers),
    words,
    text.files,
    door,
  ]
  return `mail:${createHash('sha256').update(JSON.stringify(facts)).digest('hex')}`
}
