import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPack, packs, policyKeys } from '../../policies/index.ts'
import { measureKinds, packSchema } from '../../policies/pack.ts'
import { clausesNamedIn } from './clauses-named.ts'
import { clauseLists } from './clauses/index.ts'

describe.each(policyKeys)('the document %s', (key) => {
  const pack = packs[key]!
  const list = pack.clauses.map(({ clause }) => clause)

  it('is complete in form', () => {
    expect(packSchema.parse(pack)).toEqual(pack)
    expect(pack.key).toBe(key)
  })

  it('lists every clause of the document once, in its order, and none that is not there', () => {
    expect(clauseLists[key], `test/policies/clauses/${key}.ts is needed`).toBeDefined()
    expect(list).toEqual(clauseLists[key])
  })

  it('rests every value on a clause of the document', () => {
    for (const clause of clausesNamedIn(pack)) expect(list).toContain(clause)
  })

  it('rests something on every clause that Clearway enforces', () => {
    const named = new Set(clausesNamedIn(pack))
    const unused = pack.clauses.filter(
      ({ clause, handling }) => handling === 'enforces' && !named.has(clause),
    )
    expect(unused).toEqual([])
  })

  it('gives each measure the kind that Clearway gives it', () => {
    for (const measure of pack.measures) expect(measure.kind).toBe(measureKinds[measure.code])
  })

  it('uses each code once in every list of conduct, examples and conflicts', () => {
    const once = (codes: string[]) => expect(new Set(codes).size).toBe(codes.length)
    once(pack.categories.map(({ code }) => code))
    for (const category of pack.categories) once(category.examples.map(({ code }) => code))
    once(pack.conflicts.map(({ code }) => code))
    once(pack.explanation.map(({ key: row }) => row))
  })

  it('names only its own categories where the warning depends on them', () => {
    const { warning } = pack.steps
    if (warning === 'silent' || warning.says.rule !== 'per-category') return
    expect(Object.keys(warning.says.categories ?? {}).sort()).toEqual(
      pack.categories.map(({ code }) => code).sort(),
    )
  })

  it('says how each conflict inside it is settled', () => {
    expect(pack.conflicts.length).toBeGreaterThan(0)
    for (const conflict of pack.conflicts) expect(conflict.resolution).not.toBe('')
  })

  it('has a demonstration landlord of its own', () => {
    const file = JSON.parse(
      readFileSync(new URL(`../../policies/landlords/${key}.json`, import.meta.url), 'utf8'),
    )
    expect(file).toMatchObject({
      policy: key,
      demonstration: true,
      name: expect.stringMatching(/demonstration/),
    })
  })
})

describe('the shelf of documents', () => {
  it('holds the five keys that CLEARWAY_POLICY takes', () => {
    expect(policyKeys).toEqual(
      expect.arrayContaining(['amplius', 'policy-2024', 'karbon', 'a2dominion', 'stonewater']),
    )
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
