import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealsOf, findAppealAgainst, lodgeAppeal } from '../../db/appeals.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { noticesAbout } from '../../db/notices.ts'
import { audit } from '../../db/schema.ts'
import type { Policy } from '../../policies/resolve.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { demonstrationPolicy } from '../policies/demonstration-landlord.ts'
import { openTestDatabase } from '../set-up/database.ts'

/** A Tuesday. Fourteen working days later is Monday 14 December. */
const now = new Date('2026-11-24T10:00:00Z')
const weekly: Measure = { code: 'frequency', limit: 1, per: 'week', clause: 'Sanctions, measure 5' }

let database: Awaited<ReturnType<typeof openTestDatabase>>
let ledger: Ledger
let policy: Policy
beforeAll(async () => {
  database = await openTestDatabase()
  ledger = openLedger(database.databaseUrl)
  policy = demonstrationPolicy('amplius')
})
afterAll(async () => {
  await ledger.close()
  await database.close()
})

type Over = Partial<Parameters<typeof lodgeAppeal>[1]>

async function appealable() {
  const { customer, restriction } = await aRestrictedCustomer(ledger.db, [weekly], now)
  const lodge = (over: Over = {}) =>
    lodgeAppeal(ledger.db, {
      restrictionId: restriction.id,
      customerId: customer.id,
      ground: 'other',
      account: 'I was in hospital that week.',
      wish: 'Please end it.',
      now,
      policy,
      writeReceipt: ({ appeal }) => ({
        subject: `Appeal ${appeal.reference}`,
        body: `Answer by ${appeal.dueOn}`,
      }),
      ...over,
    })
  return { customer, restriction, lodge }
}

function isLodged(answer: Awaited<ReturnType<typeof lodgeAppeal>>) {
  if ('no' in answer) throw new Error(`refused: ${answer.no}`)
  return answer
}

describe('lodging an appeal', () => {
  it('gives a reference that can be read out, and starts the working-day clock', async () => {
    const { lodge } = await appealable()
    const { appeal, isNew } = isLodged(await lodge())
    expect(appeal.reference).toMatch(/^A-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    expect([isNew, appeal.dueOn]).toEqual([true, '2026-12-14'])
  })

  it('writes receipt and audit with it', async () => {
    const { customer, lodge } = await appealable()
    const { appeal } = isLodged(await lodge())
    expect(await noticesAbout(ledger.db, appeal.id)).toMatchObject([
      { kind: 'appeal-receipt', subject: `Appeal ${appeal.reference}`, body: 'Answer by 2026-12-14' },
    ])
    const trail = await ledger.db.select().from(audit).where(eq(audit.aboutId, appeal.id))
    expect(trail).toMatchObject([{ action: 'appeal lodged', actor: `customer:${customer.id}` }])
    expect(JSON.stringify(trail)).not.toContain('hospital')
  })

  it('keeps nothing when the receipt cannot be written', async () => {
    const { restriction, lodge } = await appealable()
    const refuse = () => {
      throw new Error('no words')
    }
    await expect(lodge({ writeReceipt: refuse })).rejects.toThrow('no words')
    expect(await findAppealAgainst(ledger.db, restriction.id)).toBeNull()
  })

  it('shows the first one to whoever asks again, and to whoever presses twice at once', async () => {
    const { customer, lodge } = await appealable()
    const answers = (await Promise.all([lodge(), lodge(), lodge({ account: 'Other words.' })])).map(isLodged)
    expect(new Set(answers.map(({ appeal }) => appeal.id)).size).toBe(1)
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await appealsOf(ledger.db, customer.id)).toHaveLength(1)
  })

  it("is refused to anybody but the restriction's own customer", async () => {
    const { lodge } = await appealable()
    const other = await aCustomer(ledger.db)
    expect(await lodge({ customerId: other.id })).toEqual({ no: 'not-theirs' })
  })

  it('is taken while the restriction is in force, and refused once it stopped (the landlord’s own decision)', async () => {
    const { restriction, lodge } = await appealable()
    expect(await lodge({ now: restriction.endsAt })).toEqual({ no: 'restriction-stopped' })
    expect(await lodge({ now: new Date(`${restriction.lapsesOn}T12:00:00Z`) })).toMatchObject({ isNew: true })
  })

  it('is refused when the days of the policy are over (Stonewater 5.6)', async () => {
    const { lodge } = await appealable()
    const fourteen = { ...policy, appealWindowDays: { value: 14, source: 'policy' as const, clause: '5.6' } }
    expect(await lodge({ policy: fourteen })).toEqual({ no: 'too-late' })
  })
})
