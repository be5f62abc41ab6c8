import { describe, expect, it } from 'vitest'
import { packs } from '../../policies/index.ts'
import { parseLandlord } from '../../policies/landlord.ts'
import { nationalLines } from '../../policies/national-lines.ts'
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
  it.each(['england-and-wales', 'scotland', 'northern-ireland'] as const)(
    'name emergency, gas and power in %s',
    (nation) => {
      expect(nationalLines[nation].map(({ code }) => code)).toEqual(['emergency', 'gas', 'power'])
    },
  )
  it('differ for gas in Northern Ireland', () => {
    expect(nationalLines['northern-ireland'][1]?.phone).not.toBe(nationalLines.scotland[1]?.phone)
  })
})
