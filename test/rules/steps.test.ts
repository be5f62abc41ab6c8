import { describe, expect, test } from 'vitest'
import { packs } from '../../policies/index.ts'
import { type StepCode, stepCodes, stepNow, stepsOf } from '../../rules/steps.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'

function taken(pack: string, code: StepCode) {
  return stepsOf(demonstrationPolicy(pack)).find((step) => step.code === code)?.taken
}

describe('how often a step is taken', () => {
  test.each([
    // A talk first: always, thought of first, on the call itself, or not written down.
    ['amplius', 'talk', { how: 'always', wording: 'always', clause: 'Sanctions, paragraph 1' }],
    ['stonewater', 'talk', { how: 'usually', wording: 'usually', clause: '4.2' }],
    ['karbon', 'talk', { how: 'always', wording: 'live', clause: '4.1' }],
    ['policy-2024', 'talk', { how: 'not-said', wording: 'not-said', clause: null }],
    ['a2dominion', 'talk', { how: 'not-said', wording: 'not-said', clause: null }],
    // A warning: "in most cases", "no action until", or a finding in its place.
    ['amplius', 'warning', { how: 'usually', wording: 'normally', clause: 'Sanctions, paragraph 2' }],
    ['karbon', 'warning', { how: 'always', wording: 'mandatory', clause: 'Box after 1.3' }],
    ['policy-2024', 'warning', { how: 'usually', wording: 'finding', clause: "What we'll do, row 3" }],
    ['stonewater', 'warning', { how: 'usually', wording: 'normally', clause: '4.3' }],
    // The customer's side is heard under every policy; two say so.
    ['amplius', 'your-side', { how: 'always', wording: 'what', clause: 'Appendix B, row 1' }],
    ['policy-2024', 'your-side', { how: 'always', wording: 'what', clause: "What we'll do, row 1" }],
    ['stonewater', 'your-side', { how: 'always', wording: 'what', clause: '4.2' }],
    ['karbon', 'your-side', { how: 'always', wording: 'what', clause: null }],
    ['a2dominion', 'your-side', { how: 'always', wording: 'what', clause: null }],
    // Who decides, the letter, the review and the end.
    ['karbon', 'decision', { how: 'always', wording: 'what', clause: '4.3' }],
    ['a2dominion', 'decision', { how: 'always', wording: 'what', clause: null }],
    ['karbon', 'letter', { how: 'always', wording: 'what', clause: '4.2', isMore: true }],
    ['amplius', 'letter', { how: 'always', wording: 'what', clause: 'Sanctions, paragraph 8' }],
    ['policy-2024', 'letter', { how: 'always', wording: 'what', clause: null }],
    ['amplius', 'review', { how: 'always', wording: 'what', clause: 'Sanctions, paragraph 11' }],
    ['karbon', 'review', { how: 'always', wording: 'what', clause: null }],
    ['a2dominion', 'end', { how: 'always', wording: 'what', clause: '3.4.3' }],
    ['policy-2024', 'end', { how: 'always', wording: 'what', clause: null }],
  ] as const)('%s, %s', (pack, code, expected) => {
    expect(taken(pack, code)).toEqual([expected])
  })

  test('A2Dominion 3.3.2 warns about demands always; about all else the document is silent and Clearway warns', () => {
    expect(taken('a2dominion', 'warning')).toEqual([
      { how: 'always', wording: 'mandatory', clause: '3.3.2', category: 'unreasonable-demands' },
      { how: 'usually', wording: 'normally', clause: null, category: null },
    ])
  })

  test.each(Object.keys(packs))('%s has every step, each in its place', (pack) => {
    const steps = stepsOf(demonstrationPolicy(pack))
    expect(steps.map(({ code }) => code)).toEqual(stepCodes)
    for (const { taken } of steps) expect(taken.length).toBeGreaterThan(0)
  })
})

describe('where somebody is now', () => {
  test.each([
    ['nowhere, with nothing', [], false, null],
    ['at telling their side, with a warning', [], true, 'your-side'],
    ['at the letter, before it begins', ['coming'], true, 'letter'],
    ['at the review, while it is in force', ['in-force'], true, 'review'],
    ['at the review, while one is in force and another is to come', ['coming', 'in-force'], false, 'review'],
    ['at the end, when it is over', ['past'], false, 'end'],
    ['at telling their side, when an old one is over and a new warning came', ['past'], true, 'your-side'],
  ] as const)('%s', (_, restrictions, hasWarning, step) => {
    expect(stepNow({ restrictions: [...restrictions], hasWarning })).toBe(step)
  })
})
