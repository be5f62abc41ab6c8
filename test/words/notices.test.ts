import { describe, expect, test } from 'vitest'
import { noticeKinds } from '../../db/tables/notices.ts'
import amplius from '../../policies/landlords/amplius.json' with { type: 'json' }
import { nations } from '../../policies/landlord.ts'
import { lineFor } from '../../policies/national-lines.ts'
import { channels } from '../../rules/channel.ts'
import { nationalLines } from '../../policies/national-lines.ts'
import type { Reason } from '../../rules/decide.ts'
import type { Measure } from '../../rules/restriction.ts'
import { sayDecision, sayMeasure, sayReason, sayRoute } from '../../words/explain.ts'
import { sayDangerAdvice } from '../../words/danger-receipt.ts'
import { writeDangerReceipt, writeHeldNotice, writeLiftNotice } from '../../words/notices.ts'
import { languages, speak } from '../../words/speak.ts'
import { everyNotice, headIn, held, heldFacts, now, onceAWeek } from './every-notice.ts'

const codes = languages.map(({ code }) => code)
const clause = '4.4'

function heldNotice(...facts: Parameters<typeof heldFacts>) {
  return writeHeldNotice(heldFacts(...facts))
}

describe('the acknowledgement of a held contact', () => {
  test('says that it is kept, why, by when it is read, when to write next, and by which way', () => {
    const { subject, body } = heldNotice('en', onceAWeek)
    expect(subject).toBe('We have kept your message safe')
    for (const words of [
      'It is safe, and nothing is lost.',
      'You can contact us once a week. You have already contacted us this week.',
      'by 5pm on Wednesday 25 November',
      'You can contact us by email again from Monday 30 November.',
      '- by email, from Monday 30 November',
      'https://contact.example/urgent',
      'https://contact.example/appeal',
      'R-2041',
    ]) {
      expect(body).toContain(words)
    }
  })

  test('lists every breach, not only the first', () => {
    const { body } = heldNotice(
      'en',
      [...onceAWeek, { code: 'times', windows: [{ days: [1], from: '09:00', to: '12:00' }], clause }],
      'phone',
    )
    expect(body).toContain('you cannot contact us by phone')
    expect(body).toContain('every Monday from 9am to midday. This came at another time.')
    expect(body).toContain('once a week')
  })

  test('about a matter that is finished: anything else may be sent now', () => {
    const measures: Measure[] = [
      { code: 'closed-subject', subject: 'the parking bay', words: ['parking'], clause },
    ]
    const { body } = heldNotice('en', measures, 'email', 'parking')
    expect(body).toContain('the parking bay')
    expect(body).toContain('now about anything else')
    expect(body).toMatch(/All of these, at any time:\n\n- by email\n(- .*\n)*- by letter\n/)
  })

  test('I1: says how to send it through without a reason: a page, an answer, a text message; a letter names no answer', () => {
    const { body } = heldNotice('en', onceAWeek)
    for (const words of [
      'https://contact.example/cannot-wait/3F2A-9C01-K7PQ-X2MD-9RTV\n',
      'Begin your answer with this word: URGENT',
      'Or send a text message to 07700 900100. Begin it with this word: URGENT',
    ]) {
      expect(body).toContain(words)
    }
    const letter = heldNotice('pl', onceAWeek, 'phone', undefined, 'letter').body
    expect(letter).toContain('https://contact.example/cannot-wait/3F2A-9C01-K7PQ-X2MD-9RTV?lang=pl\n')
    expect(letter).not.toContain(
      speak('pl', 'notice.raise.reply', { word: speak('pl', 'notice.raise.word') }),
    )
  })

  test('quotes nothing of the message', () => {
    expect(heldNotice('en', onceAWeek, 'email', 'my secret words').body).not.toContain('secret')
  })
})

