/**
 * Finds the listed word a misspelling stands for: one slip (a letter left out, put in, changed, or two swapped) in words of
 * five letters or more, two in words of eight or more. Every listed word is filed beforehand under what is left of it
 * when one or two letters are taken out, so a look-up costs a fixed amount however long the lists grow.
 */
const longestJudged = 20

export function slipsAllowed(word: string): 0 | 1 | 2 {
  return word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0
}

function shorten(word: string, slips: number): Set<string> {
  const found = new Set([word])
  let edge = [word]
  for (let round = 0; round < slips; round++) {
    const next: string[] = []
    for (const from of edge) {
      for (let at = 0; at < from.length; at++) {
        const left = from.slice(0, at) + from.slice(at + 1)
        if (!found.has(left)) {
          found.add(left)
          next.push(left)
        }
      }
    }
    edge = next
  }
  return found
}

/** Damerau-Levenshtein distance (neighbours may swap), for words of at most a few dozen letters. */
export function countSlips(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      line.push(least)
    }
    before = above
    above = line
  }
  return above[b.length] ?? 0
}

export type Speller = (word: string) => string | undefined

/** Files `listed`; the answer finds the nearest listed word (ties: the one listed first), or nothing. */
export function makeSpeller(listed: string[]): Speller {
  const filed = new Map<string, string[]>()
  for (const word of new Set(listed)) {
    if (word.length > longestJudged || slipsAllowed(word) === 0) continue
    for (const left of shorten(word, slipsAllowed(word))) {
      const shelf = filed.get(left)
      if (shelf) shelf.push(word)
      else filed.set(left, [word])
    }
  }
  return (word) => {
    if (word.length < 4 || word.length > longestJudged) return undefined
    let best: string | undefined
    let fewest = 3
    for (const left of shorten(word, word.length >= 7 ? 2 : 1)) {
      for (const candidate of filed.get(left) ?? []) {
        const slips = countSlips(word, candidate)
        if (slips <= slipsAllowed(candidate) && slips < fewest) {
          best = candidate
          fewest = slips
        }
      }
      if (fewest === 1) break
    }
    return best
  }
}
