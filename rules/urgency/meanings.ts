import { fromText } from './model.ts'

/**
 * What English words mean, as directions: words that are used alike point alike, so that a word no example had still says
 * something. Words of other languages come here through their ideas. `docs/decisions/` says where the table comes from.
 */
export type Meanings = {
  /** Where the direction of each word begins in `bytes`. */
  places: ReadonlyMap<string, number>
  bytes: Int8Array
  size: number
}

export function makeMeanings(words: string, packed: string, size: number): Meanings {
  const bytes = new Int8Array(fromText(packed).buffer)
  return { places: new Map(words.split(' ').map((word, at) => [word, at * size])), bytes, size }
}

const scale = 1 / 127
/** The strongest pull of any word counts less than the sum of all. */
const strongestShare = 0.3

/** What the words of a sentence pull at together, and then the strongest pull either way, in each dimension. */
export function pullOf({ places, bytes, size }: Meanings, words: readonly string[]): Float32Array {
  const pulls = new Float32Array(size * 2)
  for (const word of words) {
    const place = places.get(word)
    if (place === undefined) continue
    for (let at = 0; at < size; at++) {
      const pull = (bytes[place + at] as number) * scale
      pulls[at] = (pulls[at] as number) + pull
      if (Math.abs(pull) > Math.abs(pulls[size + at] as number)) pulls[size + at] = pull
    }
  }
  return pulls
}

/**
 * The meaning of a passage, from the pulls of its sentences: the direction of all its words together, the strongest pull either way in
 * each dimension, and 1.
 */
export function meaningOf(sentences: readonly Float32Array[]): Float32Array {
  const size = (sentences[0]?.length ?? 0) / 2
  const meaning = new Float32Array(size * 2 + 1)
  for (const pulls of sentences) {
    for (let at = 0; at < size; at++) {
      meaning[at] = (meaning[at] as number) + (pulls[at] as number)
      const strongest = pulls[size + at] as number
      if (Math.abs(strongest) > Math.abs(meaning[size + at] as number)) meaning[size + at] = strongest
    }
  }
  let square = 0
  for (let at = 0; at < size; at++) square += (meaning[at] as number) ** 2
  const length = Math.sqrt(square) || 1
  for (let at = 0; at < size; at++) {
    meaning[at] = (meaning[at] as number) / length
    meaning[size + at] = (meaning[size + at] as number) * strongestShare
  }
  meaning[size * 2] = 1
  return meaning
}
