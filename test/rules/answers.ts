import type { CaseAnswer } from '../../rules/case.ts'

function said(answer: { yes: boolean }): string {
  return answer.yes ? 'yes' : 'neither yes nor no'
}

/** The codes of every obstacle, or 'yes'. */
export function codes(answer: CaseAnswer): string | string[] {
  return 'no' in answer ? answer.no.map(({ code }) => code) : said(answer)
}

/** Every obstacle as code, whose rule it is, and the fact that tells it from others. */
export function rules(answer: CaseAnswer): string | string[][] {
  if (!('no' in answer)) return said(answer)
  return answer.no.map(({ code, clause, facts }) => [
    code,
    clause ?? String(facts?.invariant ?? facts?.decidedBy),
  ])
}
