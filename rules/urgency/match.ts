import type { Pattern, PatternTable, Step } from './compile.ts'
import { bit, bitsOf, numberOf } from './ideas.ts'
import type { Meaning } from './lexicon.ts'
import { decisionTable, meaningOf, noMeaning, phraseTable } from './lexicon.ts'
import type { Sentence } from './read-words.ts'

/** A phrase that stands for an idea, from where it is kept up to `end`. */
type Span = { number: number; end: number; bits: number }
/** A sentence with what each word, and each phrase starting there, stands for. */
export type Marked = {
  sentence: Sentence
  meanings: Meaning[]
  /** Which words belong to a language we know. */
  understood: boolean[]
  spans: (Span[] | undefined)[]
  /** A cheap first look at all that stands at each place. */
  signatures: number[]
  /** The bits of word and phrases at each place, and of all places together. */
  bits: number[]
  allBits: number
}
export type Match = { label: string; start: number; end: number; startsNegative: boolean }

type Kind = 'idioms' | 'phrases' | 'decisions'
const noSpans: readonly Span[] = []
const noPatterns: PatternTable = []
const tables: Record<Kind, PatternTable> = {
  idioms: noPatterns,
  phrases: phraseTable,
  decisions: decisionTable,
}

/** Phrases that swallow their words: a fire door is no fire, a smoke alarm no smoke. */
const swallowing = new Set(['firesafe', 'alarm', 'innerdoor'])
const ideas = new Map<string, { number: number; bits: number }>()

/** The number and bits of the idea a phrase stands for. */
function ideaOf(label: string): { number: number; bits: number } {
  const known = ideas.get(label)
  if (known) return known
  const idea = { number: numberOf(`<${label}>`), bits: bitsOf(`<${label}>`) }
  ideas.set(label, idea)
  return idea
}

const manner = { number: numberOf('<manner>'), bits: bit.manner }

function stepEnd(marked: Marked, at: number, step: Step): number {
  const spans = marked.spans[at]
  if (spans) for (const span of spans) if (step.any.has(span.number)) return span.end
  const { numbers } = marked.meanings[at] ?? noMeaning
  for (let k = 0; k < numbers.length; k++) if (step.any.has(numbers[k] ?? -1)) return at + 1
  return -1
}

/** Where the pattern ends if it goes on from `at` with step `k`; -1 when it does not. Gaps and steps are few, so this is bounded. */
function follow(marked: Marked, pattern: Pattern, k: number, at: number): number {
  const step = pattern.steps[k]
  if (!step) return at
  const last = Math.min(at + step.gap, marked.meanings.length - 1)
  for (let here = at; here <= last; here++) {
    if (((marked.signatures[here] ?? 0) & step.signature) === 0) continue
    const end = stepEnd(marked, here, step)
    if (end < 0) continue
    const finish = follow(marked, pattern, k + 1, end)
    if (finish >= 0) return finish
  }
  return step.optional ? follow(marked, pattern, k + 1, at) : -1
}

export function findMatches(marked: Marked, kind: Kind): Match[] {
  const found: Match[] = []
  const tryAll = (patterns: readonly Pattern[], start: number, next: number) => {
    for (const pattern of patterns) {
      const end = follow(marked, pattern, 1, next)
      if (end >= 0) found.push({ label: pattern.label, start, end, startsNegative: pattern.startsNegative })
    }
  }
  const table = tables[kind]
  for (let start = 0; start < marked.meanings.length; start++) {
    for (const span of marked.spans[start] ?? noSpans) {
      const begun = table[span.number]
      if (begun) tryAll(begun, start, span.end)
    }
    const patterns = marked.meanings[start]?.[kind]
    if (patterns && patterns.length > 0) tryAll(patterns, start, start + 1)
  }
  return found
}

function addSpan(marked: Marked, at: number, span: Span): boolean {
  const spans = marked.spans[at] ?? []
  if (spans.some((one) => one.number === span.number && one.end === span.end)) return false
  spans.push(span)
  marked.signatures[at] = (marked.signatures[at] ?? 0) | (1 << (span.number % 32))
  marked.spans[at] = spans
  return true
}

/** Takes the meaning of the words away; what they show of the matter or the manner stays. */
function setAside(marked: Marked, start: number, end: number) {
  for (let at = start; at < end; at++) {
    const bits = (marked.meanings[at]?.bits ?? 0) & (bit.topic | bit.manner)
    marked.meanings[at] = { ...noMeaning, bits }
  }
}

/** Looks every word up, sets idioms aside, then joins phrases into ideas. */
export function markSentence(sentence: Sentence): Marked {
  const meanings = sentence.words.map((word) => meaningOf(word.form))
  const understood = meanings.map((meaning) => meaning.isKnown)
  const signatures = meanings.map((meaning) => meaning.signature)
  const marked: Marked = { sentence, meanings, understood, spans: [], signatures, bits: [], allBits: 0 }
  for (const idiom of findMatches(marked, 'idioms')) {
    addSpan(marked, idiom.start, { ...manner, end: idiom.end })
    setAside(marked, idiom.start, idiom.end)
  }
  // Twice: a phrase may be built of ideas that are themselves phrases
  for (let round = 0, isMore = true; round < 2 && isMore; round++) {
    isMore = false
    for (const phrase of findMatches(marked, 'phrases')) {
      const isNew = addSpan(marked, phrase.start, { ...ideaOf(phrase.label), end: phrase.end })
      isMore ||= isNew
      if (isNew && swallowing.has(phrase.label)) setAside(marked, phrase.start, phrase.end)
    }
  }
  for (let at = 0; at < meanings.length; at++) {
    let bits = meanings[at]?.bits ?? 0
    for (const span of marked.spans[at] ?? []) bits |= span.bits
    marked.bits.push(bits)
    marked.allBits |= bits
  }
  return marked
}

/** Whether a word at `at`, or a phrase starting there, carries any of the ideas in `bits`. */
export function has(marked: Marked, at: number, bits: number): boolean {
  return ((marked.bits[at] ?? 0) & bits) !== 0
}

/** The customer's own words from `start` up to `end`. */
export function quote(marked: Marked, start: number, end: number): string {
  const { text, words } = marked.sentence
  return text.slice(words[start]?.from ?? 0, words[end - 1]?.to ?? 0).replace(/\s+/gu, ' ')
}
