import { describe, expect } from 'vitest'
import { calendarOf } from '../../../rules/bank-holidays.ts'
import { appealDueOn } from '../../../rules/may-hear.ts'
import { groundOf } from '../../../rules/may-appeal.ts'
import { mayAct } from '../../../rules/may-release.ts'
import { addDays, instantAt } from '../../../rules/london.ts'
import type { Measure } from '../../../rules/restriction.ts'
import { everyMeans } from '../../rules/case-factories.ts'
import { promisesOf } from './keeping.ts'

const demands = { category: 'unreasonable-demands', warnings: [] }

describe('A2Dominion, Customer Conduct Management Policy', () => {
  const { keeps, shows, thatIsAll, ...a2dominion } = promisesOf('a2dominion')
  const { policy, pack, restrict, mark, review, hear, without, outcome, codesOf } = a2dominion

  shows('1.1', 'It is for customers and their households', /Household member/)
  keeps('1.2', 'Contractors see a flag, and never why', () => {
    expect(mark({ visibleTo: ['contractor'] })).toContainEqual(['contractor-sees-only-a-flag', 'I11'])
    const contractor = (action: 'read-safety-flags' | 'read-customers' | 'read-contacts') =>
      'yes' in mayAct('contractor', action, policy.authoriserRoles)
    expect(contractor('read-safety-flags')).toBe(true)
    expect(contractor('read-customers')).toBe(false)
    expect(contractor('read-contacts')).toBe(false)
  })
  const accessibility = 'Our accessibility and translations service'
  shows(accessibility, 'A page, a telephone line and a code say where to ask', /telephone line/)
  keeps('2.2', 'What is not acceptable is said, with examples', () => {
    for (const { name, gist } of pack.categories) expect([name, gist]).not.toContain('')
    expect(a2dominion.shown('3.2.1')).toMatch(/Shouting, swearing or insults/)
  })
  shows('2.3', 'A process that is clear, fair and easy to use', /easy to use/)
  const letters: Measure[] = [{ code: 'channels', open: ['letter'], clause: '3.4.1' }]
  keeps('2.4', 'A restriction keeps nobody from services: a way that they can use stays open', () => {
    expect(restrict({ measures: letters })).toBe('yes')
    const means = { ...everyMeans, needs: ['cannot-write' as const] }
    expect(restrict({ measures: letters, means })).toEqual([['no-way-left-open', 'I2']])
  })
  keeps('2.5', 'There is a way to ask for a review of the decision', () => {
    expect(policy.appealAgainst).toEqual([{ code: 'restriction', clause: '4.1' }])
    expect(a2dominion.letter(letters)).toContain('https://contact.example/appeal')
  })
  keeps('3.1.1', 'Adjustments that a disability calls for are made first', () => {
    expect(restrict(without('reasonable-adjustments'))).toEqual([['not-assessed', '3.1.1']])
  })
  keeps('3.1.2', 'A restriction never takes an agreed adjustment away', () => {
    const means = { ...everyMeans, promisedChannels: ['phone' as const] }
    expect(restrict({ measures: letters, means })).toEqual([['takes-an-adjustment-away', '3.1.2']])
  })
  keeps('3.1.3', 'Each case is looked at by itself, and other ways of getting in touch come first', () => {
    for (const code of ['individual-assessment', 'other-ways-of-communicating']) {
      expect(restrict(without(code))).toEqual([['not-assessed', '3.1.3']])
    }
  })
  keeps('3.3.2', 'For demands the worry is said first, with a chance to change', () => {
    expect(restrict(demands)).toEqual([['no-warning-first', '3.3.2']])
    const noWarning = { authorisedBy: { id: 'ines', role: 'head' as const }, reason: 'It is plain.' }
    expect(restrict({ ...demands, noWarning })).toContainEqual(['no-warning-first', '3.3.2'])
    expect(a2dominion.warn({ states: [] })).toEqual([
      ['warning-leaves-out', '3.3.2'],
      ['warning-leaves-out', '3.3.2'],
    ])
  })
  keeps('3.4.1', 'Written contact only and one named colleague are enforced', () => {
    expect(outcome(letters[0] as Measure, { channel: 'phone' }).outcome).toBe('hold')
    const named: Measure = { code: 'named-colleague', colleague: 'sam-reed', clause: '3.4.1' }
    expect(outcome(named).colleague).toBe('sam-reed')
  })
  keeps('3.4.1', 'A pause is short, and everything urgent passes it', () => {
    const measures: Measure[] = [{ code: 'pause', clause: '3.4.1' }]
    const until = (lastDay: string) => ({
      measures,
      endsAt: instantAt(addDays(lastDay, 1)),
      reviewOn: lastDay,
    })
    expect(restrict(until('2026-12-14'))).toBe('yes')
    expect(restrict(until('2026-12-15'))).toContainEqual(['pause-too-long', 'I2'])
    expect(outcome(measures[0] as Measure, { lane: 'repair' }).outcome).toBe('deliver')
  })
  keeps('3.4.2', 'What is done goes no further than the assessment calls for', () => {
    expect(restrict(without('proportionate'))).toEqual([['not-assessed', '3.4.2']])
  })
  keeps('3.4.3', 'A written notice tells the reason and how long', () => {
    const notice = {
      parts: ['action' as const, 'review' as const, 'appeal-right' as const],
      receivedAt: new Date('2026-11-25T10:00:00Z'),
    }
    expect(restrict({ notice })).toEqual([
      ['notice-leaves-out', '3.4.3'],
      ['notice-leaves-out', '3.4.3'],
    ])
    expect(restrict({ notice: null })).toEqual([['no-notice', 'I10']])
  })
  keeps('3.4.3', 'Twelve months is usual', () => {
    expect(policy.durationMonths).toEqual({ value: 12, source: 'policy', clause: '3.4.3' })
  })
  shows('3.4.4', 'A note on the record is seen by every colleague', /Every colleague/)
  keeps('4.1', 'Three grounds are named, and no other is turned away', () => {
    expect(codesOf(policy.appealGrounds)).toEqual([
      'changed-circumstances',
      'limits-essential-services',
      'factual-error',
    ])
    expect(groundOf('factual-error', policy)).toEqual({ yes: true, readBy: 'hearer', clause: '4.1' })
    expect(groundOf('it goes too far', policy)).toEqual({ yes: true, readBy: 'person', clause: '4.1' })
  })
  keeps('4.2', 'A Head of Service answers', () => {
    expect(hear('head')).toBe('yes')
    expect(hear('director')).toEqual([['not-the-role', '4.2']])
  })
  keeps('4.2', 'In fourteen working days', () => {
    expect(appealDueOn(new Date('2026-11-23T09:00:00Z'), policy, calendarOf('england-and-wales'))).toBe(
      '2026-12-11',
    )
    expect(appealDueOn(new Date('2026-12-25T23:00:00Z'), policy, calendarOf('england-and-wales'))).toBe(
      '2027-01-18',
    )
  })
  keeps('4.3', 'It is reviewed within the year: the landlord decided at least every six months', () => {
    expect(restrict({ reviewOn: '2027-06-01' })).toBe('yes')
    expect(restrict({ reviewOn: '2027-06-02' })).not.toBe('yes')
  })
  keeps('4.3', 'The outcome of a review is told', () => {
    expect(review({ isTold: false })).toEqual([['outcome-not-told', '4.3']])
  })
  shows('5.2', 'Managers check case records and how each was answered', /Managers check/)
  shows('5.4', 'The policy is looked at again every three years', /reviewEveryYears 3/)
  keeps('6.2', 'Every letter can be had in another language, in large print or another format', () => {
    expect(a2dominion.letter(letters)).toMatch(/another language, in larger print or in another format/)
  })
  shows('7.2', 'Eight organisations answer for personal details', /Pyramid Plus South LLP/)
  shows('7.4', 'A page says how details are used', /how personal details are gathered/)

  keeps('4.2', 'The answer is in writing, and it is the last word on that decision', () => {
    expect(pack.appeal).toMatchObject({ decisionInWriting: { says: true }, final: { says: true } })
  })

  thatIsAll()
})
