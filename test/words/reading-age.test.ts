import { describe, expect, test } from 'vitest'
import { messages } from '../../words/catalogue.ts'
import { readingAge, sentencesOf, wordsOf } from './reading-age.ts'

/** What is read together: a page, a letter, or a kind of sentence. */
function placeOf(key: string): string {
  const [first = '', second = ''] = key.split('.')
  return first === 'page' || first === 'notice' ? `${first}.${second}` : first
}

/** Two or three words are a label or a name, and no measure of reading. */
const isSentence = (sentence: string) => wordsOf(sentence).length >= 4

const keys = [...(messages.get('en')?.keys() ?? [])]
const places = Map.groupBy(keys, placeOf)
const sentences = keys.flatMap((key) =>
  sentencesOf(key)
    .filter(isSentence)
    .map((sentence) => ({ key, sentence })),
)

describe('the English words can be read by a child of nine to eleven', () => {
  test.each([...places].map(([place, own]) => [place, own.flatMap(sentencesOf).filter(isSentence)] as const))(
    '%s',
    (_, own) => {
      if (own.length >= 3) expect(readingAge(own)).toBeLessThanOrEqual(10)
    },
  )

  test('no sentence is too hard by itself', () => {
    const hard = sentences.filter(
      ({ sentence }) => wordsOf(sentence).length >= 5 && readingAge([sentence]) > 14,
    )
    expect(hard).toEqual([])
  })

  test('no sentence is longer than 22 words', () => {
    expect(sentences.filter(({ sentence }) => wordsOf(sentence).length > 22)).toEqual([])
  })
})

describe('the measure itself', () => {
  const easy = 'You can write to us at any time. We read it and we answer you.'
  const hard =
    'Correspondence considered disproportionate necessitates proportionate intervention by authorised representatives.'

  test('tells easy words from hard ones', () => {
    expect(readingAge(easy.split(/(?<=\.) /))).toBeLessThan(9)
    expect(readingAge([hard])).toBeGreaterThan(18)
  })

  test('reads each choice in a message as a sentence of its own', () => {
    expect(sentencesOf('reason.over-limit').length).toBeGreaterThan(3)
  })
})
