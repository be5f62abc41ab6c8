import { describe, expect } from 'vitest'
import type { Measure } from '../../../rules/restriction.ts'
import { aWarning } from '../../rules/case-factories.ts'
import { promisesOf } from './keeping.ts'

const row = (number: number) => `What we'll do, row ${number}`

describe('the Customer Conduct Policy of 2024 whose landlord is not named', () => {
  const { keeps, shows, thatIsAll, ...landlord } = promisesOf('policy-2024')
  const { policy, pack, restrict, mark, without, outcome, codesOf } = landlord

  shows('Introduction', 'It is for customers', /Customer/)
  shows('Objectives', 'Being forceful or determined is not by itself unacceptable', /forceful or determined/)
  keeps("What we'll do", 'Its eight rows are the page that customers read', () => {
    expect(pack.explanation.map(({ clause }) => clause)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(row))
  })
  keeps(row(1), 'The customer is contacted for their account', () => {
    expect(restrict()).toBe('yes')
    expect(restrict({ accountInvitedOn: null })).toEqual([['account-not-invited', row(1)]])
  })
  keeps(row(2), 'It is asked what lies behind the behaviour', () => {
    expect(restrict(without('contributing-issues'))).toEqual([['not-assessed', row(2)]])
  })
  keeps(row(3), 'The finding is told before anything follows from it', () => {
    expect(restrict({ warnings: [] })).toEqual([['no-warning-first', row(3)]])
    expect(restrict({ warnings: [aWarning(policy, { kind: 'finding' })] })).toBe('yes')
    expect(restrict({ warnings: [aWarning(policy, { kind: 'finding', receivedAt: null })] })).toEqual([
      ['warning-not-delivered', row(3)],
    ])
  })
  keeps(row(3), 'The finding can be appealed, and so can the restriction that rests on it', () => {
    expect(codesOf(policy.appealAgainst)).toEqual(['finding', 'marker', 'restriction'])
    expect(policy.appealGrounds).toBe('any')
  })
  keeps(row(4), 'The notice tells what is expected, and how, how often and when to get in touch', () => {
    const measures: Measure[] = [{ code: 'frequency', limit: 1, per: 'week', clause: row(4) }]
    const parts = ['why', 'action', 'duration', 'review', 'appeal-right', 'finding'] as const
    const notice = { parts: [...parts], receivedAt: new Date('2026-11-25T10:00:00Z') }
    expect(restrict({ measures, notice })).toEqual(
      ['expected-behaviour', 'how', 'how-often'].map(() => ['notice-leaves-out', row(4)]),
    )
  })
  keeps(row(4), 'One way, so often, and at set times are enforced', () => {
    expect(outcome({ code: 'channels', open: ['email'], clause: row(4) }, { channel: 'phone' }).outcome).toBe(
      'hold',
    )
    expect(outcome({ code: 'frequency', limit: 1, per: 'week', clause: row(4) }, {}, 2).outcome).toBe('hold')
    const mondays: Measure = {
      code: 'times',
      windows: [{ days: [1], from: '09:00', to: '17:00' }],
      clause: row(4),
    }
    expect(outcome(mondays).outcome).toBe('hold')
  })
  keeps(row(5), 'The letter gives the name and details of the one colleague', () => {
    const letter = landlord.letter([{ code: 'named-colleague', colleague: 'sam-reed', clause: row(5) }])
    expect(letter).toContain('Sam Reed')
    expect(letter).toContain('sam.reed@landlord.example')
  })
  keeps(row(6), 'A marker is looked at every six months', () => {
    expect(mark({ reviewOn: '2027-05-24' })).toBe('yes')
    expect(mark({ reviewOn: '2027-05-25' })).toEqual([['review-too-late', row(6)]])
  })
  shows('Ratified by', 'Approved by the Executive Management Team on 25 June 2024', /approvedOn 2024-06-25/)
  shows('Date of next review', 'Reviewed next in June 2027', /reviewDueOn 2027-06-30/)

  keeps(
    'Introduction',
    'It names no landlord, no decider, no hearer and no review: each is the landlord’s own',
    () => {
      expect(pack.document.landlordName).toBe('not named')
      expect(pack.steps.warning).toBe('silent')
      for (const value of [
        policy.authoriserRoles,
        policy.appealHearerRole,
        policy.reviewEveryMonths,
        policy.durationMonths,
      ]) {
        expect(value.source).toBe('landlord')
      }
    },
  )

  thatIsAll()
})
