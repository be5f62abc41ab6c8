import PostalMime, { type Email } from 'postal-mime'
import { makeHarmless } from './console-harmless.server.ts'

/** Larger originals are offered as bytes only, so that one message cannot make the console slow. */
const largestTakenApart = 30 * 1024 * 1024
const longestShownHeaders = 20_000

/** A message as a colleague may look at it. `html` is harmless. Sizes in bytes. */
export type ShownMail = {
  headers: string
  html: string | null
  isHtmlTooLong: boolean
  files: { name: string; size: number }[]
}

/** Null when it cannot be taken apart: its bytes can be looked at all the same. */
export async function showMail(raw: Buffer): Promise<ShownMail | null> {
  const email = await takeApart(raw)
  if (!email) return null
  const html = email.html ? makeHarmless(email.html) : null
  return {
    headers: headersOf(raw),
    html,
    isHtmlTooLong: Boolean(email.html) && html === null,
    files: email.attachments.map((file, at) => ({
      name: nameOf(file.filename, at),
      size: bytesOf(file.content).length,
    })),
  }
}

/** One attached file by its place in the message, or null. */
export async function fileOf(raw: Buffer, at: number): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = (await takeApart(raw))?.attachments[at]
  return file ? { name: nameOf(file.filename, at), bytes: bytesOf(file.content) } : null
}

async function takeApart(raw: Buffer): Promise<Email | null> {
  if (raw.length > largestTakenApart) return null
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: 40,
      maxHeadersSize: 256 * 1024,
    })
  } catch {
    return null
  }
}

function bytesOf(content: Email['attachments'][number]['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

/** Without folders, and without signs that are not seen or that turn the direction: 'photo\u202Egpj.exe' says what it is. */
function nameOf(given: string | null | undefined, at: number): string {
  const name =
    (given ?? '')
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/[\p{C}\p{Zl}\p{Zp}"]/gu, '')
      .trim() ?? ''
  return name === '' || /^\.+$/.test(name) ? `file-${at + 1}` : name.slice(-120)
}

/** Everything before the first empty line, as it was written. */
function headersOf(raw: Buffer): string {
  const start = raw.subarray(0, longestShownHeaders).toString('utf8')
  return start.split(/\r?\n\r?\n/, 1)[0] ?? ''
}

/** Headers of an answer that a browser only ever keeps as a file, whatever is in it. The fence adds `nosniff` to every answer. */
export function asDownload(name: string): Record<string, string> {
  const plain = name.replace(/[^\w.-]/g, '_')
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, escapeByte)}`,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}

function escapeByte(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Headers of an answer that a browser shows as plain text, whatever is in it. */
export const asPlainText = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Disposition': 'inline',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
}
