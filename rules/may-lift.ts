import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, isWritten } from './basis.ts'
import type { CaseAnswer, Colleague } from './case.ts'
import { deciderObstacles } from './decider.ts'
import { stopsAt } from './in-force.ts'
import type { Restriction } from './restriction.ts'

/** May this restriction be lifted now, in force or still to come? By whoever may impose one, with a reason, and nothing more. */
export function mayLift(
  restriction: Restriction,
  by: Colleague | null,
  reason: string,
  policy: Policy,
  now: Date,
): CaseAnswer {
  const no = [
    ...deciderObstacles(by, policy),
    ...(isWritten(reason) ? [] : [clearwaySays('no-reason', 'I6')]),
    ...(now < stopsAt(restriction) ? [] : [clearwaySays('stopped-already', 'I6')]),
  ]
  return no.length > 0 ? { no } : { yes: true }
}
