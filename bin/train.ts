/** `npm run train`: learns from the examples and glossaries and writes rules/urgency/trained.json. The same input gives the same file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ideasOf, parseGlossary } from '../rules/urgency/glossary.ts'
import { type Knowledge, look } from '../rules/urgency/look.ts'
import meanings from '../rules/urgency/meanings.json' with { type: 'json' }
import { makeMeanings } from '../rules/urgency/meanings.ts'
import {
  answerTo,
  makeScale,
  type Model,
  packModel,
  type Question,
  questions,
  urgencyOf,
} from '../rules/urgency/model.ts'
import { manyPassages, moreFor } from '../rules/urgency/passages.ts'
import { foldWord, readSentences, spellWord } from '../rules/urgency/read-words.ts'
import { makeSpeller } from '../rules/urgency/spelling.ts'
import { type Example, readExamples } from './examples.ts'
import { learn, type Lesson, makeDice } from './learn.ts'
import { misspell } from './misspell.ts'

const folder = new URL('../rules/urgency/', import.meta.url)
/** Thresholds are set by models that have not seen what they are asked about: each leaves out one of so many parts. */
const parts = 5
/** How much of what must pass may be missed where each threshold is set, and how much of what is harmless may be called a threat. */
const missed = { english: 0.026, other: 0.013, long: 0.05 }
const falseThreats = 0.0025
/**
 * These were written after the kinds that an earlier model mistook. They teach, but no threshold is set by them: they say nothing
 * about how often such messages come.
 */
const wasMistaken = /^train-[a-z]{2}-mistaken/
/** How much of what is ordinary a single sentence may let through by itself. */
const falseAlarms = 0.03
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
const english = new Set(examples.filter(({ lang }) => lang === 'en').flatMap(formsOf))
const glossaries = readGlossaries(examples, english)
const commonWords = commonOf(examples.filter(({ lang }) => lang === 'en').flatMap(formsOf))
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

type Studied = { example: Example; passages: Lesson['passages']; sentences: Lesson['passages'] }
function study(example: Example): Studied {
  const { passages, sentences } = look([example.subject ?? '', example.body], knowledge)
  const seen = (some: typeof passages) => some.map((each) => each.seen)
  return { example, passages: seen(passages), sentences: seen(sentences) }
}

const studied = examples.map(study)
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

function learnFrom(some: readonly Studied[]): Model {
  const all = some.flatMap(({ example }) => learned.get(example) ?? [])
  return learn(
    all.map(({ example, passages }) => ({
      passages,
      isYes: questions.map((question) => isYes[question](example)),
    })),
  )
}

type Scores = { urgency: number; threat: number; alone: number }

/** What each example scores in a model that has not seen it: its passages, and its single sentences `alone`. */
function scoreUnseen(): Map<Studied, Scores> {
  const deal = makeDice(11)
  const part = studied.map(() => Math.floor(deal() * parts))
  const unseen = new Map<Studied, Scores>()
  for (let out = 0; out < parts; out++) {
    const model = learnFrom(studied.filter((_, at) => part[at] !== out))
    studied.forEach((each, at) => {
      if (part[at] !== out) return
      const weigh = makeScale(model)
      const answers = each.passages.map(weigh)
      unseen.set(each, {
        urgency: Math.max(...answers.map(urgencyOf)),
        threat: Math.max(...answers.map((some) => answerTo('threat', some))),
        alone: Math.max(...each.sentences.map((sentence) => urgencyOf(weigh(sentence)))),
      })
    })
  }
  return unseen
}

/** The score that `share` of these stay at or under. */
function under(scores: number[], share: number): number {
  const sorted = scores.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

const scores = scoreUnseen()

const isLong = ({ passages }: Studied) => passages.length >= manyPassages
const short = studied.filter((each) => !isLong(each))
const urgencyIn = (each: Studied) => scores.get(each)?.urgency ?? 0

/** The score that the share in `missed` of what must pass stays under, and how much of what is ordinary does. */
function setThreshold(own: readonly Studied[], share: number, scoreOf = urgencyIn) {
  const scoresOf = (wanted: boolean) =>
    own
      .filter(({ example }) => isYes.through(example) === wanted && !wasMistaken.test(example.place))
      .map(scoreOf)
  const [through, ordinary] = [scoresOf(true), scoresOf(false)]
  const threshold = Number((under(through, share) - 0.001).toFixed(3))
  return { threshold, held: percent(ordinary.filter((score) => score <= threshold).length, ordinary.length) }
}

const others = setThreshold(
  short.filter(({ example }) => example.lang !== 'en'),
  missed.other,
)
const thresholds = Object.fromEntries(
  ['en', ...glossaries.keys()].map((code) => {
    const own = short.filter(({ example }) => example.lang === code)
    const { threshold, held } = setThreshold(own, code === 'en' ? missed.english : missed.other)
    console.log(`${code}: threshold ${threshold} holds ${held} of ordinary ones not seen`)
    if (code === 'en') return [code, threshold]
    // A few hundred examples say little about where one language ends: half of what sets it apart is believed, and it is never
    // stricter than all the others together.
    const between = Number(((threshold + others.threshold) / 2).toFixed(3))
    return [code, Math.min(between, others.threshold)]
  }),
)
const long = setThreshold(
  studied.filter(isLong),
  missed.long,
  (each) => urgencyIn(each) - moreFor(each.passages.length),
)
console.log(`long ones: ${long.threshold} holds ${long.held}`)
console.log(`all but English: ${others.threshold} holds ${others.held}`)
const harmless = studied
  .filter(({ example }) => !example.isThreat)
  .map((each) => scores.get(each)?.threat ?? 0)
const threatThreshold = Number(under(harmless, 1 - falseThreats).toFixed(3))

const ordinaryAlone = studied
  .filter(({ example, sentences }) => example.lane === 'ordinary' && sentences.length > 0)
  .map((each) => scores.get(each)?.alone ?? 0)
const sureThreshold = Number(under(ordinaryAlone, 1 - falseAlarms).toFixed(3))
console.log(`a sentence alone: ${sureThreshold}; a threat: ${threatThreshold}`)

const file = {
  english: [...english].sort().join(' '),
  glossaries: Object.fromEntries(glossaries),
  common: commonWords,
  thresholds,
  longThreshold: long.threshold,
  sureThreshold,
  threatThreshold,
  model: packModel(learnFrom(studied)),
}
writeFileSync(new URL('trained.json', folder), `${JSON.stringify(file)}\n`)
console.log(`learned from ${studied.length} examples`)
