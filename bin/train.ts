/** `npm run train`: learns from the examples and glossaries and writes rules/urgency/trained.json. The same input gives the same file. */
import { writeFileSync } from 'node:fs'
import { Piscina } from 'piscina'
import { packModel } from '../rules/urgency/model.ts'
import { manyPassages, moreFor } from '../rules/urgency/passages.ts'
import {
  answerFrom,
  commonWords,
  english,
  glossaries,
  learnFrom,
  parts,
  type Scores,
  type Studied,
  studied,
} from './lessons.ts'

/** How much of what must pass may be missed where each threshold is set, and how much of what is harmless may be called a threat. */
const missed = { english: 0.026, other: 0.014, long: 0.04 }
const falseThreats = 0.0025
/**
 * These were written after the kinds that an earlier model mistook. They teach, but no threshold is set by them: they say nothing
 * about how often such messages come.
 */
const wasMistaken = /^train-[a-z]{2}-mistaken/
/** How much of what is ordinary a single sentence may let through by itself. */
const falseAlarms = 0.03
/** How many parts are learned side by side. Each takes some 3 GB of memory. */
const threads = 2

/** The score that `share` of these stay at or under. */
function under(scores: number[], share: number): number {
  const sorted = scores.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

const pool = new Piscina<number, Scores[]>({
  filename: new URL('lessons.ts', import.meta.url).href,
  maxThreads: threads,
})
const scoring = Promise.all(Array.from({ length: parts }, (_, part) => pool.run(part)))
const model = learnFrom(studied)
const scores = new Map((await scoring).flat().map((each) => [studied[each.at], each]))
await pool.destroy()

const isLong = ({ passages }: Studied) => passages.length >= manyPassages
const short = studied.filter((each) => !isLong(each))
const urgencyIn = (each: Studied) => scores.get(each)?.urgency ?? 0

/** The score that the share in `missed` of what must pass stays under, and how much of what is ordinary does. */
function setThreshold(own: readonly Studied[], share: number, scoreOf = urgencyIn) {
  const scoresOf = (wanted: boolean) =>
    own
      .filter(({ example }) => answerFrom(example, 'through') === wanted && !wasMistaken.test(example.place))
      .map(scoreOf)
  const [through, ordinary] = [scoresOf(true), scoresOf(false)]
  const threshold = Number((under(through, share) - 0.001).toFixed(3))
  return { threshold, held: percent(ordinary.filter((score) => score <= threshold).length, ordinary.length) }
}

const inEnglish = setThreshold(
  short.filter(({ example }) => example.lang === 'en'),
  missed.english,
)
const others = setThreshold(
  short.filter(({ example }) => example.lang !== 'en'),
  missed.other,
)
const long = setThreshold(
  studied.filter(isLong),
  missed.long,
  (each) => urgencyIn(each) - moreFor(each.passages.length, scores.get(each)?.alone ?? 0),
)
console.log(`English: ${inEnglish.threshold} holds ${inEnglish.held} of ordinary ones not seen`)
console.log(`other languages: ${others.threshold} holds ${others.held}`)
console.log(`long ones: ${long.threshold} holds ${long.held}`)
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
  englishThreshold: inEnglish.threshold,
  otherThreshold: others.threshold,
  longThreshold: long.threshold,
  sureThreshold,
  threatThreshold,
  model: packModel(model),
}
writeFileSync(new URL('../rules/urgency/trained.json', import.meta.url), `${JSON.stringify(file)}\n`)
console.log(`learned from ${studied.length} examples`)
