import { describe, expect, test } from 'vitest'
import { policyKeys } from '../../policies/index.ts'
import { noticeParts, warningParts } from '../../policies/pack.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { mayWarn } from '../../rules/may-warn.ts'
import { partsToTell, warningPartsToTell } from '../../rules/notice-told.ts'
import type { Measure } from '../../rules/restriction.ts'
import {
  writeExtensionNotice,
  writeRestrictionNotice,
  writeReviewNotice,
  writeWarningNotice,
} from '../../words/notices.ts'
import { languages } from '../../words/speak.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { aProposal, aWarningProposal, now } from '../rules/case-factories.ts'
import { decidedBy, decisionFacts, evidence, headIn, signIn, tellingAll } from './every-notice.ts'

const warned = { on: '2026-10-10' }

function facts(language: string, measures: Measure[], over: Parameters<typeof decisionFacts>[1] = {}) {
  const whole = decisionFacts(language)
  return { ...whole, restriction: { ...whole.restriction, measures }, ...over }
}

const oneByOne = tellingAll.map((measure): [string, Measure[]] => [measure.code, [measure]])
const cases = [...oneByOne, ['all of them', tellingAll] as [string, Measure[]]]

describe.each(policyKeys)('%s', (key) => {
  const policy = demonstrationPolicy(key)

  describe.each(cases)('with %s', (_, measures) => {
    test.each([
      ['without a marker', null],
      ['with a marker', { reviewOn: '2027-01-15' }],
    ])('I6: the letter %s tells every part that the policy asks for, in every language', (__, marker) => {
      const mustTell = partsToTell(policy, measures, marker !== null)
      for (const { code } of languages) {
        const { tells } = writeRestrictionNotice({
          ...facts(code, measures, { marker, mustTell }),
          warned,
          signIn,
        })
        expect(mustTell.filter((part) => !tells.includes(part))).toEqual([])
      }
    })
  })

  test('what the letter tells is what mayRestrict asks for, and a letter with a part less is refused', () => {
    const proposal = aProposal(policy)
    const { measures } = proposal
    const mustTell = partsToTell(policy, measures, false)
    const { tells } = writeRestrictionNotice({ ...facts('en', measures, { mustTell }), warned, signIn })
    const receivedAt = new Date('2026-11-25T10:00:00Z')
    expect(mayRestrict({ ...proposal, notice: { parts: tells, receivedAt } }, policy, now)).toMatchObject({
      yes: true,
    })
    const less = tells.filter((part) => part !== 'why')
    expect(mayRestrict({ ...proposal, notice: { parts: less, receivedAt } }, policy, now)).toMatchObject({
      no: [{ code: 'notice-leaves-out', facts: { part: 'why' } }],
    })
  })

  test('a warning states every part that the policy asks for', () => {
    const { tells } = writeWarningNotice({
      ...headIn('en'),
      conduct: 'Many emails.',
      evidence,
      proposed: 'once a week',
      givenBy: decidedBy,
      appeal: null,
      mustTell: warningPartsToTell(policy.pack),
    })
    expect(mayWarn(aWarningProposal(policy, { states: tells }), policy, now)).toEqual({ yes: true })
  })
})

test('a letter with something about everything tells every part that any pack can ask for', () => {
  const { tells } = writeRestrictionNotice({ ...facts('en', tellingAll), warned, signIn })
  expect([...tells].sort()).toEqual([...noticeParts].sort())
})

describe('a letter is not written with a gap in it', () => {
  const write = (over: Parameters<typeof decisionFacts>[1], measures = tellingAll) =>
    writeRestrictionNotice({ ...facts('en', measures, over), warned, signIn })

  test.each([
    ['no marker', { marker: null }, 'marker-review'],
    ['no open way', { openRoutes: [] }, 'how'],
    ['an empty reason', { restriction: { ...decisionFacts('en').restriction, reason: ' \n' } }, 'why'],
  ])('%s', (_, over, part) => {
    expect(() => write(over)).toThrow(part)
  })

  test.each([
    ['frequency', 'how-often'],
    ['times', 'when'],
    ['named-colleague', 'colleague-name-and-contact'],
  ])('no measure %s', (code, part) => {
    const others = tellingAll.filter((each) => each.code !== code)
    expect(() => write({}, others)).toThrow(part)
    expect(() => write({ mustTell: noticeParts.filter((each) => each !== part) }, others)).not.toThrow()
  })

  test('a named colleague whom the settings do not know', () => {
    expect(() => write({}, [{ code: 'named-colleague', colleague: 'nobody', clause: '4.4' }])).toThrow(
      'colleague-name-and-contact',
    )
  })

  test('nor is a longer one, one after a review, or a warning', () => {
    const without = facts('en', tellingAll, { marker: null })
    const endedBefore = new Date('2027-02-28T23:59:59Z')
    expect(() => writeExtensionNotice({ ...without, warned, endedBefore })).toThrow('marker-review')
    expect(() => writeReviewNotice({ ...without, outcome: 'keep' })).toThrow('marker-review')
    const warning = { ...headIn('en'), evidence: [], proposed: 'x', givenBy: decidedBy, appeal: null }
    expect(() => writeWarningNotice({ ...warning, conduct: '', mustTell: warningParts })).toThrow(
      'behaviour, dates-and-times-where-known',
    )
  })
})

test('a named colleague can be reached by the ways that are open, by letter where no other is', () => {
  const letter = (channel: 'email' | 'letter') =>
    writeRestrictionNotice({
      ...facts('en', tellingAll, { openRoutes: [{ channel, opensAt: null, windows: [] }] }),
      warned,
      signIn,
    }).body
  expect(letter('email')).toContain('- Email for Sam Reed: sam.reed@landlord.example')
  expect(letter('letter')).toContain(
    '- Write to Sam Reed at: Amplius demonstration landlord, 1 Example Street',
  )
})
