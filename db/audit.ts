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
