import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appealsOf, findAppealAgainst } from '../../db/appeals.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { type AppealWords, lodgeAppeal } from '../../db/lodge-appeal.ts'
import { noticesAbout } from '../../db/notices.ts'
import { audit, customers } from '../../db/schema.ts'
import type { Policy } from '../../policies/resolve.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aCustomer, aMarker, aRestrictedCustomer } from '../factories/ledger.ts'
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

const words: AppealWords = {
  ground: 'other',
  account: 'I was in hospital that week.',
  wish: 'Please end it.',
  representative: '',
  lateReason: null,
}

async function appealable() {
  const { customer, restriction } = await aRestrictedCustomer(ledger.db, [weekly], now)
  const lodge = (over: Over = {}) =>
    lodgeAppeal(ledger.db, {
      subject: { kind: 'restriction', id: restriction.id },
      customerId: customer.id,
      words,
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
    expect(await findAppealAgainst(ledger.db, { kind: 'restriction', id: restriction.id })).toBeNull()
  })

  it('shows the first one to whoever asks again, and to whoever presses twice at once', async () => {
    const { customer, lodge } = await appealable()
    const answers = (
      await Promise.all([lodge(), lodge(), lodge({ words: { ...words, account: 'Other words.' } })])
    ).map(isLodged)
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
    expect(await lodge({ now: restriction.endsAt })).toEqual({ no: 'stopped' })
    expect(await lodge({ now: new Date(`${restriction.lapsesOn}T12:00:00Z`) })).toMatchObject({ isNew: true })
  })

  it('is refused when the days of the policy are over (Stonewater 5.6), and taken when the customer says why', async () => {
    const { lodge } = await appealable()
    const stonewater = demonstrationPolicy('stonewater')
    expect(await lodge({ policy: stonewater })).toEqual({ no: 'too-late' })
    const lateReason = 'The letter came when I was in hospital.'
    const { appeal } = isLodged(await lodge({ policy: stonewater, words: { ...words, lateReason } }))
    expect([appeal.lateReason, appeal.account]).toEqual([lateReason, words.account])
  })

  it('keeps no reason for being late of one that was in time', async () => {
    const { lodge } = await appealable()
    const { appeal } = isLodged(await lodge({ words: { ...words, lateReason: 'In case.' } }))
    expect(appeal.lateReason).toBeNull()
  })

  it('counts a window from nothing while the needed format has not come (Stonewater 5.6, 6.2)', async () => {
    const { customer, lodge } = await appealable()
    await ledger.db
      .update(customers)
      .set({ formats: ['braille'] })
      .where(eq(customers.id, customer.id))
    expect(await lodge({ policy: demonstrationPolicy('stonewater') })).toMatchObject({ isNew: true })
  })

  it('is against the warning too where the policy lets it be (Amplius, Sanctions, measure 1), and each once', async () => {
    const { customer, restriction, lodge } = await appealable()
    const subject = { kind: 'warning' as const, id: restriction.warningId ?? '' }
    expect(await lodge({ subject, policy: demonstrationPolicy('karbon') })).toEqual({ no: 'not-appealable' })
    const { appeal } = isLodged(await lodge({ subject }))
    expect([appeal.warningId, appeal.restrictionId]).toEqual([restriction.warningId, null])
    expect(isLodged(await lodge()).isNew).toBe(true)
    expect(isLodged(await lodge({ subject })).isNew).toBe(false)
    expect(await appealsOf(ledger.db, customer.id)).toHaveLength(2)
  })

  it('is against a marker (Amplius, Appendix B, row 6)', async () => {
    const { customer, lodge } = await appealable()
    const marker = await aMarker(ledger.db, customer.id, now)
    const { appeal } = isLodged(await lodge({ subject: { kind: 'marker', id: marker.id } }))
    expect(appeal.markerId).toBe(marker.id)
  })
})
