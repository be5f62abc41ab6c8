import { describe, expect, test } from 'vitest'
import type { Means, Need } from '../../rules/case.ts'
import { type Channel, channels } from '../../rules/channel.ts'
import { canUse, openChannels, sharedWindows, togetherWith } from '../../rules/compose.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import type { Measure, Window } from '../../rules/restriction.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { aProposal, everyMeans, now } from './case-factories.ts'
import {
  aRestriction,
  emailOnly,
  letterOnly,
  onceAWeek,
  parkingClosed,
  tuesdayMornings,
} from './factories.ts'

const amplius = demonstrationPolicy('amplius')
const whyWider = 'Each was tried alone.'
const needs = (...all: Need[]): Means => ({ ...everyMeans, needs: all })
const times = (...windows: Window[]): Measure => ({ code: 'times', windows, clause: 'c' })
const only = (...open: Channel[]): Measure => ({ code: 'channels', open, clause: 'c' })

describe('I2: which ways a person can use', () => {
  test.each<[Need, Channel[]]>([
    ['no-internet', ['sms', 'phone', 'letter', 'visit']],
    ['no-phone', ['email', 'web', 'letter', 'visit']],
    ['no-post', ['email', 'web', 'sms', 'phone', 'visit']],
    ['cannot-write', ['phone', 'visit']],
    ['cannot-read', ['phone', 'visit']],
    ['cannot-hear', ['email', 'web', 'sms', 'letter', 'visit']],
    ['cannot-speak', ['email', 'web', 'sms', 'letter']],
    ['cannot-travel', ['email', 'web', 'sms', 'phone', 'letter']],
    ['needs-interpreter', ['email', 'web', 'sms', 'letter']],
  ])('%s', (need, expected) => {
    expect(channels.filter((channel) => canUse(channel, needs(need)))).toEqual(expected)
  })

  test('a public page is nobody’s way to talk about their home', () => {
    expect(channels.filter((channel) => !canUse(channel, everyMeans))).toEqual(['social'])
  })

  test('an interpreter who is there closes nothing, and opens nothing else', () => {
    const with_ = { ...needs('needs-interpreter', 'cannot-travel'), interpreterArranged: true }
    expect(canUse('phone', with_)).toBe(true)
    expect(canUse('visit', with_)).toBe(false)
  })
})

describe('several at once: the tightest wins', () => {
  test.each<[string, Measure[], Channel[]]>([
    ['nothing', [], [...channels]],
    ['two lists leave what is on both', [only('email', 'letter'), only('letter', 'phone')], ['letter']],
    ['two lists that miss each other leave nothing', [emailOnly, letterOnly], []],
    [
      'offices closed',
      [{ code: 'office-access', detail: '', clause: 'c' }],
      channels.filter((c) => c !== 'visit'),
    ],
    [
      'by appointment',
      [{ code: 'appointment-only', detail: '', clause: 'c' }],
      channels.filter((c) => c !== 'visit'),
    ],
    ['visits with two colleagues', [{ code: 'visit-precautions', detail: '', clause: 'c' }], [...channels]],
    ['once a week', [onceAWeek], [...channels]],
    ['never', [{ code: 'frequency', limit: 0, per: 'day', clause: 'c' }], []],
    ['a subject', [parkingClosed], [...channels]],
    ['a subject with no words', [{ ...parkingClosed, words: [] } as Measure], []],
    ['a subject of any two letters', [{ ...parkingClosed, words: ['bay 14', ' to '] } as Measure], []],
    ['a subject of three letters', [{ ...parkingClosed, words: ['bay'] } as Measure], [...channels]],
    [
      'no further consideration of anything',
      [{ code: 'no-further-consideration', subject: 's', words: [''], clause: 'c' }],
      [],
    ],
    ['hours that miss each other', [tuesdayMornings, times({ days: [3], from: '09:00', to: '12:00' })], []],
    ['no hours', [times()], []],
  ])('%s', (_, measures, open) => expect(openChannels(measures)).toEqual(open))

  const tuesday = (from: string, to: string): Window => ({ days: [2], from, to })
  test.each<[string, Window[], Window[]]>([
    ['inside', [tuesday('10:00', '11:00')], [tuesday('10:00', '11:00')]],
    ['around', [tuesday('08:00', '13:00')], [tuesday('09:00', '12:00')]],
    ['later', [tuesday('11:00', '13:00')], [tuesday('11:00', '12:00')]],
    ['touching', [tuesday('12:00', '13:00')], []],
    ['a minute', [tuesday('11:59', '13:00')], [tuesday('11:59', '12:00')]],
    ['another day', [{ days: [1, 3], from: '09:00', to: '12:00' }], []],
    ['a day among others', [{ days: [1, 2], from: '09:00', to: '12:00' }], [tuesday('09:00', '12:00')]],
    [
      'two windows',
      [tuesday('08:00', '09:30'), tuesday('11:00', '12:30')],
      [tuesday('09:00', '09:30'), tuesday('11:00', '12:00')],
    ],
  ])('hours of a Tuesday morning with others %s', (_, others, left) => {
    expect(sharedWindows([tuesdayMornings, emailOnly, times(...others)])).toEqual(left)
  })

  test('hours to the end of the day and from its start stay as they are', () => {
    const all: Window = { days: [1, 7], from: '00:00', to: '24:00' }
    expect(sharedWindows([times(all)])).toEqual([all])
    expect(sharedWindows([times({ ...all, days: [2, 3, 4, 5, 6] })])).toEqual([
      { ...all, days: [2, 3, 4, 5, 6] },
    ])
  })
})

