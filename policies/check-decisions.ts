import { ceilings, type DecisionName, type Decisions } from './decisions.ts'
import type { Pack, Role, Says } from './pack.ts'

/**
 * What is missing from a landlord's decisions, or contradicts its policy, in sentences. A landlord may be kinder than
 * its policy (review sooner, answer faster, leave longer to appeal, ask a narrower set of people), never harsher.
 * `named` are the decisions the file mentions at all: one that is there but unreadable is not also called missing.
 */
export function checkDecisions(decisions: Decisions, pack: Pack, named: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const need = (name: DecisionName, why: string) => {
    if (!named.has(name)) faults.push(`decisions.${name} is missing: ${why}.`)
  }
  const contradicts = (name: DecisionName, value: unknown, says: unknown, clause: string, rule: string) =>
    faults.push(
      `decisions.${name} is ${show(value)}, but the policy says ${show(says)} (${clause}): ${rule}.`,
    )
  const silent = (about: string) => `the policy does not say ${about}, so the landlord decides`

  /** Numbers the landlord may lower but not raise, or, for a window, raise but not lower. */
  const number = (name: DecisionName, says: Says<number>, about: string, kinder: 'fewer' | 'more') => {
    const value = decisions[name]?.value
    if (says === 'silent') return need(name, silent(about))
    if (typeof value !== 'number' || value === says.says) return
    if (value < says.says === (kinder === 'fewer')) return
    contradicts(
      name,
      value,
      says.says,
      says.clause,
      `the landlord can allow ${kinder}, not ${kinder === 'fewer' ? 'more' : 'fewer'}`,
    )
  }

  const roles = (
    name: DecisionName,
    says: Says<{ roles: Role[] }>,
    about: string,
    chosen: Role[] | undefined,
  ) => {
    if (says === 'silent') return need(name, silent(about))
    const outside = chosen?.filter((role) => !says.says.roles.includes(role)) ?? []
    if (outside.length > 0) contradicts(name, chosen, says.says.roles, says.clause, 'choose from those roles')
  }

  roles(
    'authoriserRoles',
    pack.authorise.restriction,
    'who may impose a restriction',
    decisions.authoriserRoles?.value,
  )

  const { hearer } = pack.appeal
  const first = decisions.appealHearerRole?.value
  roles('appealHearerRole', hearer, 'who hears appeals', first && [first])
  if (hearer !== 'silent' && hearer.says.roles.length > 1) {
    need(
      'appealHearerRole',
      `the policy says ${hearer.says.title} (${hearer.clause}), and more than one role here can be that`,
    )
  }
  need('alternateHearerRole', 'someone else hears the appeal when the first hearer took an earlier part')
  const hearing = first ?? (hearer === 'silent' ? undefined : hearer.says.roles[0])
  if (hearing && decisions.alternateHearerRole?.value === hearing) {
    faults.push(
      `decisions.alternateHearerRole is ${hearing}, the same role that hears appeals first: choose another.`,
    )
  }
  for (const name of ['appealHearerRole', 'alternateHearerRole'] as const) {
    const role = decisions[name]?.value
    if (role === 'contractor' || role === 'officer') {
      faults.push(`decisions.${name} is ${role}: an appeal is heard by a manager or someone more senior.`)
    }
  }
  if (decisions.authoriserRoles?.value.some((role) => role === 'contractor')) {
    faults.push('decisions.authoriserRoles names contractor: a contractor cannot impose a restriction.')
  }

  number('appealWindowDays', pack.appeal.windowDays, 'how long a customer has to appeal', 'more')
  number('appealDecisionWorkingDays', pack.appeal.decisionWorkingDays, 'when an appeal is answered', 'fewer')
  need(
    'reviewGraceDays',
    'no policy says when a restriction whose review was missed lapses, so the landlord decides',
  )
  number('defaultDurationMonths', pack.duration.usualMonths, 'how long a restriction usually lasts', 'fewer')
  number('markerReviewMonths', pack.markers.reviewMonths, 'how often a marker is reviewed', 'fewer')

  const { cadence } = pack.review
  if (cadence === 'silent') {
    need('reviewEveryMonths', silent('how often a restriction is reviewed'))
  } else {
    const { minMonths, maxMonths } = cadence.says
    const value = decisions.reviewEveryMonths?.value
    if (maxMonths > ceilings.reviewMonths) {
      need(
        'reviewEveryMonths',
        `the policy reviews every ${maxMonths} months (${cadence.clause}), and Clearway asks for a review at least every ${ceilings.reviewMonths} months`,
      )
    } else if (value !== undefined && (value > maxMonths || value < (minMonths ?? 1))) {
      contradicts(
        'reviewEveryMonths',
        value,
        `${minMonths ?? 1} to ${maxMonths}`,
        cadence.clause,
        'choose a number of months in that range',
      )
    }
  }
  return faults
}

function show(value: unknown): string {
  return Array.isArray(value) ? value.join(' or ') : String(value)
}
