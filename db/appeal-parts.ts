import { eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Part } from '../rules/case.ts'
import type { Subject } from './appeal-subjects.ts'
import { namesOfColleagues } from './colleagues.ts'
import type { Tx } from './ledger.ts'
import { markers } from './tables/markers.ts'
import { restrictions, warnings } from './tables/restrictions.ts'
import { reviews } from './tables/reviews.ts'

type Did = { by: string; part: Part['part'] }

/**
 * Everybody who took a part in the case that an appeal is about (I8): the restriction, the warning it rests on, its
 * evidence, exception, reviews and markers. Of a warning also the restrictions that were decided on it.
 */
export async function partsIn(tx: Tx, subject: Subject): Promise<Part[]> {
  const did = await deedsIn(tx, subject)
  const colleagues = await namesOfColleagues(
    tx,
    did.map(({ by }) => by).filter((by) => isId.test(by)),
  )
  const parts = did.flatMap(({ by, part }): Part[] => {
    const colleague = colleagues.get(by)
    return colleague ? [{ colleague: { id: colleague.id, role: colleague.role }, part }] : []
  })
  return [...new Map(parts.map((each) => [`${each.colleague.id} ${each.part}`, each])).values()]
}

/** Older evidence may name somebody in another way, which is nobody who could hear the appeal. */
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function deedsIn(tx: Tx, { kind, id, restrictionId }: Subject): Promise<Did[]> {
  const isTheRestriction: SQL | undefined =
    kind === 'warning'
      ? eq(restrictions.warningId, id)
      : restrictionId
        ? eq(restrictions.id, restrictionId)
        : undefined
  const decided = isTheRestriction ? await tx.select().from(restrictions).where(isTheRestriction) : []
  const ids = decided.map((each) => each.id)
  const warningIds = [
    ...decided.flatMap(({ warningId }) => (warningId ? [warningId] : [])),
    ...(kind === 'warning' ? [id] : []),
  ]
  const [warned, reviewed, marked] = await Promise.all([
    tx.select().from(warnings).where(inArray(warnings.id, warningIds)),
    tx.select().from(reviews).where(inArray(reviews.restrictionId, ids)),
    tx
      .select()
      .from(markers)
      .where(or(inArray(markers.restrictionId, ids), eq(markers.id, kind === 'marker' ? id : noId))),
  ])
  const evidence = [...decided, ...warned].flatMap((each) => each.evidence)
  return [
    ...evidence.flatMap(({ by }) => (by ? [{ by, part: 'evidence' as const }] : [])),
    ...warned.map(({ givenBy }) => ({ by: givenBy, part: 'warning' as const })),
    ...decided.map(({ decidedBy }) => ({ by: decidedBy, part: 'decision' as const })),
    ...decided.flatMap(({ warningException }) =>
      warningException ? [{ by: warningException.authorisedBy, part: 'exception' as const }] : [],
    ),
    ...reviewed.map(({ reviewedBy }) => ({ by: reviewedBy, part: 'review' as const })),
    ...marked.map(({ placedBy }) => ({ by: placedBy, part: 'marker' as const })),
  ]
}

const noId = '00000000-0000-0000-0000-000000000000'
