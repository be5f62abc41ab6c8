import { createHmac, timingSafeEqual } from 'node:crypto'

/** A signature over facts in a link, so that only whoever was given the link can open it. */
export function proofOf(secret: string, facts: string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(facts)).digest('base64url')
}

export function isProof(secret: string, facts: string[], proof: string | null): boolean {
  const right = Buffer.from(proofOf(secret, facts))
  const given = Buffer.from(proof ?? '')
  return right.length === given.length && timingSafeEqual(right, given)
}
