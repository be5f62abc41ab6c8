import { stemOf } from './glossary.ts'
import type { Read } from './read.ts'

/**
 * What a passage shows, as numbers: its words, pieces of its words (a misspelling keeps most of them), words beside each other, and
 * the ideas behind them with which ideas stand near. Each is hashed into one of `bucketCount` buckets; `values` say how
 * much it weighs; `places` say which word of the passage it came from, or -1.
 */
export type Features = { buckets: number[]; values: number[]; places: number[] }

const bucketBits = 20
export const bucketCount = 1 << bucketBits
const mask = bucketCount - 1

/** Kinds of features are kept apart by a number of their own. */
const kind = { word: 11, piece: 13, pair: 17, idea: 23, ideas: 29, shape: 41 }
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

/** The features of a passage. The time it takes grows with the number of its words and with nothing else. */
export function featuresOf(passage: readonly Read[]): Features {
  const features: Features = { buckets: [], values: [], places: [] }
  const add = (hash: number, value: number, place: number) => {
    features.buckets.push(hash & mask)
    features.values.push(value)
    features.places.push(place)
  }
  const spread = 1 / Math.sqrt(passage.length)
  let place = 0
  for (const { sentence, ideas } of passage) {
    const words = sentence.words.map(({ form }) => lookAt(form))
    const ideaHashes = ideas.map((each) => each.map(hashIdea))
    const share = spread / Math.sqrt(Math.max(3, words.length))
    for (const [at, { hash, pieces }] of words.entries()) {
      add(mix(hash, kind.word), share, place)
      const pieceShare = (0.5 * share) / Math.sqrt(Math.max(1, pieces.length))
      for (const piece of pieces) add(piece, pieceShare, place)
      const next = words[at + 1]
      if (next) add(mix(mix(hash, next.hash), kind.pair), share, place)
      for (const idea of ideaHashes[at] ?? []) {
        add(mix(idea, kind.idea), share, place)
        for (let other = at + 1; other <= at + reach; other++) {
          const near = other === at + 1 ? 0.5 : 0.25
          for (const beside of ideaHashes[other] ?? [])
            add(mix(mix(idea, beside), kind.ideas), share * near, place)
        }
      }
      place++
    }
  }
  add(mix(1, kind.shape), 0.3, -1)
  add(mix(100 + Math.min(place, 24), kind.shape), 0.2, -1)
  add(mix(200 + Math.min(passage.length, 5), kind.shape), 0.2, -1)
  return features
}
