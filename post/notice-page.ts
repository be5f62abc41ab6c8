import { type Block, cutAtLinks, readLetter } from '../words/read-letter.ts'
import { direction } from '../words/speak.ts'

/** Safe between tags and inside a quoted attribute. Control characters that HTML does not know are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Web addresses become links that show themselves. */
function withLinks(line: string): string {
  return cutAtLinks(line)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('')
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="font-size:1.15em;margin:1.5em 0 0.5em">${withLinks(block.text)}</h2>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${withLinks(item)}</li>`).join('')}</ul>`
    case 'paragraph':
      return `<p>${block.lines.map(withLinks).join('<br>')}</p>`
  }
}

type Page = {
  language: string
  printPoints: number
  subject: string
  body: string
  address?: string[]
}

/** The same words as the plain text, as one small page in the customer's language and letter size. `address` is for an envelope window. */
export function writeNoticePage({ language, printPoints, subject, body, address }: Page): string {
  const style = `font-family:Arial,sans-serif;font-size:${printPoints}pt;line-height:1.5;color:#0b0c0c;background:#fff;max-width:40em`
  return [
    `<!doctype html><html lang="${escape(language)}" dir="${direction(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>`,
    `<body style="${style}">`,
    address
      ? `<address style="font-style:normal;margin-bottom:3em" dir="auto">${address.map(escape).join('<br>')}</address>`
      : '',
    `<h1 style="font-size:1.3em">${escape(subject)}</h1>`,
    ...readLetter(body).map(htmlOf),
    '</body></html>\n',
  ].join('\n')
}
