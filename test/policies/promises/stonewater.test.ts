import { describe, expect } from 'vitest'
import { channels } from '../../../rules/channel.ts'
import { addMonths } from '../../../rules/london.ts'
import type { Measure } from '../../../rules/restriction.ts'
import { allAssessments, anException, everyMeans, startsOn } from '../../rules/case-factories.ts'
import { promisesOf } from './keeping.ts'

describe('Stonewater, Unacceptable Customer Conduct', () => {
  const { keeps, shows, thatIsAll, ...stonewater } = promisesOf('stonewater')
  const { policy, pack, restrict, warn, review, hear, without, outcome } = stonewater

  keeps('1.1', 'Every way of getting in touch is covered, and every one is judged', () => {
    const onceAWeek: Measure = { code: 'frequency', limit: 1, per: 'week', clause: '4.5' }
    for (const channel of channels) {
      expect(outcome(onceAWeek, { channel }, 1).outcome).toBe('deliver')
      expect(outcome(onceAWeek, { channel }, 2).outcome).toBe('hold')
    }
  })
  keeps('1.2', 'Only when the relationship has broken down', () => {
    expect(restrict()).toBe('yes')
    expect(restrict(without('relationship-breakdown'))).toEqual([['not-assessed', '1.2']])
  })
  keeps('1.3', 'Only after the ordinary ways', () => {
    expect(restrict(without('ordinary-means-exhausted'))).toEqual([['not-assessed', '1.3']])
  })
  keeps('1.3', 'Someone from the front line begins, with their manager', () => {
    expect(warn({ by: { id: 'sam', role: 'officer' } })).toBe('yes')
    expect(warn({ by: { id: 'sam', role: 'appeals' } })).toEqual([['not-the-role', '1.3']])
  })
  keeps('2.1', 'How such conduct is handled is shown, row by row', () => {
    expect(pack.explanation.length).toBeGreaterThanOrEqual(9)
  })
  keeps('2.3', 'What is done rests on evidence and goes no further than it must', () => {
    expect(restrict({ evidence: [] })).toContainEqual(['no-evidence', '2.3'])
    expect(restrict(without('proportionate'))).toEqual([['not-assessed', '2.3']])
  })
  keeps('4.2', 'A talk is thought of first', () => {
    expect(restrict(without('discussion'))).toEqual([['not-assessed', '4.2']])
    const assessments = allAssessments(policy).map((each) =>
      each.code === 'discussion'
        ? { ...each, outcome: 'not-needed' as const, note: 'He asked for none.' }
        : each,
    )
    expect(restrict({ assessments })).toBe('yes')
  })
  keeps('4.3', 'A warning letter comes first, or a recorded reason why not', () => {
    expect(restrict({ warnings: [] })).toEqual([['no-warning-first', '4.3']])
    expect(warn({ states: [] })).toEqual([
      ['warning-leaves-out', '4.3'],
      ['warning-leaves-out', '4.3'],
    ])
  })
  keeps('4.4', 'When it cannot wait, a manager acts at once, and nobody below', () => {
    const immediate = (role: 'manager' | 'officer') => {
      const by = { id: 'ines', role }
      return restrict({
        decidedBy: by,
        warnings: [],
        immediateSafety: anException(policy, { authorisedBy: by }),
      })
    }
    expect(immediate('manager')).toBe('yes')
    expect(immediate('officer')).not.toBe('yes')
    expect(pack.authorise.swiftAction).toMatchObject({ says: { roles: ['manager'] }, clause: '4.4' })
  })
  keeps('4.5', 'Ways of getting in touch are closed for a set time, and open again after it', () => {
    const closed: Measure = { code: 'channels', open: ['email'], clause: '4.5' }
    expect(outcome(closed, { channel: 'phone' }).outcome).toBe('hold')
    expect(restrict({ measures: [closed] })).toBe('yes')
    expect(restrict({ measures: [closed], endsAt: new Date('2026-11-30T00:00:00Z') })).not.toBe('yes')
  })
  keeps('4.5', 'Contact goes through an agency that has said yes in writing', () => {
    const agency: Measure = { code: 'through-representative', name: 'Shelter', address: 'x', clause: '4.5' }
    expect(outcome(agency).outcome).toBe('hold')
    expect(outcome(agency, { lane: 'urgent-need' }).outcome).toBe('deliver')
    expect(restrict({ measures: [agency] })).toEqual([['agency-has-not-accepted', 'I2']])
    expect(restrict({ measures: [agency], agencyAcceptedOn: '2026-11-20' })).toBe('yes')
  })
  keeps('4.5', 'The other remedies are told or recorded, and hold no message', () => {
    for (const code of ['appointment-only', 'office-access', 'involvement', 'applications'] as const) {
      expect(outcome({ code, detail: 'Ring first.', clause: '4.5' }).outcome).toBe('deliver')
    }
  })
  keeps('4.14', 'Seven questions are answered', () => {
    const [assessment] = allAssessments(policy).filter(({ code }) => code === 'seven-questions')
    const names = Object.keys(assessment?.answers ?? {})
    expect(names).toHaveLength(7)
    const unanswered = allAssessments(policy).map((each) =>
      each.code === 'seven-questions' ? { ...each, answers: {} } : each,
    )
    expect(restrict({ assessments: unanswered })).toEqual(names.map(() => ['question-not-answered', '4.14']))
    expect(restrict(without('seven-questions'))).toEqual([['not-assessed', '4.14']])
  })
  keeps('5.1', 'The customer is told, before it takes effect', () => {
    expect(restrict({ notice: null })).toEqual([['no-notice', 'I10']])
    expect(stonewater.shown('5.1')).toMatch(/told/)
  })
  keeps('5.2', 'The first review is not before a month', () => {
    expect(restrict({ reviewOn: addMonths(startsOn, 1) })).toBe('yes')
    expect(restrict({ reviewOn: '2026-12-31' })).toEqual([['review-too-soon', '5.2']])
  })
  keeps('5.2', 'No review is later than three months', () => {
    expect(restrict({ reviewOn: addMonths(startsOn, 3) })).toBe('yes')
    expect(restrict({ reviewOn: '2027-03-02' })).toEqual([['review-too-late', '5.2']])
    expect(review({ nextReviewOn: '2027-02-25' })).toEqual([['review-too-late', '5.2']])
  })
  shows('5.3', 'Flags follow a policy of their own', /Customer Flagging Policy/i)
  shows('5.5', 'A named senior officer checks cases', /senior officer checks/)
  keeps('5.6', 'An appeal is in time for two weeks, and slow post takes nothing away', () => {
    expect(policy.appealWindowDays).toEqual({ value: 14, source: 'policy', clause: '5.6' })
    const startsAt = new Date('2026-11-23T00:00:00Z')
    const writtenAt = new Date('2026-11-20T10:00:00Z')
    expect(stonewater.lastDayToAppeal({ writtenAt, by: 'email' }, startsAt)).toBe('2026-12-07')
    expect(stonewater.lastDayToAppeal({ writtenAt, by: 'letter' }, startsAt)).toBe('2026-12-08')
  })
  keeps('5.6', 'Warning and restriction can be appealed', () => {
    expect(policy.appealAgainst).toEqual([
      { code: 'restriction', clause: '5.6' },
      { code: 'warning', clause: '5.6' },
    ])
  })
  keeps('5.6', 'Somebody who has not been involved hears it', () => {
    expect(hear('appeals')).toBe('yes')
    expect(hear('appeals', true)).toEqual([['took-an-earlier-part', '5.6']])
  })
  keeps(
    '6.2',
    'What each person needs is thought of: the way that stays open is one that they can use',
    () => {
      const measures: Measure[] = [{ code: 'channels', open: ['phone'], clause: '4.5' }]
      expect(restrict({ measures })).toBe('yes')
      expect(restrict({ measures, means: { ...everyMeans, needs: ['cannot-hear'] } })).toEqual([
        ['no-way-left-open', 'I2'],
      ])
    },
  )
  keeps('6.4', 'An equality impact assessment comes before every restriction', () => {
    expect(restrict(without('equality-impact'))).toEqual([['not-assessed', '6.4']])
  })
  keeps('6.4', 'In immediate danger it follows within two working days', () => {
    const late = anException(policy, { assessmentsDueOn: '2026-11-27' })
    expect(restrict({ immediateSafety: late })).toEqual([['follow-up-too-late', 'I10']])
    expect(restrict({ immediateSafety: anException(policy) })).toBe('yes')
  })
  keeps('6.5', 'The Public Sector Equality Duty is thought about', () => {
    expect(restrict(without('public-sector-duty'))).toEqual([['not-assessed', '6.5']])
  })
  shows('7.0', 'Its review was due on 13 May 2023', /reviewDueOn 2023-05-13/)

  keeps('4.5', 'Twelve remedies are listed in the document’s order, and two follow', () => {
    expect(pack.measures.filter(({ clause }) => clause === '4.5').map(({ code }) => code)).toEqual([
      'warning',
      'channels',
      'times',
      'through-representative',
      'appointment-only',
      'office-access',
      'involvement',
      'applications',
      'behaviour-contract',
      'injunction',
      'possession-notice',
      'police',
    ])
    expect(pack.measures.slice(12).map(({ code, clause }) => [code, clause])).toEqual([
      ['legal-action', '4.6'],
      ['possession', '4.7'],
    ])
  })
  keeps('3.2', 'Details are shared with agreement only, save for the law and safeguarding', () => {
    expect(pack.sharing).toMatchObject({
      says: { consentUnless: ['legal-obligation', 'safeguarding'] },
      clause: '3.2',
    })
  })

  thatIsAll()
})
