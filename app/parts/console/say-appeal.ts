import type { CaseReason, Part } from '../../../rules/case.ts'
import type { AppealKind } from '../../../rules/may-appeal.ts'
import { sayRole } from './say-reason.ts'
import { sayDay } from './say-time.ts'

const kinds: Record<AppealKind, string> = {
  restriction: 'a restriction',
  warning: 'a warning',
  marker: 'a marker',
}

export function sayKind(kind: AppealKind): string {
  return kinds[kind]
}

export function sayRuling(ruling: string | null): string {
  if (ruling === 'upheld') return 'Upheld'
  return ruling === 'partly' ? 'Partly upheld' : 'Not upheld'
}

/** Working days to the answer; null is past its day. */
export function sayDaysLeft(daysLeft: number | null): string {
  if (daysLeft === null) return 'Overdue'
  if (daysLeft === 0) return 'Due today'
  return daysLeft === 1 ? '1 working day left' : `${daysLeft} working days left`
}

const partWords: Record<Part['part'], string> = {
  evidence: 'wrote evidence',
  warning: 'gave the warning',
  decision: 'decided the restriction',
  review: 'reviewed it',
  marker: 'placed the marker',
  exception: 'allowed that there was no warning first',
}

export function sayPart(part: Part['part']): string {
  return partWords[part]
}

/** Whose rule it rests on, in brackets. */
function sayBasis({ clause, facts }: CaseReason, document: string): string {
  if (clause) return `${document}: ${clause}.`
  if (facts?.decidedOn) return `Decided by ${facts.decidedBy} on ${sayDay(String(facts.decidedOn))}.`
  return 'Clearway promises this under every policy.'
}

/** Why a colleague may not hear an appeal (I8). */
export function sayObstacle(reason: CaseReason, document: string): string {
  const basis = sayBasis(reason, document)
  if (reason.code === 'took-an-earlier-part') {
    return `You took an earlier part in this: you ${sayPart(reason.facts?.part as Part['part'])}. ${basis}`
  }
  const role = sayRole(reason.facts?.role as Parameters<typeof sayRole>[0]).toLowerCase()
  return `Your role is ${role}, and another role hears it. ${basis}`
}
