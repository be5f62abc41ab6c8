import { amplius } from './amplius.ts'
import type { Pack } from './pack.ts'

export { LandlordRefused, type Landlord, type Nation, parseLandlord } from './landlord.ts'
export type { Pack, Role } from './pack.ts'
export { type Policy, type Resolved, resolvePolicy } from './resolve.ts'

/** Every pack, by the key that CLEARWAY_POLICY names. */
export const packs: Readonly<Record<string, Pack>> = Object.fromEntries(
  [amplius].map((pack) => [pack.key, pack]),
)

export const policyKeys: readonly string[] = Object.keys(packs)

/** The pack with that key, or undefined. */
export function findPack(key: string): Pack | undefined {
  return Object.hasOwn(packs, key) ? packs[key] : undefined
}
