import { describe, expect, it } from 'vitest'
import { sayBasis, sayReason, sayRoles } from '../../app/parts/console/say-reason.ts'
import { sayDay, sayInstant, sayLength, sayPromise, sayShort } from '../../app/parts/console/say-time.ts'
import { standingOf } from '../../app/parts/console/standing.ts'
import { aRestriction, emailOnly } from '../rules/factories.ts'

const due = new Date('2026-11-24T17:00:00Z')
const before = (ms: number) => new Date(due.getTime() - ms)
const minute = 60_000

describe('the countdown to the reading promise (I13)', () => {
  it.each([
    [130 * minute, { state: 'in-time', words: '2 hours 10 minutes left' }],
    [121 * minute, { state: 'in-time', words: '2 hours 1 minute left' }],
    [120 * minute, { state: 'soon', words: '2 hours left' }],
    [61 * minute, { state: 'soon', words: '1 hour 1 minute left' }],
    [1, { state: 'soon', words: 'less than a minute left' }],
    [0, { state: 'soon', words: 'less than a minute left' }],
    [-1, { state: 'overdue', words: 'Overdue by less than a minute' }],
    [-180 * minute, { state: 'overdue', words: 'Overdue by 3 hours' }],
    [-1441 * minute, { state: 'overdue', words: 'Overdue by 1 day' }],
    [27 * 60 * minute, { state: 'in-time', words: '1 day 3 hours left' }],
  ])('%d ms before it', (ms, words) => {
    expect(sayPromise(due, before(ms))).toEqual(words)
  })

  it('a length is never negative', () => {
    expect(sayLength(-5)).toBe('less than a minute')
  })
})

describe('instants are said in London time', () => {
  it('in summer an hour later than in UTC', () => {
    expect(sayInstant('2026-07-01T08:05:00Z')).toBe('Wednesday 1 July 2026 at 09:05')
  })
  it('short, for lists', () => {
    expect(sayShort('2026-11-24T09:05:00Z')).toBe('Tue 24 Nov, 09:05')
  })
  it('a calendar day stays that day', () => {
    expect(sayDay('2026-11-24')).toBe('24 November 2026')
    expect(sayDay(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026')
  })
})

describe('reasons in a few words', () => {
  it.each([
    [{ code: 'channel-closed', facts: { channel: 'phone' } }, 'Phone is closed'],
    [
      { code: 'over-limit', facts: { allowed: 1, per: 'week', until: '2026-11-30T00:00:00.000Z' } },
      'Over 1 a week, counted until Mon 30 Nov, 00:00',
    ],
    [{ code: 'subject-closed', facts: { subject: 'the parking bay' } }, 'Closed subject: the parking bay'],
    [{ code: 'outside-times' }, 'Outside the days and hours'],
  ] as const)('%o', (reason, words) => {
    expect(sayReason(reason)).toBe(words)
  })
})

describe('a refusal says who can and whose rule it is', () => {
  it('names the roles', () => {
    expect(sayRoles(['head', 'director'])).toBe('a head of service or a director')
    expect(sayRoles(['officer', 'manager', 'appeals'])).toBe(
      'a housing officer, a manager or an appeals reviewer',
    )
  })
  it('names the clause', () => {
    expect(sayBasis({ by: 'policy', clause: 'Sanctions, paragraph 4' }, 'Customer Conduct Policy')).toBe(
      'Customer Conduct Policy: Sanctions, paragraph 4.',
    )
  })
  it('names the landlord’s own decision with its day', () => {
    expect(sayBasis({ by: 'landlord', decidedBy: 'The Board', decidedOn: '2025-09-22' }, '')).toBe(
      'Decided by The Board on 22 September 2025.',
    )
  })
})

describe('how a restriction stands', () => {
  const restriction = { ...aRestriction([emailOnly], { lapsesOn: '2027-02-08' }), reviewOn: '2027-02-01' }
  const at = (instant: string, over = {}) => standingOf({ ...restriction, ...over }, new Date(instant))

  it.each([
    ['2026-10-31T23:59:59Z', { state: 'to-come', review: 'later' }],
    ['2026-11-01T00:00:00Z', { state: 'in-force', review: 'later' }],
    ['2027-01-17T12:00:00Z', { state: 'in-force', review: 'later' }],
    ['2027-01-18T12:00:00Z', { state: 'in-force', review: 'soon' }],
    ['2027-02-01T23:59:00Z', { state: 'in-force', review: 'soon' }],
    ['2027-02-02T00:00:00Z', { state: 'in-force', review: 'overdue' }],
    ['2027-02-08T23:59:59Z', { state: 'in-force', review: 'overdue' }],
    ['2027-02-09T00:00:00Z', { state: 'lapsed', review: null }],
  ])('I6: at %s', (instant, standing) => {
    expect(at(instant)).toMatchObject(standing)
  })

  it('lifted wins over a later end, and ended is said of what ran its time', () => {
    expect(at('2027-01-01T00:00:00Z', { liftedAt: new Date('2026-12-01T09:00:00Z') }).state).toBe('lifted')
    expect(at('2027-06-01T00:00:00Z', { lapsesOn: '2027-05-08' }).state).toBe('ended')
  })
})
