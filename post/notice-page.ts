/** Safe between tags and inside a quoted attribute. Control characters that HTML does not know are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Web addresses become links that show themselves; a full stop after one stays outside. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('')
}

/** One paragraph, or one list when every line is a point. */
function block(text: string): string {
  const lines = text.split('\n')
  const points = lines.map((line) => /^\s*[-*•]\s(.*)$/.exec(line)?.[1])
  if (points.every((point) => point !== undefined)) {
    return `<ul>${points.map((point) => `<li>${withLinks(point ?? '')}</li>`).join('')}</ul>`
  }
  return `<p>${lines.map(withLinks).join('<br>')}</p>`
}

type Page = {
  language: string
  direction: 'ltr' | 'rtl'
  printPoints: number
  subject: string
  body: string
  address?: string[]
}

/** The same words as the plain text, as one small page in the customer's language and letter size. `address` is for an envelope window. */
export function writeNoticePage({ language, direction, printPoints, subject, body, address }: Page): string {
  const blocks = body
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter(Boolean)
  const style = `font-family:Arial,sans-serif;font-size:${printPoints}pt;line-height:1.5;color:#0b0c0c;background:#fff;max-width:40em`
  return [
    `<!doctype html><html lang="${escape(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>`,
    `<body style="${style}">`,
    address
      ? `<address style="font-style:normal;margin-bottom:3em" dir="auto">${address.map(escape).join('<br>')}</address>`
      : '',
    `<h1 style="font-size:1.3em">${escape(subject)}</h1>`,
    ...blocks.map(block),
    '</body></html>\n',
  ].join('\n')
}
