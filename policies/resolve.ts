import type { DecisionName } from './decisions.ts'
import type { Landlord } from './landlord.ts'
import type { Pack, Role, Says } from './pack.ts'

/** A value the rules use, with whose rule it is: the policy's, with its clause, or the landlord's own dated decision. */
export type Resolved<T> =
  | { value: T; source: 'policy'; clause: string }
  | { value: T; source: 'landlord'; decidedOn: string; decidedBy: string }

export type AppealSubject = 'finding' | 'warning' | 'restriction' | 'marker'

/** The policy in force: the pack, with what it leaves silent filled in by the landlord. */
export type Policy = {
  pack: Pack
  landlord: Landlord
  authoriserRoles: Resolved<Role[]>
  appealHearerRole: Resolved<Role>
  /** Hears when the first hearer took an earlier part (I8). */
  appealAlternateRole: Resolved<Role>
  /** Calendar days; null: for as long as what is appealed is in force. */
  appealWindowDays: Resolved<number | null>
  appealDecisionWorkingDays: Resolved<number>
  /** The longest time to the next review. */
  reviewEveryMonths: Resolved<number>
  /** Time to the first review; shorter than `reviewEveryMonths` where the policy gives a window (Stonewater 5.2). */
  firstReviewMonths: Resolved<number>
  reviewGraceDays: Resolved<number>
  durationMonths: Resolved<number>
  markerReviewMonths: Resolved<number>
  /**
   * What can be appealed, with the clause that says so. A restriction always can be, under every policy (I6): where the
   * policy does not say so, its clause is null and the promise is Clearway's.
   */
  appealAgainst: { code: AppealSubject; clause: string | null }[]
  /** 'any', or the policy's own list; an appeal on another ground is still looked at by people. */
  appealGrounds: 'any' | { code: string; clause: string; gist: string }[]
}

/** Puts a pack and settings that `parseLandlord` accepted for it together into the flat values that the rules use. */
export function resolvePolicy(pack: Pack, landlord: Landlord): Policy {
  const landlordSays = <Name extends DecisionName>(name: Name) => {
    const decision = landlord.decisions[name]
    if (!decision)
      throw new Error(`The landlord has not decided ${name}: read its settings with parseLandlord.`)
    const { decidedOn, decidedBy } = decision
    return { value: decision.value as Decided<Name>, source: 'landlord' as const, decidedOn, decidedBy }
  }
  /** The policy's word, unless the landlord decided otherwise (which parseLandlord allows only where it is kinder). */
  const choose = <T>(policy: Says<T>, name: DecisionName): Resolved<T> => {
    const decision = landlord.decisions[name]
    if (policy !== 'silent' && (!decision || isSame(decision.value, policy.says))) {
      return { value: policy.says, source: 'policy', clause: policy.clause }
    }
    return landlordSays(name) as Resolved<T>
  }

  const { authorise, appeal, review, duration, markers } = pack
  const authorisers = authorise.restriction
  const hearer = appeal.hearer
  const window: Resolved<number | 'while in force'> = choose<number | 'while in force'>(
    appeal.windowDays,
    'appealWindowDays',
  )
  const reviewEveryMonths = choose(
    review.cadence === 'silent'
      ? 'silent'
      : { says: review.cadence.says.maxMonths, clause: review.cadence.clause },
    'reviewEveryMonths',
  )
  const minMonths = review.cadence === 'silent' ? null : review.cadence.says.minMonths

  return {
    pack,
    landlord,
    authoriserRoles: choose(
      authorisers === 'silent' ? 'silent' : { says: authorisers.says.roles, clause: authorisers.clause },
      'authoriserRoles',
    ),
    appealHearerRole: choose(
      hearer === 'silent' || hearer.says.roles.length > 1
        ? 'silent'
        : { says: hearer.says.roles[0] as Role, clause: hearer.clause },
      'appealHearerRole',
    ),
    appealAlternateRole: landlordSays('alternateHearerRole'),
    appealWindowDays: { ...window, value: window.value === 'while in force' ? null : window.value },
    appealDecisionWorkingDays: choose(appeal.decisionWorkingDays, 'appealDecisionWorkingDays'),
    reviewEveryMonths,
    firstReviewMonths:
      minMonths !== null && review.cadence !== 'silent'
        ? { value: minMonths, source: 'policy', clause: review.cadence.clause }
        : reviewEveryMonths,
    reviewGraceDays: landlordSays('reviewGraceDays'),
    durationMonths: choose(duration.usualMonths, 'defaultDurationMonths'),
    markerReviewMonths: choose(markers.reviewMonths, 'markerReviewMonths'),
    appealAgainst: withRestriction(appeal.against === 'silent' ? [] : appeal.against),
    appealGrounds: Array.isArray(appeal.grounds) ? appeal.grounds : 'any',
  }
}

function withRestriction(against: Policy['appealAgainst']): Policy['appealAgainst'] {
  if (against.some(({ code }) => code === 'restriction')) return against
  return [...against, { code: 'restriction', clause: null }]
}

type Decided<Name extends DecisionName> = NonNullable<Landlord['decisions'][Name]>['value']

function isSame(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item) => other.includes(item))
    : one === other
}
