import { latestAudit } from '../../db/audit.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { sayActor } from './console-contact.server.ts'
import { type Asked, requireColleague } from './console.server.ts'

const linesOnAPage = 50

/** Who did, saw, released and changed what, newest first (I12). */
export async function auditPage(asked: Asked) {
  await requireColleague(asked, 'read-audit')
  const { db } = asked.context.house.ledger
  const asks = new URL(asked.request.url).searchParams.get('before')
  const before = asks && /^\d{1,15}$/.test(asks) ? Number(asks) : null
  const rows = await latestAudit(db, { before, most: linesOnAPage + 1 })
  const shown = rows.slice(0, linesOnAPage)
  const ids = shown.flatMap(({ actor }) =>
    actor.startsWith('colleague:') ? [actor.slice('colleague:'.length)] : [],
  )
  const names = await namesOfColleagues(db, ids)
  return {
    isFirst: before === null,
    older: rows.length > linesOnAPage ? (shown.at(-1)?.id ?? null) : null,
    lines: shown.map(({ id, at, actor, action, aboutId, detail }) => ({
      ...{ id, at, action, aboutId },
      who: sayActor(actor, names),
      detail: Object.entries(detail).filter(([, value]) => value !== null && value !== ''),
    })),
  }
}
