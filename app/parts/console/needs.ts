import { sayFormat } from './say-request.ts'

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' })

/** 'Urdu', for a BCP 47 code. */
export function sayLanguage(code: string): string {
  try {
    return languageNames.of(code) ?? code
  } catch {
    return code
  }
}

/** What must be kept in mind when somebody is written to: only what is not the usual. */
export type NeedsOf = { language: string; printPoints: number; formats?: string[] }

/** The needs of one person, each in a few words. */
export function sayNeeds({ language, printPoints, formats = [] }: NeedsOf): string[] {
  const print = printPoints >= 24 ? 'Giant print' : 'Large print'
  return [
    ...(language === 'en' ? [] : [`Reads ${sayLanguage(language)}`]),
    ...(printPoints > 12 ? [`${print} (${printPoints} point)`] : []),
    ...formats.map((format) => `Needs ${sayFormat(format)}`),
  ]
}
