import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from './ledger.ts'
import { audit } from './tables/audit.ts'
import { uploads } from './tables/requests.ts'

/** What a page shows of a file: everything but its bytes. */
export type UploadFacts = { id: string; name: string; type: string; size: number }
export type NewUpload = { name: string; type: string; bytes: Buffer }

const facts = {
  id: uploads.id,
  name: uploads.name,
  type: uploads.type,
  size: sql<number>`octet_length(${uploads.bytes})`,
}

/** Keeps files with what they belong to: a draft, an appeal, a request or a contact. */
export async function storeUploads(
  tx: Tx,
  files: readonly NewUpload[],
  about: { aboutId: string; customerId: string | null; now: Date },
): Promise<void> {
  const { aboutId, customerId, now } = about
  for (const [at, file] of files.entries()) {
    // A millisecond apart, so that they stay in their order.
    const uploadedAt = new Date(now.getTime() + at)
    await tx.insert(uploads).values({ ...file, aboutId, customerId, uploadedAt })
  }
}

/** The files that belong to something, in the order in which they came. */
export async function uploadsAbout(tx: Tx, aboutId: string): Promise<UploadFacts[]> {
  return await tx
    .select(facts)
    .from(uploads)
    .where(eq(uploads.aboutId, aboutId))
    .orderBy(uploads.uploadedAt, uploads.id)
}

/** The files that belong to something, with their bytes, in the order in which they came. */
export async function uploadsToSend(tx: Tx, aboutId: string): Promise<NewUpload[]> {
  return await tx
    .select({ name: uploads.name, type: uploads.type, bytes: uploads.bytes })
    .from(uploads)
    .where(eq(uploads.aboutId, aboutId))
    .orderBy(uploads.uploadedAt, uploads.id)
}

/** With how many files a contact was recorded. Its line of audit says so when its words and files are erased. */
export async function filesRecorded(tx: Tx, contactId: string): Promise<number> {
  const [line] = await tx
    .select({ files: sql<number | null>`(${audit.detail} ->> 'files')::int` })
    .from(audit)
    .where(and(eq(audit.aboutId, contactId), eq(audit.action, 'contact passed')))
  return line?.files ?? 0
}

/** One file with its bytes, or null. `aboutId` says where the asker found it, so that an id alone opens nothing. */
export async function getUpload(tx: Tx, aboutId: string, id: string) {
  const [found] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.aboutId, aboutId)))
  return found ?? null
}

/** What was kept with a draft goes with what the draft became. */
export async function moveUploads(tx: Tx, from: string, to: string): Promise<void> {
  await tx.update(uploads).set({ aboutId: to }).where(eq(uploads.aboutId, from))
}

/** A customer takes a file of theirs out again, before it is sent. */
export async function removeUpload(tx: Tx, aboutId: string, id: string): Promise<void> {
  await tx.delete(uploads).where(and(eq(uploads.id, id), eq(uploads.aboutId, aboutId)))
}
