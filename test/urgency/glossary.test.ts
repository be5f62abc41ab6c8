import { describe, expect, it } from 'vitest'
import { ideasOf, parseGlossary } from '../../rules/urgency/glossary.ts'

const glossary = parseGlossary(
  [
    'kran*\ttap',
    'kranik\tvalve',
    'bezdomn*\thomeless',
    'ال-\tthe',
    'وال-\tand',
    'باب\tdoor',
    'والد\tfather',
  ].join('\n'),
)

describe('a glossary finds the ideas behind a word', () => {
  it.each([
    ['by a stem, for every ending', 'kranu', ['tap']],
    ['by the whole word before the stem', 'kranik', ['valve']],
    ['behind what is written in front of it', 'الباب', ['door']],
    ['behind the longest of what may stand in front', 'والباب', ['door']],
    ['by the whole word before anything is taken away', 'والد', ['father']],
  ])('%s', (_, form, ideas) => {
    expect(ideasOf(glossary, form)).toEqual(ideas)
  })

  it.each(['okno', 'kra', 'ال'])('and says so when it has none: %s', (form) => {
    expect(ideasOf(glossary, form)).toBeUndefined()
  })
})
