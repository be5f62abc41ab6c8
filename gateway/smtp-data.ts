import type { SMTPServerDataStream } from 'smtp-server'
import { Reply } from './smtp-reply.ts'
import type { MailLimits } from './smtp-limits.ts'

/** A mail that is larger than the door takes, with as much of its head as was kept to say whose it was. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly head: Buffer
  readonly bytes: number
  constructor(head: Buffer, bytes: number) {
    super('the mail is larger than the door takes')
    this.head = head
    this.bytes = bytes
  }
}

/** Bytes of all mails that are being received or read now. One for each door. */
export type Load = { bytes: number }

/**
 * Reads the data of one mail into memory, never more than the limit: what is too large is read to its end and forgotten.
 * `cut` ends the connection of a sender that drips or never ends. Throws `TooLarge`, `Reply` 452, or when the sender leaves.
 */
export async function collectMail(
  stream: SMTPServerDataStream,
  limits: MailLimits,
  load: Load,
  cut: (reason: string) => void,
): Promise<Buffer> {
  const started = performance.now()
  let total = 0
  let kept = 0
  let isCrowded = false
  const chunks: Buffer[] = []
  const rate = setInterval(
    () => {
      const elapsed = performance.now() - started
      if (elapsed > limits.dripGraceMs && total / (elapsed / 1000) < limits.leastBytesPerSecond)
        cut('Your mail comes too slowly. Please send it again.')
      if (total > limits.size * 10) cut('This mail is much too large.')
    },
    Math.min(1_000, limits.dripGraceMs),
  )
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      total += chunk.length
      isCrowded ||= load.bytes + chunk.length > limits.bytesAtOnce
      if (total > limits.size || isCrowded) continue
      chunks.push(chunk)
      kept += chunk.length
      load.bytes += chunk.length
    }
  } finally {
    clearInterval(rate)
    load.bytes -= kept
  }
  if (total > limits.size) throw new TooLarge(Buffer.concat(chunks.slice(0, 16)), total)
  if (isCrowded) throw new Reply(452, 'We have too much mail at once. Please send it again in a few minutes.')
  return Buffer.concat(chunks, kept)
}
