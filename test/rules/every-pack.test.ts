import { describe, expect, test } from 'vitest'
import { packs } from '../../policies/index.ts'
import { mayHear } from '../../rules/may-hear.ts'
import { mayRestrict } from '../../rules/may-restrict.ts'
import { mayWarn } from '../../rules/may-warn.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { aProposal, aWarningProposal, now } from './case-factories.ts'

describe.each(Object.keys(packs))('under %s', (key) => {
  const policy = demonstrationPolicy(key)

  test('a whole warning may be sent, and an empty one may not', () => {
    expect(mayWarn(aWarningProposal(policy), policy, now)).toEqual({ yes: true })
    const empty = { by: null, category: '', conduct: '', evidence: [], proposed: '', states: [] }
    expect(mayWarn(empty, policy, now)).toHaveProperty('no')
  })

  test('a whole restriction may be imposed', () => {
    expect(mayRestrict(aProposal(policy), policy, now)).toMatchObject({
      yes: true,
      keeps: ['email', 'letter'],
    })
  })

  test('an appeal is heard by the role that is named, and not by whoever took part (I8)', () => {
    const hearer = { id: 'noor', role: policy.appealHearerRole.value }
    expect(mayHear(hearer, [], policy)).toEqual({ yes: true })
    expect(mayHear(hearer, [{ colleague: hearer, part: 'evidence' }], policy)).toHaveProperty('no')
  })
})
