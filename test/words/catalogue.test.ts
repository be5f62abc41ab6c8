import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { explanationKeys } from '../../policies/pack.ts'
import { languages, messages } from '../../words/catalogue.ts'
import { compile } from '../../words/compile.ts'

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a message is filled with: `name` for a plain place, `name?` for what a select or a plural chooses by. */
function argumentsOf(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    if ('options' in part) {
      const inside = Object.values(part.options).flatMap((option) => argumentsOf(option.value))
      return [`${part.value}?`, ...inside]
    }
    return part.type === 1 ? [part.value] : []
  })
}

function fillings(language: string, key: string): string[] {
  return [...new Set(argumentsOf(compile(language, key).format.getAst()))].sort()
}

function pluralsIn(parts: Part[]): { name: string; forms: string[] }[] {
  return parts.flatMap((part) => {
    if (!('options' in part)) return []
    const inside = Object.values(part.options).flatMap((option) => pluralsIn(option.value))
    return 'pluralType' in part ? [{ name: part.value, forms: Object.keys(part.options) }, ...inside] : inside
  })
}

const english = [...(messages.get('en')?.keys() ?? [])]
const others = languages.map(({ code }) => code).filter((code) => code !== 'en')

describe.each(others)('%s', (language) => {
  const own = [...(messages.get(language)?.keys() ?? [])]

  test('says everything that English says', () => {
    expect(english.filter((key) => !own.includes(key))).toEqual([])
  })

  test('says nothing that English does not', () => {
    expect(own.filter((key) => !english.includes(key))).toEqual([])
  })

  test('is filled with the same facts as English', () => {
    // A language picks those parts of a date or a time that it needs, and may need plurals where English has none.
    const facts = (code: string, key: string) =>
      fillings(code, key)
        .map((name) => name.replace('?', ''))
        .join()
    const different = own
      .filter((key) => english.includes(key) && !key.startsWith('when.'))
      .filter((key) => facts(language, key) !== facts('en', key))
    expect(different).toEqual([])
  })

  test('has every plural form that its grammar knows', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    // Where only the number one is set apart, `=1` and `other` are whole in any language.
    const lacking = own.filter((key) =>
      pluralsIn(compile(language, key).format.getAst()).some(
        (plural) => !plural.forms.includes('=1') && forms.some((form) => !plural.forms.includes(form)),
      ),
    )
    expect(lacking).toEqual([])
  })

  test('has no empty sentence', () => {
    expect(own.filter((key) => messages.get(language)?.get(key)?.trim() === '')).toEqual([])
  })
})

test('nothing is both filled in and chosen by, which could not be kept apart from the direction of its words', () => {
  const both = languages.flatMap(({ code }) =>
    english
      .filter((key) => fillings(code, key).some((name, _, names) => names.includes(`${name}?`)))
      .map((key) => `${code} ${key}`),
  )
  // A plural that shows its own number as # does not count.
  expect(both).toEqual([])
})

const root = fileURLToPath(new URL('../../', import.meta.url))

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sourcesUnder(path)
    return /\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : []
  })
}

/** What code puts together from a code of the rules, a role, a row of a pack and the like, as a pattern of keys. */
function patternsIn(sources: string): RegExp[] {
  const groups = [...new Set(english.map((key) => key.split('.')[0]))].join('|')
  const templates = sources.matchAll(new RegExp(`\`((?:${groups})\\.[^\`]*\\$\\{[^\`]*)\``, 'g'))
  return [...templates].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${parts.join('[^.]+')}$`)
  })
}

test('every English sentence is used', () => {
  const sources = ['app', 'words', 'post', 'gateway']
    .flatMap((room) => sourcesUnder(join(root, room)))
    .join('\n')
  const patterns = patternsIn(sources)
  const unused = english.filter(
    (key) =>
      !["'", '"', '`'].some((mark) => sources.includes(`${mark}${key}${mark}`)) &&
      !patterns.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})

test('every row that a policy can show has what we do and what it means', () => {
  const rows = [...explanationKeys, 'always-urgent', 'always-one-way', 'always-appeal']
  const lacking = rows
    .flatMap((row) => [`explanation.${row}.we`, `explanation.${row}.you`])
    .filter((key) => !english.includes(key))
  expect(lacking).toEqual([])
})
