import { type Lane, lanes } from '../lane.ts'
import { bucketCount, type Features, type SentenceFeatures, shapeOf, spreadOf } from './features.ts'

/** The lanes that something is let through in. */
export const pressing = lanes.filter((lane): lane is Exclude<Lane, 'ordinary'> => lane !== 'ordinary')

/** What is asked of each passage: whether it goes through at all, in which lane, and whether somebody is threatened. */
export const questions = ['through', ...pressing, 'threat'] as const
export type Question = (typeof questions)[number]

/** How many answers a passage gets: one to each question, in their order. */
export const answerCount = questions.length

/**
 * What was learned, for all questions together. `words` has the weights of each feature, one byte a question, each of
 * which counts `scales[question]`. `meaning` is a small network of one layer: for each of its cells the weights of a
 * passage's meaning and then one for the constant 1; `cells` says how much each cell speaks for yes to each question.
 */
export type Model = { words: Int8Array; scales: Float32Array; meaning: Float32Array; cells: Float32Array }

/** A passage as the model sees it: its sentences, what each pulls at, and what they mean together. `meaning` ends in the constant 1. */
export type Seen = {
  sentences: readonly SentenceFeatures[]
  pulls: readonly Float32Array[]
  meaning: Float32Array
}

/** How strongly each cell answers to a meaning: never below zero. Four sums side by side: one alone waits for itself. */
export function excite(weights: Float32Array, meaning: Float32Array, cells: number): Float32Array {
  const excited = new Float32Array(cells)
  const size = meaning.length
  for (let cell = 0; cell < cells; cell++) {
    const from = cell * size
    let one = 0
    let two = 0
    let three = 0
    let four = 0
    let at = 0
    for (; at + 3 < size; at += 4) {
      one += (weights[from + at] as number) * (meaning[at] as number)
      two += (weights[from + at + 1] as number) * (meaning[at + 1] as number)
      three += (weights[from + at + 2] as number) * (meaning[at + 2] as number)
      four += (weights[from + at + 3] as number) * (meaning[at + 3] as number)
    }
    for (; at < size; at++) one += (weights[from + at] as number) * (meaning[at] as number)
    const sum = one + two + three + four
    excited[cell] = sum > 0 ? sum : 0
  }
  return excited
}

/** Adds to each answer what the excited cells say to it. */
export function addCells(answers: Float64Array, excited: Float32Array, cells: Float32Array): void {
  for (let cell = 0; cell < excited.length; cell++) {
    const level = excited[cell] as number
    if (level === 0) continue
    for (let each = 0; each < answerCount; each++)
      (answers[each] as number) += level * (cells[cell * answerCount + each] as number)
  }
}

/** What these features add to each answer, before it is scaled. */
function addUp({ words }: Model, { buckets, values }: Features): Float64Array {
  const sums = new Float64Array(answerCount)
  for (let at = 0; at < buckets.length; at++) {
    const from = (buckets[at] as number) * answerCount
    const value = values[at] as number
    for (let each = 0; each < answerCount; each++)
      (sums[each] as number) += (words[from + each] as number) * value
  }
  return sums
}

/**
 * What a passage scores on each question: the log-odds of yes. The passages of one message share their sentences, so one scale
 * weighs each sentence once.
 */
export function makeScale(model: Model): (seen: Seen) => Float64Array {
  const weighed = new Map<SentenceFeatures, Float64Array>()
  const weighSentence = (sentence: SentenceFeatures) => {
    const sums = weighed.get(sentence) ?? addUp(model, sentence)
    weighed.set(sentence, sums)
    return sums
  }
  const { scales, meaning, cells } = model
  return ({ sentences, meaning: said }) => {
    const answers = addUp(model, shapeOf(sentences))
    const spread = spreadOf(sentences)
    for (const sentence of sentences) {
      const sums = weighSentence(sentence)
      for (let each = 0; each < answerCount; each++)
        (answers[each] as number) += (sums[each] as number) * spread
    }
    for (let each = 0; each < answerCount; each++) (answers[each] as number) *= scales[each] as number
    addCells(answers, excite(meaning, said, cells.length / answerCount), cells)
    return answers
  }
}

/** The answer to one question. */
export function answerTo(question: Question, answers: Float64Array): number {
  return answers[questions.indexOf(question)] as number
}

/** What the lanes say together counts so much beside what is said of going through at all. */
const lanesShare = 0.5

/** How much speaks for letting a passage through: that it goes through at all, and that it looks like one of the lanes. */
export function urgencyOf(answers: Float64Array): number {
  const inLanes = answers.subarray(1, 1 + pressing.length)
  const most = Math.max(...inLanes)
  const together = most + Math.log(inLanes.reduce((sum, each) => sum + Math.exp(each - most), 0))
  return answerTo('through', answers) + lanesShare * together
}

/** How much each word of a passage adds to the answer whether it goes through. */
export function weighWords(
  { words, scales }: Model,
  { buckets, values, places }: Features,
  count: number,
): number[] {
  const sums = Array.from({ length: count }, () => 0)
  for (let at = 0; at < buckets.length; at++) {
    const place = places[at] as number
    if (place < 0) continue
    const weight = (words[(buckets[at] as number) * answerCount] as number) * (scales[0] as number)
    sums[place] = (sums[place] as number) + weight * (values[at] as number)
  }
  return sums
}

function toText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 30_000)
    text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
  return btoa(text)
}

/** The bytes of a base64 text. */
export function fromText(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}

export type PackedModel = { words: string; scales: number[]; meaning: string; cells: string }

/** A model as text. Runs of empty weights are written as 0 and their length, so that it stays small. */
export function packModel({ words, scales, meaning, cells }: Model): PackedModel {
  const packed: number[] = []
  for (let at = 0; at < words.length; ) {
    const byte = words[at] as number
    if (byte !== 0) {
      packed.push(byte & 255)
      at++
      continue
    }
    let run = 0
    while (run < 255 && at < words.length && words[at] === 0) {
      run++
      at++
    }
    packed.push(0, run)
  }
  return {
    words: toText(Uint8Array.from(packed)),
    scales: [...scales],
    meaning: toText(new Uint8Array(meaning.slice().buffer)),
    cells: toText(new Uint8Array(cells.slice().buffer)),
  }
}

export function unpackModel(packed: PackedModel): Model {
  const words = new Int8Array(bucketCount * answerCount)
  const runs = fromText(packed.words)
  for (let from = 0, to = 0; from < runs.length && to < words.length; from++) {
    const byte = runs[from] as number
    if (byte === 0) to += runs[++from] as number
    else words[to++] = byte
  }
  return {
    words,
    scales: Float32Array.from(packed.scales),
    meaning: new Float32Array(fromText(packed.meaning).buffer),
    cells: new Float32Array(fromText(packed.cells).buffer),
  }
}
