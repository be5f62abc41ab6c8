import { readFileSync } from 'node:fs'
import { packs } from '../../policies/index.ts'
import { parseLandlord } from '../../policies/landlord.ts'
import type { Pack } from '../../policies/pack.ts'
import { type Policy, resolvePolicy } from '../../policies/resolve.ts'

/** A fresh copy of the demonstration landlord's file for that policy, free to be changed by a test. */
// biome-ignore lint/suspicious/noExplicitAny: tests break the file in ways that no type allows
export function landlordFile(key: string): any {
  return JSON.parse(readFileSync(new URL(`../../policies/landlords/${key}.json`, import.meta.url), 'utf8'))
}

/** The policy in force under the demonstration landlord. */
export function demonstrationPolicy(key: string): Policy {
  const pack = packs[key] as Pack
  return resolvePolicy(pack, parseLandlord(landlordFile(key), pack))
}
