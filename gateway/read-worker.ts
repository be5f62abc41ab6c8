import { convert } from 'html-to-text'
import PostalMime, { type Attachment, type Email } from 'postal-mime'

/** What a person would see in a mail: its words and its files. */
export type Read = {
  body: string
  files: { name: string; size: number }[]
  /** More than is read, or closed to us (encrypted, or nothing readable found): a person looks at it. */
  incomplete: boolean
}

export const caps = { characters: 300_000, depth: 200, files: 500, fileNameLength: 200 } as const

const closedTypes = new Set([
  'application/pkcs7-mime',
  'application/x-pkcs7-mime',
  'application/pgp-encrypted',
  'application/ms-tnef',
])

/** Elements that have no end, or whose end may be left out: they do not nest. */
const flat = new Set([
  'br',
  'img',
  'hr',
  'wbr',
  'input',
  'meta',
  'link',
  'col',
  'area',
  'base',
  'p',
  'li',
  'td',
  'th',
  'tr',
])

/** Longer, or nested deeper, than people write: taking it apart properly takes minutes (measured). */
function isMonstrous(html: string): boolean {
  if (html.length > caps.characters) return true
  let depth = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!flat.has(name.toLowerCase())) depth += end ? -1 : 1
    if (depth > caps.depth) return true
  }
  return false
}

function textOfHtml(html: string): string {
  if (isMonstrous(html))
    return html
      .slice(0, caps.characters)
      .replace(/<[^<>]{0,2000}>/g, ' ')
      .replace(/\s+/g, ' ')
  return convert(html, {
    wordwrap: false,
    limits: { maxDepth: 1_000 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
}

/** The plain part, and the HTML part too where it says something that the plain part does not. */
function bodyOf({ text = '', html }: Email): string {
  if (!html) return text
  const fromHtml = textOfHtml(html)
  if (!text.trim()) return fromHtml
  const plain = wordsOf(text)
  const shown = [...wordsOf(fromHtml)]
  const missing = shown.filter((word) => !plain.has(word)).length
  return missing > shown.length / 5 ? `${text}\n\n${fromHtml}` : text
}

function fileOf({ filename, mimeType, content }: Attachment): { name: string; size: number } {
  const name = filename?.trim() || `without a name (${mimeType})`
  const size = typeof content === 'string' ? content.length : content.byteLength
  return { name: name.replace(/\p{Cc}/gu, ' ').slice(0, caps.fileNameLength), size }
}

/** Takes one mail apart. Runs in a worker thread, so that whatever it does to time and memory ends with the thread. */
export default async function readMail(raw: Uint8Array): Promise<Read> {
  const email = await PostalMime.parse(raw, { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 })
  const body = bodyOf(email)
  const tooMuch =
    body.length > caps.characters || isMonstrous(email.html ?? '') || email.attachments.length > caps.files
  const nothing = !body.trim() && email.attachments.length === 0
  return {
    body: body.slice(0, caps.characters).trim(),
    files: email.attachments.slice(0, caps.files).map(fileOf),
    incomplete: tooMuch || nothing || email.attachments.some(({ mimeType }) => closedTypes.has(mimeType)),
  }
}
