import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writePoliciesDocument } from '../../../bin/policies-document.ts'
import { clauseFor, demonstrationCases } from '../../../db/demonstration-cases.ts'
import { policyKeys } from '../../../policies/index.ts'
import { parseLandlord } from '../../../policies/landlord.ts'
import { resolvePolicy } from '../../../policies/resolve.ts'
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