describe.each(codes)('every notice in %s', (language) => {
  test.each(noticeKinds)('%s: its last line says how to get it in another form', (kind) => {
    const { subject, body } = everyNotice[kind](language)
    expect(subject.length).toBeGreaterThan(5)
    expect(body.trim().split('\n').at(-1)).toBe(
      speak(language, 'notice.formats', { phone: amplius.phones.general }),
    )
  })

  test('I1: whatever a notice says about contact, it says how to report what cannot wait', () => {
    for (const kind of noticeKinds.filter((each) => each !== 'sign-in-code')) {
      const { body } = everyNotice[kind](language)
      for (const line of ['0808 157 0100', '0800 111 999', '999', 'https://contact.example/urgent'])
        expect(body).toContain(line)
    }
  })
})

test('the letter of a restriction says whose rule each measure and the day of its review are', () => {
  const body = everyNotice.restriction('en').body
  expect(body).toContain('You can contact us only by email. (Rule: Customer Conduct Policy, 4.4)')
  expect(body).toContain('We decided this ourselves on Tuesday 1 September 2026.')
})

test('I6: the letter of a restriction tells reason, evidence, who, from, until, review, appeal and code', () => {
  const { body } = everyNotice.restriction('en')
  for (const words of [
    'only by email',
    'once a week',
    'The emails went on.',
    'Wednesday 28 October 2026: 37 emails in one day',
    'Saturday 10 October 2026',
    'Helen Price, head of service',
    'It starts: Sunday 1 November 2026',
    'It ends at the end of: Friday 30 April 2027',
    'Monday 1 February 2027',
    'until the end of Sunday 15 November 2026',
    'Housing Ombudsman Service',
    'ABCD-2345',
    'C-10421',
    'https://contact.example/sign-in/letter',
  ]) {
    expect(body).toContain(words)
  }
})

test('a translation that nobody has checked says so, and English does not', () => {
  expect(everyNotice.lift('ur').body).toContain(speak('ur', 'draft'))
  expect(everyNotice.lift('pl').body).toContain(speak('pl', 'draft'))
  expect(everyNotice.lift('en').body).not.toContain('translation')
})

test('the mail with a code holds no link', () => {
  expect(everyNotice['sign-in-code']('en').body).not.toMatch(/https?:/)
})

test.each(nations)('the gas line in a letter is the one of %s', (nation) => {
  const landlord = { ...amplius, nation }
  const { body } = writeLiftNotice({
    ...headIn('en'),
    landlord,
    reference: 'R-1',
    liftedAt: now,
    othersRemain: false,
  })
  expect(body).toContain(`gas, call: ${lineFor(nation, 'gas')}`)
})

