import type { OpenRoute } from '../rules/opening.ts'
import { sayRoutes } from './explain.ts'
import { type Key, sayDay, sayDraft, sayList, speak, type Values } from './speak.ts'

/** What a notice says of the landlord. The landlord's settings fit it. */
export type LandlordFacts = {
  name: string
  nation: string
  phones: { general: string; urgentRepairs: string }
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

/** A notice as it will be stored and sent: plain text, paragraphs parted by an empty line. */
export type Notice = { subject: string; body: string }

/** Something that happened, with its London day. */
export type DatedEvidence = { on: string; what: string }

/** Lines that belong together. */
export type Paragraph = string[]

/** Where a customer's page is, under the public address. */
export const places = { urgent: '/urgent', appeal: '/appeal', signInByLetter: '/sign-in/letter' } as const

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

/** The gas line of each nation that has a confirmed one: `policies/national-lines.ts` has the same, and a test compares the two. */
const gasLines: Record<string, string> = {
  'england-and-wales': '0800 111 999',
  scotland: '0800 111 999',
}

/** How to report what cannot wait: in every notice about contact, in the same words (I1). */
export function urgentPart(say: Say, { landlord, publicUrl }: Letterhead): Paragraph[] {
  return [
    [
      say('notice.urgent.heading'),
      say('notice.urgent.promise'),
      bullet(say('notice.urgent.call', { phone: landlord.phones.urgentRepairs })),
      bullet(say('notice.urgent.gas', { phone: gasLines[landlord.nation] ?? '999' })),
      bullet(say('notice.urgent.danger', { phone: '999' })),
      bullet(link(say('notice.urgent.online'), publicUrl, places.urgent)),
    ],
  ]
}

/**
 * How and until when to appeal. `untilOn`: the last London day, or null for as long as the restriction lasts. `hearer`: who
 * hears it, in the customer's language (Amplius, Sanctions, paragraph 8).
 */
export type AppealRight = { reference: string; untilOn?: string | null; hearer?: string }

export function appealPart(
  say: Say,
  head: Letterhead,
  { reference, untilOn, hearer }: AppealRight,
): Paragraph[] {
  const { language, landlord, publicUrl } = head
  const until = untilOn
    ? say('notice.appeal.until', { day: sayDay(language, untilOn) })
    : say('notice.appeal.while-in-force')
  return [
    [
      say('notice.appeal.heading'),
      say('notice.appeal.what'),
      ...(hearer ? [say('notice.receipt.who', { hearer })] : []),
      ...(untilOn === undefined ? [] : [until]),
      bullet(link(say('notice.appeal.online'), publicUrl, places.appeal)),
      bullet(say('notice.appeal.phone', { phone: landlord.phones.general })),
      bullet(say('notice.appeal.letter', { address: landlord.addresses.post.join(', ') })),
      say('notice.appeal.reference', { reference }),
    ],
  ]
}

/** What happened, each with its day. */
export function evidencePart(say: Say, language: string, evidence: readonly DatedEvidence[]): Paragraph {
  return evidence.map(({ on, what }) => bullet(say('notice.evidence', { day: sayDay(language, on), what })))
}

/** The ways that are open, each on its line; a time that holds for all is said once, above them. */
export function routeLines(
  language: string,
  routes: readonly OpenRoute[],
  context: Parameters<typeof sayRoutes>[2],
): Paragraph {
  const { when, ways } = sayRoutes(language, routes, context)
  return [...(when ? [when] : []), ...ways.map(bullet)]
}

/** A list is a paragraph by itself, so that it is shown as a list. */
function partLists(lines: Paragraph): Paragraph[] {
  const parts: Paragraph[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last?.[0]?.startsWith('- ') === line.startsWith('- ')) last?.push(line)
    else parts.push([line])
  }
  return parts
}

/** A whole letter: greeting, paragraphs, who sends it; the last line says how to get it in another form (I2). */
export function compose(say: Say, head: Letterhead, subject: string, paragraphs: Paragraph[]): Notice {
  const { language, customer, landlord } = head
  const draft = sayDraft(language)
  const all = [
    [say('notice.hello', { name: customer.name })],
    ...paragraphs,
    [landlord.name],
    draft ? [draft] : [],
    [say('notice.formats', { phone: landlord.phones.general })],
  ]
  const body = all
    .flatMap(partLists)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
  return { subject, body: `${body}\n` }
}

/** 'R-2041 and R-2050'. */
export function sayReferences(language: string, references: string[]): string {
  return sayList(language, [...new Set(references)])
}