describe('I2, over time: what is in force together', () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const proposed = aRestriction([emailOnly], {
    id: 'p',
    startsAt: at('2026-12-01'),
    endsAt: at('2027-03-01'),
  })
  const other = (from: string, to: string, over = {}) =>
    aRestriction([letterOnly], { id: 'o', startsAt: at(from), endsAt: at(to), ...over })

  test.each([
    ['over before', other('2026-10-01', '2026-12-01'), [[emailOnly]]],
    ['running at the start', other('2026-10-01', '2026-12-02'), [[emailOnly, letterOnly]]],
    [
      'starting with it',
      other('2026-12-01', '2026-12-02'),
      [
        [emailOnly, letterOnly],
        [emailOnly, letterOnly],
      ],
    ],
    ['starting in between', other('2027-01-01', '2028-01-01'), [[emailOnly], [emailOnly, letterOnly]]],
    ['starting when it ends', other('2027-03-01', '2028-01-01'), [[emailOnly]]],
    ['lifted', other('2026-10-01', '2027-12-02', { liftedAt: at('2026-11-01') }), [[emailOnly]]],
    [
      'about to lapse, which a review may prevent',
      other('2026-10-01', '2027-12-02', { lapsesOn: '2026-11-01' }),
      [[emailOnly, letterOnly]],
    ],
  ])('one %s', (_, one, expected) => expect(togetherWith(proposed, [one])).toEqual(expected))

  test('a restriction that would leave no way beside the others is refused, and alone it is not', () => {
    const others = [other('2027-01-01', '2027-02-01')]
    const proposal = aProposal(amplius, { measures: [emailOnly], whyWider })
    expect(codes(mayRestrict(proposal, amplius, now))).toBe('yes')
    expect(rules(mayRestrict({ ...proposal, others }, amplius, now))).toEqual([['no-way-left-open', 'I2']])
  })

  test('what is kept is what stays open throughout', () => {
    const others = [
      aRestriction([only('letter', 'phone')], { startsAt: at('2027-01-01'), endsAt: at('2027-02-01') }),
    ]
    const proposal = aProposal(amplius, { others, whyWider })
    expect(mayRestrict(proposal, amplius, now)).toMatchObject({ yes: true, keeps: ['letter'] })
  })

  test('one way in one month and another in the next is a way all the same', () => {
    const others = [
      other('2026-11-01', '2027-01-01'),
      aRestriction([emailOnly], { startsAt: at('2027-01-01'), endsAt: at('2027-02-01') }),
    ]
    const proposal = aProposal(amplius, { others, whyWider })
    expect(mayRestrict(proposal, amplius, now)).toMatchObject({ yes: true, keeps: [] })
  })
})

describe('I2 for this person', () => {
  test.each<[string, Measure, Means, string | string[]]>([
    ['email only, for somebody without internet', emailOnly, needs('no-internet'), ['no-way-left-open']],
    ['letters only, for the same', letterOnly, needs('no-internet'), 'yes'],
    [
      'writing only, for somebody who cannot write (Peabody 202210638)',
      only('email', 'letter', 'web', 'sms'),
      needs('cannot-write'),
      ['no-way-left-open'],
    ],
    [
      'a call only, for somebody who needs an interpreter',
      only('phone'),
      needs('needs-interpreter'),
      ['no-way-left-open'],
    ],
    [
      'a call only, when the interpreter is arranged',
      only('phone'),
      { ...needs('needs-interpreter'), interpreterArranged: true },
      'yes',
    ],
    ['public pages only', only('social'), everyMeans, ['no-way-left-open']],
  ])('%s', (_, measure, means, expected) => {
    expect(codes(mayRestrict(aProposal(amplius, { measures: [measure], means }), amplius, now))).toEqual(
      expected,
    )
  })

  test.each([
    ['amplius', null],
    ['a2dominion', '3.1.2'],
  ])(
    'an adjustment that promises calls is never taken away by a restriction (A2Dominion 3.1.2): %s',
    (key, clause) => {
      const policy = demonstrationPolicy(key)
      const means: Means = { ...everyMeans, promisedChannels: ['phone', 'letter'] }
      expect(mayRestrict(aProposal(policy, { means }), policy, now)).toEqual({
        no: [{ code: 'takes-an-adjustment-away', clause, facts: { invariant: 'I2', channel: 'phone' } }],
      })
      const kept: Means = { ...everyMeans, promisedChannels: ['letter'] }
      expect(codes(mayRestrict(aProposal(policy, { means: kept }), policy, now))).toBe('yes')
    },
  )

  test('nor under a document that asks for no assessments', () => {
    const policy = { ...amplius, pack: { ...amplius.pack, assessments: 'silent' as const } }
    const means: Means = { ...everyMeans, promisedChannels: ['phone'] }
    expect(rules(mayRestrict(aProposal(policy, { means }), policy, now))).toEqual([
      ['takes-an-adjustment-away', 'I2'],
    ])
  })
})
