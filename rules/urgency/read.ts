import { type Glossary, ideasOf } from './glossary.ts'
import { readSentences, type Sentence, spellWord } from './read-words.ts'
import type { Speller } from './spelling.ts'

/** A sentence with the English words that each of its words stands for; a word that no glossary has stands for itself. */
export type Read = { sentence: Sentence; ideas: string[][] }

/** What is known of languages: the words of English, and a glossary for each of the others by its BCP 47 code. */
export type Tongues = {
  english: ReadonlySet<string>
  others: ReadonlyMap<string, Glossary>
  /** The common English word that a misspelling stands for. */
  mend: Speller
}

/** Words looked at to tell the language. */
const enough = 80
/** English when so many of its words are English, whatever else they might be. */
const surelyEnglish = 0.9

/** Languages by the script that a word is written in; what is in Latin letters may be any of the rest. */
const scripts: [RegExp, string[]][] = [
  [/\p{Script=Arabic}/u, ['ur', 'ar', 'pa']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Gurmukhi}/u, ['pa']],
  [/\p{Script=Cyrillic}/u, ['uk']],
]
const latin = ['pl', 'ro', 'pt', 'tr', 'so', 'cy', 'ur', 'bn', 'pa', 'ar']

function languagesOf(form: string): string[] {
  if (form.charCodeAt(0) < 0x250) return latin
  return scripts.find(([script]) => script.test(form))?.[1] ?? []
}

/** The language that knows most of the words, English before the others; null when none knows half of them. */
export function languageOf(forms: string[], { english, others }: Omit<Tongues, 'mend'>): string | null {
  const told = forms.slice(0, enough).filter((form) => !/^\d+$/.test(form))
  if (told.length > 0 && told.filter((form) => english.has(form)).length >= told.length * surelyEnglish)
    return 'en'
  const hits = new Map<string, number>([['en', 0]])
  const know = (language: string) => hits.set(language, (hits.get(language) ?? 0) + 1)
  let known = 0
  for (const form of told) {
    let isKnown = english.has(form)
    if (isKnown) know('en')
    for (const language of languagesOf(form)) {
      const glossary = others.get(language)
      if (!glossary || !ideasOf(glossary, form)) continue
      know(language)
      isKnown = true
    }
    if (isKnown) known++
  }
  if (told.length === 0 || known * 2 < told.length) return null
  return [...hits].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

/** The sentences of a message with what their words stand for, and its language. */
export function readMessage(
  parts: readonly string[],
  tongues: Tongues,
): { reads: Read[]; language: string | null } {
  const sentences = parts.flatMap(readSentences)
  const language = languageOf(
    sentences.flatMap(({ words }) => words.map(({ form }) => form)),
    tongues,
  )
  const glossary = tongues.others.get(language ?? '')
  const mend = (form: string) => (tongues.english.has(form) ? form : (tongues.mend(form) ?? form))
  const ideas = ({ words, text }: Sentence) =>
    words.map(({ form, from, to }) => {
      if (!glossary) return [mend(form)]
      // With its accents it may be another word: Welsh tân is fire, tan is until
      const asWritten = glossary.words.get(spellWord(text.slice(from, to)))
      return asWritten ?? ideasOf(glossary, form) ?? [mend(form)]
    })
  return { reads: sentences.map((sentence) => ({ sentence, ideas: ideas(sentence) })), language }
}
