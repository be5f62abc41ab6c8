import { and, count, eq, gte, isNull, lt, ne, sql } from 'drizzle-orm'
import { addDays, dayOf, instantAt } from '../rules/london.ts'
import { settleHeld } from './contacts.ts'
import type { Tx } from './ledger.ts'
import { deskOfMark, type Mark, writeReading } from './readings.ts'
import { contacts } from './tables/contacts.ts'
import { readings, samples } from './tables/readings.ts'

/** Picks at most so many of these. */
export type Pick = (ids: string[], number: number) => string[]

/**
 * Draws some of the contacts that were read and recorded as ordinary on the London day before, to be read once more.
 * Never more than `number` for a day, however often it is asked. Gives how many it drew.
 */
export async function drawSample(
  tx: Tx,
  { now, number, pick }: { now: Date; number: number; pick: Pick },
): Promise<number> {
  const today = dayOf(now)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('clearway sample'))`)
  const [drawn] = await tx.select({ number: count() }).from(samples).where(eq(samples.drawnOn, today))
  const candidates = await tx
    .select({ id: contacts.id })
    .from(readings)
    .innerJoin(contacts, eq(contacts.id, readings.contactId))
    .leftJoin(samples, eq(samples.contactId, contacts.id))
    .where(
      and(
        eq(readings.source, 'triage'),
        eq(readings.mark, 'ordinary'),
        eq(contacts.state, 'read'),
        gte(readings.readAt, instantAt(addDays(today, -1))),
        lt(readings.readAt, instantAt(today)),
        isNull(samples.id),
      ),
    )
    .orderBy(contacts.id)
  const picked = pick(
    candidates.map(({ id }) => id),
    Math.max(0, number - (drawn?.number ?? 0)),
  )
  for (const contactId of picked) await tx.insert(samples).values({ contactId, drawnOn: today })
  return picked.length
}

/** Drawn contacts that nobody has read again and that somebody else than this colleague read first, the oldest first. */
export async function samplesFor(tx: Tx, colleagueId: string) {
  return await tx
    .select({ id: samples.id, drawnOn: samples.drawnOn, contactId: samples.contactId })
    .from(samples)
    .innerJoin(readings, and(eq(readings.contactId, samples.contactId), eq(readings.source, 'triage')))
    .where(and(isNull(samples.readingId), ne(readings.readBy, colleagueId)))
    .orderBy(samples.drawnOn, samples.id)
}

type Second = { sampleId: string; colleagueId: string; mark: Mark; now: Date }

/**
 * A second colleague, who does not know the first mark, says what a drawn contact is; what is not ordinary goes to its
 * desk at once. The contact, or null when somebody was quicker or when it was this colleague who read it first.
 */
export async function markSample(
  tx: Tx,
  { sampleId, colleagueId, mark, now }: Second,
): Promise<{ contactId: string; isReleased: boolean } | null> {
  const [waiting] = await tx.select().from(samples).where(eq(samples.id, sampleId)).for('update')
  if (!waiting || waiting.readingId) return null
  const { contactId } = waiting
  const isTheirs = (await samplesFor(tx, colleagueId)).some(({ id }) => id === sampleId)
  if (!isTheirs) return null
  const readingId = await writeReading(tx, {
    contactId,
    readBy: colleagueId,
    readAt: now,
    mark,
    source: 'sample',
  })
  await tx.update(samples).set({ readingId }).where(eq(samples.id, sampleId))
  if (mark === 'ordinary') return { contactId, isReleased: false }
  const settle = { contactId, colleagueId, now }
  const desk = deskOfMark[mark]
  return { contactId, isReleased: await settleHeld(tx, settle, { state: 'releasing', desk, from: 'read' }) }
}

/** How many second readings there were, and how many of them found what the first had missed. */
export async function sampleFigures(tx: Tx): Promise<{ trials: number; misses: number; waiting: number }> {
  const [row] = await tx
    .select({
      trials: count(samples.readingId),
      misses: sql<number>`count(*) filter (where ${readings.mark} <> 'ordinary')::int`,
      waiting: sql<number>`count(*) filter (where ${samples.readingId} is null)::int`,
    })
    .from(samples)
    .leftJoin(readings, eq(readings.id, samples.readingId))
  return row ?? { trials: 0, misses: 0, waiting: 0 }
}
