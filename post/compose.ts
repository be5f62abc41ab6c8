import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'

/** Parts of a message that Clearway writes itself. Every text in it is data: nothing is fetched and no file is opened. */
export type Composed = {
  messageId: string
  from: { name: string; address: string }
  to: { name: string; address: string }
  replyTo?: string
  subject: string
  date: Date
  text: string
  html?: string
  attachments?: { filename: string; content: string | Buffer; contentType: string }[]
  headers?: Record<string, string>
  inReplyTo?: string | null
}

/** The same thing always has the same Message-ID, so that a second delivery of it is recognised (at least once). */
export function messageIdOf(id: string, senderAddress: string): string {
  const domain = senderAddress.slice(senderAddress.lastIndexOf('@') + 1)
  return `<${id}@clearway.${domain}>`
}

/** An id that follows from a key which may hold anything. */
export function idOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

/** A Message-ID as somebody else wrote it, or null when it is not one that can be repeated safely. */
export function soundMessageId(messageId: string | null): string | null {
  return messageId && /^<[!-;=?-~]{1,500}>$/.test(messageId) ? messageId : null
}

/** Writes the message with CRLF line ends. */
export async function compose(message: Composed): Promise<Buffer> {
  const { inReplyTo, ...rest } = message
  const answers = soundMessageId(inReplyTo ?? null)
  const composer = new MailComposer({
    ...rest,
    ...(answers ? { inReplyTo: answers, references: answers } : {}),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return await composer.compile().build()
}
