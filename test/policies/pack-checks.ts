import { expect, it } from 'vitest'
import { parseLandlord } from '../../policies/landlord.ts'
import { measureKinds, type Pack, packSchema } from '../../policies/pack.ts'
import { resolvePolicy } from '../../policies/resolve.ts'
import { clausesNamedIn } from './clauses-named.ts'

const once = (codes: string[]) => expect(new Set(codes).size).toBe(codes.length)

/**
 * Every check that a document must pass, whichever it is: the five, and any that is added. `list` is the document's
 * clauses as somebody took them from the document, apart from the pack; `file` is the landlord's settings for it.
 */
export function checkPack(pack: Pack, { list, file }: { list: readonly string[]; file: unknown }): void {
  const { key } = pack
  const clauses = pack.clauses.map(({ clause }) => clause)
  const policy = () => resolvePolicy(pack, parseLandlord(file, pack))

  it('is complete in form', () => {
    expect(packSchema.parse(pack)).toEqual(pack)
  })

  it('lists every clause of the document once, in its order, and none that is not there', () => {
    expect(clauses).toEqual(list)
    once(clauses)
  })

  it('rests every value on a clause of the document', () => {
    for (const clause of clausesNamedIn(pack)) expect(clauses).toContain(clause)
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
    once(pack.categories.map(({ code }) => code))
    for (const category of pack.categories) once(category.examples.map(({ code }) => code))
    once(pack.conflicts.map(({ code }) => code))
    once(pack.explanation.map((row) => ('key' in row ? row.key : row.code)))
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
    expect(file).toMatchObject({
      policy: key,
      demonstration: true,
      name: expect.stringMatching(/demonstration/),
    })
  })

  it('says of every value whose rule it is: a clause, or a landlord’s dated decision', () => {
    for (const value of Object.values(policy())) {
      if (typeof value !== 'object' || !('source' in value)) continue
      if (value.source === 'policy') expect(clauses).toContain(value.clause)
      else {
        expect(value.decidedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(value.decidedBy).not.toBe('')
      }
    }
  })

  it('is reviewed at least every six months (I6)', () => {
    const { reviewEveryMonths, firstReviewMonths } = policy()
    expect(reviewEveryMonths.value).toBeLessThanOrEqual(6)
    expect(firstReviewMonths.value).toBeLessThanOrEqual(reviewEveryMonths.value)
  })

  it('always lets a restriction be appealed (I6), before two different hearers (I8)', () => {
    const { appealAgainst, appealHearerRole, appealAlternateRole } = policy()
    expect(appealAgainst.filter(({ code }) => code === 'restriction')).toHaveLength(1)
    expect(appealHearerRole.value).not.toBe(appealAlternateRole.value)
  })
}
