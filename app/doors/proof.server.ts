import { createHmac, timingSafeEqual } from 'node:crypto'
import type { House } from '../../house.ts'
import { secretOf } from './cookies.server.ts'

/** A signature over facts in a link, so that only whoever was given the link can open it. */
export function proofOf(house: House, facts: string[]): string {
  return createHmac('sha256', secretOf(house)).update(JSON.stringify(facts)).digest('base64url')
}

export function isProof(house: House, facts: string[], proof: string | null): boolean {
  const right = Buffer.from(proofOf(house, facts))
  const given = Buffer.from(proof ?? '')
  return right.length === given.length && timingSafeEqual(right, given)
}
