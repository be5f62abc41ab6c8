/**
 * `npm run urgency`: what the judge makes of examples that nothing was ever learned from, by language and by kind, with every miss
 * printed. `--brief` leaves the misses out.
 */
import { judge } from '../rules/urgency/judge.ts'
import { type Example, readExamples } from './examples.ts'

type Tally = { through: number; ofThrough: number; held: number; ofHeld: number; rightLane: number }

const kinds: Record<string, string> = {
  A: 'danger to life',
  B: 'emergency repair',
  C: 'repair',
  D: 'other urgent need',
  E: 'protected',
  F: 'ordinary',
}

const judged = readExamples('held-out').map((example) => ({ example, judgement: judge(example) }))
type Judged = (typeof judged)[number]

function tally(some: Judged[]): Tally {
  const urgent = some.filter(({ example }) => example.lane !== 'ordinary')
  const ordinary = some.filter(({ example }) => example.lane === 'ordinary')
  return {
    through: urgent.filter(({ judgement }) => judgement.lane !== 'ordinary').length,
    ofThrough: urgent.length,
    held: ordinary.filter(({ judgement }) => judgement.lane === 'ordinary').length,
    ofHeld: ordinary.length,
    rightLane: urgent.filter(({ example, judgement }) => judgement.lane === example.lane).length,
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`
}

function row(name: string, { through, ofThrough, held, ofHeld, rightLane }: Tally): string {
  const cells = [share(through, ofThrough), share(held, ofHeld), share(rightLane, ofThrough)]
  return [name.padEnd(22), ...cells.map((cell) => cell.padEnd(18))].join('').trimEnd()
}

function groups(of: (example: Example) => string): [string, Judged[]][] {
  const all = new Map<string, Judged[]>()
  for (const each of judged) all.set(of(each.example), [...(all.get(of(each.example)) ?? []), each])
  return [...all].sort(([one], [other]) => (one < other ? -1 : 1))
}

console.log(`${' '.repeat(22)}${['through', 'held', 'right lane'].map((head) => head.padEnd(18)).join('')}`)
for (const [language, some] of groups(({ lang }) => lang)) console.log(row(language, tally(some)))
console.log()
for (const [letter, some] of groups(({ code }) => code[0] ?? '')) {
  console.log(row(`${letter} ${kinds[letter] ?? ''}`, tally(some)))
}
const [threats, harmless] = [true, false].map((wanted) =>
  judged.filter(({ example }) => example.isThreat === wanted),
)
const seen = (some: Judged[] = []) =>
  share(some.filter(({ judgement }) => judgement.isThreat).length, some.length)
console.log(`\nThreats to somebody: ${seen(threats)} seen; ${seen(harmless)} of the others called one`)
if (!process.argv.includes('--brief')) {
  const wrong = judged.filter(
    ({ example, judgement }) => (example.lane === 'ordinary') !== (judgement.lane === 'ordinary'),
  )
  console.log(`\nMisses: ${wrong.length}`)
  for (const { example, judgement } of wrong) {
    const text = [example.subject, example.body].filter(Boolean).join(' | ').replace(/\s+/g, ' ')
    console.log(
      `${example.code} ${judgement.lane === 'ordinary' ? 'HELD' : 'passed'} (${example.place}) ${text.slice(0, 300)}`,
    )
  }
}
