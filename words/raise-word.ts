import { messages } from './catalogue.ts'

/** Letters alone, however they are written: without case, accents, vowel marks and the two shapes of yeh. */
function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replaceAll('\u0131', 'i')
    .replace(/[\u064a\u0649]/g, '\u06cc')
}

/** The word that every acknowledgement teaches ('URGENT'), in each of our languages. */
const words = new Set(
  [...messages.values()].flatMap((language) => {
    const word = language.get('notice.raise.word')
    return word ? [plainly(word)] : []
  }),
)

/**
 * Whether a message begins with the word that says that something cannot wait, in any of our languages. Lines that are
 * quoted with '>' are not the writer's own: what stands under them is looked at as well.
 */
export function beginsWithRaiseWord(text: string): boolean {
  return text.split(/^\s?>.*$/m).some((part) => {
    const [first = ''] = part.slice(0, 2_000).match(/[\p{L}\p{M}\p{Cf}]+/u) ?? []
    return words.has(plainly(first))
  })
}
