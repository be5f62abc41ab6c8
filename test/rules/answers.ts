import type { CaseAnswer } from '../../rules/case.ts'

/** The codes of every obstacle, or 'yes'. */
export function codes(answer: CaseAnswer): string | string[] {
  return 'no' in answer ? answer.no.map(({ code }) => code) : 'yes'
}

/** Every obstacle as code, whose rule it is, and the fact that tells it from others. */
export function rules(answer: CaseAnswer): string | string[][] {
  if (!('no' in answer)) return 'yes'
  return answer.no.map(({ code, clause, facts }) => [
    code,
    clause ?? String(facts?.invariant ?? facts?.decidedBy),
  ])
}
