import type { Read } from './read.ts'

/** Words of a message that is judged as one. */
const shortMessage = 60
/** Words of a passage of a longer one, and how far the next passage begins after it. */
const longestPassage = 40
const stride = 25

/** So many passages make a long message, which has a threshold of its own. */
export const manyPassages = 4

/**
 * How much more than the threshold of long ones the best passage of a long message must score (log-odds). Each passage is one more
 * chance to look like something by accident, and what is really told is told by a single sentence too, which scores `plainest`. How
 * much either counts was found with messages that the model had not seen.
 */
export function moreFor(passageCount: number, plainest: number): number {
  return 2 * Math.log(passageCount) - 0.75 * plainest
}

/**
 * What is judged together: a short message whole, since people tell half of it in the next sentence; a longer one in passages that
 * overlap, so that one clause of danger is not drowned by ten sentences about parking. Each is a run of sentences.
 */
export function passagesOf(reads: readonly Read[]): Read[][] {
  const lengthOf = (read: Read) => read.sentence.words.length
  const total = reads.reduce((sum, read) => sum + lengthOf(read), 0)
  if (reads.length === 0) return []
  if (total <= shortMessage) return [[...reads]]
  const passages: Read[][] = []
  for (let start = 0; start < reads.length; ) {
    let end = start
    for (let words = 0; end < reads.length; end++) {
      words += lengthOf(reads[end] as Read)
      if (end > start && words > longestPassage) break
    }
    passages.push(reads.slice(start, end))
    if (end >= reads.length) break
    let next = start
    for (let words = 0; next < end && words < stride; next++) words += lengthOf(reads[next] as Read)
    start = next
  }
  return passages
}
