/** Text to words: lower case, apostrophes squashed, accents folded, repeated letters thinned, sentence ends marked. */
export type Word = {
  /** The folded form the lists are written in. */
  form: string
  /** As the customer wrote it. */
  from: number
  to: number
}
export type Sentence = { text: string; words: Word[] }

const piece = /[\p{L}\p{M}\p{N}'’`]+|[.!?…۔؟;]+|\n[ \t\r]*\n|\p{Extended_Pictographic}/gu
/** The same for text of plain ASCII: several times faster, and most mail is. */
const plainPiece = /[a-z0-9'`]+|[.!?;]+|\n[ \t\r]*\n/gi
const isPlainText = /^[\t-~]*$/
const plain = /^[a-z0-9]+$/
const hasDigit = /\d/
const onlyLetters = /^[a-z]+$/
const wordHead = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]/u
const letters: Record<string, string> = { ł: 'l', ß: 'ss', ø: 'o', đ: 'd', ي: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ' }
const digits: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' }
const longestSentence = 80

function hasTriple(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter === word.charCodeAt(at - 1) && letter === word.charCodeAt(at - 2)) return true
  }
  return false
}

export function foldWord(raw: string): string {
  let word = raw.toLowerCase()
  // Nearly every word: nothing to fold
  if (onlyLetters.test(word) && !hasTriple(word)) return word
  if (!plain.test(word)) {
    // "boiler's" is "boiler", "it's" is "it"; "don't" is "dont"
    word = word.replace(/['’`]s$/u, '').replace(/['’`]/gu, '')
    word = word.normalize('NFD').replace(/\p{M}/gu, '')
    word = word.replace(/[łßøđيكهة]/gu, (letter) => letters[letter] ?? letter)
  }
  const isNumbered = hasDigit.test(word)
  if (hasTriple(word) && !/^\d+$/u.test(word)) word = word.replace(/(.)\1\1+/gu, '$1')
  if (isNumbered && /[a-z]{3}/u.test(word))
    word = word.replace(/[01345]/gu, (digit) => digits[digit] ?? digit)
  return word
}

const quoteMarks = "'’`"

/** A word that opens with a quotation mark or apostrophe: 'cause. */
function isQuotedWord(raw: string): boolean {
  return raw.length > 1 && quoteMarks.includes(raw[0] ?? '')
}

function isWordPiece(raw: string): boolean {
  const code = raw.charCodeAt(0)
  if (code < 128) return code >= 97 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
  return wordHead.test(raw)
}

/** Sentences of `text`; a run without punctuation is cut every 80 words (with an overlap, so nothing is split unseen). */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let words: Word[] = []
  const finish = (keep: number) => {
    if (words.length > 0) sentences.push({ text, words })
    words = words.slice(words.length - keep)
  }
  for (const match of text.matchAll(isPlainText.test(text) ? plainPiece : piece)) {
    const raw = match[0]
    const first = raw[0] ?? ''
    if (isWordPiece(raw) || isQuotedWord(raw)) {
      if (words.length >= longestSentence) finish(8)
      const form = foldWord(raw)
      if (form !== '') words.push({ form, from: match.index, to: match.index + raw.length })
    } else if (!quoteMarks.includes(first)) finish(0)
  }
  finish(0)
  return sentences
}
