import { describe, expect, test } from 'vitest'
import { beginsWithRaiseWord } from '../../words/raise-word.ts'
import { languages, speak } from '../../words/speak.ts'

const wordIn = (code: string) => speak(code, 'notice.raise.word')

describe.each(languages.map(({ code }) => code))('the word in %s', (code) => {
  test('begins an answer: as it is, in small letters, with marks around it', () => {
    const word = wordIn(code)
    for (const text of [
      word,
      `${word}!`,
      `${word.toLowerCase()} please`,
      `\n\n  *${word}*: call me`,
      `\u200f${word} …`,
      `“${word}”`,
    ])
      expect([text, beginsWithRaiseWord(text)]).toEqual([text, true])
  })

  test('does not begin one that only has it somewhere', () => {
    for (const text of [`Please, this is ${wordIn(code)}`, `${wordIn(code)}x`, ''])
      expect([text, beginsWithRaiseWord(text)]).toEqual([text, false])
  })
})

test.each([
  ['Turkish on an English keyboard', 'ACIL lutfen'],
  ['Turkish in small letters', 'acil'],
  ['Urdu typed with an Arabic yeh', 'فوري'],
  ['Bengali in its other spelling', 'জরুরী'],
  ['Arabic with a drawn-out letter', 'عـاجل'],
])('%s', (_, text) => {
  expect(beginsWithRaiseWord(text)).toBe(true)
})

test.each([
  ['urgently', 'Urgently needed: my rent letter'],
  ['another first word', 'Dear team, URGENT'],
  ['the word only in what is quoted', '> URGENT\n> was the word\nThank you'],
])('not: %s', (_, text) => {
  expect(beginsWithRaiseWord(text)).toBe(false)
})

test('under a quoted letter it begins the answer too', () => {
  expect(beginsWithRaiseWord('On Tuesday we wrote:\n> We have kept it safe.\n>\n\nURGENT please\n')).toBe(
    true,
  )
})
