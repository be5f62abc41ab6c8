import { bucketCount, featuresOf } from '../rules/urgency/features.ts'
import { meaningOf } from '../rules/urgency/meanings.ts'
import { addCells, answerCount, excite, type Model, type Seen } from '../rules/urgency/model.ts'

/** A message to learn from: its passages, and whether the answer to each question is yes; null where it teaches nothing. */
export type Lesson = { passages: Seen[]; isYes: readonly (boolean | null)[] }

const cellCount = 48
const rounds = 20
/** The model is the mean of what was known after each of the last rounds: no single message has the last word. */
const meanOf = 8
/** Yes is taught as nearly yes and no as nearly no: examples are never so sure, and other languages gain by it. */
const nearly = 0.02
/** Each time a passage is taught, this share of its words is covered, so that no one word is leaned on. */
const covered = 0.3
/**
 * So often a short message is taught together with an ordinary one, each time another: people say more than one thing, and
 * then less is learned by heart. Taught more often, messages that differ by one word are told apart less.
 */
const besideOrdinary = 0.15
/** How fast words and cells are moved, and an error too small to move them. */
const wordStep = 0.2
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

function shuffle(things: unknown[], dice: () => number): void {
  for (let at = things.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1))
    ;[things[at], things[other]] = [things[other], things[at]]
  }
}

/** Features met in one message alone teach nothing about another: they are left out. */
const fewestMessages = 2

/** How many messages each feature was met in, and how many of those answer each question with yes and with no. */
function countMessages(lessons: readonly Lesson[]) {
  const met = new Uint32Array(bucketCount)
  const yes = new Uint32Array(bucketCount * answerCount)
  const no = new Uint32Array(bucketCount * answerCount)
  for (const { passages, isYes } of lessons) {
    for (const bucket of new Set(passages.flatMap(({ sentences }) => [...featuresOf(sentences).buckets]))) {
      met[bucket] = (met[bucket] as number) + 1
      isYes.forEach((answer, at) => {
        if (answer === null) return
        const counts = answer ? yes : no
        counts[bucket * answerCount + at] = (counts[bucket * answerCount + at] as number) + 1
      })
    }
  }
  return { met, yes, no }
}

/** What a feature counts by itself, how much more when it tells yes from no, and how much telling is believed. */
const plainWorth = 0.5
const tellingWorth = 0.5
const mostTelling = 4

/**
 * How much a feature is worth to each question before anything is learned: more when it is met in far more messages of one
 * answer than of the other (the log-count ratio of Wang and Manning, "Baselines and Bigrams", 2012).
 */
function worthOf(lessons: readonly Lesson[], { yes, no }: ReturnType<typeof countMessages>, kept: number[]) {
  const worth = new Float32Array(kept.length * answerCount)
  for (let at = 0; at < answerCount; at++) {
    const allYes = lessons.filter(({ isYes }) => isYes[at] === true).length
    const allNo = lessons.filter(({ isYes }) => isYes[at] === false).length
    kept.forEach((bucket, number) => {
      const inYes = yes[bucket * answerCount + at] as number
      const inNo = no[bucket * answerCount + at] as number
      const telling = Math.abs(Math.log((inYes + 1) / (allYes + 2)) - Math.log((inNo + 1) / (allNo + 2)))
      worth[number * answerCount + at] = plainWorth + tellingWorth * Math.min(telling, mostTelling)
    })
  }
  return worth
}

/** A passage with only the features that are kept, by their number, and the number of its words. */
type Page = {
  numbers: Int32Array
  values: Float32Array
  places: Int16Array
  meaning: Float32Array
  words: number
}

function makePage({ sentences, meaning }: Seen, numberOf: Int32Array): Page {
  const { buckets, values, places } = featuresOf(sentences)
  const isKept = (_: number, at: number) => (numberOf[buckets[at] as number] as number) >= 0
  return {
    numbers: buckets.filter(isKept).map((bucket) => numberOf[bucket] as number),
    values: values.filter(isKept),
    places: places.filter(isKept),
    meaning,
    words: places.reduce((most, place) => Math.max(most, place), -1) + 1,
  }
}

