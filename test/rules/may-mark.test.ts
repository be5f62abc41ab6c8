import { describe, expect, test } from 'vitest'
import { isMarkerShown, type MarkerProposal, mayMark } from '../../rules/may-mark.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { rules } from './answers.ts'
import { anIncident, now, theAuthoriser } from './case-factories.ts'

const policy2024 = demonstrationPolicy('policy-2024')
const amplius = demonstrationPolicy('amplius')
const karbon = demonstrationPolicy('karbon')

function ask(over: Partial<MarkerProposal>, policy = policy2024) {
  const marker: MarkerProposal = {
    by: theAuthoriser(policy),
    reason: 'He threatened a colleague at the door.',
    evidence: [anIncident()],
    reviewOn: '2027-02-24',
    reviewDateTold: true,
    visibleTo: ['officer', 'manager'],
    ...over,
  }
  return rules(mayMark(marker, policy, now))
}

describe('a marker has its own reason, evidence and review (I6)', () => {
  const clause = policy2024.markerReviewMonths.source === 'policy' ? policy2024.markerReviewMonths.clause : ''
  test.each<[string, Partial<MarkerProposal>, string | string[][]]>([
    ['Policy 2024, table row 6: six months', { reviewOn: '2027-05-24' }, 'yes'],
    ['a day more', { reviewOn: '2027-05-25' }, [['review-too-late', clause]]],
    ['tomorrow', { reviewOn: '2026-11-25' }, 'yes'],
    ['today', { reviewOn: '2026-11-24' }, [['review-not-ahead', 'I6']]],
    ['no reason', { reason: '' }, [['no-reason', 'I6']]],
    ['nobody', { by: null }, [['nobody-named', 'I3']]],
    ['the day is not told, which this document does not ask', { reviewDateTold: false }, 'yes'],
  ])('%s', (_, over, expected) => expect(ask(over)).toEqual(expected))

  test('no evidence: no', () => expect(ask({ evidence: [] }, karbon)).toEqual([['no-evidence', '4.2']]))

  test.each([
    ['2027-11-24', 'yes'],
    ['2027-11-25', [['review-past-ceiling', 'I6']]],
  ])('never more than twelve months, whatever a policy says: %s', (reviewOn, expected) => {
    const long = { ...policy2024, markerReviewMonths: { value: 24, source: 'policy' as const, clause: 'x' } }
    expect(ask({ reviewOn }, long)).toEqual(expected)
  })

  test('Amplius, Appendix B: the customer is told when it is looked at again', () => {
    expect(ask({}, amplius)).toBe('yes')
    expect(ask({ reviewDateTold: false }, amplius)).toEqual([['review-date-not-told', 'Appendix B, row 6']])
  })
})

describe('who sees why (need to know)', () => {
  test('a contractor sees a flag at the most', () => {
    expect(ask({ visibleTo: ['officer', 'contractor'] })).toEqual([['contractor-sees-only-a-flag', 'I11']])
  })

  test('Karbon 4.6: whoever the document names, and nobody else', () => {
    expect(ask({ visibleTo: ['officer', 'director'] }, karbon)).toBe('yes')
    expect(ask({ visibleTo: ['officer', 'contractor'] }, karbon)).toEqual([
      ['contractor-sees-only-a-flag', 'I11'],
      ['not-for-them', '4.6'],
    ])
  })
})

describe('a marker is never shown past its own review', () => {
  test.each([
    ['2026-11-24T23:59:59.999Z', null, true],
    ['2026-11-25T00:00:00Z', null, false],
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z', false],
    ['2026-11-20T09:59:59.999Z', '2026-11-20T10:00:00Z', true],
    ['2026-11-25T00:00:00Z', '2026-12-01T10:00:00Z', false],
  ])('at %s, taken off %s: %s', (at, removedAt, shown) => {
    const marker = { reviewOn: '2026-11-24', removedAt: removedAt ? new Date(removedAt) : null }
    expect(isMarkerShown(marker, new Date(at))).toBe(shown)
  })
})
