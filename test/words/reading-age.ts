import { syllable } from 'syllable'
import type { IntlMessageFormat } from 'intl-messageformat'
import { compile } from '../../words/compile.ts'

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/**
 * Long words that this website cannot do without: each is the name of a thing, and is explained where it first matters.
 * They count as words of two syllables.
 */
const known = new Set(
  `restriction restrictions appeal appeals ombudsman complaint complaints colleague colleagues customer customers
  emergency urgent repair repairs website email policy information organisation organisations accessibility
  document reference decision working solicitor equality representative commissioner electricity medical equipment
  photograph photographs interpreter`
    .trim()
    .split(/\s+/),
)

/** A message as it can be read: one text for each choice in it, places filled with a short word. */
function readings(parts: Part[]): string[] {
  return parts.reduce<string[]>(
    (before, part) => {
      const next =
        'options' in part
          ? Object.values(part.options).flatMap((option) => readings(option.value))
          : [part.type === 0 ? part.value : part.type === 7 ? '3' : 'Sam']
      return before.flatMap((start) => next.map((end) => start + end))
    },
    [''],
  )
}

/** The sentences of an English message, without those that only differ in a choice. */
export function sentencesOf(key: string): string[] {
  const texts = readings(compile('en', key).format.getAst())
  return [...new Set(texts.flatMap((text) => text.split(/(?<=[.!?:])\s+/)))].filter(
    (each) => wordsOf(each).length > 0,
  )
}

export function wordsOf(sentence: string): string[] {
  return sentence.match(/[A-Za-z0-9][A-Za-z0-9’'-]*/g) ?? []
}

function syllablesOf(word: string): number {
  if (/^\d/.test(word)) return 1
  const count = syllable(word)
  return known.has(word.toLowerCase()) ? Math.min(2, count) : count
}

/** The age at which somebody usually reads such sentences: the Flesch-Kincaid grade, and five years. */
export function readingAge(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}
