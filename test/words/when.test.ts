import { describe, expect, test } from 'vitest'
import {
  direction,
  nearestLanguage,
  sayDay,
  sayInstant,
  sayLastDay,
  sayTime,
  sayWindows,
  speak,
  spoken,
} from '../../words/speak.ts'

const at = new Date('2026-11-24T09:00:00Z')

test.each([
  ['en', 'Monday 23 November 2026'],
  ['ur', 'پیر، 23 نومبر 2026'],
  ['pl', '23 listopada 2026 r. (poniedziałek)'],
])('a day in %s', (language, words) => {
  expect(sayDay(language, '2026-11-23')).toBe(words)
})

test.each([
  ['en', '9am on Tuesday 24 November'],
  ['ur', 'منگل، 24 نومبر کو صبح 9 بجے'],
  ['pl', '24 listopada (wtorek), godz. 9:00'],
])('an instant of this year in %s leaves the year out', (language, words) => {
  expect(sayInstant(language, at, at)).toBe(words)
})

test.each([
  ['00:00', 'midnight'],
  ['00:30', '12:30am'],
  ['09:00', '9am'],
  ['11:59', '11:59am'],
  ['12:00', 'midday'],
  ['12:01', '12:01pm'],
  ['17:30', '5:30pm'],
  ['24:00', 'midnight'],
])('the English clock at %s', (time, words) => {
  expect(sayTime('en', time)).toBe(words)
})

describe('times are London times, whatever the season', () => {
  test.each([
    ['2026-07-01T08:00:00Z', '9am on Wednesday 1 July 2026'],
    ['2026-12-01T09:00:00Z', '9am on Tuesday 1 December 2026'],
    ['2026-10-25T00:30:00Z', '1:30am on Sunday 25 October 2026'],
    ['2026-10-25T01:30:00Z', '1:30am on Sunday 25 October 2026'],
    ['2026-06-30T23:00:00Z', 'Wednesday 1 July 2026'],
  ])('%s', (instant, words) => {
    expect(sayInstant('en', new Date(instant))).toBe(words)
  })
})

test('an end at midnight and an end just before it are the same last day', () => {
  expect(sayLastDay('en', new Date('2026-12-02T00:00:00Z'))).toBe('Tuesday 1 December 2026')
  expect(sayLastDay('en', new Date('2026-12-01T23:59:59.999Z'))).toBe('Tuesday 1 December 2026')
})

test('hours of a week', () => {
  expect(sayWindows('en', [{ days: [4, 2], from: '09:00', to: '12:00' }])).toBe(
    'every Tuesday and Thursday from 9am to midday',
  )
})

test('a language we do not speak is answered in English, and says so', () => {
  expect(spoken('fi', 'notice.held.subject')).toEqual({
    text: 'We have kept your message safe',
    language: 'en',
  })
  expect([nearestLanguage('ur-PK'), direction('ur-PK'), direction('pl')]).toEqual(['ur', 'rtl', 'ltr'])
})

test('in a language written from right to left, a name is kept apart from the words around it', () => {
  expect(speak('ur', 'notice.hello', { name: 'Tom' })).toContain('\u2068Tom\u2069')
  expect(speak('pl', 'notice.hello', { name: 'Tom' })).not.toContain('\u2068')
})

test.each([
  [1, 'minutę'],
  [2, 'minuty'],
  [5, 'minut'],
  [22, 'minuty'],
  [112, 'minut'],
])('Polish counts %i minutes as Polish does', (minutes, word) => {
  expect(speak('pl', 'notice.code.works', { minutes })).toContain(`${minutes} ${word}.`)
})
