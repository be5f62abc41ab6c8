import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Category, Pack, Point } from '../../policies/pack.ts'
import {
  type Act,
  actOf,
  actsOfCategory,
  type Fine,
  fine,
  type Guard,
  guards,
  type Kind,
  kindOf,
} from '../../words/conduct.ts'

/** Something in the words of this website, or in the pack's own English, with the clauses that say so. */
export type Told<Name extends string> = { name: Name | null; own: string; clauses: string[] }
export type ToldKind = Told<Kind> & { gist: string; acts: Told<Act>[] }

/** Says each thing once, with every clause that it comes from. */
function gather<Name extends string>(all: Told<Name>[]): Told<Name>[] {
  const told = new Map<string, Told<Name>>()
  for (const each of all) {
    const known = told.get(each.name ?? each.own)
    const clauses = [...new Set([...(known?.clauses ?? []), ...each.clauses])]
    told.set(each.name ?? each.own, { ...(known ?? each), clauses })
  }
  return [...told.values()]
}

const listOf = (points: 'silent' | Point[]) => (points === 'silent' ? [] : points)

function exampleOf({ code, gist, clause }: Category['examples'][number]): Told<Act> {
  return { name: actOf(code), own: gist, clauses: [clause] }
}

/** Categories of the same kind are told together. What is lawful in itself is told apart. */
function kindsOf({ categories }: Pack): ToldKind[] {
  const byKind = Map.groupBy(categories, ({ code, name }) => kindOf(code) ?? name)
  return [...byKind.values()].map((same) => {
    const [first] = same as [Category]
    const examples = same.flatMap(({ examples }) => examples.filter((each) => !each.lawfulInItself))
    const itself = same.flatMap(({ code, clause }) =>
      actsOfCategory(code).map((act) => ({ name: act, own: '', clauses: [clause] })),
    )
    return {
      name: kindOf(first.code),
      own: first.name,
      gist: first.gist,
      clauses: [...new Set([...same, ...examples].map(({ clause }) => clause))],
      acts: gather([...itself, ...examples.map(exampleOf)]),
    }
  })
}

function fineIn(pack: Pack): { name: Fine; clause: string | null }[] {
  const said = listOf(pack.guards)
  return (Object.keys(fine) as Fine[]).map((name) => {
    const codes: readonly string[] = fine[name]
    return { name, clause: said.find(({ code }) => codes.includes(code))?.clause ?? null }
  })
}

/** What else the document says about judging fairly, in words or in its own English. */
function mindIn(pack: Pack): Told<Guard>[] {
  const asFine = new Set<string>(Object.values(fine).flat())
  return listOf(pack.guards)
    .filter(({ code }) => !asFine.has(code))
    .map(({ code, gist, clause }) => ({
      name: guards.find((each) => each === code) ?? null,
      own: gist,
      clauses: [clause],
    }))
}

/** What is and what is not all right, as the policy in force has it. */
export function describeConduct(pack: Pack) {
  const lawful = pack.categories.flatMap(({ examples }) => examples.filter((each) => each.lawfulInItself))
  return {
    fine: fineIn(pack),
    lawful: gather(lawful.map(exampleOf)),
    kinds: kindsOf(pack),
    together: pack.combinationCounts === 'silent' ? null : pack.combinationCounts.clause,
    mind: mindIn(pack),
  }
}

export function loadConduct({ context }: LoaderFunctionArgs) {
  return describeConduct(context.house.policy.pack)
}
