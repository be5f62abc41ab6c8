/**
 * What is learned from: the examples as a model sees them, and models made of them. Also run in threads by train.ts, for `scoreUnseen`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { ideasOf, parseGlossary } from '../rules/urgency/glossary.ts'
import { type Knowledge, look } from '../rules/urgency/look.ts'
import meanings from '../rules/urgency/meanings.json' with { type: 'json' }
import { makeMeanings } from '../rules/urgency/meanings.ts'
import {
  answerTo,
  makeScale,
  type Model,
  type Question,
  questions,
  urgencyOf,
} from '../rules/urgency/model.ts'
import { foldWord, readSentences, spellWord } from '../rules/urgency/read-words.ts'
import { makeSpeller } from '../rules/urgency/spelling.ts'
import { type Example, readExamples } from './examples.ts'
import { learn, type Lesson, makeDice } from './learn.ts'
import { misspell } from './misspell.ts'

const folder = new URL('../rules/urgency/', import.meta.url)
/** Thresholds are set by models that have not seen what they are asked about: each leaves out one of so many parts. */
export const parts = 5
/** A word met so often in the English examples is spelt right. */
const common = 3

/**
 * The lines of a glossary with their left sides folded. Of words that fold to one the first counts, and each that means something
 * else stands as it is written too.
 */
function foldGlossary(source: string): string[] {
  const meant = new Map<string, string>()
  return source.split('\n').flatMap((line) => {
    const [left = '', right = ''] = line.split('\t').map((part) => part.trim())
    const [, word = '', mark = ''] = /^(.*?)([*-]?)$/.exec(left) ?? []
    const form = `${foldWord(word)}${mark}`
    const ideas = right.toLowerCase().replace(/\s*,\s*/g, ',')
    if (form === mark || ideas === '') return []
    const first = meant.get(form)
    if (first === undefined) {
      meant.set(form, ideas)
      return [`${form}\t${ideas}`]
    }
    return mark === '' && first !== ideas ? [`${spellWord(word)}\t${ideas}`] : []
  })
}

function formsOf({ subject = '', body }: Example): string[] {
  return readSentences(`${subject}\n\n${body}`).flatMap(({ words }) => words.map(({ form }) => form))
}

/** Words of the examples that no glossary has stand for themselves: their language is recognised by them too. */
function readGlossaries(examples: Example[], english: ReadonlySet<string>): Map<string, string> {
  const files = readdirSync(new URL('glossary/', folder)).filter((name) => name.endsWith('.tsv'))
  return new Map(
    files.sort().map((name) => {
      const code = name.slice(0, 2)
      const lines = foldGlossary(readFileSync(new URL(`glossary/${name}`, folder), 'utf8'))
      const listed = parseGlossary(lines.join('\n'))
      const met = new Set(examples.filter(({ lang }) => lang === code).flatMap(formsOf))
      const isNew = (form: string) => !ideasOf(listed, form) && !english.has(form) && form.length < 30
      const own = [...met].filter(isNew)
      return [code, [...new Set([...lines, ...own.sort().map((form) => `${form}\t${form}`)])].join('\n')]
    }),
  )
}

function commonOf(forms: string[]): string {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts]
    .flatMap(([form, count]) => (count >= common ? [form] : []))
    .sort()
    .join(' ')
}

const examples = readExamples('train')
const englishForms = examples.filter(({ lang }) => lang === 'en').flatMap(formsOf)
export const english = new Set(englishForms)
export const glossaries = readGlossaries(examples, english)
export const commonWords = commonOf(englishForms)
const knowledge: Knowledge = {
  tongues: {
    english,
    mend: makeSpeller(commonWords.split(' ')),
    others: new Map([...glossaries].map(([code, lines]) => [code, parseGlossary(lines)])),
  },
  meanings: makeMeanings(meanings.words, meanings.bytes, meanings.size),
}

/** How many of the English examples are learned a second time, misspelt. No threshold is set by these. */
const misspelt = 0.33

export type Studied = { example: Example; passages: Lesson['passages']; sentences: Lesson['passages'] }
function study(example: Example): Studied {
  const { passages, sentences } = look([example.subject ?? '', example.body], knowledge)
  const seen = (some: typeof passages) => some.map((each) => each.seen)
  return { example, passages: seen(passages), sentences: seen(sentences) }
}

/** Every example, in the same order in every thread. */
export const studied = examples.map(study)
const dice = makeDice(3)
/** Each example as it is learned: once, or twice. */
const learned = new Map<Example, Studied[]>()
for (const each of studied) {
  const { example } = each
  const isTwice = example.lang === 'en' && dice() < misspelt
  learned.set(example, isTwice ? [each, study({ ...example, body: misspell(example.body, dice) })] : [each])
}

const isYes: Record<Question, (example: Example) => boolean> = {
  through: ({ lane }) => lane !== 'ordinary',
  'life-safety': ({ lane }) => lane === 'life-safety',
  'emergency-repair': ({ lane }) => lane === 'emergency-repair',
  repair: ({ lane }) => lane === 'repair',
  'urgent-need': ({ lane }) => lane === 'urgent-need',
  protected: ({ lane }) => lane === 'protected',
  threat: ({ isThreat }) => isThreat,
}

/**
 * A message that is only a threat goes through as one. What else it talks about, parking or a bill, is not urgent for that, so it
 * teaches nothing about it.
 */
const isOnlyThreat = ({ code, isThreat }: Example) => isThreat && code === 'D4'
const toldByThreat: readonly Question[] = ['through', 'urgent-need']

/** The answer to a question about an example; null where the example says nothing about it. */
export function answerFrom(example: Example, question: Question): boolean | null {
  return isOnlyThreat(example) && toldByThreat.includes(question) ? null : isYes[question](example)
}

/** A model of these examples. */
export function learnFrom(some: readonly Studied[]): Model {
  const all = some.flatMap(({ example }) => learned.get(example) ?? [])
  return learn(
    all.map(({ example, passages }) => ({
      passages,
      isYes: questions.map((question) => answerFrom(example, question)),
    })),
  )
}

/** What an example scores in a model that has not seen it: its passages, and its single sentences `alone`. `at` is its place among all. */
export type Scores = { at: number; urgency: number; threat: number; alone: number }

const deal = makeDice(11)
const partOf = studied.map(() => Math.floor(deal() * parts))

/** What the examples of one part score in a model of all the others. */
export default function scoreUnseen(part: number): Scores[] {
  const model = learnFrom(studied.filter((_, at) => partOf[at] !== part))
  return studied.flatMap((each, at) => {
    if (partOf[at] !== part) return []
    const weigh = makeScale(model)
    const answers = each.passages.map(weigh)
    return {
      at,
      urgency: Math.max(...answers.map(urgencyOf)),
      threat: Math.max(...answers.map((some) => answerTo('threat', some))),
      alone: Math.max(...each.sentences.map((sentence) => urgencyOf(weigh(sentence)))),
    }
  })
}
