/** A piece of a notice as it was meant: what is stored is plain text, and every form of it is made from these. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'list'; items: string[] }

/**
 * Reads the text of a notice back into headings, paragraphs and lists. An empty line parts them; two empty lines stand
 * above a heading, which is the line after them; a paragraph in which every line begins with a dash is a list.
 */
export function readLetter(body: string): Block[] {
  const [first = '', ...rest] = body
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/(\n{2,})/)
  const pieces = [{ text: first, isSection: false }]
  for (let at = 0; at < rest.length; at += 2) {
    pieces.push({ text: rest[at + 1] ?? '', isSection: (rest[at] ?? '').length > 2 })
  }
  return pieces.flatMap(({ text, isSection }) => blocksOf(text.split('\n'), isSection))
}

function blocksOf(lines: string[], isSection: boolean): Block[] {
  const [first = '', ...others] = lines
  if (isSection) {
    const rest = others.length > 0 ? blocksOf(others, false) : []
    return [{ kind: 'heading', text: first }, ...rest]
  }
  const items = lines.map((line) => /^\s*[-*•]\s+(.*)$/.exec(line)?.[1])
  return items.every((item) => item !== undefined)
    ? [{ kind: 'list', items }]
    : [{ kind: 'paragraph', lines }]
}

/** A line cut at its web addresses, which stand at the odd places. A full stop after one stays outside. */
export function cutAtLinks(line: string): string[] {
  return line.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
}
