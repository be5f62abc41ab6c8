import { IntlMessageFormat } from 'intl-messageformat'
import { type Key, messages } from './catalogue.ts'

/** What fills the places in a message. */
export type Values = Record<string, string | number>

export type Compiled = {
  format: IntlMessageFormat
  /** The names of the plain places, filled as they are: what a plural or a select chooses by is not among them. */
  places: ReadonlySet<string>
  /** Words and places in turn, where nothing is chosen: such a message is put together without the formatter. */
  pieces: readonly (string | { place: string })[] | null
  /** The language that it really is in. */
  language: string
}
const compiled = new Map<string, Compiled>()

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** A plain place in a parsed message, as the ICU parser numbers its kinds. */
const argument = 1

/** Words that stand as they are, as the ICU parser numbers its kinds. */
const literal = 0

function piecesOf(parts: Part[]): Compiled['pieces'] {
  const pieces = parts.map((part) =>
    part.type === literal ? part.value : part.type === argument ? { place: part.value } : null,
  )
  return pieces.every((piece) => piece !== null) ? pieces : null
}

function placesIn(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === argument) return [part.value]
    if ('options' in part) return Object.values(part.options).flatMap((option) => placesIn(option.value))
    return []
  })
}

/** The language we speak that is nearest to a BCP 47 code: 'ur-PK' is 'ur', and what we do not speak is 'en'. */
export function nearestLanguage(code: string): string {
  const short = code.toLowerCase().split('-')[0] ?? ''
  return messages.has(short) ? short : 'en'
}

/** English is British; the others have one form each. Digits are the ones on letters and telephones. */
export function localeOf(language: string): string {
  const nearest = nearestLanguage(language)
  return nearest === 'en' ? 'en-GB' : `${nearest}-u-nu-latn`
}

/** A message ready to be filled, parsed once. English where the language lacks it; throws when English does too. */
export function compile(asked: string, key: string): Compiled {
  const name = `${asked} ${key}`
  const known = compiled.get(name)
  if (known) return known
  const wanted = nearestLanguage(asked)
  const own = messages.get(wanted)?.get(key)
  const language = own === undefined ? 'en' : wanted
  const message = own ?? messages.get('en')?.get(key)
  if (message === undefined) throw new Error(`No language has words for ${key}.`)
  const format = new IntlMessageFormat(message, localeOf(language), undefined, {
    ignoreTag: true,
  })
  const parts = format.getAst()
  const entry = { format, places: new Set(placesIn(parts)), pieces: piecesOf(parts), language }
  compiled.set(name, entry)
  return entry
}

/** The words of a compiled message. */
export function put({ format, pieces }: Compiled, values: Values): string {
  if (!pieces) return String(format.format(values))
  let text = ''
  for (const piece of pieces) {
    const value = typeof piece === 'string' ? piece : values[piece.place]
    if (value === undefined) return String(format.format(values))
    text += value
  }
  return text
}

/** Fills a message as it stands, without keeping values apart: for dates and lists, which are words of the language. */
export function fill(language: string, key: Key, values: Values = {}): string {
  return put(compile(language, key), values)
}
