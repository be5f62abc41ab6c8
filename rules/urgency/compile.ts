import { numberOf, signatureOf } from './ideas.ts'

/**
 * Turns word lists into tables that can be walked once per text: patterns filed under the words or ideas they may begin with.
 */
export type Phrasebook = {
  /** Small words that show the text is in this language. */
  known: string
  /** Patterns by taxonomy code. */
  phrases: Record<string, string[]>
  /** "It is mended now", patterns parted by semicolons. */
  done: string
  /** Ordinary matters. */
  topic: string
}

/** One step of a pattern: the words or ideas that satisfy it, and how many words may stand before it. */
export type Step = { any: Set<number>; signature: number; optional: boolean; gap: number }
export type Pattern = { label: string; steps: Step[]; startsNegative: boolean }
/** Patterns by the number of the word or idea they may begin with. */
export type PatternTable = (Pattern[] | undefined)[]

const near = 3
const far = 7
const beside = 6

export function splitWords(list: string): string[] {
  return list.split(/\s/u).filter((word) => word !== '')
}

function parseSteps(source: string): Step[] {
  const steps: Step[] = []
  let gap = 0
  for (const part of splitWords(source)) {
    if (part === '..') gap = near
    else if (part === '...') gap = far
    else {
      const names = part.split('|')
      const any = new Set(names.filter((name) => name !== '').map(numberOf))
      steps.push({ any, signature: signatureOf(any), optional: names.includes(''), gap })
      gap = 0
    }
  }
  return steps
}

function joinSteps(first: Step[], second: Step[]): Step[] {
  return [...first, ...second.map((step, at) => (at === 0 ? { ...step, gap: beside } : step))]
}

/** Reads the patterns of every label into a table. */
export function compilePatterns(sources: Record<string, string[]>, negatives: Set<number>): PatternTable {
  const table: PatternTable = []
  const file = (label: string, steps: Step[]) => {
    const first = [...(steps[0]?.any ?? [])]
    const pattern = { label, steps, startsNegative: first.some((name) => negatives.has(name)) }
    for (const name of first) table[name] = [...(table[name] ?? []), pattern]
  }
  for (const [label, patterns] of Object.entries(sources)) {
    for (const source of patterns) {
      const halves = source.split(' & ')
      const [left, right] = [parseSteps(halves[0] ?? ''), parseSteps(halves[1] ?? '')]
      if (halves.length === 1) file(label, left)
      else {
        file(label, joinSteps(left, right))
        file(label, joinSteps(right, left))
      }
    }
  }
  return table
}

/** Every plain word that any pattern waits for. */
export function wordsOf(sources: Record<string, string[]>): string[] {
  return Object.values(sources)
    .flat()
    .flatMap(splitWords)
    .flatMap((part) => part.split('|'))
    .filter((word) => word !== '' && !/[<>.&]/u.test(word))
}
