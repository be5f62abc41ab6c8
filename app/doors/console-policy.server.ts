import type { Pack, Says } from '../../policies/pack.ts'
import type { Policy, Resolved } from '../../policies/resolve.ts'
import { dayOf } from '../../rules/london.ts'
import { sayRole } from '../parts/console/say-reason.ts'
import { type Asked, requireColleague } from './console.server.ts'

type Part = Exclude<keyof Pack, 'key' | 'packVersion' | 'document' | 'conflicts' | 'explanation' | 'clauses'>

/** Every part of a pack with what colleagues call it. The type keeps a new part from being forgotten. */
const partNames: Record<Part, string> = {
  covers: 'Whom it covers',
  channels: 'Ways of getting in touch',
  categories: 'Conduct it speaks of',
  combinationCounts: 'Several together',
  guards: 'Against too quick a use',
  steps: 'Steps',
  authorise: 'Who decides',
  evidence: 'Evidence',
  assessments: 'To look into first',
  notice: 'What a letter tells',
  measures: 'Measures',
  measuresOpen: 'Other measures',
  power: 'What they rest on',
  guarantees: 'What it promises to leave open',
  duration: 'How long',
  review: 'Reviews',
  appeal: 'Appeals',
  vulnerability: 'Vulnerability',
  equality: 'Equality',
  markers: 'Markers',
  records: 'Records',
  external: 'Reports to others',
  tellCustomerOfReport: 'Telling of a report',
  sharing: 'Sharing details',
  managementReporting: 'Checks by managers',
  formats: 'Formats and languages',
  controllers: 'Who answers for personal details',
  dataProtection: 'Data protection',
}

/** One thing that the document says, in our words, with its clause. */
export type Said = { text: string; clause: string }

/** A code as words: 'household-member' is 'Household member'. */
function sayCode(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The words for one value of a pack: its gist, or else the plainest thing that it has. */
function textOf(value: Record<string, unknown>): string | null {
  const { gist, name, says, code } = value
  if (typeof gist === 'string') return typeof name === 'string' ? `${name}: ${gist}` : gist
  if (typeof says === 'string') return sayCode(says)
  if (typeof says === 'number') return String(says)
  if (Array.isArray(says)) return says.map(nameOf).filter(Boolean).join(', ') || null
  if (typeof says === 'object' && says !== null) return 'title' in says ? String(says.title) : null
  return typeof code === 'string' ? sayCode(code) : null
}

function nameOf(item: unknown): string {
  if (typeof item === 'string') return item
  return typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : ''
}

/** Everything inside a part of a pack that rests on a clause. */
function saidIn(value: unknown): Said[] {
  if (Array.isArray(value)) return value.flatMap(saidIn)
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  const text = typeof fields.clause === 'string' ? textOf(fields) : null
  return [
    ...(text ? [{ text, clause: String(fields.clause) }] : []),
    ...Object.values(fields).flatMap(saidIn),
  ]
}

/** One thing that the landlord decided itself. */
export type OwnDecision = { what: string; value: string; decidedOn: string; decidedBy: string }

function own<T>(what: string, rule: Resolved<T>, say: (value: T) => string): OwnDecision[] {
  if (rule.source === 'policy') return []
  const { decidedOn, decidedBy } = rule
  return [{ what, value: say(rule.value), decidedOn, decidedBy }]
}

function counted(unit: string) {
  return (count: number) => `${count} ${unit}${count === 1 ? '' : 's'}`
}

function ownDecisions(policy: Policy): OwnDecision[] {
  const months = counted('month')
  return [
    ...own('Who may impose a restriction', policy.authoriserRoles, (roles) => roles.map(sayRole).join(', ')),
    ...own('Who hears an appeal', policy.appealHearerRole, sayRole),
    ...own('Who hears it when they took part', policy.appealAlternateRole, sayRole),
    ...own('Time to appeal', policy.appealWindowDays, (days) =>
      days === null ? 'For as long as the restriction is in force' : counted('day')(days),
    ),
    ...own('An appeal is answered within', policy.appealDecisionWorkingDays, counted('working day')),
    ...own('A restriction is reviewed at least every', policy.reviewEveryMonths, months),
    ...own('It stops when its review is late by', policy.reviewGraceDays, counted('day')),
    ...own('A restriction usually lasts', policy.durationMonths, months),
    ...own('A marker is reviewed at least every', policy.markerReviewMonths, months),
  ]
}

const factNames = [
  'version',
  'approvedOn',
  'approvedBy',
  'effectiveOn',
  'reviewDueOn',
  'reviewEveryYears',
] as const

/** The document's own facts. `isPast`: its review was due before `today` (a London day), so it is out of date. */
function documentFacts({ document }: Pack, today: string) {
  const { landlordName, title, reviewDueOn } = document
  const said = factNames.map((name) => {
    const value: Says<string | number> = document[name]
    return value === 'silent'
      ? { name, value: null, clause: null }
      : { name, value: value.says, clause: value.clause }
  })
  return { landlord: landlordName, title, said, isPast: reviewDueOn !== 'silent' && reviewDueOn.says < today }
}

/** The policy in force as colleagues read it, on that London day. Pure. */
export function policyInForce(policy: Policy, today: string) {
  const { pack } = policy
  const parts = Object.entries(partNames).map(([part, name]) => ({ name, said: saidIn(pack[part as Part]) }))
  return {
    document: documentFacts(pack, today),
    own: ownDecisions(policy),
    conflicts: pack.conflicts,
    parts: parts.filter(({ said }) => said.length > 0),
    silent: parts.filter(({ said }) => said.length === 0).map(({ name }) => name),
    clauses: pack.clauses,
  }
}

/** For colleagues who read contacts: it holds nothing about any customer, so nothing is written to the audit trail. */
export async function policyPage(asked: Asked) {
  await requireColleague(asked, 'read-contacts')
  const { policy, clock } = asked.context.house
  return policyInForce(policy, dayOf(clock.now()))
}
