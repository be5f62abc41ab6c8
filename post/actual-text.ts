/** A heading or a paragraph of a tagged PDF, in the order in which it is read: its role and the words it stands for. */
export type Said = { role: 'H1' | 'H2' | 'P'; text: string }

type Element = { role: string; kids: number[] }

/**
 * Writes into every heading and paragraph of a tagged PDF the text that it shows (`ActualText`, ISO 32000-1, 14.9.4), so
 * that a screen reader says what is stored. Without it, what can be read back is what was drawn, which is not what was
 * written: lines of Arabic and Urdu are drawn from left to right with dots and marks apart from their letters, signs of
 * Bengali and Gurmukhi stand before the letter they follow, and a Polish hyphen is repeated on the next line.
 *
 * `said` is in reading order. Throws when it is not exactly what the document has: words beside the wrong place are worse
 * than none.
 */
export function sayActualText(pdf: Buffer, said: readonly Said[]): Buffer {
  const { objects, trailer } = readObjects(pdf.toString('latin1'))
  const leaves = leavesOf(objects)
  if (leaves.map(({ role }) => role).join() !== said.map(({ role }) => role).join()) {
    throw new Error('the letter does not have the headings and paragraphs that were written')
  }
  leaves.forEach(({ at, isLink }, index) => {
    // A link is read by itself, and it shows its address as it is written.
    if (isLink) return
    const text = `\uFEFF${said[index]?.text}`
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
    objects[at] = (objects[at] ?? '').replace(/\/S \/\w+/, `$&\n  /ActualText <${hex}>`)
  })
  return writeObjects(objects, trailer)
}

/** The file cut at its cross-reference table. The first piece is its header; `objects[n]` is object n. */
function readObjects(file: string): { objects: string[]; trailer: string } {
  const [, start = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file) ?? []
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)(trailer\s[\s\S]*?)startxref/.exec(
    file.slice(Number(start)),
  )
  const [, count = '', entries = '', trailer = ''] = table ?? []
  const offsets = entries.match(/\d{10}(?= \d{5} n)/g)?.map(Number) ?? []
  const sorted = offsets.every((offset, at) => offset > (offsets[at - 1] ?? 0))
  if (offsets.length + 1 !== Number(count) || !sorted)
    throw new Error('the letter is not a PDF as it was written')
  const cuts = [0, ...offsets, Number(start)]
  return { objects: cuts.slice(0, -1).map((cut, at) => file.slice(cut, cuts[at + 1])), trailer }
}

function writeObjects(objects: string[], trailer: string): Buffer {
  let length = 0
  const offsets = objects.map((object) => {
    length += object.length
    return length - object.length
  })
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length}\n0000000000 65535 f \n${entries.join('')}`
  return Buffer.from(`${objects.join('')}${table}${trailer}startxref\n${length}\n%%EOF\n`, 'latin1')
}

/** What an element of the structure tree is, and the elements in it; its own pieces of pages are left out. */
function elementOf(object: string): Element | null {
  const role = /^\d+ 0 obj\s+<<\s+\/Type \/(?:StructElem\s+\/S \/(\w+)|StructTreeRoot)/.exec(object)
  if (!role) return null
  const [, kids = ''] = /\/K (\[(?:[^\]<]|<<[^>]*>>)*\]|\d+ 0 R)/.exec(object) ?? []
  const refs = kids.replace(/<<[^>]*>>/g, '').match(/\d+(?= 0 R)/g) ?? []
  return { role: role[1] ?? 'Root', kids: refs.map(Number) }
}

/** Every heading and paragraph, in reading order. */
function leavesOf(objects: string[]): { role: string; at: number; isLink: boolean }[] {
  const elements = objects.map(elementOf)
  const walk = (at: number): { role: string; at: number; isLink: boolean }[] => {
    const element = elements[at]
    if (!element) return []
    if (!/^(H\d|P)$/.test(element.role)) return element.kids.flatMap(walk)
    return [{ role: element.role, at, isLink: element.kids.some((kid) => elements[kid]?.role === 'Link') }]
  }
  return walk(elements.findIndex((element) => element?.role === 'Root'))
}
