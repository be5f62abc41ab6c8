import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../rules/bank-holidays.ts'
import {
  type AppealFacts,
  appealWindow,
  deemedReceivedAt,
  deemedReceivedOn,
  groundOf,
  lastDayToAppeal,
  mayAppeal,
} from '../../rules/may-appeal.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { aRestriction, onceAWeek } from './factories.ts'

/** Told by email at ten on Monday 2 November 2026, in force from that moment, fourteen days to appeal. */
function theFacts(over: Partial<AppealFacts> = {}): AppealFacts {
  const startsAt = new Date('2026-11-02T10:00:00Z')
  return {
    restriction: aRestriction([onceAWeek], { startsAt, endsAt: new Date('2027-05-03T00:00:00Z') }),
    notice: { writtenAt: startsAt, by: 'email' },
    calendar: calendarOf('england-and-wales'),
    windowDays: 14,
    isLodged: false,
    now: new Date('2026-11-03T12:00:00Z'),
    ...over,
  }
}

describe('how long a restriction can be appealed', () => {
  it('is all of the last day, by the London clock (Stonewater 5.6)', () => {
    expect(mayAppeal(theFacts({ now: new Date('2026-11-16T23:59:59.999Z') }))).toEqual({
      yes: true,
      until: '2026-11-16',
    })
  })

  it('is over the moment after', () => {
    const late = { no: { code: 'too-late', lastOn: '2026-11-16' } }
    expect(mayAppeal(theFacts({ now: new Date('2026-11-17T00:00:00Z') }))).toEqual(late)
  })

  it('is never shorter than the policy says from the day the restriction is imposed, however early the notice came', () => {
    const notice = { writtenAt: new Date('2026-10-20T10:00:00Z'), by: 'email' as const }
    expect(lastDayToAppeal(theFacts({ notice }), 14)).toBe('2026-11-16')
  })

  it('loses nothing to the post: a letter of Monday counts from Wednesday', () => {
    const notice = { writtenAt: new Date('2026-11-02T10:00:00Z'), by: 'letter' as const }
    expect(mayAppeal(theFacts({ notice }))).toEqual({ yes: true, until: '2026-11-18' })
  })

  it('is open for a restriction that was told and has not begun yet', () => {
    expect(mayAppeal(theFacts({ now: new Date('2026-11-01T12:00:00Z') }))).toEqual({
      yes: true,
      until: '2026-11-16',
    })
  })

  it('goes on after an early end while the days of the policy run: a finding still stands', () => {
    const restriction = aRestriction([onceAWeek], {
      startsAt: new Date('2026-11-02T10:00:00Z'),
      liftedAt: new Date('2026-11-05T10:00:00Z'),
    })
    expect(mayAppeal(theFacts({ restriction, now: new Date('2026-11-06T10:00:00Z') }))).toMatchObject({
      yes: true,
    })
  })

  it('is asked once: what is lodged already is shown, not taken again', () => {
    expect(mayAppeal(theFacts({ isLodged: true }))).toEqual({ no: { code: 'already-lodged' } })
  })
})

describe('a landlord that lets a restriction be appealed for as long as it is in force', () => {
  const end = new Date('2027-05-03T00:00:00Z')

  it.each([
    ['the last millisecond', new Date(end.getTime() - 1), { yes: true, until: null }],
    ['the end itself', end, { no: { code: 'restriction-stopped', stoppedOn: '2027-05-03' } }],
  ])('answers at %s', (_, now, answer) => {
    const restriction = aRestriction([onceAWeek], { endsAt: end, lapsesOn: '2027-06-01' })
    expect(mayAppeal(theFacts({ restriction, windowDays: null, now }))).toEqual(answer)
  })

  it('takes an appeal before it begins', () => {
    expect(mayAppeal(theFacts({ windowDays: null, now: new Date('2026-10-30T12:00:00Z') }))).toEqual({
      yes: true,
      until: null,
    })
  })
})

describe('the day on which a notice counts as received (Civil Procedure Rules 6.26)', () => {
  it.each([
    ['an email at 16:30 on a working day', '2026-11-02T16:30:00Z', 'email', '2026-11-02'],
    ['an email at 16:31 on a working day', '2026-11-02T16:31:00Z', 'email', '2026-11-03'],
    ['an email on a Saturday', '2026-11-07T09:00:00Z', 'email', '2026-11-09'],
    ['an email at 16:31 on Christmas Eve', '2026-12-24T16:31:00Z', 'email', '2026-12-29'],
    ['a letter of a Friday', '2026-11-06T09:00:00Z', 'letter', '2026-11-10'],
    ['an email at 16:30 in summer time', '2026-07-01T15:30:00Z', 'email', '2026-07-01'],
  ] as const)('of %s', (_, writtenAt, by, day) => {
    expect(deemedReceivedOn({ writtenAt: new Date(writtenAt), by }, calendarOf('england-and-wales'))).toBe(
      day,
    )
  })
})

