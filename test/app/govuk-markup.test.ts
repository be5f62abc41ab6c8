import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Visit, VisitProvider } from '../../app/parts/visit.tsx'
import { type Fixture, fixturesOf, linesOf } from './govuk-markup.ts'
import { type Compared, parts } from './govuk-parts.ts'

const visit = { language: 'en', direction: 'ltr', path: '/', search: '' } as Visit
const render = (element: ReactNode) => renderToStaticMarkup(h(VisitProvider, { value: visit }, element))

function comparable({ offers, leaves }: Compared, { options }: Fixture): boolean {
  const asked = Object.entries(options).filter(([, value]) => value !== null && value !== undefined)
  return asked.every(([name]) => offers.includes(name)) && !leaves?.(options)
}

describe.each(Object.entries(parts))('%s', (component, compared) => {
  const { make, put = (html: string) => html } = compared
  const examples = fixturesOf(component).filter((fixture) => comparable(compared, fixture))

  test('is compared with every published example that it can be asked for', () => {
    expect(examples.length).toBe(compared.examples)
  })

  test.each(examples.map((each) => [each.name, each] as const))('%s', (_, { options, html }) => {
    expect(linesOf(render(make(options)))).toEqual(linesOf(put(html, options)))
  })
})

test('the comparison tells markup apart', () => {
  const [first] = fixturesOf('button')
  expect(linesOf('<button type="submit" class="govuk-button">Save and continue</button>')).toEqual(
    linesOf(first?.html ?? ''),
  )
  expect(linesOf('<button class="govuk-button">Save and continue</button>')).not.toEqual(
    linesOf(first?.html ?? ''),
  )
  expect(linesOf('<a class="b  a cw-x">x</a>')).toEqual(linesOf('<a class="a b"> x </a>'))
})
