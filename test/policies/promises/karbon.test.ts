import { describe, expect } from 'vitest'
import { channels } from '../../../rules/channel.ts'
import type { Measure } from '../../../rules/restriction.ts'
import { anException, anIncident, aWarning } from '../../rules/case-factories.ts'
import { promisesOf } from './keeping.ts'

describe('Karbon Homes, Unacceptable Customer Behaviour Policy', () => {
  const { keeps, shows, thatIsAll, ...karbon } = promisesOf('karbon')
  const { policy, pack, restrict, warn, hear, without, outcome } = karbon

  shows('1.1', 'It is for customers', /Customer/)
  shows('1.2', 'Nobody is kept from raising a real concern', /real concern/)
  keeps('1.3', 'Every form of contact is covered, and every one is judged', () => {
    const onceAWeek: Measure = { code: 'frequency', limit: 1, per: 'week', clause: '4.4' }
    for (const channel of channels) {
      expect(outcome(onceAWeek, { channel }, 1).outcome).toBe('deliver')
      expect(outcome(onceAWeek, { channel }, 2).outcome).toBe('hold')
    }
  })

  const box = 'Box after 1.3'
  keeps(box, 'No restriction before a written warning', () => {
    expect(restrict()).toBe('yes')
    expect(restrict({ warnings: [] })).toEqual([['no-warning-first', box]])
  })
  keeps(box, 'The warning has reached the customer, and something happened after it', () => {
    expect(restrict({ warnings: [aWarning(policy, { receivedAt: null })] })).toEqual([
      ['warning-not-delivered', box],
    ])
    expect(restrict({ evidence: [anIncident({ on: '2026-11-02' })] })).toEqual([
      ['nothing-new-since-warning', box],
    ])
  })
  keeps(box, 'No reason stands in for the warning, only immediate danger does', () => {
    const noWarning = {
      authorisedBy: { id: 'ines', role: 'manager' as const },
      reason: 'He will not listen.',
    }
    expect(restrict({ warnings: [], noWarning })).toEqual([['no-warning-first', box]])
    expect(restrict({ warnings: [], immediateSafety: anException(policy) })).toBe('yes')
  })
  keeps(box, 'The warning tells the behaviour, dates and times, and what is proposed', () => {
    expect(warn()).toBe('yes')
    expect(warn({ states: [] })).toEqual([
      ['warning-leaves-out', box],
      ['warning-leaves-out', box],
      ['warning-leaves-out', box],
    ])
  })

  shows('2.0', 'Access to services may be limited', /limited or changed/)
  shows('3.1', 'People may speak freely', /speak freely/)
  shows('3.2.1', 'Anger is not aggression', /different from aggression/)
  shows('3.3.1', 'Everyone may say what they think', /right to say/)
  keeps('3.3.2', 'What lies around the behaviour is looked at before a restriction', () => {
    expect(restrict(without('circumstances'))).toEqual([['not-assessed', '3.3.2']])
  })
  keeps(
    '3.3.2',
    'A recording, which may be quite lawful, needs a reason why it was more than a right',
    () => {
      const evidence = [anIncident({ example: 'secret-recording' })]
      expect(restrict({ evidence })).toEqual([['lawful-act-needs-a-reason', '3.3.2']])
      const explained = [
        anIncident({ example: 'secret-recording', whyMoreThanARight: 'Put online to mock her.' }),
      ]
      expect(restrict({ evidence: explained })).toBe('yes')
    },
  )
  shows('3.3.3', 'Too much is when others lose out', /lose out/)
  shows('3.4.2', 'The manner may be fine', /polite/)
  shows('3.4.3', 'Too long is far more than a fair share of time', /fair share/)

  keeps('4.2', 'A restriction rests on evidence', () => {
    expect(restrict({ evidence: [] })).toContainEqual(['no-evidence', '4.2'])
  })
  keeps('4.2', 'Its notice tells why, what, how long, and that it is looked at again', () => {
    const notice = { parts: ['appeal-right' as const], receivedAt: new Date('2026-11-25T10:00:00Z') }
    expect(restrict({ notice })).toEqual(
      ['why', 'action', 'duration', 'review'].map(() => ['notice-leaves-out', '4.2']),
    )
  })
  keeps('4.3', 'Only a Manager decides', () => {
    for (const role of ['officer', 'head', 'director', 'appeals'] as const) {
      expect(restrict({ decidedBy: { id: 'ines', role } })).toEqual([['not-the-role', '4.3']])
    }
    expect(restrict({ decidedBy: { id: 'ines', role: 'manager' } })).toBe('yes')
  })
  keeps('4.4', 'Contact in one form is enforced', () => {
    const measure: Measure = { code: 'channels', open: ['letter', 'email'], clause: '4.4' }
    expect(outcome(measure, { channel: 'phone' }).outcome).toBe('hold')
    expect(outcome(measure, { channel: 'email' }).outcome).toBe('deliver')
  })
  keeps('4.4', 'One named colleague gets what comes', () => {
    const measure: Measure = { code: 'named-colleague', colleague: 'sam-reed', clause: '4.4' }
    expect(outcome(measure)).toMatchObject({ outcome: 'deliver', colleague: 'sam-reed' })
  })
  keeps('4.4', 'Calls on certain days and at certain times are enforced', () => {
    const at = (from: string, to: string): Measure => ({
      code: 'times',
      windows: [{ days: [2], from, to }],
      clause: '4.4',
    })
    expect(outcome(at('09:00', '12:00'), { channel: 'phone' }).outcome).toBe('deliver')
    expect(outcome(at('13:00', '15:00'), { channel: 'phone' }).outcome).toBe('hold')
  })
  keeps('4.4', 'Only serious matters get an answer: repairs and urgent needs always do', () => {
    const measure: Measure = { code: 'significant-only', clause: '4.4' }
    expect(outcome(measure).outcome).toBe('hold')
    expect(outcome(measure, { lane: 'repair' }).outcome).toBe('deliver')
  })
  keeps('4.4', 'It goes no further than it must', () => {
    expect(restrict(without('proportionate'))).toEqual([['not-assessed', '4.4']])
  })
  shows('4.6', 'A warning sign is put on the account', /warning sign/)
  keeps('4.7', 'A customer may appeal a decision to restrict', () => {
    expect(policy.appealAgainst).toEqual([{ code: 'restriction', clause: '4.7' }])
  })
  keeps('4.7', 'A senior officer with no part in the decision hears it', () => {
    expect(pack.appeal.hearer).toMatchObject({ clause: '4.7' })
    expect(hear('appeals')).toBe('yes')
    expect(hear('appeals', true)).toEqual([['took-an-earlier-part', '4.7']])
    expect(hear('officer')).not.toBe('yes')
  })
  shows('4.9', 'Behaviour may come from a vulnerability', /vulnerability/)
  keeps('4.10', 'Known support workers are talked to before a restriction', () => {
    expect(restrict(without('support-liaison'))).toEqual([['not-assessed', '4.10']])
  })
  keeps('4.11', 'Every letter can be had in another format or language', () => {
    const letter = karbon.letter([{ code: 'channels', open: ['email'], clause: '4.4' }])
    expect(letter).toMatch(/another language, in larger print or in another format/)
  })
  shows('5.1', 'The policy is looked at again every three years', /reviewEveryYears 3/)
  shows('6.2', 'The policy too comes in other formats and languages', /formats and languages/)

  keeps('3.2.6', 'Information asked for in an abusive letter is still given', () => {
    expect(pack.guarantees.informationStillGiven).toMatchObject({ says: true, clause: '3.2.6' })
  })
  keeps('4.5', 'Only immediate danger comes before a warning, and it is recorded with a reason', () => {
    expect(pack.steps.skipAhead).toMatchObject({ says: { when: ['immediate-safety'] }, clause: '4.5' })
    const immediateSafety = anException(policy, { reason: ' ' })
    expect(restrict({ warnings: [], immediateSafety })).toEqual([['exception-without-reason', 'I10']])
  })
  keeps('4.2', 'No interval is given for reviews, so the landlord’s own is used', () => {
    expect(pack.review).toMatchObject({ cadence: 'silent', fromTimeToTime: { says: true, clause: '4.2' } })
    expect(policy.reviewEveryMonths.source).toBe('landlord')
  })

  thatIsAll()
})
