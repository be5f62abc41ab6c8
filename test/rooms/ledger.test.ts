import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAudit } from '../../db/audit.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { contacts, originals, restrictions } from '../../db/schema.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aColleague, aCustomer, aNotice, aValidRestriction } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { refusal } from '../set-up/refusal.ts'

const now = new Date('2026-11-24T10:00:00Z')
const emailOnly: Measure[] = [{ code: 'channels', open: ['email'], clause: 'Sanctions' }]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let ledger: Ledger

beforeAll(async () => {
  database = await openTestDatabase()
  ledger = openLedger(database.databaseUrl, 2)
})

afterAll(async () => {
  await ledger.close()
  await database.close()
})

describe('I6: a restriction that lacks something cannot be written', () => {
  test('a whole one is written', async () => {
    const customer = await aCustomer(ledger.db)
    const whole = await aValidRestriction(ledger.db, { customerId: customer.id, measures: emailOnly, now })
    expect(await ledger.db.insert(restrictions).values(whole).returning()).toHaveLength(1)
  })

  const day = 86_400_000
  test.each<[string, string, Partial<typeof restrictions.$inferInsert>]>([
    ['no measure', 'has_a_measure', { measures: [] }],
    ['no open channel', 'leaves_a_channel_open', { measures: [{ code: 'channels', open: [], clause: 'x' }] }],
    ['a blank reason', 'has_a_reason', { reason: '  ' }],
    ['no evidence', 'has_dated_evidence', { evidence: [] }],
    ['evidence without a day', 'has_dated_evidence', { evidence: [{ what: 'emails' }] as never }],
    ['neither warning nor a recorded exception', 'warned_first_or_says_why_not', { warningId: null }],
    [
      'an exception that nobody authorised',
      'warned_first_or_says_why_not',
      { warningId: null, warningException: { reason: 'x' } as never },
    ],
    ['an end before its start', 'ends_after_it_starts', { endsAt: new Date(now.getTime() - 42 * day) }],
    ['a decision after its start', 'is_decided_before_it_starts', { decidedAt: now }],
    [
      'a review after its end',
      'is_reviewed_while_it_runs',
      { reviewOn: '2030-01-01', lapsesOn: '2030-01-02' },
    ],
    ['a lapse before its review', 'lapses_after_its_review', { lapsesOn: '2026-11-25' }],
    ['a lift that nobody made', 'lift_says_who_and_why', { liftedAt: now }],
  ])('%s', async (_, constraint, spoilt) => {
    const customer = await aCustomer(ledger.db)
    const whole = await aValidRestriction(ledger.db, { customerId: customer.id, measures: emailOnly, now })
    expect(await refusal(ledger.db.insert(restrictions).values({ ...whole, ...spoilt }))).toContain(
      constraint,
    )
  })

  test('I3: a contractor decides nothing', async () => {
    const customer = await aCustomer(ledger.db)
    const whole = await aValidRestriction(ledger.db, { customerId: customer.id, measures: emailOnly, now })
    const contractor = await aColleague(ledger.db, 'contractor')
    const refused = await refusal(
      ledger.db.insert(restrictions).values({ ...whole, decidedBy: contractor.id }),
    )
    expect(refused).toContain('decided by an active colleague')
  })

  test('I10: a restriction does not start before its notice', async () => {
    const customer = await aCustomer(ledger.db)
    const whole = await aValidRestriction(ledger.db, { customerId: customer.id, measures: emailOnly, now })
    const late = await aNotice(ledger.db, customer.id, now)
    const refused = await refusal(ledger.db.insert(restrictions).values({ ...whole, noticeId: late.id }))
    expect(refused).toContain('starts after its notice')
  })
})

type NewContact = typeof contacts.$inferInsert

function aHeldContact(customerId: string): NewContact {
  return {
    key: randomUUID(),
    channel: 'email',
    customerId,
    sender: 'known',
    subject: 'Rent',
    body: 'My rent letter',
    receivedAt: now,
    outcome: 'hold',
    lane: 'ordinary',
    counted: false,
    desk: 'contact',
    reasons: [{ code: 'over-limit', restrictionId: randomUUID() }],
    openRoutes: [{ channel: 'email', opensAt: null, windows: [] }],
    state: 'held',
    readDueAt: new Date('2026-11-25T17:00:00Z'),
  }
}

describe('I1, I4, I7, I9: a contact that breaks a promise cannot be written', () => {
  test('a whole held contact is written', async () => {
    const { id } = await aCustomer(ledger.db)
    expect(await ledger.db.insert(contacts).values(aHeldContact(id)).returning()).toHaveLength(1)
  })

  test.each<[string, string, Partial<NewContact>]>([
    ['an urgent one held', 'only_ordinary_is_held', { lane: 'life-safety' }],
    ['a repair held', 'only_ordinary_is_held', { lane: 'repair' }],
    ['an appeal held', 'only_ordinary_is_held', { lane: 'protected' }],
    ['an unverified sender held', 'only_a_known_customer_is_held', { sender: 'unverified' }],
    ['a hold without a reason', 'held_says_why', { reasons: [] }],
    ['a hold that nobody has to read', 'held_says_why', { readDueAt: null }],
    ['a hold that names no open way', 'a_hold_names_an_open_way', { openRoutes: [] }],
    ['a hold that is counted', 'only_ordinary_is_counted', { counted: true }],
    ['a hold that is called delivered', 'state_fits_outcome', { state: 'delivered', deliveredAt: now }],
    ['a release that nobody made', 'somebody_settles', { state: 'releasing' }],
    ['one taken back that nobody took back', 'withdrawn_says_when', { state: 'withdrawn' }],
    ['a held one erased', 'held_is_never_erased', { erasedAt: now }],
  ])('%s', async (_, constraint, spoilt) => {
    const { id } = await aCustomer(ledger.db)
    expect(await refusal(ledger.db.insert(contacts).values({ ...aHeldContact(id), ...spoilt }))).toContain(
      constraint,
    )
  })

  test('a contact is never deleted and its decision never changes', async () => {
    const { id } = await aCustomer(ledger.db)
    const [held] = await ledger.db.insert(contacts).values(aHeldContact(id)).returning()
    await ledger.db.insert(originals).values({ contactId: held?.id ?? '', raw: Buffer.from('as it came') })
    expect(await refusal(ledger.db.execute(sql`delete from contacts where id = ${held?.id}`))).toContain(
      'append-only',
    )
    expect(
      await refusal(ledger.db.execute(sql`delete from originals where contact_id = ${held?.id}`)),
    ).toContain('is kept')
    const earlier = sql`update contacts set received_at = received_at - interval '1 day' where id = ${held?.id}`
    expect(await refusal(ledger.db.execute(earlier))).toContain('never change')
  })
})

describe('I12: the audit trail is append-only, whoever asks', () => {
  test.each(['update audit set actor = $$nobody$$', 'delete from audit', 'truncate audit'])(
    '%s',
    async (statement) => {
      await writeAudit(ledger.db, { at: now, actor: 'clearway', action: 'tried', aboutId: 'x' })
      expect(await refusal(ledger.db.execute(sql.raw(statement)))).toContain('append-only')
    },
  )
})

test('house idea 7: a notice stays as it was sent', async () => {
  const { id } = await aCustomer(ledger.db)
  const notice = await aNotice(ledger.db, id, now)
  expect(
    await refusal(ledger.db.execute(sql`update notices set body = 'other words' where id = ${notice.id}`)),
  ).toContain('as it was sent')
  expect(await refusal(ledger.db.execute(sql`delete from notices where id = ${notice.id}`))).toContain(
    'append-only',
  )
})
