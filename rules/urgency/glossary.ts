/**
 * Words of many languages as plain English ideas, so that what was learned from an example in one language helps in all of
 * them. A glossary is lines of `word<TAB>idea`. One that ends in `*` stands for every word that begins so; one that ends in
 * `-` is written in front of other words, as Arabic writes "and" and "the", and is taken away to find them.
 */
export type Glossary = {
  words: ReadonlyMap<string, string[]>
  stems: ReadonlyMap<string, string[]>
  prefixes: readonly string[]
}

const shortestStem = 3
const longestStem = 16

/** Reads a glossary whose left sides are folded already. The first of two lines for the same word counts. */
export function parseGlossary(lines: string): Glossary {
  const words = new Map<string, string[]>()
  const stems = new Map<string, string[]>()
  const prefixes: string[] = []
  for (const line of lines.split('\n')) {
    const [word = '', ideas] = line.split('\t')
    if (!ideas) continue
    if (word.endsWith('-')) {
      prefixes.push(word.slice(0, -1))
      continue
    }
    const isStem = word.endsWith('*')
    const key = isStem ? word.slice(0, -1) : word
    const shelf = isStem ? stems : words
    if (!shelf.has(key)) shelf.set(key, ideas.split(','))
  }
  return { words, stems, prefixes: prefixes.toSorted((one, other) => other.length - one.length) }
}

/** The ideas that a folded word stands for, or undefined when the glossary does not know it. */
export function ideasOf(glossary: Glossary, form: string): string[] | undefined {
  const found = find(glossary, form)
  if (found) return found
  for (const prefix of glossary.prefixes) {
    if (!form.startsWith(prefix) || form.length < prefix.length + shortestStem - 1) continue
    const ideas = find(glossary, form.slice(prefix.length))
    if (ideas) return ideas
  }
  return undefined
}

function find({ words, stems }: Glossary, form: string): string[] | undefined {
  const whole = words.get(form)
  if (whole) return whole
  for (let length = Math.min(form.length, longestStem); length >= shortestStem; length--) {
    const ideas = stems.get(form.slice(0, length))
    if (ideas) return ideas
  }
  return undefined
}

/** An English word without its ending: leaks, leaked and leaking are one idea. Rough on purpose; only sameness matters. */
export function stemOf(form: string): string {
  if (form.length <= 3) return form
  return form
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1')
    .replace(/(..)(ing|ed)$/, '$1')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/(..)e$/, '$1')
}
