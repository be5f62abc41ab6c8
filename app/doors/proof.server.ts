import type { House } from '../../house.ts'
import * as proofs from '../../post/proof.ts'
import { secretOf } from './cookies.server.ts'

/** A signature over facts in a link, so that only whoever was given the link can open it. */
export function proofOf(house: House, facts: string[]): string {
  return proofs.proofOf(secretOf(house), facts)
}

export function isProof(house: House, facts: string[], proof: string | null): boolean {
  return proofs.isProof(secretOf(house), facts, proof)
}
