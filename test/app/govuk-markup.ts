import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Fixture = { name: string; options: Record<string, unknown>; html: string }

/** The published examples of one component of govuk-frontend: what is asked for, and the HTML that it comes to. */
export function fixturesOf(component: string): Fixture[] {
  const path = `govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const file = createRequire(import.meta.url).resolve(path)
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }
  return fixtures
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const decode = (text: string) =>
  text.replace(/&(\w+|#\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** What only a script would read, or make true: pages here carry none. */
const forScript = /^(data-module|data-.+)$/
/** What our fields say beyond the published ones: which way words run, how they are typed, and that they are wrong. */
const ours = new Set(['dir', 'spellcheck', 'autocapitalize', 'aria-invalid'])

function attributesOf(text: string): string[] {
  const found = text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)
  return [...found].flatMap(([, name = '', value = '']) => {
    const lower = name.toLowerCase()
    if (forScript.test(lower) || ours.has(lower)) return []
    if (lower !== 'class') return [`${lower}="${decode(value)}"`]
    const classes = value.split(/\s+/).filter((each) => each && !/^cw-|^govuk-js-/.test(each))
    return classes.length > 0 ? [`class="${classes.sort().join(' ')}"`] : []
  })
}

/** HTML as lines of tags and words, the same for the same meaning: attributes in order, white space between tags gone. */
export function linesOf(html: string): string[] {
  return [...html.matchAll(/<(\/?)([a-z0-9]+)([^>]*?)\/?>|([^<]+)/g)].flatMap(
    ([, end, tag, attributes = '', text]) => {
      if (text !== undefined) {
        const words = decode(text).replace(/\s+/g, ' ').trim()
        return words ? [words] : []
      }
      return [end ? `</${tag}>` : `<${[tag, ...attributesOf(attributes).sort()].join(' ')}>`]
    },
  )
}
