import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs'

const prefix = 'X-Clearway-'

/**
 * One header line that cannot become two: control characters (CR, LF and NUL among them), line separators and
 * half characters go, whatever is not ASCII is encoded (RFC 2047), and the length is bounded. With its line end.
 */
function headerLine(name: string, value: string): string {
  const flat = value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    // Not already encoded either: a reader would decode what nobody here has looked at.
    .replaceAll('=?', '= ?')
    .trim()
    .slice(0, 600)
  return `${foldLines(`${name}: ${encodeWords(flat.toWellFormed(), 'Q', 52)}`, 76)}\r\n`
}

const headerName = /^([!-9;-~]+)[ \t]*:/

/** Where the header ends, and its lines with their line ends. Header bytes are read one character each. */
function headerOf(raw: Buffer): { lines: string[]; length: number } {
  // Only this much is looked at: a large message is not turned into text for the sake of its first lines.
  const ends = ['\r\n\r\n', '\n\n', '\r\r', '\n\r'].map((end) => raw.indexOf(end)).filter((at) => at >= 0)
  const text = raw.toString('latin1', 0, ends.length > 0 ? Math.min(...ends) + 4 : raw.length)
  const found: string[] = []
  let length = 0
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (/^[\r\n]*$/.test(line)) break
    found.push(line)
    length += line.length
  }
  return { lines: found, length }
}

/** The message without any label of ours that somebody else put on it. The very same bytes when there is none. */
export function stripLabels(raw: Buffer): Buffer {
  const header = headerOf(raw)
  let isLabel = false
  const kept = header.lines.filter((line) => {
    // A folded line belongs to the header above it.
    if (!/^[ \t]/.test(line))
      isLabel = (headerName.exec(line)?.[1] ?? '').toLowerCase().startsWith(prefix.toLowerCase())
    return !isLabel
  })
  if (kept.length === header.lines.length) return raw
  return Buffer.concat([Buffer.from(kept.join(''), 'latin1'), raw.subarray(header.length)])
}

/**
 * Puts labels on top of a message, after taking off any that came with it. `labels` maps the end of each name
 * ('Decision' gives X-Clearway-Decision) to its value; null leaves it out.
 */
export function putLabels(raw: Buffer, labels: Record<string, string | null>): Buffer {
  const ours = Object.entries(labels).flatMap(([name, value]) =>
    value ? headerLine(prefix + name, value) : [],
  )
  const message = stripLabels(raw)
  const [first] = headerOf(message).lines
  // What does not start with a header line would be read as part of our last label: it becomes the text instead.
  const gap = first !== undefined && !headerName.test(first) ? '\r\n' : ''
  return Buffer.concat([Buffer.from(ours.join('') + gap, 'latin1'), message])
}
