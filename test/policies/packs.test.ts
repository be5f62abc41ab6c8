import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPack, packs, policyKeys } from '../../policies/index.ts'
import { type Pack, packSchema } from '../../policies/pack.ts'
import { clauseLists } from './clauses/index.ts'
import { landlordFile } from './demonstration-landlord.ts'
import { checkPack } from './pack-checks.ts'

describe.each(policyKeys)('the document %s', (key) => {
  const pack = packs[key] as Pack
  // A document that was added has only its own list until a second person takes one from the document.
  checkPack(pack, {
    list: clauseLists[key] ?? pack.clauses.map(({ clause }) => clause),
    file: landlordFile(key),
  })

  it('stands on the shelf under its own key', () => {
    expect(pack.key).toBe(key)
  })
})

describe('the shelf of documents', () => {
  it('holds the five keys that CLEARWAY_POLICY takes', () => {
    expect(policyKeys).toEqual(
      expect.arrayContaining(['amplius', 'policy-2024', 'karbon', 'a2dominion', 'stonewater']),
    )
  })

  it('has a list of clauses for each of the five that somebody took from the document itself', () => {
    expect(Object.keys(clauseLists).sort()).toEqual([
      'a2dominion',
      'amplius',
      'karbon',
      'policy-2024',
      'stonewater',
    ])
  })

  it('has a list of promises for each of the five, which is closed', () => {
    for (const key of Object.keys(clauseLists)) {
      const promises = readFileSync(new URL(`./promises/${key}.test.ts`, import.meta.url), 'utf8')
      expect(promises).toContain(`promisesOf('${key}')`)
      expect(promises).toMatch(/\n {2}thatIsAll\(\)\n/)
    }
  })

  it('finds a document by its key, and nothing for a word that is none', () => {
    expect(findPack('karbon')?.document.landlordName).toBe('Karbon Homes')
    expect(findPack('nobody')).toBeUndefined()
    expect(findPack('constructor')).toBeUndefined()
  })

  it('refuses a measure whose kind is not the one Clearway gives it', () => {
    const pack = packs.amplius!
    const [first, ...rest] = pack.measures
    expect(
      packSchema.safeParse({ ...pack, measures: [{ ...first, kind: 'contact' }, ...rest] }).success,
    ).toBe(false)
    expect(packSchema.safeParse(pack).success).toBe(true)
  })
})
