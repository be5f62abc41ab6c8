import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../rules/bank-holidays.ts'
import {
  type Appealable,
  appealBasis,
  type AppealFacts,
  appealKinds,
  appealWindow,
  deemedReceivedAt,
  deemedReceivedOn,
  groundOf,
  lastDayToAppeal,
  mayAppeal,
} from '../../rules/may-appeal.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'

const stonewater = demonstrationPolicy('stonewater')
const amplius = demonstrationPolicy('amplius')
const karbon = demonstrationPolicy('karbon')
const startsAt = new Date('2026-11-02T10:00:00Z')

/** A restriction from ten on Monday 2 November 2026 to the end of 2 May 2027. */
function aSubject(over: Partial<Appealable> = {}): Appealable {
  return { kind: 'restriction', startsAt, stopsAt: new Date('2027-05-02T23:00:00Z'), ...over }
}

/** Told by email as it began, asked about the day after. */
function theFacts(over: Partial<AppealFacts> = {}): AppealFacts {
  return {
    subject: aSubject(),
    notice: { writtenAt: startsAt, by: 'email' },
    calendar: calendarOf('england-and-wales'),
    isLodged: false,
    now: new Date('2026-11-03T12:00:00Z'),
    ...over,
  }
}

describe('how long a restriction can be appealed', () => {
  it('is all of the last day, by the London clock (Stonewater 5.6)', () => {
    expect(mayAppeal(theFacts({ now: new Date('2026-11-16T23:59:59.999Z') }), stonewater)).toEqual({
      yes: true,
      until: '2026-11-16',
    })
  })

  it('is over the moment after', () => {
    const late = { no: { code: 'too-late', lastOn: '2026-11-16' } }
    expect(mayAppeal(theFacts({ now: new Date('2026-11-17T00:00:00Z') }), stonewater)).toEqual(late)
  })

  it('is never shorter than the policy says from the day the restriction is imposed, however early the notice came', () => {
    const notice = { writtenAt: new Date('2026-10-20T10:00:00Z'), by: 'email' as const }
    expect(lastDayToAppeal(theFacts({ notice }), 14)).toBe('2026-11-16')
  })

  it('loses nothing to the post: a letter of Monday counts from Wednesday', () => {
    const notice = { writtenAt: new Date('2026-11-02T10:00:00Z'), by: 'letter' as const }
    expect(mayAppeal(theFacts({ notice }), stonewater)).toEqual({ yes: true, until: '2026-11-18' })
  })

  it('is open for a restriction that was told and has not begun yet', () => {
    expect(mayAppeal(theFacts({ now: new Date('2026-11-01T12:00:00Z') }), stonewater)).toEqual({
      yes: true,
      until: '2026-11-16',
    })
  })

  it('goes on after an early end while the days of the policy run: a finding still stands', () => {
    const subject = aSubject({ stopsAt: new Date('2026-11-05T10:00:00Z') })
    expect(mayAppeal(theFacts({ subject, now: new Date('2026-11-06T10:00:00Z') }), stonewater)).toMatchObject(
      {
        yes: true,
      },
    )
  })

  it('is asked once: what is lodged already is shown, not taken again', () => {
    expect(mayAppeal(theFacts({ isLodged: true }), stonewater)).toEqual({ no: { code: 'already-lodged' } })
  })
})

