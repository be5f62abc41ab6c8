import type { Pack } from '../policies/pack.ts'
import { isWritten, saysElse } from './basis.ts'
import type { CaseReason, Evidence } from './case.ts'

function lawfulExample(pack: Pack, code: string | null): { clause: string } | undefined {
  const examples = pack.categories.flatMap((category) => category.examples)
  return examples.find((each) => each.code === code && each.lawfulInItself)
}

/** The clause that asks for evidence, or null where the policy has none. */
function evidenceClause(pack: Pack): string | null {
  return pack.evidence === 'silent' ? null : (pack.evidence[0]?.clause ?? null)
}

/** What is wrong with the evidence of a case: none, says nothing, not yet happened, or a lawful act with no reason (I6). */
export function evidenceObstacles(evidence: Evidence[], pack: Pack, today: string): CaseReason[] {
  const clause = evidenceClause(pack)
  if (evidence.length === 0) return [saysElse('no-evidence', clause, 'I6')]
  return evidence.flatMap(({ on, what, example, whyMoreThanARight }) => {
    const lawful = lawfulExample(pack, example)
    return [
      ...(isWritten(what) ? [] : [saysElse('evidence-says-nothing', clause, 'I6', { on })]),
      ...(on > today ? [saysElse('evidence-not-yet-happened', clause, 'I6', { on })] : []),
      ...(lawful && !isWritten(whyMoreThanARight)
        ? [{ code: 'lawful-act-needs-a-reason', clause: lawful.clause, facts: { on } }]
        : []),
    ]
  })
}
