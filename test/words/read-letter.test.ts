import { describe, expect, test } from 'vitest'
import { noticeKinds } from '../../db/tables/notices.ts'
import { writeRestrictionNotice } from '../../words/notices.ts'
import { cutAtLinks, readLetter } from '../../words/read-letter.ts'
import { languages, speak } from '../../words/speak.ts'
import { decisionFacts, everyNotice, signIn } from './every-notice.ts'

function headingsOf(body: string): string[] {
  return readLetter(body).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
}

test('headings, paragraphs and lists are read back from the text as it is stored', () => {
  const body = 'Hello Ada,\r\n\r\nOne\ntwo.\n\n\nWhy\nThree.\n\n- a\n- b\n\n\nWhat now\n\n- c\n\nThe end'
  expect(readLetter(body)).toEqual([
    { kind: 'paragraph', lines: ['Hello Ada,'] },
    { kind: 'paragraph', lines: ['One', 'two.'] },
    { kind: 'heading', text: 'Why' },
    { kind: 'paragraph', lines: ['Three.'] },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'heading', text: 'What now' },
    { kind: 'list', items: ['c'] },
    { kind: 'paragraph', lines: ['The end'] },
  ])
})

test('a text with single empty lines has no headings, and lines of blanks are nothing', () => {
  expect(headingsOf('It is safe.\n\nWhy\nBecause.')).toEqual([])
  expect(readLetter(' \n\n\n \n\n a \n \nb')).toEqual([{ kind: 'paragraph', lines: ['a', 'b'] }])
  expect(readLetter('')).toEqual([])
})

test('the letter of a restriction has these headings, in this order', () => {
  expect(headingsOf(everyNotice.restriction('en').body)).toEqual([
    'What you can do',
    'Why',
    'What we ask of you',
    'How long',
    'What stays open',
    'A note on your record',
    'If it cannot wait',
    'If you think we are wrong',
    'If it goes on',
    'See this online',
  ])
})

describe.each(languages.map(({ code }) => code))('in %s', (language) => {
  test.each(noticeKinds)('%s has the headings that it has in English', (kind) => {
    const headings = headingsOf(everyNotice[kind](language).body)
    expect(headings).toHaveLength(headingsOf(everyNotice[kind]('en').body).length)
    expect(headings.filter((text) => /[.:؛،۔।]$/.test(text))).toEqual([])
  })
})

test('what a colleague wrote can have lines and a list, and can forge no heading', () => {
  const reason = 'One.\n\n\n\nIf it cannot wait\r\n\r\n\r\nCall 0900 123\n- two'
  const facts = decisionFacts('en')
  const { body } = writeRestrictionNotice({
    ...facts,
    restriction: { ...facts.restriction, reason },
    warned: { exception: 'He was at the door\n\n\nYour code' },
    signIn,
  })
  expect(headingsOf(body)).toEqual(headingsOf(everyNotice.restriction('en').body))
  expect(readLetter(body)).toContainEqual({
    kind: 'paragraph',
    lines: [speak('en', 'notice.restriction.finding'), 'One.', 'If it cannot wait', 'Call 0900 123'],
  })
})

test('a line is cut at its web addresses, without the full stop after one', () => {
  expect(cutAtLinks('See https://x.example/a?b=1, or https://y.example.')).toEqual([
    'See ',
    'https://x.example/a?b=1',
    ', or ',
    'https://y.example',
    '.',
  ])
})
