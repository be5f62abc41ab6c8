import { desc, eq, lt } from 'drizzle-orm'
import type { Tx } from './ledger.ts'
import { audit } from './tables/audit.ts'

type AuditEntry = {
  at: Date
  /** 'clearway', `customer:<id>`, `colleague:<id>` or `system:<api key name>`. */
  actor: string
  action: string
  aboutId: string
  /** Ids and facts, never message text or an address. */
  detail?: Record<string, string | number | boolean | null>
}

/** Adds one line to the audit trail (I12), in the transaction of the thing that was done. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values(entry)
}

export type AuditRow = typeof audit.$inferSelect

/** Newest first, below `before` when one is given (the id of the last line seen), at most `most` lines. */
export async function latestAudit(
  tx: Tx,
  { before, most }: { before: number | null; most: number },
): Promise<AuditRow[]> {
  return await tx
    .select()
    .from(audit)
    .where(before === null ? undefined : lt(audit.id, before))
    .orderBy(desc(audit.id))
    .limit(most)
}

/** What was done about one thing, newest first. */
export async function auditAbout(tx: Tx, aboutId: string, most = 50): Promise<AuditRow[]> {
  return await tx.select().from(audit).where(eq(audit.aboutId, aboutId)).orderBy(desc(audit.id)).limit(most)
}
