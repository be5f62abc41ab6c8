import { describe, expect } from 'vitest'
import type { NoticePart } from '../../../policies/pack.ts'
import type { Measure } from '../../../rules/restriction.ts'
import { anIncident, aWarning, everyMeans } from '../../rules/case-factories.ts'
import { promisesOf } from './keeping.ts'

const received = new Date('2026-11-25T10:00:00Z')
const told = (...parts: NoticePart[]) => ({ notice: { parts, receivedAt: received } })

describe('Amplius, Customer Conduct Policy', () => {
  const { keeps, shows, thatIsAll, ...amplius } = promisesOf('amplius')
  const { policy, pack, restrict, mark, review, hear, without, outcome, codesOf } = amplius

  shows('Document management', 'Version 1.0, in effect from 22 September 2025', /effectiveOn 2025-09-22/)
  keeps('Scope, paragraph 4', 'The person’s own circumstances are looked at before deciding', () => {
    expect(restrict()).toBe('yes')
    expect(restrict(without('circumstances'))).toEqual([['not-assessed', 'Scope, paragraph 4']])
  })
  shows(
    'Scope, paragraph 7',
    'It covers tenants, leaseholders and shared owners',
    /Tenant\nLeaseholder\nShared owner/,
  )
  shows(
    'Definition of unacceptable customer conduct and actions, paragraph 1',
    'Anger about a problem is not anger at a person',
    /angry about a problem/,
  )
  shows(
    'Unreasonable demands, paragraph 3',
    'Several behaviours can count together',
    /Several of these together/,
  )
  keeps('Unreasonable demands, paragraph 3', 'A warning about one kind of conduct counts for another', () => {
    expect(restrict({ warnings: [aWarning(policy, { category: 'excessive-contact' })] })).toBe('yes')
  })

  keeps('Sanctions, paragraph 1', 'It is asked first whether talking would settle it', () => {
    expect(restrict(without('discussion'))).toEqual([['not-assessed', 'Sanctions, paragraph 1']])
  })
  const warningClause = 'Sanctions, paragraph 2'
  keeps(warningClause, 'A warning comes before a restriction, or a recorded reason why not', () => {
    expect(restrict({ warnings: [] })).toEqual([['no-warning-first', warningClause]])
    const noWarning = { authorisedBy: { id: 'ines', role: 'head' as const }, reason: 'He broke a window.' }
    expect(restrict({ warnings: [], noWarning })).toBe('yes')
  })
  keeps(warningClause, 'The warning says that it is not acceptable, and must not go on', () => {
    expect(amplius.warn({ states: ['behaviour'] })).toEqual([
      ['warning-leaves-out', warningClause],
      ['warning-leaves-out', warningClause],
    ])
  })
  keeps('Sanctions, paragraph 3', 'A restriction only if it went on after the warning', () => {
    expect(restrict({ evidence: [anIncident({ on: '2026-11-01' })] })).toEqual([
      ['nothing-new-since-warning', warningClause],
    ])
    expect(pack.steps.restriction).toMatchObject({ says: 'if-conduct-continues' })
  })
  keeps('Sanctions, paragraph 4', 'A Director or Head of Service decides', () => {
    for (const role of ['head', 'director'] as const) {
      expect(restrict({ decidedBy: { id: 'ines', role } })).toBe('yes')
    }
    for (const role of ['officer', 'manager', 'appeals'] as const) {
      expect(restrict({ decidedBy: { id: 'ines', role } })).toEqual([
        ['not-the-role', 'Sanctions, paragraph 4'],
      ])
    }
  })
  keeps('Sanctions, paragraph 5', 'There is written evidence', () => {
    expect(restrict({ evidence: [] })).toContainEqual(['no-evidence', 'Sanctions, paragraph 5'])
    expect(restrict({ evidence: [anIncident({ what: ' ' })] })).toEqual([
      ['evidence-says-nothing', 'Sanctions, paragraph 5'],
    ])
  })
  keeps('Sanctions, paragraph 7', 'One form of contact always stays open', () => {
    expect(restrict({ measures: [{ code: 'channels', open: [], clause: 'Sanctions, measure 4' }] })).toEqual([
      ['no-way-left-open', 'I2'],
    ])
    const shut: Measure = { code: 'channels', open: [], clause: 'Sanctions, measure 4' }
    expect(outcome(shut).outcome).toBe('deliver')
  })
  keeps(
    'Sanctions, paragraph 8',
    'The notice tells why, what, how long, what next, and how and to whom to appeal',
    () => {
      expect(restrict(told('review', 'how'))).toEqual(
        ['why', 'action', 'duration', 'if-it-continues', 'appeal-right', 'appeal-hearer'].map(() => [
          'notice-leaves-out',
          'Sanctions, paragraph 8',
        ]),
      )
    },
  )
  keeps(
    'Sanctions, paragraph 8',
    'The Director of Customer Operations hears the appeal, unless they decided',
    () => {
      expect(hear('director')).toBe('yes')
      expect(hear('head')).toEqual([['not-the-role', 'Sanctions, paragraph 8']])
      expect(hear('director', true)).toEqual([['took-an-earlier-part', 'I8']])
    },
  )
  keeps('Sanctions, paragraph 8', 'The letter tells what may follow, and who hears an appeal', () => {
    const letter = amplius.letter([{ code: 'channels', open: ['email'], clause: 'Sanctions, measure 4' }])
    expect(letter).toContain('Who will look at it: Director of Customer Operations')
    expect(letter).toContain('If it goes on')
  })
  keeps('Sanctions, paragraph 9', 'The measure fits how serious the conduct was', () => {
    expect(restrict(without('proportionate'))).toEqual([['not-assessed', 'Sanctions, paragraph 9']])
  })
  keeps('Sanctions, paragraph 10', 'Measures are fitted to the person', () => {
    expect(restrict(without('tailored'))).toEqual([['not-assessed', 'Sanctions, paragraph 10']])
  })
  keeps('Sanctions, measure 2', 'A closed matter is held, and every other matter goes through', () => {
    const closed: Measure = {
      code: 'closed-subject',
      subject: 'the parking bay',
      words: ['parking'],
      clause: 'Sanctions, measure 2',
    }
    expect(outcome(closed, { text: 'About the parking bay.' }).outcome).toBe('hold')
    expect(outcome(closed, { text: 'About my rent.' }).outcome).toBe('deliver')
  })
  keeps('Sanctions, measure 3', 'All contact goes to one named colleague', () => {
    const named: Measure = { code: 'named-colleague', colleague: 'sam-reed', clause: 'Sanctions, measure 3' }
    expect(outcome(named).colleague).toBe('sam-reed')
  })
  keeps('Sanctions, measure 4', 'Written contact only, and repairs and urgent needs still by phone', () => {
    const written: Measure = { code: 'channels', open: ['letter', 'email'], clause: 'Sanctions, measure 4' }
    expect(outcome(written, { channel: 'phone' }).outcome).toBe('hold')
    for (const lane of ['repair', 'emergency-repair', 'urgent-need', 'life-safety'] as const) {
      expect(outcome(written, { channel: 'phone', lane }).outcome).toBe('deliver')
    }
  })
  keeps(
    'Sanctions, measure 5',
    'Contact so many times a week: the first goes through, the second waits',
    () => {
      const weekly: Measure = { code: 'frequency', limit: 1, per: 'week', clause: 'Sanctions, measure 5' }
      expect(outcome(weekly, {}, 1).outcome).toBe('deliver')
      expect(outcome(weekly, {}, 2).outcome).toBe('hold')
    },
  )
  keeps('Sanctions, measure 5', 'Contact on certain days and at certain times', () => {
    const at = (from: string): Measure => ({
      code: 'times',
      windows: [{ days: [2], from, to: '15:00' }],
      clause: 'Sanctions, measure 5',
    })
    expect(outcome(at('10:00')).outcome).toBe('deliver')
    expect(outcome(at('10:01')).outcome).toBe('hold')
  })
  keeps(
    'Sanctions, measure 6',
    'Offices by appointment: told to the customer, and no message is held for it',
    () => {
      const office: Measure = { code: 'office-access', detail: 'Ring first.', clause: 'Sanctions, measure 6' }
      expect(amplius.sayMeasure(office)).toContain('Ring first.')
      expect(outcome(office).outcome).toBe('deliver')
    },
  )
  keeps('Sanctions, measure 7', 'A matter is not looked at again, unless something new is sent', () => {
    const noMore: Measure = {
      code: 'no-further-consideration',
      subject: 'the fence',
      words: ['fence'],
      clause: 'Sanctions, measure 7',
    }
    expect(outcome(noMore, { text: 'The fence again.' }).outcome).toBe('hold')
    expect(outcome(noMore, { text: 'The fence: a new survey.', bringsEvidence: true }).outcome).toBe(
      'deliver',
    )
  })
  keeps('Sanctions, paragraph 11', 'A restriction is reviewed every three months', () => {
    expect(restrict({ reviewOn: '2027-03-01' })).toBe('yes')
    expect(restrict({ reviewOn: '2027-03-02' })).toEqual([['review-too-late', 'Sanctions, paragraph 11']])
  })
  keeps('Sanctions, paragraph 12', 'If it goes on, the reason is a new one, with new evidence', () => {
    expect(review()).toBe('yes')
    expect(review({ reason: 'Shouting in October.' })).toEqual([
      ['keep-needs-a-new-reason', 'Sanctions, paragraph 12'],
    ])
    expect(review({ evidence: [] })).toEqual([['keep-needs-new-evidence', 'Sanctions, paragraph 12']])
  })
  keeps('Sanctions, paragraph 13', 'The outcome of a review goes out in writing', () => {
    expect(review({ isTold: false })).toEqual([['outcome-not-told', 'Sanctions, paragraph 13']])
  })
  keeps(
    'Additional needs (addressing vulnerabilities)',
    'Services are fitted to the person: the way that stays open is one that they can use, and adjustments stay',
    () => {
      const letters: Measure[] = [{ code: 'channels', open: ['letter'], clause: 'Sanctions, measure 4' }]
      expect(restrict({ measures: letters })).toBe('yes')
      expect(restrict({ measures: letters, means: { ...everyMeans, needs: ['cannot-read'] } })).toEqual([
        ['no-way-left-open', 'I2'],
      ])
      expect(restrict({ measures: letters, means: { ...everyMeans, promisedChannels: ['phone'] } })).toEqual([
        ['takes-an-adjustment-away', 'I2'],
      ])
    },
  )
  shows(
    'Evaluation, review and performance monitoring, paragraph 1',
    'The policy is looked at again every three years',
    /reviewEveryYears 3/,
  )

  keeps('Appendix B', 'Its eight rows are the page that customers read', () => {
    expect(pack.explanation.map(({ clause }) => clause)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((row) => `Appendix B, row ${row}`),
    )
  })
  keeps('Appendix B, row 1', 'The customer is asked for their account', () => {
    expect(restrict({ accountInvitedOn: null })).toEqual([['account-not-invited', 'Appendix B, row 1']])
  })
  keeps('Appendix B, row 2', 'It is asked what lies behind the behaviour', () => {
    expect(restrict(without('contributing-issues'))).toEqual([['not-assessed', 'Appendix B, row 2']])
  })
  shows(
    'Appendix B, row 3',
    'The customer is told the finding, and that they can say it is wrong',
    /agree|wrong|appeal/,
  )
  keeps(
    'Appendix B, row 3',
    'Finding, warning, restriction and marker can be appealed, on any ground',
    () => {
      expect(codesOf(policy.appealAgainst)).toEqual(['finding', 'warning', 'restriction', 'marker'])
      expect(policy.appealGrounds).toBe('any')
    },
  )
  keeps('Appendix B, row 4', 'The notice tells how, how often and when', () => {
    const measures: Measure[] = [
      { code: 'frequency', limit: 1, per: 'week', clause: 'Sanctions, measure 5' },
      {
        code: 'times',
        windows: [{ days: [2], from: '09:00', to: '12:00' }],
        clause: 'Sanctions, measure 5',
      },
    ]
    const parts = ['why', 'action', 'duration', 'if-it-continues', 'appeal-right', 'appeal-hearer'] as const
    expect(restrict({ measures, whyWider: 'Both are needed.', ...told(...parts, 'review') })).toEqual(
      ['how', 'how-often', 'when'].map(() => ['notice-leaves-out', 'Appendix B, row 4']),
    )
    expect(amplius.letter(measures)).toMatch(/once a week|1 .*a week|one .*week/i)
  })
  keeps('Appendix B, row 5', 'The letter gives the name and details of the one colleague', () => {
    const letter = amplius.letter([
      { code: 'named-colleague', colleague: 'sam-reed', clause: 'Sanctions, measure 3' },
    ])
    expect(letter).toContain('Sam Reed')
    expect(letter).toContain('sam.reed@landlord.example')
  })
  keeps('Appendix B, row 6', 'The customer is told when a marker is looked at again', () => {
    expect(mark()).toBe('yes')
    expect(mark({ reviewDateTold: false })).toEqual([['review-date-not-told', 'Appendix B, row 6']])
  })

  keeps(
    'Sanctions, measure 1',
    'A first warning opens the list of measures, which keeps the document’s order',
    () => {
      expect(codesOf(pack.measures)).toEqual([
        'warning',
        'closed-subject',
        'named-colleague',
        'channels',
        'times',
        'frequency',
        'office-access',
        'no-further-consideration',
        'legal-action',
        'end-of-contact',
        'police',
      ])
    },
  )
  keeps('Sanctions, measure 9', 'An end of contact gives way to the promise that one way stays open', () => {
    const conflict = pack.conflicts.find(({ code }) => code === 'end-of-all-contact')
    expect(conflict?.between).toEqual(
      expect.arrayContaining(['Sanctions, paragraph 7', 'Sanctions, measure 9']),
    )
  })

  thatIsAll()
})
