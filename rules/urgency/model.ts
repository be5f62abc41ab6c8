import { bucketCount, type Features } from './features.ts'

/** What is asked of each passage: whether it goes through at all, in which lane, and whether somebody is threatened. */
export const questions = [
  'through',
  'life-safety',
  'emergency-repair',
  'repair',
  'urgent-need',
  'protected',
  'threat',
] as const
export type Question = (typeof questions)[number]

/** Numbers kept as bytes: each is `bytes[at] * scale`. */
export type Bytes = { bytes: Int8Array; scale: number }

/**
 * One question's model. `words` weighs each feature by itself. `meaning` is a small network of one layer: for each of its cells the
 * weights of a passage's meaning and then one for the constant 1; `cells` says how much each cell speaks for yes.
 */
export type Model = { words: Bytes; meaning: Float32Array; cells: Float32Array }

/** A passage as the model sees it. `meaning` ends in the constant 1. */
export type Seen = { features: Features; meaning: Float32Array }

/** How strongly each cell answers to a meaning: never below zero. */
export function excite(weights: Float32Array, meaning: Float32Array, cells: number): Float32Array {
  const excited = new Float32Array(cells)
  const size = meaning.length
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0
    const from = cell * size
    for (let at = 0; at < size; at++) sum += (weights[from + at] as number) * (meaning[at] as number)
    excited[cell] = sum > 0 ? sum : 0
  }
  return excited
}

/** What a passage scores on a question: the log-odds of yes. */
export function weigh({ words, meaning, cells }: Model, seen: Seen): number {
  const { buckets, values } = seen.features
  let sum = 0
  for (let at = 0; at < buckets.length; at++)
    sum += (words.bytes[buckets[at] as number] as number) * (values[at] as number)
  sum *= words.scale
  const excited = excite(meaning, seen.meaning, cells.length)
  for (let cell = 0; cell < cells.length; cell++) sum += (excited[cell] as number) * (cells[cell] as number)
  return sum
}

/** How much each word of a passage adds to the score. */
export function weighWords({ words }: Model, { buckets, values, places }: Features, count: number): number[] {
  const sums = Array.from({ length: count }, () => 0)
  for (let at = 0; at < buckets.length; at++) {
    const place = places[at] as number
    if (place < 0) continue
    const part = (words.bytes[buckets[at] as number] as number) * (values[at] as number) * words.scale
    sums[place] = (sums[place] as number) + part
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

export type PackedModel = { words: string; scale: number; meaning: string; cells: string }

/** A model as text. Runs of empty buckets are written as 0 and their length, so that it stays small. */
export function packModel({ words, meaning, cells }: Model): PackedModel {
  const packed: number[] = []
  for (let at = 0; at < words.bytes.length; ) {
    const byte = words.bytes[at] as number
    if (byte !== 0) {
      packed.push(byte & 255)
      at++
      continue
    }
    let run = 0
    while (run < 255 && at < words.bytes.length && words.bytes[at] === 0) {
      run++
      at++
    }
    packed.push(0, run)
  }
  return {
    words: toText(Uint8Array.from(packed)),
    scale: words.scale,
    meaning: toText(new Uint8Array(meaning.slice().buffer)),
    cells: toText(new Uint8Array(cells.slice().buffer)),
  }
}

export function unpackModel(packed: PackedModel): Model {
  const bytes = new Int8Array(bucketCount)
  const runs = fromText(packed.words)
  for (let from = 0, to = 0; from < runs.length && to < bytes.length; from++) {
    const byte = runs[from] as number
    if (byte === 0) to += runs[++from] as number
    else bytes[to++] = byte
  }
  return {
    words: { bytes, scale: packed.scale },
    meaning: new Float32Array(fromText(packed.meaning).buffer),
    cells: new Float32Array(fromText(packed.cells).buffer),
  }
}
