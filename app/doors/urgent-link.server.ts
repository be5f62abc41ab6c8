import type { House } from '../../house.ts'
import type { UrgentKind } from '../../rules/urgent-kind.ts'
import type { Missed } from './files.server.ts'
import { isProof, proofOf } from './proof.server.ts'

/**
 * What the page after a report says. It is all in its signed link, so that it can be said with the ledger down too; the
 * name of a file, or of a person, is never in it.
 */
export type SentReport = {
  kind: UrgentKind
  isUnchecked: boolean
  hasReach: boolean
  /** How many photographs have come. */
  came: number
  /** Those that have not, counted from 1. `lost`: it came and could not be sent on. */
  missed: { at: number; why: Missed['why'] | 'lost' }[]
  isAdded: boolean
}

/** Where the page after this report is. Whoever has the address may add to the report. */
export function pathOfSent(house: House, id: string, report: SentReport): string {
  const said = Buffer.from(JSON.stringify(report)).toString('base64url')
  const proof = proofOf(house, ['urgent report', id, said])
  return `/urgent/sent/${id}?${new URLSearchParams({ said, proof })}`
}

/** The report of a link that we signed, or null. */
export function readSentPath(house: House, id: string, query: URLSearchParams): SentReport | null {
  const said = query.get('said') ?? ''
  if (!isProof(house, ['urgent report', id, said], query.get('proof'))) return null
  return JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as SentReport
}
