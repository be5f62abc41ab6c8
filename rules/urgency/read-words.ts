/**
 * Text to sentences of words: lower case, apostrophes left out, accents and vowel points folded, repeated letters thinned.
 * Vowel signs of Bengali and Gurmukhi are letters of their words and stay.
 */
export type Word = {
  /** The folded form that is looked up and counted. */
  form: string
  /** Where the customer wrote it. */
  from: number
  to: number
}
export type Sentence = { text: string; words: Word[] }

const piece = /[\p{L}\p{M}\p{N}'’‘`]+|[.!?…۔؟।;]+|\n[ \t\r]*\n|\p{Extended_Pictographic}/gu
/** The same for text of plain ASCII: several times faster, and most mail is. */
const plainPiece = /[a-z0-9'`]+|[.!?;]+|\n[ \t\r]*\n/gi
const isPlainText = /^[\t-~]*$/
const isPlainWord = /^[a-z]+$/
const wordHead = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]/u
const accents = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g
const apostrophes = /['’‘`]/g
const likeness: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
}
/** A run without punctuation, as people dictate, is cut every so many words; the pieces overlap, so nothing is split unseen. */
const longestSentence = 40
const overlap = 10

function hasTriple(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter === word.charCodeAt(at - 1) && letter === word.charCodeAt(at - 2)) return true
  }
  return false
}

/** The form of a word that every list and every count is kept under. */
export function foldWord(raw: string): string {
  let word = raw.toLowerCase()
  // Nearly every word: nothing to fold
  if (!isPlainWord.test(word)) {
    word = word.normalize('NFKD').replace(accents, '').replace(apostrophes, '')
    word = word.replace(/[łßøđıيىكهةأإآ]/g, (letter) => likeness[letter] ?? letter).normalize('NFC')
  }
  return hasTriple(word) ? word.replace(/(.)\1\1+/gu, '$1$1') : word
}

/** A word as it is written, accents and all, in lower case. */
export function spellWord(raw: string): string {
  return raw.toLowerCase().normalize('NFC').replace(apostrophes, '')
}

function isWordPiece(raw: string): boolean {
  const code = raw.charCodeAt(0)
  if (code < 128) return code >= 97 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
  return wordHead.test(raw)
}

/** Letters are told to join or not to join by these; nobody sees them, and a word is the same without. */
const joiners = /[\u200c\u200d]/g

/** The sentences of `written`, in order. */
export function readSentences(written: string): Sentence[] {
  const isPlain = isPlainText.test(written)
  const text = isPlain ? written : written.replace(joiners, '')
  const sentences: Sentence[] = []
  let words: Word[] = []
  const finish = (keep: number) => {
    if (words.length > 0) sentences.push({ text, words })
    words = words.slice(words.length - keep)
  }
  for (const match of text.matchAll(isPlain ? plainPiece : piece)) {
    const raw = match[0]
    const isWord = isWordPiece(raw) || (raw.length > 1 && isWordPiece(raw.slice(1)))
    if (isWord) {
      if (words.length >= longestSentence) finish(overlap)
      const form = foldWord(raw)
      if (form !== '') words.push({ form, from: match.index, to: match.index + raw.length })
    } else if (!/^['’‘`]/.test(raw)) finish(0)
  }
  finish(0)
  return sentences
}
