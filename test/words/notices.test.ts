import { describe, expect, test } from 'vitest'
import amplius from '../../policies/landlords/amplius.json' with { type: 'json' }
import { nations } from '../../policies/landlord.ts'
import { lineFor } from '../../policies/national-lines.ts'
import { channels } from '../../rules/channel.ts'
import { type Decision, decide, type Reason } from '../../rules/decide.ts'
import type { Measure, Restriction } from '../../rules/restriction.ts'
import { sayDecision, sayMeasure, sayReason, sayRoute } from '../../words/explain.ts'
import {
  writeAppealReceipt,
  writeHeldNotice,
  writeLiftNotice,
  writeReleasedNotice,
  writeRestrictionNotice,
  writeSignInCode,
  writeWarningNotice,
} from '../../words/notices.ts'
import { languages, speak } from '../../words/speak.ts'

// A Tuesday.
const now = new Date('2026-11-24T10:30:00Z')
const codes = languages.map(({ code }) => code)
const clause = '4.4'
const onceAWeek: Measure[] = [
  { code: 'channels', open: ['email'], clause },
  { code: 'frequency', limit: 1, per: 'week', clause },
]

function restrictionWith(measures: Measure[]): Restriction & { reference: string } {
  return {
    id: 'r1',
    reference: 'R-2041',
    measures,
    startsAt: new Date('2026-11-01T00:00:00Z'),
    endsAt: new Date('2027-04-30T22:59:59.999Z'),
    lapsesOn: '2027-03-01',
    liftedAt: null,
  }
}

function held(measures: Measure[], channel: 'email' | 'phone' = 'email', text = 'Hello'): Decision {
  const asked = {
    channel,
    sender: 'known',
    lane: 'ordinary',
    text,
    bringsEvidence: false,
    desk: 'contact',
  } as const
  const restriction = restrictionWith(measures)
  const usage = new Map([[`r1/1-per-week/2026-11-23T00:00:00.000Z`, 2]])
  const decision = decide(asked, [restriction], usage, now)
  expect(decision.outcome).toBe('hold')
  return decision
}

function headIn(language: string) {
  const customer = { name: 'Amina Hussain', reference: 'C-10421' }
  return { language, customer, landlord: amplius, publicUrl: 'https://contact.example' }
}

function heldNotice(
  language: string,
  measures: Measure[],
  channel: 'email' | 'phone' = 'email',
  text?: string,
) {
  return writeHeldNotice({
    ...headIn(language),
    contact: { id: 'c1', channel, receivedAt: now },
    decision: held(measures, channel, text),
    readDueAt: new Date('2026-11-25T17:00:00Z'),
    restrictions: [restrictionWith(measures)],
  })
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

  test('quotes nothing of the message', () => {
    expect(heldNotice('en', onceAWeek, 'email', 'my secret words').body).not.toContain('secret')
  })
})

const evidence = [{ on: '2026-10-28', what: '37 emails in one day' }]
const decidedBy = { name: 'Helen Price', role: 'head' } as const

const all: Record<string, (language: string) => { subject: string; body: string }> = {
  held: (language) => heldNotice(language, onceAWeek),
  released: (language) =>
    writeReleasedNotice({ ...headIn(language), contact: { id: 'c1', channel: 'email', receivedAt: now } }),
  code: (language) => writeSignInCode({ ...headIn(language), code: '123456', minutes: 10 }),
  warning: (language) =>
    writeWarningNotice({
      ...headIn(language),
      conduct: 'Many emails.',
      evidence,
      proposed: 'once a week',
      givenBy: decidedBy,
      appeal: null,
    }),
  restriction: (language) =>
    writeRestrictionNotice({
      ...headIn(language),
      restriction: {
        ...restrictionWith(onceAWeek),
        reason: 'The emails went on.',
        evidence,
        reviewOn: '2027-02-01',
      },
      decidedBy,
      document: 'Customer Conduct Policy',
      reviewRule: { source: 'landlord', decidedOn: '2026-09-01' },
      warned: { on: '2026-10-10' },
      openRoutes: [{ channel: 'email', opensAt: null, windows: [] }],
      appealUntilOn: '2026-11-15',
      hearer: { role: 'director', title: null },
      signIn: { code: 'ABCD-2345', untilOn: '2027-05-28' },
    }),
  lift: (language) =>
    writeLiftNotice({ ...headIn(language), reference: 'R-2041', liftedAt: now, othersRemain: false }),
  receipt: (language) =>
    writeAppealReceipt({
      ...headIn(language),
      appeal: { reference: 'A-7F3K-92QD', lodgedAt: now, dueOn: '2026-12-14' },
      restriction: { reference: 'R-2041' },
      hearer: { role: 'director', title: null },
    }),
}

describe.each(codes)('every notice in %s', (language) => {
  test.each(Object.keys(all))('%s: its last line says how to get it in another form', (kind) => {
    const { subject, body } = all[kind]?.(language) ?? { subject: '', body: '' }
    expect(subject.length).toBeGreaterThan(5)
    expect(body.trim().split('\n').at(-1)).toBe(
      speak(language, 'notice.formats', { phone: amplius.phones.general }),
    )
  })

  test('I1: whatever a notice says about contact, it says how to report what cannot wait', () => {
    for (const kind of ['held', 'released', 'warning', 'restriction', 'lift', 'receipt']) {
      const body = all[kind]?.(language).body ?? ''
      for (const line of ['0808 157 0100', '0800 111 999', '999', 'https://contact.example/urgent'])
        expect(body).toContain(line)
    }
  })
})

test('the letter of a restriction says whose rule each measure and the day of its review are', () => {
  const body = all.restriction?.('en').body
  expect(body).toContain('You can contact us only by email. (Rule: Customer Conduct Policy, 4.4)')
  expect(body).toContain('We decided this ourselves on Tuesday 1 September 2026.')
})

test('I6: the letter of a restriction tells reason, evidence, who, from, until, review, appeal and code', () => {
  const { body } = all.restriction?.('en') ?? { body: '' }
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
  expect(all.lift?.('ur').body).toContain(speak('ur', 'draft'))
  expect(all.lift?.('pl').body).toContain(speak('pl', 'draft'))
  expect(all.lift?.('en').body).not.toContain('translation')
})

test('the mail with a code holds no link', () => {
  expect(all.code?.('en').body).not.toMatch(/https?:/)
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
