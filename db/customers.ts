import { and, eq, ilike, inArray, or } from 'drizzle-orm'
import type { Tx } from './ledger.ts'
import { customers, identifiers } from './tables/people.ts'

export type Customer = typeof customers.$inferSelect

/** Lower case, without the dot that may end a domain. A `+tag` is part of the address: nobody is merged by guessing. */
export function normaliseEmail(address: string): string {
  return address.trim().toLowerCase().replace(/\.$/, '')
}

/** Digits with the country code: '07700 900123' and '+44 7700 900123' are one number. */
export function normalisePhone(number: string): string {
  const digits = number.replace(/[^\d+]/g, '').replace(/^00/, '+')
  return digits.startsWith('0') ? `+44${digits.slice(1)}` : digits
}

/** Everybody who uses this address or number. More than one: nobody can say who wrote. */
export async function findCustomersBy(tx: Tx, kind: 'email' | 'phone', value: string): Promise<Customer[]> {
  const normal = kind === 'email' ? normaliseEmail(value) : normalisePhone(value)
  const rows = await tx
    .select({ customer: customers })
    .from(identifiers)
    .innerJoin(customers, eq(customers.id, identifiers.customerId))
    .where(and(eq(identifiers.kind, kind), eq(identifiers.value, normal)))
  return rows.map((row) => row.customer)
}

/** By what letters print, in any case and with or without spaces. */
export async function findCustomerByReference(tx: Tx, reference: string): Promise<Customer | null> {
  const wanted = reference.replace(/\s/g, '').toUpperCase()
  const [found] = await tx.select().from(customers).where(eq(customers.reference, wanted))
  return found ?? null
}

export async function getCustomer(tx: Tx, id: string): Promise<Customer | null> {
  const [found] = await tx.select().from(customers).where(eq(customers.id, id))
  return found ?? null
}

/** Contacts of one customer take turns from here to the end of the transaction, so that a limit is exact (house idea 3). */
export async function lockCustomer(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, id)).for('update')
}

/** The addresses and numbers that are known for a customer. */
export async function identifiersOf(
  tx: Tx,
  customerId: string,
): Promise<{ kind: 'email' | 'phone'; value: string }[]> {
  return await tx
    .select({ kind: identifiers.kind, value: identifiers.value })
    .from(identifiers)
    .where(eq(identifiers.customerId, customerId))
}

/** Customers whose name, reference or address contains these words, by name; everybody when there are none. */
export async function searchCustomers(tx: Tx, words: string, most = 50): Promise<Customer[]> {
  const likeOf = (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
  const like = likeOf(words)
  // A number is kept with its country code, however it is written.
  const isNumber = /^\+?[\d ()-]{6,}$/.test(words.trim())
  const byIdentifier = tx
    .select({ id: identifiers.customerId })
    .from(identifiers)
    .where(ilike(identifiers.value, isNumber ? likeOf(normalisePhone(words)) : like))
  return await tx
    .select()
    .from(customers)
    .where(
      or(ilike(customers.name, like), ilike(customers.reference, like), inArray(customers.id, byIdentifier)),
    )
    .orderBy(customers.name, customers.reference)
    .limit(most)
}
