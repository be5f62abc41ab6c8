import { type Key, languages } from './catalogue.ts'
import { compile, nearestLanguage, put, type Values } from './compile.ts'

export { type Key, languages } from './catalogue.ts'
export { nearestLanguage, type Values } from './compile.ts'
export { saySize } from './size.ts'
export { sayDay, sayInstant, sayLastDay, sayList, sayTime, sayWeekday, sayWindows } from './when.ts'

/** A message and the language that it really is in: English where a translation is missing, so that a page can say so. */
export type Spoken = { text: string; language: string }

/**
 * Unicode's first-strong isolate and its end: a name or a number never changes the order of the words around it. What
 * holds isolates itself was said in the language of the letter, so it runs from right to left, whatever is inside them.
 */
const isolate = { firstStrong: '\u2068', rightToLeft: '\u2067', end: '\u2069' }

function keepApart(text: string): string {
  const start = text.includes(isolate.firstStrong) ? isolate.rightToLeft : isolate.firstStrong
  return `${start}${text}${isolate.end}`
}

/** 'rtl' for languages written from right to left. */
export function direction(language: string): 'ltr' | 'rtl' {
  return languages.find(({ code }) => code === nearestLanguage(language))?.dir ?? 'ltr'
}

/** The line that stands beside a translation that no person has checked yet; null where one has. */
export function sayDraft(language: string): string | null {
  const nearest = nearestLanguage(language)
  return languages.find(({ code }) => code === nearest)?.isChecked ? null : speak(nearest, 'draft')
}

/**
 * Says a message in a language, and which language it came out in. In a language written from right to left, each
 * text that fills a place is kept apart from the direction of the words around it. Throws when even English has no
 * such key.
 */
export function spoken(language: string, key: Key, values: Values = {}): Spoken {
  const message = compile(language, key)
  const { places, language: actual } = message
  if (places.size === 0 || direction(actual) === 'ltr')
    return { text: put(message, values), language: actual }
  const apart = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && places.has(name) ? keepApart(value) : value,
  ])
  return { text: put(message, Object.fromEntries(apart)), language: actual }
}

/** Says a message in a language, in English where that language lacks it. */
export function speak(language: string, key: Key, values: Values = {}): string {
  return spoken(language, key, values).text
}
