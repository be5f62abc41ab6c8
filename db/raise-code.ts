import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, gte, lte } from 'drizzle-orm'
import { normaliseCode } from './access.ts'
import type { ContactRow } from './contacts.ts'
import type { Tx } from './ledger.ts'
import { contacts } from './tables/contacts.ts'

/** Letters and digits that nobody mixes up when they read them out. */
const plain = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The end of the link that sends one held contact through: its reference, and twelve letters that only this house can
 * make from it. Short enough to be typed from a letter, and worth nothing once the contact is held no more.
 */
export function raiseCodeOf(secret: string, contactId: string): string {
  const reference = contactId.replaceAll('-', '').slice(0, 8).toUpperCase()
  const digest = createHmac('sha256', secret).update(`raise\n${contactId}`).digest()
  const proof = Array.from(digest.subarray(0, 12), (byte) => plain[byte % plain.length]).join('')
  return (reference + proof).replace(/.{4}(?=.)/g, '$&-')
}

/** The contact that was held and whose code this is, however it was typed, or null. */
export async function findByRaiseCode(tx: Tx, secret: string, code: string): Promise<ContactRow | null> {
  const typed = normaliseCode(code)
  // A reference has no letter O, I or L: whoever typed one read a digit.
  const reference = typed.slice(0, 8).replaceAll('O', '0').replace(/[IL]/g, '1').toLowerCase()
  if (typed.length !== 20 || !/^[0-9a-f]{8}$/.test(reference)) return null
  const candidates = await tx
    .select()
    .from(contacts)
    .where(
      and(
        gte(contacts.id, `${reference}-0000-0000-0000-000000000000`),
        lte(contacts.id, `${reference}-ffff-ffff-ffff-ffffffffffff`),
        eq(contacts.outcome, 'hold'),
      ),
    )
  const given = Buffer.from(typed.slice(8))
  return (
    candidates.find(({ id }) => {
      const right = Buffer.from(normaliseCode(raiseCodeOf(secret, id)).slice(8))
      return right.length === given.length && timingSafeEqual(right, given)
    }) ?? null
  )
}
