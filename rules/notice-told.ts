import type { NoticePart, Pack, WarningPart } from '../policies/pack.ts'
import type { Policy } from '../policies/resolve.ts'
import { clearwaySays, saysElse } from './basis.ts'
import type { CaseReason, RestrictionProposal } from './case.ts'
import type { Measure } from './restriction.ts'

/** What every notice of a restriction says, whatever the policy (I6). */
const always: readonly NoticePart[] = ['why', 'action', 'duration', 'review', 'appeal-right']

/** Parts that only some restrictions have anything to say about. */
function hasPart(part: NoticePart, measures: Measure[], withMarker: boolean): boolean {
  const has = (code: Measure['code']) => measures.some((each) => each.code === code)
  if (part === 'colleague-name-and-contact') return has('named-colleague')
  if (part === 'how-often') return has('frequency')
  if (part === 'when') return has('times')
  return part !== 'marker-review' || withMarker
}

function clauseOf(part: NoticePart, { notice }: Pack): string | undefined {
  return notice.parts === 'silent' ? undefined : notice.parts.find(({ code }) => code === part)?.clause
}

/** Every part that the notice of this restriction has to have: the policy's own, and those of Clearway. */
export function partsToTell({ pack }: Policy, measures: Measure[], withMarker: boolean): NoticePart[] {
  const own = pack.notice.parts === 'silent' ? [] : pack.notice.parts.map(({ code }) => code)
  return [...new Set([...own, ...always])].filter((part) => hasPart(part, measures, withMarker))
}

/** Every part that the policy wants a written warning to have. */
export function warningPartsToTell({ steps }: Pack): WarningPart[] {
  return steps.warning === 'silent' ? [] : steps.warning.says.mustState.map(({ code }) => code)
}

/** The notice is whole, and it counts as received before the restriction takes effect, save for somebody's safety (I10). */
export function noticeObstacles(proposal: RestrictionProposal, policy: Policy): CaseReason[] {
  const { notice, measures, withMarker, immediateSafety, startsAt } = proposal
  if (!notice) return immediateSafety ? [] : [clearwaySays('no-notice', 'I10')]
  const missing = partsToTell(policy, measures, withMarker)
    .filter((part) => !notice.parts.includes(part))
    .map((part) => saysElse('notice-leaves-out', clauseOf(part, policy.pack), 'I6', { part }))
  const late = !notice.receivedAt || notice.receivedAt > startsAt
  return late && !immediateSafety ? [...missing, clearwaySays('notice-after-effect', 'I10')] : missing
}
