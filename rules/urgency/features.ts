import { stemOf } from './glossary.ts'
import type { Read } from './read.ts'

/**
 * What a passage shows, as numbers: its words, pieces of its words (a misspelling keeps most of them), two and three words in a row, and
 * the ideas behind them with which ideas stand near. Each is hashed into one of `bucketCount` buckets; `values` say how
 * much it weighs; `places` say which word of the passage it came from, or -1.
 */
export type Features = { buckets: Int32Array; values: Float32Array; places: Int16Array }

const bucketBits = 22
export const bucketCount = 1 << bucketBits
const mask = bucketCount - 1

/** Kinds of features are kept apart by a number of their own. */
const kind = { word: 11, piece: 13, pair: 17, idea: 23, ideas: 29, shape: 41, three: 43 }
/** Ideas stand near each other over so many words. */
const reach = 4

function hashText(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return hash >>> 0
}

function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 31), 0x9e3779b1)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

type HashedWord = { hash: number; pieces: number[] }

function hashWord(form: string): HashedWord {
  const pieces: number[] = []
  const framed = `<${form}>`
  for (const length of form.length < 3 ? [] : [3, 4, 5]) {
    for (let at = 0; at + length <= framed.length; at++)
      pieces.push(hashText(framed.slice(at, at + length), kind.piece))
  }
  return { hash: hashText(form, kind.word), pieces }
}

/** Words met before, so that the same one is not taken apart twice; emptied before it grows large. */
const met = new Map<string, HashedWord>()
const mostMet = 20_000
/** A word longer than this is no word. */
const longestWord = 30

function lookAt(word: string): HashedWord {
  const form = /^\d{4,}$/.test(word) ? '#' : word.slice(0, longestWord)
  const known = met.get(form)
  if (known) return known
  const hashed = hashWord(form)
  if (met.size >= mostMet) met.clear()
  met.set(form, hashed)
  return hashed
}

const metIdeas = new Map<string, number>()

function hashIdea(idea: string): number {
  const known = metIdeas.get(idea)
  if (known !== undefined) return known
  const hash = hashText(stemOf(idea.slice(0, longestWord)), kind.idea)
  if (metIdeas.size >= mostMet) metIdeas.clear()
  metIdeas.set(idea, hash)
  return hash
}

/** The features of one sentence. Its places count from its own first word. */
export type SentenceFeatures = Features & { wordCount: number }

/** Where features are put down before it is known how many there are. Nothing of one sentence is left for the next. */
let draft = makeRoom(4_096)
let count = 0

function makeRoom(size: number): Features {
  return { buckets: new Int32Array(size), values: new Float32Array(size), places: new Int16Array(size) }
}

function copy({ buckets, values, places }: Features, to: Features, at: number): void {
  to.buckets.set(buckets, at)
  to.values.set(values, at)
  to.places.set(places, at)
}

function add(hash: number, value: number, place: number): void {
  if (count === draft.buckets.length) {
    const larger = makeRoom(count * 2)
    copy(draft, larger, 0)
    draft = larger
  }
  draft.buckets[count] = hash & mask
  draft.values[count] = value
  draft.places[count] = place
  count++
}

/** What one sentence shows by itself, before it is known how many stand with it. */
export function takeApart({ sentence, ideas: read }: Read): SentenceFeatures {
  count = 0
  const words = sentence.words.map(({ form }) => lookAt(form))
  const ideas = read.map((each) => each.map(hashIdea))
  const share = 1 / Math.sqrt(Math.max(3, words.length))
  for (let place = 0; place < words.length; place++) {
    const { hash, pieces } = words[place] as HashedWord
    add(mix(hash, kind.word), share, place)
    const pieceShare = (0.5 * share) / Math.sqrt(Math.max(1, pieces.length))
    for (const piece of pieces) add(piece, pieceShare, place)
    const next = words[place + 1]
    const third = words[place + 2]
    if (next) add(mix(mix(hash, next.hash), kind.pair), share, place)
    if (next && third) add(mix(mix(mix(hash, next.hash), third.hash), kind.three), 0.5 * share, place)
    for (const idea of ideas[place] ?? []) {
      add(mix(idea, kind.idea), share, place)
      for (let other = place + 1; other <= place + reach; other++) {
        const near = other === place + 1 ? 0.7 : 0.4
        for (const beside of ideas[other] ?? []) add(mix(mix(idea, beside), kind.ideas), share * near, place)
      }
    }
  }
  const { buckets, values, places } = draft
  return {
    buckets: buckets.slice(0, count),
    values: values.slice(0, count),
    places: places.slice(0, count),
    wordCount: words.length,
  }
}

/** The features of each sentence of a passage count so much: one of many says less. */
export function spreadOf(sentences: readonly SentenceFeatures[]): number {
  return 1 / Math.sqrt(sentences.length)
}

/** What a passage shows beyond its sentences: how many words and sentences it has. */
export function shapeOf(sentences: readonly SentenceFeatures[]): Features {
  const words = sentences.reduce((sum, { wordCount }) => sum + wordCount, 0)
  const shapes = [1, 100 + Math.min(words, 24), 200 + Math.min(sentences.length, 5)]
  return {
    buckets: Int32Array.from(shapes, (number) => mix(number, kind.shape) & mask),
    values: Float32Array.of(0.3, 0.2, 0.2),
    places: Int16Array.of(-1, -1, -1),
  }
}

/** All features of a passage together. The time it takes grows with the number of its words and with nothing else. */
export function featuresOf(sentences: readonly SentenceFeatures[]): Features {
  const shape = shapeOf(sentences)
  const features = makeRoom(
    sentences.reduce((sum, { buckets }) => sum + buckets.length, shape.buckets.length),
  )
  const { values, places } = features
  const spread = spreadOf(sentences)
  let at = 0
  let before = 0
  for (const sentence of sentences) {
    copy(sentence, features, at)
    for (const end = at + sentence.buckets.length; at < end; at++) {
      values[at] = (values[at] as number) * spread
      places[at] = (places[at] as number) + before
    }
    before += sentence.wordCount
  }
  copy(shape, features, at)
  return features
}
