import { type Key, sayDraft, speak, type Values } from './speak.ts'

/** What a notice says of the landlord. The landlord's settings fit it. */
export type LandlordFacts = {
  name: string
  nation: string
  phones: { general: string; urgentRepairs: string; text: string }
  addresses: { post: readonly string[] }
  redress: { name: string; phone: string }
  colleagues: readonly { code: string; name: string; address: string; phone: string }[]
}

/** To whom, in which language, from whom, and the one web address that customers see. */
export type Letterhead = {
  language: string
  customer: { name: string }
  landlord: LandlordFacts
  publicUrl: string
}

/** A notice as it will be stored and sent: plain text, as `read-letter.ts` reads it back. */
export type Notice = { subject: string; body: string }

/** A notice that a policy asks things of, with the parts of it that its text really tells. */
export type ToldNotice<Part extends string> = Notice & { tells: Part[] }

/** One line, and what it tells of the things that a policy may ask a letter to tell. */
export type Line<Part extends string = never> =
  | string
  | { text: string; tells?: readonly Part[]; isHeading?: true }

/** Lines that belong together; the first may be their heading. */
export type Paragraph<Part extends string = never> = Line<Part>[]

/** Where a customer's page is, under the public address. */
export const places = {
  urgent: '/urgent',
  appeal: '/appeal',
  signInByLetter: '/sign-in/letter',
  cannotWait: '/cannot-wait',
} as const

export type Say = (key: Key, values?: Values) => string

/** Speaks in the language of one letter. */
export function sayIn(language: string): Say {
  return (key, values) => speak(language, key, values)
}

/** A page's address at the end of a line, outside every mark of direction, which a mail program would make part of it. */
export function link(text: string, publicUrl: string, place: string): string {
  return `${text} ${publicUrl.replace(/\/$/, '')}${place}`
}

export function bullet(text: string): string {
  return `- ${text}`
}

export function heading(text: string): Line {
  return { text, isHeading: true }
}

/** A line that tells these parts. A writer cannot claim to have told what it has not written. */
export function told<Part extends string>(text: string, ...tells: Part[]): Line<Part> {
  return { text, tells }
}

/** What colleagues wrote may have many lines, and none of them is empty: only a heading has two empty lines above it. */
function linesOf(text: string): string[] {
  return text
    .replaceAll('\t', ' ')
    .split(/[\p{Cc}\p{Zl}\p{Zp}]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** An empty line tells nothing. */
function partsIn<Part extends string>(line: Line<Part>): readonly Part[] {
  return typeof line === 'string' || linesOf(line.text).length === 0 ? [] : (line.tells ?? [])
}

/** A list is a paragraph by itself, so that it is shown as a list. */
function partLists(paragraph: Paragraph<string>): string[] {
  const parts: string[][] = []
  const isSection = typeof paragraph[0] === 'object' && paragraph[0].isHeading === true
  for (const line of paragraph.flatMap((each) => linesOf(typeof each === 'string' ? each : each.text))) {
    const last = parts.at(-1)
    if (last?.[0]?.startsWith('- ') === line.startsWith('- ')) last?.push(line)
    else parts.push([line])
  }
  return parts.map((lines, at) => (isSection && at === 0 ? '\n' : '') + lines.join('\n'))
}

/** A whole letter: greeting, paragraphs, who sends it; the last line says how to get it in another form (I2). */
export function compose(
  say: Say,
  head: Letterhead,
  subject: string,
  paragraphs: Paragraph<string>[],
): Notice {
  const { language, customer, landlord } = head
  const draft = sayDraft(language)
  const all = [
    [say('notice.hello', { name: customer.name })],
    ...paragraphs,
    [landlord.name],
    draft ? [draft] : [],
    [say('notice.formats', { phone: landlord.phones.general })],
  ]
  return { subject, body: `${all.flatMap(partLists).join('\n\n')}\n` }
}

/** A whole letter with the parts it tells. Throws when one is missing that it must tell: it is never sent with a gap (I6). */
export function composeTold<Part extends string>(
  say: Say,
  head: Letterhead,
  subject: string,
  paragraphs: Paragraph<Part>[],
  mustTell: readonly Part[],
): ToldNotice<Part> {
  const tells = [...new Set(paragraphs.flat().flatMap(partsIn))]
  const missing = mustTell.filter((part) => !tells.includes(part))
  if (missing.length > 0) throw new Error(`the letter leaves out what it must tell: ${missing.join(', ')}`)
  return { ...compose(say, head, subject, paragraphs), tells }
}
