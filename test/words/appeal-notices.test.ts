import { describe, expect, test } from 'vitest'
import amplius from '../../policies/landlords/amplius.json' with { type: 'json' }
import {
  type Effect,
  type OutcomeFacts,
  writeAppealOutcome,
  writeAppealQuestion,
} from '../../words/appeal-notice.ts'
import { writeAppealReceipt } from '../../words/notices.ts'
import { languages, saySize, speak } from '../../words/speak.ts'

const now = new Date('2026-11-24T10:30:00Z')
const appeal = { reference: 'A-7F3K-92QD', lodgedAt: now, dueOn: '2026-12-14' }

function headIn(language: string) {
  const customer = { name: 'Amina Hussain' }
  return { language, customer, landlord: amplius, publicUrl: 'https://contact.example' }
}

function outcome(over: Partial<OutcomeFacts> = {}, language = 'en'): string {
  return writeAppealOutcome({
    ...headIn(language),
    appeal,
    about: { kind: 'restriction', reference: 'R-2041' },
    ruling: 'upheld',
    reasons: 'You were in hospital that week.',
    decidedBy: { name: 'David Okafor', role: 'director' },
    effect: { now: 'ends', othersRemain: false },
    isFinal: false,
    ...over,
  }).body
}

describe.each(languages.map(({ code }) => code))('in %s', (language) => {
  test('a question and an outcome say how to report what cannot wait (I1) and how to get them in another form', () => {
    const question = writeAppealQuestion({
      ...headIn(language),
      appeal,
      question: 'When were you ill?',
      askedBy: { role: 'director' },
      answerByOn: '2026-12-01',
    }).body
    for (const body of [question, outcome({}, language)]) {
      for (const line of ['0808 157 0100', '0800 111 999', 'https://contact.example/urgent'])
        expect(body).toContain(line)
      expect(body.trim().split('\n').at(-1)).toBe(
        speak(language, 'notice.formats', { phone: amplius.phones.general }),
      )
    }
    expect(question).toContain('When were you ill?')
    expect(question).toContain('https://contact.example/appeal')
  })
})

test('a question tells the role of whoever asks, never a name, and that nobody has to answer', () => {
  const { subject, body } = writeAppealQuestion({
    ...headIn('en'),
    appeal,
    question: 'When were you ill?',
    askedBy: { role: 'director' },
    answerByOn: null,
  })
  expect(subject).toContain('A-7F3K-92QD')
  expect(body).toContain('Who asks: director')
  expect(body).toContain('You do not have to answer.')
})

describe('an outcome', () => {
  test('tells ruling, reasons, name and role, and where to go if they do not agree', () => {
    const body = outcome()
    for (const words of [
      'we agree with you',
      'You were in hospital that week.',
      'David Okafor, director',
      'R-2041',
      'complain',
      amplius.redress.phone,
    ])
      expect(body).toContain(words)
  })

  test.each<[string, Partial<OutcomeFacts> & { effect: Effect }, string, string]>([
    [
      'it ends',
      { effect: { now: 'ends', othersRemain: false } },
      'You can contact us in any way',
      'another restriction',
    ],
    [
      'it ends, and another goes on',
      { effect: { now: 'ends', othersRemain: true } },
      'another restriction',
      'You can contact us in any way',
    ],
    [
      'it changes',
      { ruling: 'partly', effect: { now: 'changes', how: 'you can also call.' } },
      'This changes now: you can also call.',
      'Your restriction has ended',
    ],
    [
      'it goes on',
      { ruling: 'not-upheld', effect: { now: 'goes-on', endsAt: null, reviewOn: '2027-02-15' } },
      'Monday 15 February 2027',
      'It ends at the end of',
    ],
    ['it was over', { ruling: 'not-upheld', effect: { now: 'over' } }, 'It is over now', 'goes on'],
  ])('says what follows: %s', (_, facts, says, saysNot) => {
    expect(outcome(facts)).toContain(says)
    expect(outcome(facts)).not.toContain(saysNot)
  })

  test('of a warning promises nothing about messages that were kept', () => {
    const body = outcome({ about: { kind: 'warning' } })
    expect(body).toContain('We have taken the warning back.')
    expect(body).not.toContain(speak('en', 'notice.lift.kept'))
  })

  test('is called the last answer only where the policy says so (A2Dominion 4.2)', () => {
    const last = speak('en', 'notice.outcome.final')
    expect(outcome({ isFinal: true })).toContain(last)
    expect(outcome()).not.toContain(last)
  })
})

test.each([
  ['restriction', 'about your restriction R-2041', true],
  ['warning', 'about the warning that we gave you', false],
  ['marker', 'about the note on your record', false],
] as const)('the receipt says what is appealed: a %s', (kind, words, goesOn) => {
  const reference = kind === 'restriction' ? 'R-2041' : undefined
  const hearer = { role: 'director' as const, title: null }
  const { body } = writeAppealReceipt({ ...headIn('en'), appeal, about: { kind, reference }, hearer })
  expect(body).toContain(words)
  expect(body.includes(speak('en', 'notice.receipt.until-then'))).toBe(goesOn)
})

test.each([
  ['en', 1, '1 kB'],
  ['en', 310_400, '310 kB'],
  ['en', 999_400, '999 kB'],
  ['en', 1_000_000, '1 MB'],
  ['en', 2_449_000, '2.4 MB'],
  ['pl', 2_449_000, '2,4 MB'],
])('in %s a file of %i bytes is %s', (language, bytes, words) => {
  expect(saySize(language, bytes)).toBe(words)
})
