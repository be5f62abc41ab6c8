import { describe, expect, test } from 'vitest'
import type { AssessmentRecord } from '../../rules/case.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { codes, rules } from './answers.ts'
import { allAssessments, anException, aProposal, now } from './case-factories.ts'

const karbon = demonstrationPolicy('karbon')
const amplius = demonstrationPolicy('amplius')
const a2dominion = demonstrationPolicy('a2dominion')
const stonewater = demonstrationPolicy('stonewater')
const policy2024 = demonstrationPolicy('policy-2024')

/** All that the policy asks, with one record changed, or left out. */
function but(
  policy: typeof karbon,
  code: string,
  over: Partial<AssessmentRecord> | null,
): AssessmentRecord[] {
  return allAssessments(policy).flatMap((each) => {
    if (each.code !== code) return [each]
    return over ? [{ ...each, ...over }] : []
  })
}

function ask(policy: typeof karbon, assessments: AssessmentRecord[]) {
  return mayRestrict(aProposal(policy, { assessments }), policy, now)
}

describe('what has to be looked into first', () => {
  test.each([
    ['Karbon 4.10: support workers are talked to', karbon, 'support-liaison', '4.10'],
    ['Karbon 4.4: it is proportionate', karbon, 'proportionate', '4.4'],
    ['A2Dominion 3.1.3: the case is looked at by itself', a2dominion, 'individual-assessment', '3.1.3'],
    ['A2Dominion 3.1.3: other ways of communicating', a2dominion, 'other-ways-of-communicating', '3.1.3'],
    ['A2Dominion 3.1.1: adjustments are made', a2dominion, 'reasonable-adjustments', '3.1.1'],
    ['Stonewater 6.4: an equality impact assessment', stonewater, 'equality-impact', '6.4'],
    ['Stonewater 4.14: the seven questions', stonewater, 'seven-questions', '4.14'],
    ['Stonewater 6.5: the equality duty', stonewater, 'public-sector-duty', '6.5'],
    ['Amplius: what lies behind it', amplius, 'contributing-issues', 'Appendix B, row 2'],
  ] as const)('%s', (_, policy, code, clause) => {
    const no = { no: [{ code: 'not-assessed', clause, facts: { assessment: code } }] }
    expect(codes(ask(policy, allAssessments(policy)))).toBe('yes')
    expect(ask(policy, but(policy, code, null))).toEqual(no)
    expect(ask(policy, but(policy, code, { outcome: 'not-needed' }))).toEqual(no)
    expect(ask(policy, but(policy, code, { note: '  ' }))).toEqual(no)
    expect(ask(policy, but(policy, code, { by: '' }))).toEqual(no)
  })

  test.each([
    ['today', '2026-11-24', 'yes'],
    ['tomorrow', '2026-11-25', ['not-assessed']],
  ] as const)('it was done by %s', (_, on, expected) => {
    expect(codes(ask(karbon, but(karbon, 'support-liaison', { on })))).toEqual(expected)
  })

  test('Karbon 4.10: that no support worker is known is enough, when somebody attests it', () => {
    const attested = { outcome: 'no-known-support' as const }
    expect(codes(ask(karbon, but(karbon, 'support-liaison', attested)))).toBe('yes')
    expect(codes(ask(karbon, but(karbon, 'support-liaison', { ...attested, by: '' })))).toEqual([
      'not-assessed',
    ])
  })

  test('that answer is for support workers alone', () => {
    expect(codes(ask(karbon, but(karbon, 'proportionate', { outcome: 'no-known-support' })))).toEqual([
      'not-assessed',
    ])
  })

  test.each([
    [{ outcome: 'not-needed' } as const, 'yes'],
    [{ outcome: 'not-needed', note: '' } as const, ['not-assessed']],
    [null, ['not-assessed']],
  ])(
    'Amplius, Sanctions: a talk that the document only advises may be left out, with the reason: %j',
    (over, expected) => {
      expect(codes(ask(amplius, but(amplius, 'discussion', over)))).toEqual(expected)
    },
  )

  test('A2Dominion 3.1.2: what it only allows is never asked for', () => {
    expect(codes(ask(a2dominion, but(a2dominion, 'existing-adjustments', null)))).toBe('yes')
  })

  test('a document that asks for nothing: only the account of the customer (I6)', () => {
    const policy = { ...karbon, pack: { ...karbon.pack, assessments: 'silent' as const } }
    expect(codes(mayRestrict(aProposal(policy), policy, now))).toBe('yes')
    expect(rules(mayRestrict(aProposal(policy, { accountInvitedOn: null }), policy, now))).toEqual([
      ['account-not-invited', 'I6'],
    ])
  })
})

