import { expect, test } from 'vitest'
import { forms } from '../../app/parts/ask/forms.ts'
import { sayNeeds } from '../../app/parts/console/needs.ts'
import { factsOf, sayKind } from '../../app/parts/console/say-request.ts'
import { formats } from '../../app/parts/writing-choices.ts'
import { judge } from '../../rules/urgency/judge.ts'

const consentAt = new Date('2026-11-24T10:00:00Z')

/** Everything that can be chosen in every form, all at once, as a desk is told. */
const whole = Object.values(forms).map(({ kind, steps }) => {
  const kinds = 'money health mind reading home unsafe talk other'
  const detail = Object.fromEntries(
    steps.flatMap(({ name, choices }) =>
      choices
        ? [
            [
              name,
              choices({ kinds })
                .map(({ value }) => value)
                .join(' '),
            ],
          ]
        : [],
    ),
  )
  return { kind, facts: factsOf({ kind, account: '', detail, consentAt }) }
})

test.each(whole)('$kind: whatever is chosen is said in words, never in codes', ({ facts }) => {
  const codes = facts.filter(([label, text]) => /\b(undefined|ours|braille-1)\b/.test(`${label} ${text}`))
  expect(codes).toEqual([])
})

test.each(whole)(
  '$kind: what we add to a request does not make it urgent; only the customer’s words can (I5)',
  ({ kind, facts }) => {
    const needs = sayNeeds({ language: 'ur', printPoints: 24, formats: [...formats] })
    const body = [...facts.map(([label, text]) => `${label}: ${text}`), ...needs].join('\n')
    const lane = (text: string) =>
      judge({ subject: sayKind(kind), body: text, fileNames: [], unreadable: false }).lane
    expect(['ordinary', 'protected']).toContain(lane(body))
    expect(lane(`There is a strong smell of gas in my kitchen.\n\n${body}`)).toBe('life-safety')
  },
)

test('a yes that was taken back is a no, with its day', () => {
  const detail = { helpers: 'ours money', 'ended-money': '2026-11-25T10:00:00.000Z' }
  expect(factsOf({ kind: 'support', account: '', detail, consentAt })).toEqual([
    ['May be told: our own support colleagues', 'Yes, since 24 November 2026'],
    ['May be told: a money or benefits adviser', 'No: taken back on 25 November 2026'],
  ])
})

test('only what is not the usual is a need', () => {
  expect(sayNeeds({ language: 'en', printPoints: 12, formats: [] })).toEqual([])
  expect(sayNeeds({ language: 'en', printPoints: 13, formats: [] })).toEqual(['Large print (13 point)'])
  expect(sayNeeds({ language: 'ur', printPoints: 24, formats: ['audio'] })).toEqual([
    'Reads Urdu',
    'Giant print (24 point)',
    'Needs audio recording',
  ])
})
