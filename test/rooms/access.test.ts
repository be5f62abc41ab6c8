import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  access,
  checkCode,
  closeSession,
  createEmailCode,
  findSession,
  findSignedIn,
  hashCode,
  openSession,
} from '../../db/access.ts'
import { getCustomer } from '../../db/customers.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { sessions, signInCodes } from '../../db/schema.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const secret = 'a secret of at least thirty-two letters'
const now = new Date('2026-11-24T10:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let database: Awaited<ReturnType<typeof openTestDatabase>>
let ledger: Ledger
beforeAll(async () => {
  database = await openTestDatabase()
  ledger = openLedger(database.databaseUrl)
})
afterAll(async () => {
  await ledger.close()
  await database.close()
})

/** A customer who has just been sent a code. */
async function withCode() {
  const { id: customerId } = await aCustomer(ledger.db)
  const code = await createEmailCode(ledger.db, { secret, customerId, now })
  const enter = (typed: string, at = now) =>
    checkCode(ledger.db, { secret, customerId, by: 'email', code: typed, now: at })
  return { customerId, code, enter, wrong: code === '000000' ? '000001' : '000000' }
}

describe('a code by email', () => {
  it('is six digits, and the ledger keeps only its hash', async () => {
    const { code, customerId } = await withCode()
    expect(code).toMatch(/^\d{6}$/)
    const [row] = await ledger.db.select().from(signInCodes).where(eq(signInCodes.customerId, customerId))
    expect(row?.hash).toBe(hashCode(secret, customerId, code))
    expect(JSON.stringify(row)).not.toContain(code)
  })

  it('works once', async () => {
    const { code, enter } = await withCode()
    expect([await enter(code), await enter(code)]).toEqual([true, false])
  })

  it.each([
    ['the last moment of ten minutes', access.emailCodeMinutes - 1 / 60_000, true],
    ['ten minutes', access.emailCodeMinutes, false],
  ])('at %s', async (_, minutes, works) => {
    const { code, enter } = await withCode()
    expect(await enter(code, after(minutes))).toBe(works)
  })

  it('still works after four wrong guesses', async () => {
    const { code, enter, wrong } = await withCode()
    for (let guess = 0; guess < access.emailGuesses - 1; guess += 1) await enter(wrong)
    expect(await enter(code)).toBe(true)
  })

  it('is worth nothing after five, also when they come at once', async () => {
    const { code, enter, wrong } = await withCode()
    await Promise.all(Array.from({ length: access.emailGuesses }, () => enter(wrong)))
    expect(await enter(code)).toBe(false)
  })

  it('opens one door when it is sent twice at once', async () => {
    const { code, enter } = await withCode()
    const opened = await Promise.all([enter(code), enter(code)])
    expect(opened.filter(Boolean)).toHaveLength(1)
  })

  it('stops working when a newer one is sent', async () => {
    const { code, customerId, enter } = await withCode()
    const newer = await createEmailCode(ledger.db, { secret, customerId, now })
    expect([newer === code || !(await enter(code)), await enter(newer)]).toEqual([true, true])
  })

  it('does not open the door of another customer', async () => {
    const { code } = await withCode()
    const other = await aCustomer(ledger.db)
    expect(await checkCode(ledger.db, { secret, customerId: other.id, by: 'email', code, now })).toBe(false)
  })

  it('may be typed with spaces, and with the digits of another script', async () => {
    const { code, enter } = await withCode()
    const urdu = code
      .split('')
      .map((digit) => String.fromCharCode(0x06f0 + Number(digit)))
      .join(' ')
    expect(await enter(` ${urdu} `)).toBe(true)
  })
})

describe('a code from a letter', () => {
  const letterCode = 'K7QM-2XTB'

  async function withLetter() {
    const { id: customerId } = await aCustomer(ledger.db)
    const hash = hashCode(secret, customerId, letterCode)
    await ledger.db.insert(signInCodes).values({ customerId, by: 'letter', hash, expiresAt: after(60) })
    return (code: string, at = now) =>
      checkCode(ledger.db, { secret, customerId, by: 'letter', code, now: at })
  }

  it('works as often as it is needed, in small letters too, until it ends', async () => {
    const enter = await withLetter()
    expect([await enter(letterCode), await enter('k7qm 2xtb'), await enter(letterCode, after(60))]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is no code by email', async () => {
    const { id: customerId } = await aCustomer(ledger.db)
    const hash = hashCode(secret, customerId, letterCode)
    await ledger.db.insert(signInCodes).values({ customerId, by: 'letter', hash, expiresAt: after(60) })
    expect(await checkCode(ledger.db, { secret, customerId, by: 'email', code: letterCode, now })).toBe(false)
  })

  it('is worth nothing after fifty wrong guesses', async () => {
    const enter = await withLetter()
    for (let guess = 0; guess < access.letterGuesses; guess += 1) await enter('AAAA-AAAA')
    expect(await enter(letterCode)).toBe(false)
  })
})

describe('a session', () => {
  async function signedIn() {
    const { id: customerId } = await aCustomer(ledger.db)
    return { customerId, token: await openSession(ledger.db, { customerId, now }) }
  }

  it('is found by its token, which the ledger does not keep', async () => {
    const { customerId, token } = await signedIn()
    expect(await findSession(ledger.db, token, now)).toMatchObject({ customerId })
    expect(JSON.stringify(await ledger.db.select().from(sessions))).not.toContain(token)
  })

  it.each([
    ['just under an hour without use', access.idleMinutes - 0.01, true],
    ['an hour without use', access.idleMinutes, false],
  ])('after %s', async (_, minutes, isThere) => {
    const { token } = await signedIn()
    expect((await findSession(ledger.db, token, after(minutes))) !== null).toBe(isThere)
  })

  it.each([
    ['just under an hour without use', access.idleMinutes - 0.01, true],
    ['an hour without use', access.idleMinutes, false],
  ])('gives its customer as the ledger has them, after %s', async (_, minutes, isThere) => {
    const { customerId, token } = await signedIn()
    const found = await findSignedIn(ledger, token, after(minutes))
    expect(found).toEqual(isThere ? await getCustomer(ledger.db, customerId) : null)
    expect(await findSignedIn(ledger, `${token}x`, after(minutes))).toBeNull()
  })

  it('of a colleague is no customer', async () => {
    const { id: colleagueId } = await aColleague(ledger.db)
    const token = await openSession(ledger.db, { colleagueId, now })
    expect(await findSignedIn(ledger, token, now)).toBeNull()
    expect(await findSession(ledger.db, token, now)).not.toBeNull()
  })

  it('ends after twelve hours, however often it is used', async () => {
    const { token } = await signedIn()
    for (let minutes = 30; minutes < access.absoluteHours * 60; minutes += 30) {
      expect(await findSession(ledger.db, token, after(minutes))).not.toBeNull()
    }
    expect(await findSession(ledger.db, token, after(access.absoluteHours * 60))).toBeNull()
  })

  it('is gone after signing out', async () => {
    const { token } = await signedIn()
    await closeSession(ledger.db, token)
    expect(await findSession(ledger.db, token, now)).toBeNull()
  })
})
