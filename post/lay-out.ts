import type { Notice } from '../db/notices.ts'
import type { Landlord } from '../policies/landlord.ts'
import { dayOf } from '../rules/london.ts'
import { type Block, cutAtLinks, readLetter } from '../words/read-letter.ts'
import { direction, sayDay, speak } from '../words/speak.ts'
import type { Said } from './actual-text.ts'

/** What is printed: the notice as it is stored, and whom it goes to. `envelope` null: for a screen, with no address on it. */
export type Letter = {
  notice: Pick<Notice, 'language' | 'printPoints' | 'subject' | 'body' | 'writtenAt'>
  customer: { reference: string }
  landlord: Landlord
  envelope: string[] | null
}

/** One line, or the web address at the end of one, which has a line to itself. */
type Piece = { text: string; isLink: boolean }

type Printed =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'list'; items: Piece[][] }
  | { kind: 'paragraph'; pieces: Piece[] }

/** From this size on an address does not fit beside the letter (RNIB: large print). */
export const largePoints = 18

const latin = { script: 'Noto Sans', size: 1, pitch: 1.5 }
/** The font that each script is read best in, how much larger it must be drawn to look as large, and its lines' pitch. */
const looks: Record<string, typeof latin> = {
  ar: { script: 'Noto Sans Arabic', size: 1, pitch: 1.6 },
  ur: { script: 'Noto Nastaliq Urdu', size: 1.2, pitch: 2 },
  bn: { script: 'Noto Sans Bengali', size: 1, pitch: 1.6 },
  pa: { script: 'Noto Sans Gurmukhi', size: 1, pitch: 1.6 },
}
/** For a name in another script than the letter's. */
const others = ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Bengali', 'Noto Sans Gurmukhi']

/** Everything that `letter.typ` needs, and every line of it in the order in which it is read. */
export function layOut({ notice, customer, landlord, envelope }: Letter): { data: object; said: Said[] } {
  const { language, printPoints, subject, body, writtenAt } = notice
  const sheet = envelope === null ? 'none' : printPoints >= largePoints ? 'carrier' : 'window'
  const name = plain(landlord.name)
  const address = (envelope ?? []).map(plain).filter(({ text }) => text)
  const street = landlord.addresses.post.filter((line) => line !== landlord.name)
  const contact = [...(sheet === 'window' ? street : [street.join(', ')]), landlord.phones.general].map(plain)
  const about = [
    plain(sayDay(language, writtenAt)),
    plain(speak(language, 'notice.restriction.customer-reference', { reference: customer.reference })),
  ]
  const blocks: Printed[] = [
    { kind: 'heading', level: 1, text: clean(subject) },
    ...readLetter(body).flatMap(printedOf),
  ]
  const head = sheet === 'carrier' ? [...address, name, ...contact] : [name, ...address, ...contact]
  const [year = 0, month = 0, day = 0] = dayOf(writtenAt).split('-').map(Number)
  return {
    data: {
      ...{ language, sheet, name, envelope: address, contact, about, blocks, others },
      title: clean(subject),
      landlord: clean(landlord.name),
      region: language === 'en' ? 'gb' : null,
      direction: direction(language),
      points: printPoints,
      look: looks[language] ?? latin,
      brand: landlord.colours.brand,
      link: landlord.colours.link,
      envelopePoints: envelopePoints(address),
      written: { year, month, day },
      page: speak(language, 'notice.page', { page: '{page}', pages: '{pages}' }),
    },
    said: [...[...head, ...about].map(paragraph), ...blocks.flatMap(saidIn)],
  }
}

/** One block as it is printed, or nothing where nothing of it can be seen. */
function printedOf(block: Block): Printed[] {
  if (block.kind === 'heading') {
    const text = clean(block.text)
    return text ? [{ kind: 'heading', level: 2, text }] : []
  }
  if (block.kind === 'paragraph') {
    const pieces = block.lines.flatMap(piecesOf)
    return pieces.length > 0 ? [{ kind: 'paragraph', pieces }] : []
  }
  const items = block.items.map(piecesOf).filter((pieces) => pieces.length > 0)
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

function piecesOf(line: string): Piece[] {
  const [before = '', address, after] = cutAtLinks(line)
  const ends = address && after === ''
  const pieces = ends ? [plain(before), { text: clean(address), isLink: true }] : [plain(line)]
  return pieces.filter(({ text }) => text)
}

function plain(text: string): Piece {
  return { text: clean(text), isLink: false }
}

/** Control characters have no shape. */
function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').trim()
}

function paragraph({ text }: Piece): Said {
  return { role: 'P', text }
}

function saidIn(block: Printed): Said[] {
  if (block.kind === 'heading') return [{ role: `H${block.level}`, text: block.text }]
  return (block.kind === 'list' ? block.items.flat() : block.pieces).map(paragraph)
}

/** The window holds 26.8 mm by 95.4 mm: a long address is drawn smaller, 12 points at the most. */
function envelopePoints(lines: Piece[]): number {
  const longest = Math.max(1, ...lines.map(({ text }) => text.length))
  return Math.min(12, 63 / Math.max(1, lines.length), 450 / longest)
}
