import { warningParts } from '../../policies/pack.ts'
import type { Policy } from '../../policies/resolve.ts'
import type {
  AssessmentRecord,
  Colleague,
  Evidence,
  Means,
  RestrictionProposal,
  SafetyException,
  Warning,
  WarningProposal,
} from '../../rules/case.ts'
import { addDays, addMonths, instantAt } from '../../rules/london.ts'
import { partsToTell } from '../../rules/notice-told.ts'
import type { Measure } from '../../rules/restriction.ts'

/** Tuesday 24 November 2026, ten in the morning: the instant at which every case here is decided. */
export const now = new Date('2026-11-24T10:00:00Z')
/** The first day of the restrictions proposed here, from midnight. */
export const startsOn = '2026-12-01'

/** Who may decide under that policy, by the name of Ines. */
export function theAuthoriser({ authoriserRoles }: Policy): Colleague {
  const role = authoriserRoles.value.find((each) => each !== 'contractor')
  if (!role) throw new Error('A policy names who may decide.')
  return { id: 'ines', role }
}

/** An incident of Tuesday 10 November, written down by an officer. */
export function anIncident(over: Partial<Evidence> = {}): Evidence {
  return {
    on: '2026-11-10',
    what: 'Eleven calls before noon, each of them shouting.',
    by: 'sam',
    example: null,
    whyMoreThanARight: null,
    ...over,
  }
}

/** A warning that is whole under that policy. */
export function aWarningProposal(policy: Policy, over: Partial<WarningProposal> = {}): WarningProposal {
  return {
    by: theAuthoriser(policy),
    category: policy.pack.categories[0]?.code ?? '',
    conduct: 'Shouting at colleagues on the telephone.',
    evidence: [anIncident()],
    proposed: 'Contact by email and letter for three months.',
    states: [...warningParts],
    ...over,
  }
}

/** A warning, or the finding that stands for it, received on Monday 2 November, before the incident. */
export function aWarning(policy: Policy, over: Partial<Warning> = {}): Warning {
  return {
    kind: 'warning',
    category: policy.pack.categories[0]?.code ?? '',
    by: 'sam',
    receivedAt: new Date('2026-11-02T10:00:00Z'),
    ...over,
  }
}

/** Nothing stands in this person's way. */
export const everyMeans: Means = { needs: [], interpreterArranged: false, promisedChannels: [] }

/** Everything that the pack asks to be looked into, done the day before. */
export function allAssessments({ pack }: Policy): AssessmentRecord[] {
  if (pack.assessments === 'silent') return []
  return pack.assessments.map(({ code, questions }) => ({
    code,
    on: '2026-11-23',
    by: 'ines',
    outcome: 'done',
    note: 'Looked into and written down.',
    answers: Object.fromEntries((questions ?? []).map((question) => [question.code, 'No.'])),
  }))
}

/** Email and letters only, under the pack's own clause for it. */
export function writtenOnly({ pack }: Policy): Measure {
  const clause = pack.measures.find(({ code }) => code === 'channels')?.clause ?? 'listed'
  return { code: 'channels', open: ['email', 'letter'], clause }
}

/** The immediate-safety exception, recorded as it has to be: notice in one working day, the rest in two. */
export function anException(policy: Policy, over: Partial<SafetyException> = {}): SafetyException {
  return {
    authorisedBy: theAuthoriser(policy),
    reason: 'Said that he is outside the office with a knife.',
    noticeDueOn: '2026-11-25',
    accountDueOn: '2026-11-26',
    assessmentsDueOn: '2026-11-26',
    ...over,
  }
}

/**
 * A restriction that may be imposed under that policy, whatever the policy: email and letters only, from 1 December 2026
 * for as long as is usual, with the first review where the policy wants it.
 */
export function aProposal(policy: Policy, over: Partial<RestrictionProposal> = {}): RestrictionProposal {
  const measures = over.measures ?? [writtenOnly(policy)]
  const months = policy.durationMonths.value
  return {
    decidedBy: theAuthoriser(policy),
    category: policy.pack.categories[0]?.code ?? '',
    reason: 'Colleagues could not work, and it went on after the warning.',
    evidence: [anIncident()],
    warnings: [aWarning(policy)],
    noWarning: null,
    immediateSafety: null,
    accountInvitedOn: '2026-11-16',
    assessments: allAssessments(policy),
    measures,
    startsAt: instantAt(startsOn),
    endsAt: instantAt(addDays(addMonths(startsOn, months), 1)),
    reviewOn: addMonths(startsOn, Math.min(months, policy.firstReviewMonths.value)),
    whyLonger: null,
    whyWider: null,
    others: [],
    means: everyMeans,
    agencyAcceptedOn: null,
    withMarker: false,
    notice: {
      parts: partsToTell(policy, measures, over.withMarker ?? false),
      receivedAt: new Date('2026-11-25T10:00:00Z'),
    },
    ...over,
  }
}
