import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One thing that a screen reader says: a heading, a paragraph, a link or the mark of a list. */
export type Heard = { role: string; text: string }

/** Words on paper: where they begin and end, in millimetres from the left and the top of their page. */
export type Drawn = { page: number; text: string; left: number; right: number; top: number; size: number }

type Node = { role?: string; type?: string; id?: string; alt?: string; children?: Node[] }
type Item = {
  type?: string
  id?: string
  str?: string
  transform?: number[]
  width?: number
  height?: number
}

const mm = (points: number) => (points * 25.4) / 72

async function itemsOf(page: PDFPageProxy): Promise<Item[]> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  return content.items
}

/** What is drawn, by the id that the structure tree knows it by. */
function textById(items: Item[]): Map<string, string> {
  const found = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const { type, id, str } of items) {
    if (type === 'endMarkedContent') open.pop()
    else if (type) open.push(id)
    else {
      const at = open.findLast(Boolean)
      if (at) found.set(at, (found.get(at) ?? '') + (str ?? ''))
    }
  }
  return found
}

/** pdfjs gives each page the whole of a list that runs over two: what has nothing drawn on this page is on another. */
function heardIn(node: Node, texts: Map<string, string>): Heard[] {
  const { role = '', alt, children = [] } = node
  const isLeaf = alt !== undefined || role === 'Link' || role === 'Lbl'
  if (!isLeaf) return children.flatMap((child) => heardIn(child, texts))
  const drawn = children.map(({ id }) => texts.get(id ?? '') ?? '').join('')
  return drawn ? [{ role, text: alt ?? drawn }] : []
}

/**
 * Reads a PDF as a screen reader does: along its structure tree, in which the text of an element (ActualText) stands for
 * whatever is drawn for it. `drawn` is what is on the paper.
 */
export async function readPdf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const heard: Heard[] = []
  const drawn: Drawn[] = []
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const items = await itemsOf(page)
    const said = heardIn(await page.getStructTree(), textById(items))
    // A paragraph that runs over two pages is on both.
    const last = heard.at(-1)
    if (last && said[0]?.role === last.role && said[0].text === last.text) said.shift()
    heard.push(...said)
    for (const { str, transform: [, , , , x = 0, y = 0] = [], width = 0, height = 0 } of items) {
      if (!str?.trim()) continue
      // Letters stand eight tenths of their size above their line, as the template draws them.
      const top = mm((page.view[3] ?? 0) - y - 0.8 * height)
      drawn.push({ page: number, text: str, left: mm(x), right: mm(x + width), top, size: height })
    }
    const annotations = (await page.getAnnotations()) as { url?: string; contentsObj?: { str: string } }[]
    links.push(
      ...annotations.flatMap(({ url, contentsObj }) => (url === contentsObj?.str ? [url ?? ''] : [])),
    )
  }
  const { info, metadata } = await document.getMetadata()
  const viewing: { DisplayDocTitle?: boolean } | null = await document.getViewerPreferences()
  const about = {
    pages: document.numPages,
    marked: (await document.getMarkInfo())?.Marked ?? false,
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    pdfua: metadata?.get('pdfuaid:part') as string | undefined,
    showsTitle: viewing?.DisplayDocTitle,
  }
  await document.loadingTask.destroy()
  return { ...about, heard, drawn, links }
}

/** How many fonts there are, and how many of them are embedded and can be read back as text. */
export function fontsOf(pdf: Buffer): { all: number; embedded: number; readable: number } {
  const file = pdf.toString('latin1')
  const count = (pattern: RegExp) => file.match(pattern)?.length ?? 0
  return {
    all: count(/\/Subtype \/Type0/g),
    embedded: count(/\/FontFile[23] \d+ 0 R/g),
    readable: count(/\/ToUnicode \d+ 0 R/g),
  }
}