describe('the form that the person needs (Stonewater 5.6, 6.2)', () => {
  const restriction = theFacts().restriction
  const letter = { writtenAt: restriction.startsAt, by: 'letter' as const }

  it('starts the days when that form came, not when the letter did', () => {
    const notice = { ...letter, inNeededForm: { deliveredAt: new Date('2026-11-20T10:00:00Z') } }
    const at = (day: string) => mayAppeal(theFacts({ notice, now: new Date(`${day}T12:00:00Z`) }))
    expect(at('2026-12-04')).toEqual({ yes: true, until: '2026-12-04' })
    expect(at('2026-12-05')).toEqual({ no: { code: 'too-late', lastOn: '2026-12-04' } })
  })

  it('starts none while it has not come', () => {
    const notice = { ...letter, inNeededForm: { deliveredAt: null } }
    expect(mayAppeal(theFacts({ notice, now: new Date('2027-03-01T12:00:00Z') }))).toEqual({
      yes: true,
      until: null,
    })
  })

  it.each([
    [
      'an email of a working day, at once',
      { writtenAt: new Date('2026-11-02T10:00:00Z'), by: 'email' },
      '2026-11-02T10:00:00.000Z',
    ],
    [
      'an email of a Saturday, once Monday is over',
      { writtenAt: new Date('2026-11-07T10:00:00Z'), by: 'email' },
      '2026-11-09T23:59:59.999Z',
    ],
    [
      'a letter, once its second working day is over',
      { writtenAt: new Date('2026-11-02T10:00:00Z'), by: 'letter' },
      '2026-11-04T23:59:59.999Z',
    ],
  ] as const)('counts %s', (_, notice, at) => {
    expect(deemedReceivedAt(notice, calendarOf('england-and-wales'))?.toISOString()).toBe(at)
  })
})

describe('a late appeal', () => {
  const late = new Date('2026-11-17T00:00:00Z')
  it.each([
    [
      'a named colleague decides to hear it, and says why',
      { by: 'noor', reason: 'She was in hospital.' },
      { yes: true, until: null },
    ],
    ['no reason is given', { by: 'noor', reason: ' ' }, { no: { code: 'too-late', lastOn: '2026-11-16' } }],
    ['nobody is named', { by: '', reason: 'x' }, { no: { code: 'too-late', lastOn: '2026-11-16' } }],
    ['nobody decided that', null, { no: { code: 'too-late', lastOn: '2026-11-16' } }],
  ])('when %s', (_, acceptedLate, answer) => {
    expect(mayAppeal(theFacts({ acceptedLate, now: late }))).toEqual(answer)
  })

  it('keeps its last day when it is not late at all', () => {
    const acceptedLate = { by: 'noor', reason: 'In case.' }
    expect(mayAppeal(theFacts({ acceptedLate }))).toEqual({ yes: true, until: '2026-11-16' })
    expect(mayAppeal(theFacts({ acceptedLate, isLodged: true }))).toEqual({ no: { code: 'already-lodged' } })
  })
})

describe('the window is never less generous than the policy', () => {
  const stonewater = demonstrationPolicy('stonewater')
  const amplius = demonstrationPolicy('amplius')
  const decided = (policy: typeof amplius, value: number | null) =>
    appealWindow({ ...policy, appealWindowDays: { value, source: 'policy', clause: '5.6' } })

  it('Stonewater 5.6: fourteen days, or more, or as long as it is in force', () => {
    expect([13, 14, 28, null].map((days) => decided(stonewater, days))).toEqual([14, 14, 28, null])
  })

  it('a silent policy: what the landlord decided', () => {
    expect([7, null].map((days) => decided(amplius, days))).toEqual([7, null])
  })
})

describe('a closed list of grounds never refuses an appeal (A2Dominion 4.1)', () => {
  const a2dominion = demonstrationPolicy('a2dominion')
  it.each([
    ['factual-error', { yes: true, readBy: 'hearer', clause: '4.1' }],
    ['it is not fair', { yes: true, readBy: 'person', clause: '4.1' }],
    ['', { yes: true, readBy: 'person', clause: '4.1' }],
  ])('ground %j', (ground, answer) => expect(groundOf(ground, a2dominion)).toEqual(answer))

  it('any ground will do elsewhere, and an empty list is no list', () => {
    expect(groundOf('x', demonstrationPolicy('amplius'))).toEqual({
      yes: true,
      readBy: 'hearer',
      clause: null,
    })
    expect(groundOf('x', { ...a2dominion, appealGrounds: [] })).toEqual({
      yes: true,
      readBy: 'person',
      clause: null,
    })
  })
})
