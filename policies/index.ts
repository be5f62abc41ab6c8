import { a2dominion } from './a2dominion.ts'
import { amplius } from './amplius.ts'
import { karbon } from './karbon.ts'
import { type Pack, packSchema } from './pack.ts'
import { policy2024 } from './policy-2024.ts'
import { stonewater } from './stonewater.ts'

/** Every pack by its key, the word that CLEARWAY_POLICY takes. A pack that is not complete stops the start. */
export const packs: Readonly<Record<string, Pack>> = Object.fromEntries(
  [amplius, policy2024, karbon, a2dominion, stonewater].map((pack) => [pack.key, packSchema.parse(pack)]),
)

export const policyKeys: readonly string[] = Object.keys(packs)

/** The pack with that key, or undefined. */
export function findPack(key: string): Pack | undefined {
  return Object.hasOwn(packs, key) ? packs[key] : undefined
}
