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
  const pieces = body
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/(\n{2,})/)
  return pieces.flatMap((text, at) =>
    at % 2 === 1 ? [] : blocksOf(linesIn(text), (pieces[at - 1] ?? '').length > 2),
  )
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function blocksOf(lines: string[], isSection: boolean): Block[] {
  const [first, ...others] = lines
  if (first === undefined) return []
  if (isSection) return [{ kind: 'heading', text: first }, ...blocksOf(others, false)]
  const items = lines.map((line) => /^[-*•]\s(.*)$/.exec(line)?.[1])
  return items.every((item) => item !== undefined)
    ? [{ kind: 'list', items }]
    : [{ kind: 'paragraph', lines }]
}

/** A line cut at its web addresses, which stand at the odd places. A full stop after one stays outside. */
export function cutAtLinks(line: string): string[] {
  return line.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
}
