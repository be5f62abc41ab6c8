import { takeApart } from './features.ts'
import { type Meanings, meaningOf, pullOf } from './meanings.ts'
import type { Seen } from './model.ts'
import { passagesOf } from './passages.ts'
import { type Read, readMessage, type Tongues } from './read.ts'

/** What is known before anything was learned: languages and the meanings of words. */
export type Knowledge = { tongues: Tongues; meanings: Meanings }
export type Passage = { reads: readonly Read[]; seen: Seen }

/**
 * The passages of a message as a model sees them, the single sentences of one that has several, and its language (BCP 47), or
 * null when it is none that we know.
 */
export function look(parts: readonly string[], { tongues, meanings }: Knowledge) {
  const { reads, language } = readMessage(parts, tongues)
  // One sentence stands in several passages: it is taken apart once
  const taken = new Map(
    reads.map((read) => [read, { features: takeApart(read), pull: pullOf(meanings, read.ideas.flat()) }]),
  )
  const see = (passage: readonly Read[]): Passage => {
    const sentences = passage.flatMap((read) => taken.get(read) ?? [])
    const pulls = sentences.map(({ pull }) => pull)
    const meaning = meaningOf(pulls)
    return { reads: passage, seen: { sentences: sentences.map(({ features }) => features), pulls, meaning } }
  }
  return {
    passages: passagesOf(reads).map(see),
    sentences: reads.length > 1 ? reads.map((read) => see([read])) : [],
    language,
    wordCount: reads.reduce((sum, { sentence }) => sum + sentence.words.length, 0),
  }
}