/** Two passages as one. */
function join(one: Seen, other: Seen): Seen {
  const pulls = [...one.pulls, ...other.pulls]
  return { sentences: [...one.sentences, ...other.sentences], pulls, meaning: meaningOf(pulls) }
}

/** The only passage of a short message. */
function onlyOf(passages: readonly Seen[]): Seen | undefined {
  return passages.length === 1 ? passages[0] : undefined
}

type Student = {
  words: Float32Array
  squares: Float32Array
  worth: Float32Array
  meaning: Float32Array
  cells: Float32Array
}
type Covered = (place: number) => boolean
const nothing: Covered = () => false

function answer({ words, worth, meaning, cells }: Student, page: Page, isCovered: Covered) {
  const answers = new Float64Array(answerCount)
  const { numbers, values, places } = page
  for (let at = 0; at < numbers.length; at++) {
    if (isCovered(places[at] as number)) continue
    const from = (numbers[at] as number) * answerCount
    const value = values[at] as number
    for (let each = 0; each < answerCount; each++)
      (answers[each] as number) += (words[from + each] as number) * (worth[from + each] as number) * value
  }
  const excited = excite(meaning, page.meaning, cellCount)
  addCells(answers, excited, cells)
  return { answers, excited }
}

/** What is wanted of one passage: an answer to each question (0 to 1), and how much it matters. */
type Wanted = { targets: number[]; weights: number[] }

/** One step of gradient descent towards what is wanted (AdaGrad for the words, plain for the cells). */
function teach(student: Student, page: Page, wanted: Wanted, step: number, dice: () => number): void {
  const cover = Uint8Array.from({ length: page.words }, () => (dice() < covered ? 1 : 0))
  const isCovered = (place: number) => cover[place] === 1
  const { answers, excited } = answer(student, page, isCovered)
  const errors = answers.map((sum, at) => {
    const error = (1 / (1 + Math.exp(-sum)) - (wanted.targets[at] as number)) * (wanted.weights[at] as number)
    return Math.abs(error) < smallestError ? 0 : error
  })
  if (errors.every((error) => error === 0)) return
  const { words, squares, worth, meaning, cells } = student
  const { numbers, values, places } = page
  for (let at = 0; at < numbers.length; at++) {
    if (isCovered(places[at] as number)) continue
    const from = (numbers[at] as number) * answerCount
    const value = values[at] as number
    for (let each = 0; each < answerCount; each++) {
      const error = errors[each] as number
      if (error === 0) continue
      const slope = error * value * (worth[from + each] as number)
      const square = (squares[from + each] as number) + slope * slope
      squares[from + each] = square
      words[from + each] = (words[from + each] as number) - (wordStep * slope) / Math.sqrt(square)
    }
  }
  const size = page.meaning.length
  for (let cell = 0; cell < cellCount; cell++) {
    const level = excited[cell] as number
    if (level === 0) continue
    let push = 0
    for (let each = 0; each < answerCount; each++) {
      const at = cell * answerCount + each
      push += (errors[each] as number) * (cells[at] as number)
      cells[at] = (cells[at] as number) - step * (errors[each] as number) * level
    }
    for (let at = 0, from = cell * size; at < size; at++)
      meaning[from + at] = (meaning[from + at] as number) - step * push * (page.meaning[at] as number)
  }
}

/**
 * Learns all questions together. A message is as urgent as its most urgent passage: where the answer is yes only the passage that
 * says it most is taught, and where it is no every passage. The same lessons give the same model.
 */
