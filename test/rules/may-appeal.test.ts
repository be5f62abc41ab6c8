import { describe, expect, it } from 'vitest'
import { type AppealFacts, deemedReceivedOn, lastDayToAppeal, mayAppeal } from '../../rules/may-appeal.ts'
import { aRestriction, onceAWeek } from './factories.ts'

/** Told by email at ten on Monday 2 November 2026, in force from that moment, fourteen days to appeal. */
function theFacts(over: Partial<AppealFacts> = {}): AppealFacts {
  const startsAt = new Date('2026-11-02T10:00:00Z')
  return {
    restriction: aRestriction([onceAWeek], { startsAt, endsAt: new Date('2027-05-03T00:00:00Z') }),
    notice: { writtenAt: startsAt, by: 'email' },
    nation: 'england-and-wales',
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
    expect(deemedReceivedOn({ writtenAt: new Date(writtenAt), by }, 'england-and-wales')).toBe(day)
  })
})
