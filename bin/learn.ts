import { bucketCount } from '../rules/urgency/features.ts'
import { excite, type Model, type Seen } from '../rules/urgency/model.ts'

/** A message to learn from: its passages, and whether the answer is yes. */
export type Lesson = { passages: Seen[]; isYes: boolean }

const cellCount = 48
const rounds = 12
/** The model is the mean of what was known after each of the last rounds: no single message has the last word. */
const meanOf = 8
/** Yes is taught as nearly yes and no as nearly no: examples are never so sure, and other languages gain by it. */
const nearly = 0.02
/** How fast words and cells are moved, and an error too small to move them. */
const wordStep = 0.25
const cellStep = 0.1
const smallestError = 0.004
const smallestByte = 4

/** Numbers that look random and are the same each time (mulberry32). */
export function makeDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(things: Lesson[], dice: () => number): void {
  for (let at = things.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1))
    ;[things[at], things[other]] = [things[other] as Lesson, things[at] as Lesson]
  }
}

/** Features met in one message alone teach nothing about another: they are left out. */
const fewestMessages = 2
const noPlaces = new Int16Array(0)

function leaveOutRare(lessons: readonly Lesson[]): Lesson[] {
  const messages = new Uint32Array(bucketCount)
  for (const { passages } of lessons) {
    for (const bucket of new Set(passages.flatMap(({ features }) => [...features.buckets])))
      messages[bucket] = (messages[bucket] as number) + 1
  }
  return lessons.map(({ passages, isYes }) => ({
    isYes,
    passages: passages.map(({ features: { buckets, values }, meaning }) => {
      const isKept = (_: number, at: number) => (messages[buckets[at] as number] as number) >= fewestMessages
      const features = { buckets: buckets.filter(isKept), values: values.filter(isKept), places: noPlaces }
      return { features, meaning }
    }),
  }))
}

type Student = { words: Float32Array; squares: Float32Array; meaning: Float32Array; cells: Float32Array }

function score({ words, meaning, cells }: Student, seen: Seen) {
  const { buckets, values } = seen.features
  let sum = 0
  for (let at = 0; at < buckets.length; at++)
    sum += (words[buckets[at] as number] as number) * (values[at] as number)
  const excited = excite(meaning, seen.meaning, cells.length)
  for (let cell = 0; cell < cells.length; cell++) sum += (excited[cell] as number) * (cells[cell] as number)
  return { sum, excited }
}

/** One step of gradient descent towards `target` (AdaGrad for the words, plain for the cells). */
function teach(student: Student, seen: Seen, target: number, weight: number, step: number): void {
  const { words, squares, meaning, cells } = student
  const { sum, excited } = score(student, seen)
  const error = (1 / (1 + Math.exp(-sum)) - target) * weight
  if (Math.abs(error) < smallestError) return
  const { buckets, values } = seen.features
  for (let at = 0; at < buckets.length; at++) {
    const bucket = buckets[at] as number
    const slope = error * (values[at] as number)
    squares[bucket] = (squares[bucket] as number) + slope * slope
    words[bucket] = (words[bucket] as number) - (wordStep * slope) / Math.sqrt(squares[bucket])
  }
  const size = seen.meaning.length
  for (let cell = 0; cell < cells.length; cell++) {
    const level = excited[cell] as number
    if (level <= 0) continue
    const push = step * error * (cells[cell] as number)
    const from = cell * size
    for (let at = 0; at < size; at++)
      meaning[from + at] = (meaning[from + at] as number) - push * (seen.meaning[at] as number)
    cells[cell] = (cells[cell] as number) - step * error * level
  }
}

/**
 * Learns one question. A message is as urgent as its most urgent passage: of one whose answer is yes only the passage that says
 * it most is taught, and of one whose answer is no every passage. The same lessons give the same model.
 */
export function learn(lessons: readonly Lesson[], seed = 7): Model {
  const dice = makeDice(seed)
  const size = lessons[0]?.passages[0]?.meaning.length ?? 0
  const student: Student = {
    words: new Float32Array(bucketCount),
    squares: new Float32Array(bucketCount).fill(1e-4),
    meaning: Float32Array.from({ length: size * cellCount }, () => (dice() - 0.5) * 0.15),
    cells: Float32Array.from({ length: cellCount }, () => (dice() - 0.5) * 0.3),
  }
  const mean = {
    words: new Float32Array(student.words.length),
    meaning: new Float32Array(student.meaning.length),
    cells: new Float32Array(student.cells.length),
  }
  const order = leaveOutRare(lessons)
  for (let round = 0; round < rounds; round++) {
    const step = cellStep / (1 + round * 0.3)
    shuffle(order, dice)
    for (const { passages, isYes } of order) {
      if (isYes) {
        const [best] = passages.toSorted((one, other) => score(student, other).sum - score(student, one).sum)
        if (best) teach(student, best, 1 - nearly, 1, step)
      } else {
        const share = 1 / Math.sqrt(passages.length)
        for (const passage of passages) teach(student, passage, nearly, share, step)
      }
    }
    if (round >= rounds - meanOf) {
      addShare(mean.words, student.words)
      addShare(mean.meaning, student.meaning)
      addShare(mean.cells, student.cells)
    }
  }
  return { words: toBytes(mean.words), meaning: mean.meaning, cells: mean.cells }
}

/** Adds to a mean what one of its rounds says. */
function addShare(mean: Float32Array, round: Float32Array): void {
  for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (round[at] as number) / meanOf
}

/** Rounds to bytes. What is too small to matter becomes 0, which keeps the file small. */
function toBytes(numbers: Float32Array) {
  let largest = 0
  for (const number of numbers) largest = Math.max(largest, Math.abs(number))
  const scale = largest / 127 || 1
  const round = (number: number) => {
    const byte = Math.round(number / scale)
    return Math.abs(byte) < smallestByte ? 0 : byte
  }
  return { bytes: Int8Array.from(numbers, round), scale }
}