describe('Stonewater 4.14: each of the seven questions has an answer', () => {
  const asked = stonewater.pack.assessments === 'silent' ? [] : stonewater.pack.assessments
  const questions = asked.flatMap((each) => each.questions ?? []).map(({ code }) => code)

  test('there are seven', () => expect(questions).toHaveLength(7))

  test.each(questions)('%s', (question) => {
    const all = Object.fromEntries(questions.map((each) => [each, 'No.']))
    const blank = but(stonewater, 'seven-questions', { answers: { ...all, [question]: ' ' } })
    expect(ask(stonewater, blank)).toEqual({
      no: [{ code: 'question-not-answered', clause: '4.14', facts: { question } }],
    })
  })

  test('with no answers at all, all seven are listed', () => {
    const { answers, ...bare } = but(stonewater, 'seven-questions', {}).find(
      (each) => each.answers?.['adjustments-made'],
    ) as AssessmentRecord
    expect(answers).toBeDefined()
    const records = [...but(stonewater, 'seven-questions', null), bare]
    expect(codes(ask(stonewater, records))).toHaveLength(7)
  })

  test('questions of an assessment that was advised, and left out with a reason, are not asked', () => {
    const advised = asked.map((each) =>
      each.code === 'seven-questions' ? { ...each, force: 'should' as const } : each,
    )
    const policy = { ...stonewater, pack: { ...stonewater.pack, assessments: advised } }
    const records = but(stonewater, 'seven-questions', { outcome: 'not-needed', answers: {} })
    expect(codes(mayRestrict(aProposal(policy, { assessments: records }), policy, now))).toBe('yes')
  })
})

describe('the customer is asked for their own account first, under every policy', () => {
  test.each([
    [policy2024, '2026-11-24', 'yes'],
    [policy2024, '2026-11-25', 'row'],
    [policy2024, null, 'row'],
    [karbon, null, 'I6'],
  ] as const)('%#', (policy, accountInvitedOn, expected) => {
    const answer = rules(mayRestrict(aProposal(policy, { accountInvitedOn }), policy, now))
    const asked = policy.pack.assessments === 'silent' ? [] : policy.pack.assessments
    const own = asked.find(({ code }) => code === 'customer-account')?.clause
    expect(answer).toEqual(expected === 'yes' ? 'yes' : [['account-not-invited', own ?? 'I6']])
  })
})