describe('the answer to a message about danger to life', () => {
  test('says first whom to call for what, the most dangerous first, and then that people have it', () => {
    const { subject, body } = everyNotice['urgent-receipt']?.('en') ?? { subject: '', body: '' }
    expect(subject).toMatch(/please call$/)
    const order = [
      'someone in danger: 999',
      'smell gas',
      '0800 111 999',
      ': 105',
      '0808 157 0100',
      'urgent team',
    ]
    const places = order.map((words) => body.indexOf(words))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  test.each(Object.entries(nationalLines))('names the lines of %s', (nation, lines) => {
    const { body } = writeDangerReceipt({
      ...headIn('en'),
      landlord: { ...amplius, nation },
      contact: { id: 'c1', channel: 'email', receivedAt: now },
      lines,
    })
    const called = lines.filter(({ code }) => ['emergency', 'gas', 'power'].includes(code))
    for (const { phone } of called) expect(body).toContain(`: ${phone}\n`)
  })

  test.each(codes)(
    'in %s, whoever answers a text message gets the same numbers in a few lines',
    (language) => {
      const advice = sayDangerAdvice(language, nationalLines['england-and-wales'], amplius.phones)
      for (const number of ['999', '0800 111 999', '105', '0808 157 0100']) expect(advice).toContain(number)
      expect(advice.split('\n')).toHaveLength(6)
      expect(advice).toContain(speak(language, 'notice.danger.gone'))
    },
  )
})

const reasonCodes: Reason['code'][] = [
  ...([
    'urgent',
    'protected',
    'no-restriction',
    'within-limits',
    'not-counted',
    'not-checked',
    'no-open-way',
  ] as const),
  ...([
    'sender-unverified',
    'sender-unknown',
    'sender-doubtful',
    'sender-robot',
    'channel-closed',
    'over-limit',
  ] as const),
  ...([
    'outside-times',
    'subject-closed',
    'no-further-consideration',
    'significant-only',
    'through-representative',
    'paused',
  ] as const),
]
const facts = {
  channel: 'email',
  allowed: 3,
  per: 'month',
  subject: 'the fence',
  name: 'Ada',
  address: '1 Road',
  until: now.toISOString(),
}

const details = [
  ...([
    'appointment-only',
    'office-access',
    'visit-precautions',
    'involvement',
    'applications',
    'police',
  ] as const),
  ...([
    'legal-action',
    'behaviour-contract',
    'injunction',
    'possession-notice',
    'possession',
    'complaint-not-investigated',
  ] as const),
]
const measures: Measure[] = [
  ...onceAWeek,
  { code: 'times', windows: [{ days: [2], from: '09:00', to: '12:00' }], clause },
  { code: 'named-colleague', colleague: 'sam-reed', clause },
  { code: 'closed-subject', subject: 'the fence', words: ['fence'], clause },
  { code: 'no-further-consideration', subject: 'the fence', words: ['fence'], clause },
  { code: 'significant-only', clause },
  { code: 'through-representative', name: 'Ada', address: '1 Road', clause },
  { code: 'pause', clause },
  ...details.map((code): Measure => ({ code, detail: 'A detail.', clause })),
]

describe.each(codes)('in %s', (language) => {
  const english = (say: (language: string) => string) => (language === 'en' ? null : say('en'))

  test.each(reasonCodes)('the reason %s has words of its own', (code) => {
    const said = sayReason(language, { code, facts })
    expect(said.length).toBeGreaterThan(10)
    expect(said).not.toBe(english((each) => sayReason(each, { code, facts })))
    expect(said).not.toMatch(/undefined|NaN|Invalid/)
  })

  test.each(measures)('the measure $code has words of its own', (measure) => {
    const { label, text } = sayMeasure(language, measure, { colleagues: amplius.colleagues })
    expect(label.length * text.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/undefined|NaN|sam-reed/)
  })

  test.each(channels)('an open way by %s', (channel) => {
    const soon = new Date('2026-11-24T09:00:00Z')
    const windows = [{ days: [2 as const], from: '09:00', to: '12:00' }]
    const ways = [
      sayRoute(language, { channel, opensAt: null, windows: [] }, { isLimited: false }),
      sayRoute(language, { channel, opensAt: null, windows: [] }),
      sayRoute(language, { channel, opensAt: soon, windows: [] }, { now }),
      sayRoute(language, { channel, opensAt: null, windows }),
      sayRoute(language, { channel, opensAt: soon, windows }, { now }),
    ]
    expect(new Set(ways).size).toBe(5)
  })
})

test('an open way reads as people say it', () => {
  const soon = new Date('2026-11-24T09:00:00Z')
  expect(sayRoute('en', { channel: 'email', opensAt: soon, windows: [] }, { now })).toBe(
    'by email, from 9am on Tuesday 24 November',
  )
  expect(sayRoute('en', { channel: 'letter', opensAt: null, windows: [] }, { isLimited: false })).toBe(
    'by letter, at any time',
  )
})

test('a whole decision: outcome, every reason, the next time and the open ways', () => {
  expect(sayDecision('en', held(onceAWeek, 'phone'), now)).toEqual({
    outcome: 'We have kept your message safe. It has not gone to our team yet.',
    reasons: [
      'For now, you cannot contact us by phone.',
      'You can contact us once a week. You have already contacted us this week.',
    ],
    next: 'Monday 30 November',
    routes: ['by email, from Monday 30 November'],
  })
})
