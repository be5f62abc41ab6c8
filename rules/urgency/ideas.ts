/**
 * Words and ideas as small numbers, so that a text is compared number by number. Ideas that the code itself asks about (not only
 * patterns) also have a bit each: one test answers whether a word carries any of them.
 */
const bitsInUse = [
  'neg',
  'filler',
  'done',
  'undoing',
  'present',
  'worse',
  'breaks',
  'joins',
  'past',
  'money',
  'repeat',
  'supposed',
  'topic',
  'manner',
  'life',
  'trouble',
  'asks',
  'health',
  'damp',
] as const

/** Parts of the home: they share one bit, `home`. */
const homeIdeas = new Set(
  'ceiling structure floor entry toilet basin pipe tap room drain heat fixture steps fitting wire carpet'.split(
    ' ',
  ),
)

export const bit = Object.fromEntries([...bitsInUse, 'home'].map((idea, at) => [idea, 1 << at])) as Record<
  (typeof bitsInUse)[number] | 'home',
  number
>

const numbers = new Map<string, number>()

/** The number of a word or an `<idea>`; the same for the life of the process. */
export function numberOf(name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}

/** A first, cheap look: two sets of numbers whose signatures share no bit share no number. */
export function signatureOf(some: Iterable<number>): number {
  let signature = 0
  for (const number of some) signature |= 1 << (number % 32)
  return signature
}

export function bitsOf(name: string): number {
  if (!name.startsWith('<')) return 0
  const idea = name.slice(1, -1)
  return homeIdeas.has(idea) ? bit.home : ((bit as Record<string, number>)[idea] ?? 0)
}
