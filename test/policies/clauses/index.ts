import { a2dominionClauses } from './a2dominion.ts'
import { ampliusClauses } from './amplius.ts'
import { karbonClauses } from './karbon.ts'
import { policy2024Clauses } from './policy-2024.ts'
import { stonewaterClauses } from './stonewater.ts'

/** The clauses of each document, taken from the document and held here apart from the packs. */
export const clauseLists: Readonly<Record<string, readonly string[]>> = {
  amplius: ampliusClauses,
  'policy-2024': policy2024Clauses,
  karbon: karbonClauses,
  a2dominion: a2dominionClauses,
  stonewater: stonewaterClauses,
}
