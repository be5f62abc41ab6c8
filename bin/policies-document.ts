import { checkDecisions } from '../policies/check-decisions.ts'
import type { Handling, Pack, Says } from '../policies/pack.ts'

const introduction = `# The policies, and what becomes of every clause

This page is written by \`npm run policies\` from the files in \`policies/\`. Do not change it by hand: change the pack, and
write it again. A test fails when the two differ.

Every clause of each document is listed by its number or heading. What stands beside it is our own short gist, never the
document’s words. The last column says what becomes of it:

- **enforces**: Clearway refuses what would break it. The rules, the notices or the gateway do it, and a test shows it.
- **shows**: Clearway puts it before the people it concerns, on a page or in a letter.
- **records**: Clearway keeps it with the case, with its day and who did it. People act on it.
- **leaves it to people**: Clearway does nothing with it.

A heading by itself promises nothing, so it is left to people; what stands under it has a line of its own.
`

const handled: Record<Handling, string> = {
  enforces: '**enforces**',
  shows: '**shows**',
  records: '**records**',
  'left to people': '**leaves it to people**',
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** '13 May 2023', for a calendar day. */
function sayDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The newest day on which any document on the shelf was approved or took effect: so much is past without a clock. */
function newestDay(packs: readonly Pack[]): string {
  const days = packs.flatMap(({ document: { approvedOn, effectiveOn } }) =>
    [approvedOn, effectiveOn].flatMap((each) => (each === 'silent' ? [] : [each.says])),
  )
  return days.sort().at(-1) ?? ''
}

function reviewLine({ reviewDueOn }: Pack['document'], knownPast: string): string {
  if (reviewDueOn === 'silent') return 'not said'
  const day = `${sayDay(reviewDueOn.says)} (${reviewDueOn.clause})`
  return reviewDueOn.says < knownPast ? `was due on ${day}: **its own review date has passed**` : day
}

function factsOf({ document }: Pack, knownPast: string): string {
  const said = <T extends string | number>(value: Says<T>, show: (value: T) => string = String) =>
    value === 'silent' ? 'not said' : `${show(value.says)} (${value.clause})`
  const { reviewEveryYears: years } = document
  return [
    `- Landlord: ${document.landlordName}`,
    `- Title: ${document.title}`,
    `- Version: ${said(document.version)}`,
    `- Approved on: ${said(document.approvedOn, sayDay)}`,
    `- Approved by: ${said(document.approvedBy)}`,
    `- In effect from: ${said(document.effectiveOn, sayDay)}`,
    `- Its own review: ${reviewLine(document, knownPast)}`,
    `- Reviewed every: ${said(years, (count) => `${count} years`)}`,
  ].join('\n')
}

function clausesOf({ clauses }: Pack): string {
  return table(
    ['Clause', 'What it says, in our words', 'Clearway'],
    clauses.map(({ clause, gist, handling }) => [clause, gist, handled[handling]]),
  )
}

/** What a settings file for this pack must decide: exactly what `parseLandlord` would call missing. */
function toDecide(pack: Pack): string {
  return checkDecisions({}, pack, new Set())
    .map((fault) => fault.replace(/^decisions\.(\w+) is missing:/, '- `$1`:'))
    .join('\n')
}

/** The names of all values that are silent, as words, each under the part of the pack that it belongs to. */
function silentValues(value: unknown, path: string[] = []): string[][] {
  if (value === 'silent') return [path.map((name) => name.replace(/([A-Z])/g, ' $1').toLowerCase())]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => silentValues(inner, [...path, name]))
}

function silencesOf(pack: Pack): string {
  const byPart = Map.groupBy(silentValues(pack), ([part]) => part)
  return [...byPart]
    .map(([part, paths]) => {
      const names = paths.map((path) => path.slice(1).join(' ')).filter(Boolean)
      return names.length > 0 ? `- ${part}: ${names.join(', ')}` : `- ${part}`
    })
    .join('\n')
}

function conflictsOf({ conflicts }: Pack): string {
  return conflicts
    .map(({ about, between, against, resolution }) => {
      const where = against ? `${between.join('; ')}; against: ${against}` : between.join('; ')
      return `- **${about}** (${where})\n  ${resolution}`
    })
    .join('\n')
}

function section(pack: Pack, knownPast: string): string {
  return [
    `## ${pack.key}`,
    factsOf(pack, knownPast),
    '### Every clause',
    clausesOf(pack),
    '### What the landlord must decide itself',
    'The document leaves these open, or leaves a choice, or Clearway asks for more than it gives. The landlord decides them in its settings file, each with the date and the name of who decided.',
    toDecide(pack),
    '### What else the document does not say',
    'Where Clearway makes a promise of its own, that promise holds; what is left is for people to decide in the case.',
    silencesOf(pack),
    '### Where the document pulls two ways, and how Clearway settles it',
    conflictsOf(pack),
  ].join('\n\n')
}

/** The whole of docs/policies.md, from the packs alone: the same packs give the same page on any day. */
export function writePoliciesDocument(packs: readonly Pack[]): string {
  const knownPast = newestDay(packs)
  const sections = packs.map((pack) => section(pack, knownPast))
  return `${[introduction.trim(), ...sections].join('\n\n')}\n`
}
