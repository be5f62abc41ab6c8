import type { Resolved } from '../policies/resolve.ts'
import type { CaseReason } from './case.ts'
import { addWorkingDays } from './working-days.ts'
import { calendarOf, type Nation } from './bank-holidays.ts'

type Facts = CaseReason['facts']
type Invariant = `I${number}`

/** An obstacle that rests on Clearway's own promise, which no policy can switch off. */
export function clearwaySays(code: string, invariant: Invariant, facts: Facts = {}): CaseReason {
  return { code, clause: null, facts: { invariant, ...facts } }
}

/** An obstacle that rests on the policy's clause, or on Clearway's promise where the policy has none. */
export function saysElse(
  code: string,
  clause: string | null | undefined,
  invariant: Invariant,
  facts: Facts = {},
): CaseReason {
  return clause ? { code, clause, facts } : clearwaySays(code, invariant, facts)
}

/** An obstacle that rests on a value of the policy in force: its clause, or the landlord's dated decision. */
export function resolvedSays(code: string, rule: Resolved<unknown>, facts: Facts = {}): CaseReason {
  if (rule.source === 'policy') return { code, clause: rule.clause, facts }
  return { code, clause: null, facts: { decidedOn: rule.decidedOn, decidedBy: rule.decidedBy, ...facts } }
}

/** Whether somebody wrote anything there. */
export function isWritten(text: string | null | undefined): boolean {
  return !!text?.trim()
}

/** That many working days after a day, by the bundled bank holidays, or null past the last day whose bank holidays are known: a rule never throws. */
export function workingDayAfter(day: string, count: number, nation: Nation): string | null {
  try {
    return addWorkingDays(day, count, calendarOf(nation))
  } catch {
    return null
  }
}
