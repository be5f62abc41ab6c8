import type { OpenRoute } from '../rules/opening.ts'
import { sayRoutes } from './explain.ts'
import { bullet, heading, type Letterhead, link, type Paragraph, places, type Say, told } from './letter.ts'
import { sayDay, sayList, speak } from './speak.ts'

/** Something that happened, with its London day. */
export type DatedEvidence = { on: string; what: string }

/** A colleague as a letter names them. */
export type Signatory = {
  name: string
  role: 'officer' | 'manager' | 'head' | 'director' | 'appeals' | 'contractor'
}

export function sayPerson(language: string, { name, role }: Signatory): string {
  return speak(language, 'notice.person', { name, role: speak(language, `role.${role}`) })
}

/** Who hears an appeal: the role, with the document's own title where it has one. */
export type Hearer = { role: Signatory['role']; title: string | null }

export function sayHearer(language: string, { role, title }: Hearer): string {
  return title ?? speak(language, `role.${role}`)
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
      heading(say('notice.urgent.heading')),
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

/** What the part about appeals tells. */
export type AppealPart = 'appeal-right' | 'appeal-hearer'

export function appealPart(
  say: Say,
  head: Letterhead,
  { reference, untilOn, hearer }: AppealRight,
): Paragraph<AppealPart>[] {
  const until = untilOn
    ? say('notice.appeal.until', { day: sayDay(head.language, untilOn) })
    : say('notice.appeal.while-in-force')
  return [
    [
      heading(say('notice.appeal.heading')),
      told(say('notice.appeal.what'), 'appeal-right'),
      ...(hearer ? [told(say('notice.receipt.who', { hearer }), 'appeal-hearer')] : []),
      ...(untilOn === undefined ? [] : [until]),
      bullet(link(say('notice.appeal.online'), head.publicUrl, places.appeal)),
      ...byPhoneOrLetter(say, head),
      say('notice.appeal.reference', { reference }),
    ],
  ]
}

/** The two ways beside a page, which nobody needs the internet for. */
export function byPhoneOrLetter(say: Say, { landlord }: Letterhead): Paragraph {
  return [
    bullet(say('notice.appeal.phone', { phone: landlord.phones.general })),
    bullet(say('notice.appeal.letter', { address: landlord.addresses.post.join(', ') })),
  ]
}

/** Who helps when somebody does not agree with the landlord's last word. */
export function redressLine(say: Say, { landlord }: Letterhead): string {
  return say('notice.redress', { name: landlord.redress.name, phone: landlord.redress.phone })
}

/** What happened, each with its day. */
export function evidencePart(say: Say, language: string, evidence: readonly DatedEvidence[]): string[] {
  return evidence.map(({ on, what }) => bullet(say('notice.evidence', { day: sayDay(language, on), what })))
}

/** The ways that are open, each on its line; a time that holds for all is said once, above them. */
export function routeLines(
  language: string,
  routes: readonly OpenRoute[],
  context: Parameters<typeof sayRoutes>[2],
): string[] {
  const { when, ways } = sayRoutes(language, routes, context)
  return [...(when ? [when] : []), ...ways.map(bullet)]
}

/** 'R-2041 and R-2050'. */
export function sayReferences(language: string, references: string[]): string {
  return sayList(language, [...new Set(references)])
}
