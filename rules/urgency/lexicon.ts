import type { Pattern, PatternTable, Phrasebook } from './compile.ts'
import { compilePatterns, splitWords, wordsOf } from './compile.ts'
import { bitsOf, numberOf, signatureOf } from './ideas.ts'
import { foldWord } from './read-words.ts'
import { makeSpeller } from './spelling.ts'
import { commonEnglish } from './words/common.ts'
import { contextIdeas, contextPhrases } from './words/context.ts'
import { emergencyRepair } from './words/emergency-repair.ts'
import { englishIdeas } from './words/english-ideas.ts'
import { englishPhrases } from './words/english-phrases.ts'
import { idioms } from './words/idioms.ts'
import { lifeSafety } from './words/life-safety.ts'
import { ordinaryIdeas } from './words/ordinary.ts'
import { polish } from './words/polish.ts'
import { protectedContact } from './words/protected.ts'
import { realWords } from './words/real-words.ts'
import { repair } from './words/repair.ts'
import { urdu } from './words/urdu.ts'
import { urgentNeed } from './words/urgent-need.ts'

type Lists = Record<string, string[]>

/** What a word stands for: itself and its ideas as numbers, the bits of its ideas, and the patterns it may begin. */
export type Meaning = {
  numbers: readonly number[]
  bits: number
  signature: number
  idioms: readonly Pattern[]
  phrases: readonly Pattern[]
  decisions: readonly Pattern[]
  /** The word belongs to a language we know something of. */
  isKnown: boolean
}

const books: Phrasebook[] = [urdu, polish]

/** Folds the words of a pattern as read-words.ts folds a text, leaving ideas and gaps alone. */
function foldPattern(source: string): string {
  return source.replace(/<[^>]*>|[^\s|&.<>]+/gu, (word) =>
    word.startsWith('<') ? word : foldWord(word) || word,
  )
}

function mapLists(lists: Lists, change: (word: string) => string): Lists {
  return Object.fromEntries(Object.entries(lists).map(([label, list]) => [label, list.map(change)]))
}

function gather(all: Lists[]): Lists {
  const sum: Lists = {}
  for (const one of all) {
    for (const [label, list] of Object.entries(one)) sum[label] = [...(sum[label] ?? []), ...list]
  }
  return sum
}

function splitLists(lists: Record<string, string>): Lists {
  return Object.fromEntries(Object.entries(lists).map(([idea, words]) => [idea, splitWords(words)]))
}

const english = gather([lifeSafety, emergencyRepair, repair, urgentNeed, protectedContact])
const otherDone = { done: books.flatMap((book) => book.done.split(';')) }
const phraseSources = mapLists(gather([englishPhrases, contextPhrases, otherDone]), foldPattern)
const decisionSources = mapLists(gather([english, ...books.map((book) => book.phrases)]), foldPattern)
const idiomSources = mapLists({ idiom: idioms }, foldPattern)
const englishLists = gather([englishIdeas, contextIdeas, ordinaryIdeas].map(splitLists))
const ideaLists = mapLists(
  gather([englishLists, ...books.map((book) => splitLists({ topic: book.topic }))]),
  foldWord,
)

const negatives = new Set(
  ['<neg>', '<no>', '<cant>', ...splitWords(englishIdeas.neg ?? ''), 'nie', 'brak', 'bez'].map(numberOf),
)
const idiomTable = compilePatterns(idiomSources, negatives)
/** Patterns that make ideas of phrases, by the number they begin with. */
export const phraseTable = compilePatterns(phraseSources, negatives)
/** Patterns that decide a lane, by the number they begin with. */
export const decisionTable = compilePatterns(decisionSources, negatives)

const namesOf = new Map<string, Set<string>>()
function carry(word: string, name: string) {
  const names = namesOf.get(word)
  if (names) names.add(name)
  else namesOf.set(word, new Set([name]))
}
for (const word of [phraseSources, decisionSources, idiomSources].flatMap(wordsOf)) carry(word, word)
for (const [idea, words] of Object.entries(ideaLists)) for (const word of words) carry(word, `<${idea}>`)

function gatherPatterns(table: PatternTable, numbers: number[]): Pattern[] {
  return [...new Set(numbers.flatMap((number) => table[number] ?? []))]
}

const meanings = new Map<string, Meaning>()
for (const [word, names] of namesOf) {
  const numbers = [...names].map(numberOf)
  meanings.set(word, {
    numbers,
    bits: [...names].reduce((bits, name) => bits | bitsOf(name), 0),
    signature: signatureOf(numbers),
    idioms: gatherPatterns(idiomTable, numbers),
    phrases: gatherPatterns(phraseTable, numbers),
    decisions: gatherPatterns(decisionTable, numbers),
    isKnown: true,
  })
}

const spokenEnglish = new Set([
  ...splitWords(commonEnglish),
  ...Object.values(englishLists).flat(),
  ...wordsOf(english),
  ...wordsOf({ idioms }),
])
const spokenElsewhere = new Set(
  books
    .flatMap((book) => [...splitWords(book.known), ...splitWords(book.topic), ...wordsOf(book.phrases)])
    .map(foldWord),
)

/** Listed words that may be misspelt. */
export const mendable = [...meanings.keys()].filter(
  (word) => /^[a-z]+$/u.test(word) && spokenEnglish.has(word),
)
const mend = makeSpeller(mendable)

/** The meaning of a word nothing is known of. */
export const noMeaning: Meaning = {
  numbers: [],
  bits: 0,
  signature: 0,
  idioms: [],
  phrases: [],
  decisions: [],
  isKnown: false,
}
const plainWord: Meaning = { ...noMeaning, isKnown: true }
for (const word of [...spokenEnglish, ...spokenElsewhere])
  if (!meanings.has(word)) meanings.set(word, plainWord)
for (const word of splitWords(realWords)) if (!meanings.has(word)) meanings.set(word, noMeaning)

/** Words met that are on no list, so that the same one is not worked out twice; emptied before it grows large. */
const met = new Map<string, Meaning>()
const mostMet = 4_000

/** What a folded word stands for; a misspelling stands for what the right spelling does. */
export function meaningOf(form: string): Meaning {
  const known = meanings.get(form) ?? met.get(form)
  if (known) return known
  const isLatin = form.charCodeAt(0) >= 97 && form.charCodeAt(0) <= 122
  const meant = isLatin ? mend(form) : undefined
  const meaning = meant ? { ...(meanings.get(meant) ?? noMeaning), isKnown: false } : noMeaning
  if (met.size >= mostMet) met.clear()
  if (form.length <= 40) met.set(form, meaning)
  return meaning
}
