import type { Pack } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { warningRule } from './warning-first.ts'

/** The steps from the first worry to the end of a restriction, in their order. */
export const stepCodes = [
  'concern',
  'talk',
  'warning',
  'your-side',
  'decision',
  'letter',
  'review',
  'end',
] as const
export type StepCode = (typeof stepCodes)[number]

/** How often a step is taken. 'not-said': the document leaves it open, and so does Clearway. */
export type How = 'always' | 'usually' | 'not-said'

/** One way in which a step is taken. `clause` null: no document says so, Clearway does it all the same. */
export type Taken = {
  how: How
  /** Which of the wordings of this step fits. */
  wording: string
  clause: string | null
  /** The document says "usually" here; Clearway always does it. */
  isMore?: true
  /** The category of conduct it holds for; null: for every other one. Absent where it holds for all. */
  category?: string | null
}
export type Step = { code: StepCode; taken: Taken[] }

function talk({ steps: { informal } }: Pack): Taken {
  if (informal === 'silent') return { how: 'not-said', wording: 'not-said', clause: null }
  const { says, clause } = informal
  if (says === 'consider-first') return { how: 'usually', wording: 'usually', clause }
  return { how: 'always', wording: says === 'in-live-contact' ? 'live' : 'always', clause }
}

/** What `warning-first.ts` asks for, told once where it is the same for every category of conduct. */
function warnings(pack: Pack): Taken[] {
  const told = pack.categories.map(({ code }) => {
    const { rule, clause } = warningRule(pack, code)
    const how: How = rule === 'mandatory' ? 'always' : 'usually'
    return { how, wording: rule, clause, category: code }
  })
  const common = told.filter(({ clause }) => clause === null)
  const own = told.filter(({ clause }) => clause !== null)
  const isSame = new Set(told.map(({ how, clause }) => `${how} ${clause}`)).size === 1
  if (isSame) return told.slice(0, 1).map(({ how, wording, clause }) => ({ how, wording, clause }))
  return [...own, ...common.slice(0, 1).map((taken) => ({ ...taken, category: null }))]
}

/** The clause that speaks of hearing the customer, whose account is asked for under every policy. */
function hearing({ assessments }: Pack): string | null {
  if (assessments === 'silent') return null
  const heard =
    assessments.find(({ code }) => code === 'customer-account') ??
    assessments.find(({ code }) => code === 'discussion')
  return heard?.clause ?? null
}

/** I6: there is a notice of every restriction, also where the document has one only "in most circumstances". */
function letter({ notice: { inWriting } }: Pack): Taken[] {
  if (inWriting === 'silent') return always(null)
  const taken = always(inWriting.clause)
  return inWriting.says === 'always' ? taken : taken.map((each) => ({ ...each, isMore: true }))
}

const always = (clause: string | null): Taken[] => [{ how: 'always', wording: 'what', clause }]

/** What happens when contact goes wrong, step by step, under one policy. */
export function stepsOf({ pack, authoriserRoles, reviewEveryMonths }: Policy): Step[] {
  const { evidence, duration } = pack
  const taken: Record<StepCode, Taken[]> = {
    concern: always(evidence === 'silent' ? null : (evidence[0]?.clause ?? null)),
    talk: [talk(pack)],
    warning: warnings(pack),
    'your-side': always(hearing(pack)),
    decision: always(authoriserRoles.source === 'policy' ? authoriserRoles.clause : null),
    letter: letter(pack),
    review: always(reviewEveryMonths.source === 'policy' ? reviewEveryMonths.clause : null),
    end: always(duration.mustBeStated === 'silent' ? null : duration.mustBeStated.clause),
  }
  return stepCodes.map((code) => ({ code, taken: taken[code] }))
}

type Standing = {
  /** In force, not yet begun, or over. */
  restrictions: ('in-force' | 'coming' | 'past')[]
  /** A warning that no restriction has followed. */
  hasWarning: boolean
}

/** The step that somebody is at now; null: at none. What limits them counts before what may follow. */
export function stepNow({ restrictions, hasWarning }: Standing): StepCode | null {
  if (restrictions.includes('in-force')) return 'review'
  if (restrictions.includes('coming')) return 'letter'
  if (hasWarning) return 'your-side'
  return restrictions.includes('past') ? 'end' : null
}
