import { describe, expect, test } from 'vitest'
import {
  type AppealAnswers,
  firstOpen,
  stepAfter,
  stepBefore,
  stepsOf,
} from '../../app/parts/appeal-steps.ts'

const asked = (answers: AppealAnswers = {}, over = {}) => ({
  answers,
  hasGrounds: false,
  isLate: false,
  ...over,
})
const whole = { account: 'Ill.', wish: '', files: 'asked', who: 'me' }

describe('the questions of an appeal', () => {
  test.each([
    ['any ground will do, in time', asked(), ['account', 'wish', 'files', 'who']],
    [
      'a list of grounds (A2Dominion 4.1)',
      asked({}, { hasGrounds: true }),
      ['ground', 'account', 'wish', 'files', 'who'],
    ],
    ['somebody writes for them', asked({ who: 'other' }), ['account', 'wish', 'files', 'who', 'for']],
    ['it is late (Stonewater 5.6)', asked({}, { isLate: true }), ['account', 'wish', 'files', 'who', 'late']],
  ])('%s', (_, facts, steps) => {
    expect(stepsOf(facts)).toEqual(steps)
  })

  test('lead on to the next and back, and over what is not asked any more', () => {
    expect(stepAfter('account', asked())).toBe('wish')
    expect(stepAfter('who', asked({ who: 'other' }))).toBe('for')
    expect(stepAfter('who', asked({ who: 'me' }))).toBe('check')
    expect(stepAfter('for', asked({ who: 'me' }, { isLate: true }))).toBe('late')
    expect(stepBefore('account', asked())).toBeNull()
    expect(stepBefore('account', asked({}, { hasGrounds: true }))).toBe('ground')
    expect(stepBefore('check', asked({ who: 'other' }))).toBe('for')
  })
})

describe('what is still open', () => {
  test.each<[string, AppealAnswers, object, string | null]>([
    ['nothing was answered', {}, {}, 'account'],
    ['words of spaces are none', { ...whole, account: '  ' }, {}, 'account'],
    ['what may be left out was not asked yet', { ...whole, wish: undefined }, {}, 'wish'],
    ['what may be left out was left out', whole, {}, null],
    ['somebody writes, and is not named', { ...whole, who: 'other', name: 'Sunita', reach: '' }, {}, 'for'],
    ['it became late on the way', whole, { isLate: true }, 'late'],
    ['a ground is missing', whole, { hasGrounds: true }, 'ground'],
  ])('%s', (_, answers, over, open) => {
    expect(firstOpen(asked(answers, over))).toBe(open)
  })
})
