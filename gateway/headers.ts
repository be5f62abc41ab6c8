/** One header field of a mail: `key` in lower case, `value` unfolded but otherwise as it came. In document order. */
export type Header = { key: string; value: string }

/** More than this is no letter from a person: the rest of the block is not looked at. */
const most = 256 * 1024

/** Where the header block ends: the index of the empty line, or the end. */
export function endOfHeaders(raw: Buffer): number {
  const end = raw.indexOf('\r\n\r\n')
  return end === -1 ? raw.length : end + 2
}

/** Header fields of a mail with CRLF line ends. Never throws: what is no header field is skipped. */
export function readHeaders(raw: Buffer): Header[] {
  const block = raw.subarray(0, Math.min(endOfHeaders(raw), most)).toString('utf8')
  const headers: Header[] = []
  for (const line of block.split('\r\n')) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`
      continue
    }
    const colon = line.indexOf(':')
    if (colon > 0)
      headers.push({ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() })
  }
  return headers
}

export function valuesOf(headers: Header[], key: string): string[] {
  return headers.filter((header) => header.key === key).map((header) => header.value)
}

/** The first value of a field, or null. */
export function valueOf(headers: Header[], key: string): string | null {
  return headers.find((header) => header.key === key)?.value ?? null
}
