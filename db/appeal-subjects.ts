import { eq } from 'drizzle-orm'
import { stopsAt } from '../rules/in-force.ts'
import { endOfDay } from '../rules/london.ts'
import type { Appealable, AppealKind, NoticeSent } from '../rules/may-appeal.ts'
import { type Customer, getCustomer } from './customers.ts'
import type { Tx } from './ledger.ts'
import { type Marker, markersOf } from './markers.ts'
import { getNotice } from './notices.ts'
import { getRestriction, type RestrictionRow, restrictionsOf, warningsOf } from './restrictions.ts'
import { appeals } from './tables/appeals.ts'
import { markers } from './tables/markers.ts'
import { restrictions, warnings } from './tables/restrictions.ts'

export type SubjectOf = { kind: AppealKind; id: string }

type WarningRow = typeof warnings.$inferSelect

/** Something that a customer can appeal: a restriction, a warning or a marker, as the rules see it. */
export type Subject = SubjectOf &
  Appealable & {
    customerId: string
    /** What a restriction's letter prints; the others have none. */
    reference: string | null
    noticeId: string | null
    /** The restriction that it is, or that a marker was placed with. */
    restrictionId: string | null
  }

function ofRestriction(row: RestrictionRow): Subject {
  const { id, customerId, reference, noticeId, startsAt } = row
  const stops = stopsAt(row)
  return {
    ...{ kind: 'restriction', id, customerId, reference, noticeId, startsAt },
    stopsAt: stops,
    restrictionId: id,
  }
}

function ofWarning({ id, customerId, noticeId, givenAt }: WarningRow): Subject {
  const none = { reference: null, stopsAt: null, restrictionId: null }
  return { kind: 'warning', id, customerId, noticeId, startsAt: givenAt, ...none }
}

/** A marker is over when somebody takes it away, or when the day of its review is (`rules/may-mark`). */
function ofMarker({ id, customerId, placedAt, reviewOn, removedAt, restrictionId }: Marker): Subject {
  const stops = removedAt ?? new Date(endOfDay(reviewOn).getTime() + 1)
  const none = { reference: null, noticeId: null }
  return { kind: 'marker', id, customerId, startsAt: placedAt, stopsAt: stops, restrictionId, ...none }
}

/** Everything that was decided about a customer and can be looked at again, newest first. */
export async function subjectsOf(tx: Tx, customerId: string): Promise<Subject[]> {
  const [all, warned, marked] = await Promise.all([
    restrictionsOf(tx, customerId),
    warningsOf(tx, customerId),
    markersOf(tx, customerId),
  ])
  const found = [
    ...all.map(ofRestriction),
    ...warned.map(({ warning }) => ofWarning(warning)),
    ...marked.map(ofMarker),
  ]
  return found.sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
}

export async function getSubject(tx: Tx, { kind, id }: SubjectOf): Promise<Subject | null> {
  if (kind === 'restriction') {
    const row = await getRestriction(tx, id)
    return row && ofRestriction(row)
  }
  if (kind === 'warning') {
    const [row] = await tx.select().from(warnings).where(eq(warnings.id, id))
    return row ? ofWarning(row) : null
  }
  const [row] = await tx.select().from(markers).where(eq(markers.id, id))
  return row ? ofMarker(row) : null
}

/** What an appeal is about. */
export function subjectOf(appeal: typeof appeals.$inferSelect): SubjectOf {
  const { restrictionId, warningId, markerId } = appeal
  if (restrictionId) return { kind: 'restriction', id: restrictionId }
  if (warningId) return { kind: 'warning', id: warningId }
  return { kind: 'marker', id: markerId ?? '' }
}

/** The column of an appeal that says what it is about. */
export function columnOf({
  kind,
  id,
}: SubjectOf): Pick<typeof appeals.$inferInsert, 'restrictionId' | 'warningId' | 'markerId'> {
  if (kind === 'restriction') return { restrictionId: id }
  return kind === 'warning' ? { warningId: id } : { markerId: id }
}

/**
 * How the customer was told. Without a letter of its own (a marker is told with its restriction) it counts as one that
 * was posted then. Nobody records yet when Braille, audio, Easy Read or BSL arrived: until then it has not (Stonewater 5.6, 6.2).
 */
export async function noticeOfSubject(tx: Tx, subject: Subject): Promise<NoticeSent> {
  const customer = await getCustomer(tx, subject.customerId)
  const noticeId = subject.noticeId ?? (await noticeOfRestriction(tx, subject.restrictionId))
  const notice = noticeId ? await getNotice(tx, noticeId) : null
  return {
    writtenAt: notice?.writtenAt ?? subject.startsAt,
    by: notice?.by ?? 'letter',
    ...(needsAnotherForm(customer) && { inNeededForm: { deliveredAt: null } }),
  }
}

async function noticeOfRestriction(tx: Tx, restrictionId: string | null): Promise<string | null> {
  if (!restrictionId) return null
  const [row] = await tx
    .select({ noticeId: restrictions.noticeId })
    .from(restrictions)
    .where(eq(restrictions.id, restrictionId))
  return row?.noticeId ?? null
}

function needsAnotherForm(customer: Customer | null): boolean {
  return (customer?.formats.length ?? 0) > 0
}
