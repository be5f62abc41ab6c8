import { describe, expect, it } from 'vitest'
import { packs } from '../../policies/index.ts'
import { nations, parseLandlord } from '../../policies/landlord.ts'
import { lineFor, linesOf, nationalLines } from '../../policies/national-lines.ts'
import type { Pack } from '../../policies/pack.ts'
import { resolvePolicy } from '../../policies/resolve.ts'
import { landlordFile } from './demonstration-landlord.ts'

describe('a landlord that is kinder than its policy', () => {
  const pack = packs.a2dominion as Pack
  const policyWith = (days: number) => {
    const file = landlordFile('a2dominion')
    file.decisions.appealDecisionWorkingDays = {
      value: days,
      decidedOn: '2026-01-05',
      decidedBy: 'Chair of the Board',
    }
    return resolvePolicy(pack, parseLandlord(file, pack))
  }

  it('has its own number used, under its own name and date', () => {
    expect(policyWith(10).appealDecisionWorkingDays).toEqual({
      value: 10,
      source: 'landlord',
      decidedOn: '2026-01-05',
      decidedBy: 'Chair of the Board',
    })
  })
  it('that only repeats its policy leaves the rule with the policy (A2Dominion 4.2)', () => {
    expect(policyWith(14).appealDecisionWorkingDays).toEqual({ value: 14, source: 'policy', clause: '4.2' })
  })
})

describe('the national lines', () => {
  it.each(nations)('name emergency, gas and power in %s, and somebody to talk to', (nation) => {
    const codes = nationalLines[nation].map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['emergency', 'gas', 'power', 'abuse', 'listening']))
  })
  it.each(nations)('that may be shown in %s are those of a page that gives them', (nation) => {
    for (const { source } of linesOf(nation)) expect(source).toMatch(/^https:\/\//)
  })
  it('leave out a number that nobody has confirmed, and 999 stands in for it', () => {
    expect(nationalLines['northern-ireland'].find(({ code }) => code === 'gas')?.source).toBeNull()
    expect(linesOf('northern-ireland').map(({ code }) => code)).not.toContain('gas')
    expect(lineFor('northern-ireland', 'gas')).toBe('999')
    expect(lineFor('scotland', 'gas')).toBe('0800 111 999')
  })
})