export function learn(lessons: readonly Lesson[], seed = 7): Model {
  const counts = countMessages(lessons)
  const kept = [...counts.met.keys()].filter((bucket) => (counts.met[bucket] as number) >= fewestMessages)
  const numberOf = new Int32Array(bucketCount).fill(-1)
  kept.forEach((bucket, number) => {
    numberOf[bucket] = number
  })
  const dice = makeDice(seed)
  const coverDice = makeDice(seed + 1)
  const besideDice = makeDice(seed + 2)
  const ordinary = lessons.flatMap(({ passages, isYes }) =>
    isYes[0] === false ? (onlyOf(passages) ?? []) : [],
  )
  const size = lessons[0]?.passages[0]?.meaning.length ?? 0
  const student: Student = {
    words: new Float32Array(kept.length * answerCount),
    squares: new Float32Array(kept.length * answerCount).fill(1e-4),
    worth: worthOf(lessons, counts, kept),
    meaning: Float32Array.from({ length: size * cellCount }, () => (dice() - 0.5) * 0.15),
    cells: Float32Array.from({ length: cellCount * answerCount }, () => (dice() - 0.5) * 0.3),
  }
  const mean = {
    words: new Float32Array(student.words.length),
    meaning: new Float32Array(student.meaning.length),
    cells: new Float32Array(student.cells.length),
  }
  const order = lessons.map(({ passages, isYes }) => ({
    passages,
    pages: passages.map((passage) => makePage(passage, numberOf)),
    isYes,
  }))
  const pagesToTeach = ({ passages, pages }: (typeof order)[number]): Page[] => {
    const only = onlyOf(passages)
    if (!only || besideDice() >= besideOrdinary) return pages
    const other = ordinary[Math.floor(besideDice() * ordinary.length)]
    return other ? [makePage(join(only, other), numberOf)] : pages
  }
  for (let round = 0; round < rounds; round++) {
    const step = cellStep / (1 + round * 0.3)
    shuffle(order, dice)
    for (const each of order) {
      const { isYes } = each
      const pages = pagesToTeach(each)
      const most = findMost(student, pages, isYes)
      const share = 1 / Math.sqrt(pages.length)
      const targets = isYes.map((yes) => (yes ? 1 - nearly : nearly))
      for (const page of pages) {
        const weights = isYes.map((yes, at) => {
          if (yes === null) return 0
          return yes ? Number(most[at] === page) : share
        })
        teach(student, page, { targets, weights }, step, coverDice)
      }
    }
    if (round < rounds - meanOf) continue
    addShare(mean.words, student.words)
    addShare(mean.meaning, student.meaning)
    addShare(mean.cells, student.cells)
  }
  const words = mean.words.map((number, at) => number * (student.worth[at] as number))
  return { ...toBytes(words, kept), meaning: mean.meaning, cells: mean.cells }
}

/** For each question, the page that answers it most with yes. Only those whose answer is yes are looked for. */
function findMost(student: Student, pages: readonly Page[], isYes: Lesson['isYes']): (Page | undefined)[] {
  if (pages.length < 2 || !isYes.includes(true)) return isYes.map(() => pages[0])
  const scored = pages.map((page) => ({ page, answers: answer(student, page, nothing).answers }))
  return isYes.map((_, at) => {
    const score = ({ answers }: (typeof scored)[number]) => answers[at] as number
    return scored.reduce((most, each) => (score(each) > score(most) ? each : most)).page
  })
}

/** Adds to a mean what one of its rounds says. */
function addShare(mean: Float32Array, round: Float32Array): void {
  for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (round[at] as number) / meanOf
}

/** Rounds to bytes, and puts them where their buckets are. What is too small to matter becomes 0, which keeps the file small. */
function toBytes(numbers: Float32Array, kept: readonly number[]) {
  const scales = new Float32Array(answerCount)
  numbers.forEach((number, at) => {
    const question = at % answerCount
    scales[question] = Math.max(scales[question] as number, Math.abs(number) / 127)
  })
  const words = new Int8Array(bucketCount * answerCount)
  kept.forEach((bucket, number) => {
    for (let each = 0; each < answerCount; each++) {
      const byte = Math.round((numbers[number * answerCount + each] as number) / (scales[each] || 1))
      if (Math.abs(byte) >= smallestByte) words[bucket * answerCount + each] = byte
    }
  })
  return { words, scales }
}
