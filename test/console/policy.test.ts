import { describe, expect, it } from 'vitest'
import { policyInForce } from '../../app/doors/console-policy.server.ts'
import { policyKeys } from '../../policies/index.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'

const today = '2026-11-24'
const pageOf = (key: string, day = today) => policyInForce(demonstrationPolicy(key), day)

describe.each(policyKeys)('the console’s page on %s', (key) => {
  const { pack } = demonstrationPolicy(key)
  const page = pageOf(key)

  it('lists every clause with what becomes of it, and every conflict with how it is settled', () => {
    expect(page.clauses).toEqual(pack.clauses)
    expect(page.conflicts).toEqual(pack.conflicts)
  })

  it('says nothing without a clause of the document', () => {
    const clauses = pack.clauses.map(({ clause }) => clause)
    const said = page.parts.flatMap((part) => part.said)
    expect(said.length).toBeGreaterThan(10)
    for (const { text, clause } of said) {
      expect(clauses).toContain(clause)
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  it('names what the landlord decided, each with a date and who decided', () => {
    expect(page.own.length).toBeGreaterThan(0)
    for (const { value, decidedOn, decidedBy } of page.own) {
      expect(value).not.toMatch(/undefined|NaN/)
      expect(decidedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(decidedBy).not.toBe('')
    }
  })
})

describe('a document’s own review date', () => {
  it('has passed for Stonewater (7.0), and not for the others', () => {
    const past = policyKeys.filter((key) => pageOf(key).document.isPast)
    expect(past).toEqual(['stonewater'])
  })

  it.each([
    ['2028-09-10', false],
    ['2028-09-11', false],
    ['2028-09-12', true],
  ])('of Amplius, 11 September 2028, on %s: passed is %s', (day, isPast) => {
    expect(pageOf('amplius', day).document.isPast).toBe(isPast)
  })

  it('that is not known has not passed (Karbon 5.1)', () => {
    expect(pageOf('karbon', '2099-01-01').document.isPast).toBe(false)
  })
})