describe('somebody is in danger now: steps may follow, and the exception is recorded (I10)', () => {
  const bare = { warnings: [], accountInvitedOn: null, notice: null }
  const proportionate = allAssessments(stonewater).filter(({ code }) => code === 'proportionate')

  test('Stonewater 4.4, 6.4: warning, account, assessments and notice follow, and each has its day', () => {
    const immediateSafety = anException(stonewater)
    const proposal = aProposal(stonewater, { ...bare, assessments: proportionate, immediateSafety })
    expect(mayRestrict(proposal, stonewater, now)).toMatchObject({
      yes: true,
      followUps: [
        { code: 'notice', on: '2026-11-25' },
        { code: 'account', on: '2026-11-26' },
        { code: 'assessments', on: '2026-11-26' },
      ],
    })
  })

  test('the twin without the exception lists them all', () => {
    const proposal = aProposal(stonewater, { ...bare, assessments: proportionate })
    expect(codes(mayRestrict(proposal, stonewater, now))).toEqual([
      'no-warning-first',
      'account-not-invited',
      ...['relationship-breakdown', 'ordinary-means-exhausted', 'discussion'].map(() => 'not-assessed'),
      ...['equality-impact', 'seven-questions', 'public-sector-duty'].map(() => 'not-assessed'),
      'no-notice',
    ])
  })

  test('that it goes no further than it must never waits', () => {
    const proposal = aProposal(stonewater, {
      ...bare,
      assessments: [],
      immediateSafety: anException(stonewater),
    })
    expect(rules(mayRestrict(proposal, stonewater, now))).toEqual([['not-assessed', '2.3']])
  })

  test.each([
    ['the notice, the next working day', { noticeDueOn: '2026-11-25' }, 'yes'],
    ['the notice, a day later', { noticeDueOn: '2026-11-26' }, ['follow-up-too-late']],
    ['the notice, yesterday', { noticeDueOn: '2026-11-23' }, ['follow-up-too-late']],
    ['the notice, today', { noticeDueOn: '2026-11-24' }, 'yes'],
    ['the account, two working days on', { accountDueOn: '2026-11-26' }, 'yes'],
    ['the account, three', { accountDueOn: '2026-11-27' }, ['follow-up-too-late']],
    ['the assessments, two working days on', { assessmentsDueOn: '2026-11-26' }, 'yes'],
    ['the assessments, three', { assessmentsDueOn: '2026-11-27' }, ['follow-up-too-late']],
    ['no reason', { reason: '' }, ['exception-without-reason']],
    ['nobody of the role', { authorisedBy: { id: 'x', role: 'officer' as const } }, ['not-the-role']],
    [
      'a contractor',
      { authorisedBy: { id: 'x', role: 'contractor' as const } },
      ['contractor-cannot-decide'],
    ],
  ])('%s', (_, over, expected) => {
    const immediateSafety = anException(karbon, over)
    expect(codes(mayRestrict(aProposal(karbon, { immediateSafety }), karbon, now))).toEqual(expected)
  })

  test('what follows too late says by how many working days it is due', () => {
    const immediateSafety = anException(karbon, { accountDueOn: '2026-11-27' })
    expect(mayRestrict(aProposal(karbon, { immediateSafety }), karbon, now)).toEqual({
      no: [
        { code: 'follow-up-too-late', clause: null, facts: { invariant: 'I10', step: 'account', days: 2 } },
      ],
    })
  })

  test('past the last known bank holiday nobody can say when it is due, so the answer is no, and nothing throws', () => {
    const later = new Date('2029-01-02T10:00:00Z')
    const immediateSafety = anException(karbon, { noticeDueOn: '2029-01-02' })
    const answer = mayRestrict(aProposal(karbon, { immediateSafety }), karbon, later)
    expect(codes(answer)).toContain('follow-up-too-late')
  })

  test('without one, nothing has to follow', () => {
    expect(mayRestrict(aProposal(karbon), karbon, now)).toMatchObject({ followUps: [] })
  })
})

describe('Stonewater 4.4: when it cannot wait the relevant manager decides', () => {
  const policy = {
    ...stonewater,
    authoriserRoles: { ...stonewater.authoriserRoles, value: ['director' as const] },
  }
  const decidedBy = { id: 'm', role: 'manager' as const }
  const immediateSafety = anException(stonewater, { authorisedBy: decidedBy })

  test('in danger the manager is enough; otherwise only whoever the policy in force names', () => {
    expect(codes(mayRestrict(aProposal(policy, { decidedBy, immediateSafety }), policy, now))).toBe('yes')
    expect(codes(mayRestrict(aProposal(policy, { decidedBy }), policy, now))).toEqual(['not-the-role'])
  })

  test('a contractor never decides, though a document named one (I3)', () => {
    const odd = {
      ...policy,
      pack: {
        ...policy.pack,
        authorise: {
          ...policy.pack.authorise,
          swiftAction: { says: { title: 'x', roles: ['contractor' as const] }, clause: 'x' },
        },
      },
    }
    const contractor = { id: 'c', role: 'contractor' as const }
    const proposal = aProposal(odd, { decidedBy: contractor, immediateSafety: anException(policy) })
    expect(codes(mayRestrict(proposal, odd, now))).toEqual(['contractor-cannot-decide'])
  })

  test('nobody decides: no (I3)', () => {
    expect(rules(mayRestrict(aProposal(policy, { decidedBy: null, immediateSafety }), policy, now))).toEqual([
      ['nobody-named', 'I3'],
    ])
  })
})
