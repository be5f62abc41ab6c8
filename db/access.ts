import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Customer } from './customers.ts'
import type { Ledger, Tx } from './ledger.ts'
import { type Json, rowsOf } from './rows.ts'
import { sessions, signInCodes } from './tables/access.ts'
import { customers } from './tables/people.ts'

/**
 * How long codes and sessions last. A code from a letter works until it ends, as often as it is needed: people
 * without email have no other. It is long enough that guesses are told apart by number, not by locking its owner out.
 */
export const access = {
  emailCodeMinutes: 10,
  emailGuesses: 5,
  letterGuesses: 50,
  idleMinutes: 60,
  absoluteHours: 12,
} as const

const minute = 60_000

/** Capitals and digits only, so that spaces, hyphens and the digits of another script make no difference. */
export function normaliseCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

/** HMAC-SHA256, in hex, of a one-time code for one customer. `secret` is `settings.sessionSecret`. The ledger keeps only this. */
export function hashCode(secret: string, customerId: string, code: string): string {
  return createHmac('sha256', secret)
    .update(`${customerId}\n${normaliseCode(code)}`)
    .digest('hex')
}

/** A new six-digit code for an email. The ones sent before stop working, so the newest mail is always the right one. */
export async function createEmailCode(
  tx: Tx,
  ask: { secret: string; customerId: string; now: Date },
): Promise<string> {
  const { secret, customerId, now } = ask
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  await tx
    .update(signInCodes)
    .set({ usedAt: now })
    .where(
      and(eq(signInCodes.customerId, customerId), eq(signInCodes.by, 'email'), isNull(signInCodes.usedAt)),
    )
  await tx.insert(signInCodes).values({
    customerId,
    by: 'email',
    hash: hashCode(secret, customerId, code),
    expiresAt: new Date(now.getTime() + access.emailCodeMinutes * minute),
  })
  return code
}

type Guess = { secret: string; customerId: string; by: 'email' | 'letter'; code: string; now: Date }

/**
 * Whether this code opens the door now. Guesses are counted under a lock, so that a thousand at once are still a
 * thousand. A code by email works once; a code from a letter works until it ends.
 */
export async function checkCode(tx: Tx, { secret, customerId, by, code, now }: Guess): Promise<boolean> {
  return await tx.transaction(async (inner) => {
    const most = by === 'email' ? access.emailGuesses : access.letterGuesses
    const open = await inner
      .select()
      .from(signInCodes)
      .where(
        and(
          eq(signInCodes.customerId, customerId),
          eq(signInCodes.by, by),
          gt(signInCodes.expiresAt, now),
          by === 'email' ? isNull(signInCodes.usedAt) : undefined,
        ),
      )
      .orderBy(desc(signInCodes.expiresAt))
      .for('update')
    const hash = hashCode(secret, customerId, code)
    const guessable = open.filter((each) => each.guesses < most)
    const right = guessable.find((each) => each.hash === hash)
    for (const each of right ? [right] : guessable) {
      const change = right ? { usedAt: now, guesses: 0 } : { guesses: each.guesses + 1 }
      await inner.update(signInCodes).set(change).where(eq(signInCodes.id, each.id))
    }
    return right !== undefined
  })
}

/** Who is signed in: one customer or one colleague. */
export type Session = typeof sessions.$inferSelect

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A new session for one person. The answer is the token for the cookie; the ledger keeps only its hash. */
export async function openSession(
  tx: Tx,
  who: ({ customerId: string } | { colleagueId: string }) & { now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { now, ...person } = who
  const expiresAt = new Date(now.getTime() + access.absoluteHours * 60 * minute)
  await tx
    .insert(sessions)
    .values({ ...person, tokenHash: hashToken(token), startedAt: now, seenAt: now, expiresAt })
  return token
}

/** What is left of a session that was found: null when it ended or nobody used it for an hour. Notes that it was used. */
async function stillOpen(tx: Tx, found: Session | undefined, now: Date): Promise<Session | null> {
  if (!found) return null
  const { tokenHash } = found
  const idle = now.getTime() - found.seenAt.getTime()
  if (found.expiresAt <= now || idle >= access.idleMinutes * minute) {
    await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
    return null
  }
  if (idle >= minute) await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.tokenHash, tokenHash))
  return found
}

/** The session of a token, or null when it ended or nobody used it for an hour. Notes that it was used. */
export async function findSession(tx: Tx, token: string, now: Date): Promise<Session | null> {
  const [found] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
  return await stillOpen(tx, found, now)
}

const whose = `select to_jsonb(s) as session, to_jsonb(c) as customer
  from sessions s join customers c on c.id = s.customer_id where s.token_hash = $1`
const read = { sessions: rowsOf(sessions), customers: rowsOf(customers) }

/** The customer of a token that still holds, or null: asked on every page of somebody who is signed in. */
export async function findSignedIn(ledger: Ledger, token: string, now: Date): Promise<Customer | null> {
  const [found] = await ledger.ask<{ session: Json; customer: Json }>(whose, [hashToken(token)])
  if (!found) return null
  const [session] = read.sessions([found.session])
  const [customer] = read.customers([found.customer])
  return (await stillOpen(ledger.db, session, now)) ? (customer ?? null) : null
}

/** Signs out: the token is worth nothing from now on. */
export async function closeSession(tx: Tx, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
}