describe('a landlord that lets a restriction be appealed for as long as it is in force', () => {
  const end = new Date('2027-05-02T23:00:00Z')

  it.each([
    ['the last millisecond', new Date(end.getTime() - 1), { yes: true, until: null }],
    ['the end itself', end, { no: { code: 'stopped', stoppedOn: '2027-05-03' } }],
  ])('answers at %s', (_, now, answer) => {
    expect(mayAppeal(theFacts({ subject: aSubject({ stopsAt: end }), now }), amplius)).toEqual(answer)
  })

  it('takes an appeal before it begins', () => {
    expect(mayAppeal(theFacts({ now: new Date('2026-10-30T12:00:00Z') }), amplius)).toEqual({
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
  const letter = { writtenAt: startsAt, by: 'letter' as const }

  it('starts the days when that form came, not when the letter did', () => {
    const notice = { ...letter, inNeededForm: { deliveredAt: new Date('2026-11-20T10:00:00Z') } }
    const at = (day: string) => mayAppeal(theFacts({ notice, now: new Date(`${day}T12:00:00Z`) }), stonewater)
    expect(at('2026-12-04')).toEqual({ yes: true, until: '2026-12-04' })
    expect(at('2026-12-05')).toEqual({ no: { code: 'too-late', lastOn: '2026-12-04' } })
  })

  it('starts none while it has not come', () => {
    const notice = { ...letter, inNeededForm: { deliveredAt: null } }
    expect(mayAppeal(theFacts({ notice, now: new Date('2027-03-01T12:00:00Z') }), stonewater)).toEqual({
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
  const lateReason = 'I was in hospital.'

  it.each([
    ['the customer says why: a person looks at it', lateReason, { yes: true, until: null }],
    ['no reason is given', ' ', { no: { code: 'too-late', lastOn: '2026-11-16' } }],
    ['nothing is said', null, { no: { code: 'too-late', lastOn: '2026-11-16' } }],
  ])('when %s', (_, reason, answer) => {
    expect(mayAppeal(theFacts({ lateReason: reason, now: late }), stonewater)).toEqual(answer)
  })

  it('is taken in the same way when what it is about has stopped', () => {
    const subject = aSubject({ stopsAt: late })
    expect(mayAppeal(theFacts({ subject, now: late }), amplius)).toHaveProperty('no')
    expect(mayAppeal(theFacts({ subject, now: late, lateReason }), amplius)).toHaveProperty('yes')
  })

  it('keeps its last day when it is not late at all, and opens nothing else', () => {
    expect(mayAppeal(theFacts({ lateReason }), stonewater)).toEqual({ yes: true, until: '2026-11-16' })
    expect(mayAppeal(theFacts({ lateReason, isLodged: true }), stonewater)).toEqual({
      no: { code: 'already-lodged' },
    })
    const warning = aSubject({ kind: 'warning', stopsAt: null })
    expect(mayAppeal(theFacts({ lateReason, subject: warning }), karbon)).toEqual({
      no: { code: 'not-appealable' },
    })
  })
})

describe('what can be appealed', () => {
  it.each([
    ['amplius', ['Sanctions, paragraph 8', 'Sanctions, measure 1', 'Appendix B, row 6']],
    // I6: the policy names no restriction. A finding is told in the warning that rests on it.
    ['policy-2024', [null, "What we'll do, row 3", "What we'll do, row 6"]],
    ['karbon', ['4.7', 'none', 'none']],
    ['a2dominion', ['4.1', 'none', 'none']],
    ['stonewater', ['5.6', '5.6', 'none']],
  ])('a restriction, a warning, a marker under %s', (key, clauses) => {
    const bases = appealKinds.map((kind) => appealBasis(kind, demonstrationPolicy(key)))
    expect(bases.map((basis) => (basis ? basis.clause : 'none'))).toEqual(clauses)
  })

  it('I6: a restriction always can be, also where the policy names nothing', () => {
    const against = { ...karbon, appealAgainst: [{ code: 'restriction' as const, clause: null }] }
    expect(mayAppeal(theFacts(), against)).toHaveProperty('yes')
  })

  it.each([
    ['a warning under a policy that lists it (Amplius)', 'warning', amplius, { yes: true, until: null }],
    ['a warning under one that does not (Karbon 4.7)', 'warning', karbon, { no: { code: 'not-appealable' } }],
    ['a marker under Amplius', 'marker', amplius, { yes: true, until: null }],
    ['a marker under Stonewater', 'marker', stonewater, { no: { code: 'not-appealable' } }],
  ] as const)('%s', (_, kind, policy, answer) => {
    const stopsAt = kind === 'warning' ? null : aSubject().stopsAt
    expect(mayAppeal(theFacts({ subject: aSubject({ kind, stopsAt }) }), policy)).toEqual(answer)
  })

  it('a warning has no end, so years later it can still be appealed, save under a window', () => {
    const subject = aSubject({ kind: 'warning', stopsAt: null })
    const now = new Date('2029-11-03T12:00:00Z')
    expect(mayAppeal(theFacts({ subject, now }), amplius)).toEqual({ yes: true, until: null })
    expect(mayAppeal(theFacts({ subject, now }), stonewater)).toEqual({
      no: { code: 'too-late', lastOn: '2026-11-16' },
    })
  })

  it.each([
    ['its last millisecond', -1, 'yes'],
    ['its end', 0, 'no'],
    ['just over it', 1, 'no'],
  ])('a marker at %s', (_, apart, answer) => {
    const stopsAt = new Date('2027-05-02T23:00:00Z')
    const subject = aSubject({ kind: 'marker', stopsAt })
    const now = new Date(stopsAt.getTime() + apart)
    expect(mayAppeal(theFacts({ subject, now }), amplius)).toHaveProperty(answer)
  })
})

describe('fourteen days are London days, also when the clocks change (Stonewater 5.6)', () => {
  it.each([
    ['they go back in between', '2026-10-19T09:00:00Z', '2026-11-02', '2026-11-02T23:59:59.999Z'],
    ['they go forward in between', '2027-03-22T10:00:00Z', '2027-04-05', '2027-04-05T22:59:59.999Z'],
    ['the last day has 25 hours', '2026-10-11T09:00:00Z', '2026-10-25', '2026-10-25T23:59:59.999Z'],
    ['the last day has 23 hours', '2027-03-14T10:00:00Z', '2027-03-28', '2027-03-28T22:59:59.999Z'],
  ])('%s: at, just under and just over', (_, from, lastOn, lastMoment) => {
    const subject = aSubject({ startsAt: new Date(from) })
    const notice = { writtenAt: new Date(new Date(from).getTime() - 5 * 86_400_000), by: 'email' as const }
    const ask = (apart: number) => {
      const now = new Date(new Date(lastMoment).getTime() + apart)
      return mayAppeal(theFacts({ subject, notice, now }), stonewater)
    }
    expect([ask(-1), ask(0)]).toEqual([
      { yes: true, until: lastOn },
      { yes: true, until: lastOn },
    ])
    expect(ask(1)).toEqual({ no: { code: 'too-late', lastOn } })
  })
})

describe('the window is never less generous than the policy', () => {
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
    expect(groundOf('x', amplius)).toEqual({
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
