/** No more of a mail than this is read when it cannot be taken apart. */
const most = 100 * 1024

/** Two of every three characters are such as people write. */
function isReadable(text: string): boolean {
  const readable = text.match(/[\p{L}\p{N}\s.,!?'-]/gu)?.length ?? 0
  return text.length > 0 && readable / text.length > 0.66
}

function decodeBase64Block(block: string): string {
  const text = Buffer.from(block.replace(/\s/g, ''), 'base64').toString('utf8')
  return isReadable(text) ? text : ''
}

function decodeQuoted(text: string): string {
  if (!/=[0-9A-F]{2}|=\n/.test(text)) return text
  const joined = text.replace(/=\n/g, '')
  return joined.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'),
  )
}

/**
 * The words in a mail that could not be taken apart, as well as can be told: urgent words are still sought in them.
 * Bounded, and every expression in it is linear.
 */
export function readRoughly(raw: Buffer): string {
  const text = raw.subarray(0, most).toString('utf8').replaceAll('\r\n', '\n')
  const decoded = decodeQuoted(
    text.replace(/(?:^[A-Za-z0-9+/]{20,}={0,2}\n?)+/gm, (block) => `${decodeBase64Block(block)}\n`),
  )
  return decoded
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}
