import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writePoliciesDocument } from '../../bin/policies-document.ts'
import { packs, policyKeys } from '../../policies/index.ts'
import type { Pack } from '../../policies/pack.ts'

const page = readFileSync(new URL('../../docs/policies.md', import.meta.url), 'utf8')

/** What stands under the heading of that pack, to the next pack. */
function sectionOf(key: string): string {
  const [, section] = page.split(`\n## ${key}\n`)
  return section?.split('\n## ')[0] ?? ''
}

describe('docs/policies.md', () => {
  it('is what `npm run policies` writes', () => {
    expect(page).toBe(writePoliciesDocument(Object.values(packs)))
  })

  it('has one section for each pack, in the order of the shelf', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(policyKeys)
  })

  it.each(policyKeys)('lists every clause of %s once, with what becomes of it', (key) => {
    const rows = sectionOf(key)
      .split('\n')
      .filter((line) => /\*\*(enforces|shows|records|leaves it to people)\*\* \|$/.test(line))
      .map((line) => line.split(' | ')[0]?.replace(/^\| /, ''))
    expect(rows).toEqual(packs[key]?.clauses.map(({ clause }) => clause))
  })

  it.each(policyKeys)('tells every conflict inside %s, and how it is settled', (key) => {
    for (const { about, resolution } of packs[key]?.conflicts ?? []) {
      expect(sectionOf(key)).toContain(about)
      expect(sectionOf(key)).toContain(resolution)
    }
  })

  it('says that the review date of Stonewater has passed, and of no other (7.0)', () => {
    const passed = policyKeys.filter((key) => sectionOf(key).includes('its own review date has passed'))
    expect(passed).toEqual(['stonewater'])
    expect(sectionOf('stonewater')).toContain('was due on 13 May 2023 (7.0)')
  })

  it('says what the landlord must decide where the document is silent', () => {
    expect(sectionOf('amplius')).toContain('- `appealWindowDays`: the policy does not say')
    expect(sectionOf('stonewater')).not.toContain('`appealWindowDays`')
  })

  it('is written anew from whatever packs there are, and misses a clause that a pack loses', () => {
    const karbon = packs.karbon as Pack
    const short = { ...karbon, clauses: karbon.clauses.filter(({ clause }) => clause !== '4.7') }
    expect(writePoliciesDocument([karbon])).toContain('| 4.7 |')
    expect(writePoliciesDocument([short])).not.toContain('| 4.7 |')
  })
})
