import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policyInForce } from '../../../app/doors/console-policy.server.ts'
import { writePoliciesDocument } from '../../../bin/policies-document.ts'
import { clauseFor, demonstrationCases } from '../../../db/demonstration-cases.ts'
import { policyKeys } from '../../../policies/index.ts'
import { parseLandlord } from '../../../policies/landlord.ts'
import { resolvePolicy } from '../../../policies/resolve.ts'
import type { RestrictionProposal } from '../../../rules/case.ts'
import { mayHear } from '../../../rules/may-hear.ts'
import { mayRestrict } from '../../../rules/may-restrict.ts'
import { mayWarn } from '../../../rules/may-warn.ts'
import { rules } from '../../rules/answers.ts'
import { aProposal, aWarningProposal, now } from '../../rules/case-factories.ts'
import { checkPack } from '../pack-checks.ts'
import { harbour } from './harbour.ts'

const readFile = () => JSON.parse(readFileSync(new URL('./harbour.json', import.meta.url), 'utf8'))
/** As a second person took them from the document. */
const list = ['1.1', '2.1', '2.2', '3.1', '3.2', '3.3', '3.4', '3.5', '4.1', '5.1']

describe('a sixth document, added with one file and one settings file', () => {
  checkPack(harbour, { list, file: readFile() })

  it('is only an example: it does not stand on the shelf', () => {
    expect(policyKeys).not.toContain('harbour')
  })

  it('has its numbers used, under its own clauses, and the landlord’s where it is silent', () => {
    const policy = resolvePolicy(harbour, parseLandlord(readFile(), harbour))
    expect(policy).toMatchObject({
      authoriserRoles: { value: ['manager'], source: 'policy', clause: '3.3' },
      appealWindowDays: { value: 28, source: 'policy', clause: '4.1' },
      durationMonths: { value: 3, source: 'policy', clause: '3.4' },
      reviewEveryMonths: { value: 2, source: 'landlord', decidedBy: 'Demonstration Board' },
    })
  })

  it('is refused with all that its settings leave open, at once', () => {
    const { decisions: _, ...file } = readFile()
    const parse = () => parseLandlord(file, harbour)
    for (const name of [
      'alternateHearerRole',
      'appealDecisionWorkingDays',
      'reviewEveryMonths',
      'reviewGraceDays',
      'markerReviewMonths',
    ]) {
      expect(parse).toThrow(`decisions.${name} is missing`)
    }
  })

  it('meets every rule: what is whole is let through, and what breaks a clause is refused with it', () => {
    const policy = resolvePolicy(harbour, parseLandlord(readFile(), harbour))
    const restrict = (over: Partial<RestrictionProposal>) =>
      rules(mayRestrict(aProposal(policy, over), policy, now))
    expect(rules(mayWarn(aWarningProposal(policy), policy, now))).toBe('yes')
    expect(restrict({})).toBe('yes')
    expect(restrict({ warnings: [] })).toEqual([['no-warning-first', '3.2']])
    expect(restrict({ decidedBy: { id: 'ines', role: 'head' } })).toEqual([['not-the-role', '3.3']])
    expect(restrict({ assessments: [] })).toEqual([['not-assessed', '3.3']])
    expect(restrict({ measures: [{ code: 'significant-only', clause: '3.5' }] })).toEqual([
      ['measure-not-listed', '3.5'],
    ])
    expect(rules(mayHear({ id: 'noor', role: 'director' }, [], policy))).toBe('yes')
    expect(rules(mayHear({ id: 'noor', role: 'head' }, [], policy))).toEqual([['not-the-role', '4.1']])
  })

  it('is read by colleagues on the console’s page', () => {
    const policy = resolvePolicy(harbour, parseLandlord(readFile(), harbour))
    const page = policyInForce(policy, '2026-11-24')
    expect(page.document).toMatchObject({ title: 'Fair Contact Policy', isPast: false })
    expect(page.clauses.map(({ clause }) => clause)).toEqual(list)
    expect(page.silent).toContain('Formats and languages')
  })

  it('gets a section of its own in docs/policies.md', () => {
    const page = writePoliciesDocument([harbour])
    expect(page).toContain('\n## harbour\n')
    for (const clause of list) expect(page).toContain(`| ${clause} |`)
  })

  it('gives a clause to every restriction of the demonstration', () => {
    for (const { restriction } of demonstrationCases) {
      const measures = restriction?.measures((code) => clauseFor(harbour, code), 'sam-reed') ?? []
      for (const { clause } of measures) expect(list).toContain(clause)
    }
  })
})
