import { describe, expect, test } from 'vitest'
import { describeConduct } from '../../app/doors/conduct.server.ts'
import { packs } from '../../policies/index.ts'
import { actOf, fine, guards, kindOf } from '../../words/conduct.ts'

describe.each(Object.entries(packs))('%s', (key, pack) => {
  const conduct = describeConduct(pack)

  test('has words in every language for each category, example and guard', () => {
    const known = new Set<string>([...guards, ...Object.values(fine).flat()])
    const { categories } = pack
    expect(categories.map(({ code }) => code).filter((code) => !kindOf(code))).toEqual([])
    const examples = categories.flatMap((category) => category.examples.map(({ code }) => code))
    expect(examples.filter((code) => !actOf(code))).toEqual([])
    const said = pack.guards === 'silent' ? [] : pack.guards.map(({ code }) => code)
    expect(said.filter((code) => !known.has(code))).toEqual([])
  })

  test('tells what is lawful in itself among what is all right, and nowhere else', () => {
    const examples = pack.categories.flatMap((category) => category.examples)
    const lawful = examples.filter((each) => each.lawfulInItself).map(({ code }) => actOf(code))
    expect(conduct.lawful.map(({ name }) => name).sort()).toEqual([...new Set(lawful)].sort())
    const acts = conduct.kinds.flatMap((kind) => kind.acts.map(({ name }) => name))
    expect(acts.filter((act) => lawful.includes(act))).toEqual([])
  })

  test('names the clause of everything that is not all right', () => {
    for (const { clauses, acts } of conduct.kinds) {
      expect(clauses.length).toBeGreaterThan(0)
      for (const act of acts) expect(act.clauses.length).toBeGreaterThan(0)
    }
    const clauses = new Set(conduct.kinds.flatMap((kind) => kind.clauses))
    for (const category of pack.categories) expect(clauses, key).toContain(category.clause)
  })

  test('says each thing once in a kind', () => {
    for (const { acts } of conduct.kinds) expect(new Set(acts.map(({ name }) => name)).size).toBe(acts.length)
  })
})

describe('what is never held against anybody', () => {
  const clauseOf = (pack: string, name: string) => {
    const found = packs[pack]
    return found && describeConduct(found).fine.find((each) => each.name === name)?.clause
  }
  test.each([
    ['amplius', 'angry', 'Definition of unacceptable customer conduct and actions, paragraph 1'],
    ['karbon', 'angry', '3.2.1'],
    ['policy-2024', 'firm', 'Objectives'],
    ['karbon', 'complain', '1.2'],
    ['karbon', 'opinion', '3.1'],
    ['stonewater', 'angry', null],
    ['a2dominion', 'firm', null],
  ])('under %s: %s', (pack, name, clause) => {
    expect(clauseOf(pack, name)).toBe(clause)
  })

  test.each(Object.keys(packs))('is the same list under %s, whatever the document says (I7)', (pack) => {
    const found = packs[pack]
    expect(found && describeConduct(found).fine.map(({ name }) => name)).toEqual(Object.keys(fine))
  })
})

test('a code that no one has found words for is told in the pack’s own English', () => {
  const [pack] = Object.values(packs)
  if (!pack) throw new Error('there is no pack')
  const example = { code: 'juggling', clause: '9.9', gist: 'Juggling in the office.' }
  const category = {
    code: 'circus',
    name: 'Circus',
    clause: '9',
    gist: 'Acts for a ring.',
    examples: [example],
  }
  const { kinds } = describeConduct({ ...pack, categories: [category] })
  expect(kinds).toMatchObject([
    {
      name: null,
      own: 'Circus',
      gist: 'Acts for a ring.',
      acts: [{ name: null, own: 'Juggling in the office.' }],
    },
  ])
})
