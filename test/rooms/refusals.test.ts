import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import type { Measure } from '../../rules/restriction.ts'
import {
  aColleague,
  aCustomer,
  aNotice,
  aRestrictedCustomer,
  aValidRestriction,
} from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { refusal } from '../set-up/refusal.ts'

/** Everything here goes past the rules, with plain SQL: PostgreSQL itself refuses the illegal state. */
const now = new Date('2026-11-24T10:00:00Z')
const clause = 'Sanctions'
const only = (...open: string[]): Measure[] => [{ code: 'channels', open: open as never, clause }]

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

type Restriction = Awaited<ReturnType<typeof aValidRestriction>>

/** A whole restriction, decided on 12 October 2026, in force from 13 October 2026 to 24 March 2027. */
async function whole(measures = only('email'), customerId?: string): Promise<Restriction> {
  const id = customerId ?? (await aCustomer(ledger.db)).id
  return await aValidRestriction(ledger.db, { customerId: id, measures, now })
}

/** Writes it with plain SQL. */
async function write(restriction: Restriction): Promise<string> {
  const r = restriction
  const { sql } = database
  const [row] = await sql`
    insert into restrictions (reference, customer_id, measures, reason, evidence, warning_id, pack, decided_by,
      decided_at, starts_at, ends_at, review_on, lapses_on, notice_id)
    values (${r.reference}, ${r.customerId}, ${sql.json(r.measures)}, ${r.reason}, ${sql.json(r.evidence)},
      ${r.warningId ?? null}, ${r.pack}, ${r.decidedBy}, ${r.decidedAt}, ${r.startsAt}, ${r.endsAt}, ${r.reviewOn},
      ${r.lapsesOn}, ${r.noticeId})
    returning id`
  return row?.id
}

test('a whole restriction is written: the twin of all that is refused below', async () => {
  expect(await write(await whole())).toMatch(/^[0-9a-f-]{36}$/)
})

describe('I6: warning first', () => {
  const refused = /after its warning was written to this customer/

  test.each([
    ['a millisecond before the decision', -1, /was not refused/],
    ['at the instant of the decision', 0, refused],
    ['after the decision', 60_000, refused],
  ])('the letter of the warning was written %s', async (_, apart, expected) => {
    const restriction = await whole()
    const notice = await aNotice(
      ledger.db,
      restriction.customerId,
      new Date(restriction.decidedAt.getTime() + apart),
      'warning',
    )
    const [warning] = await database.sql`
      insert into warnings (customer_id, conduct, evidence, proposed, clause, given_by, given_at, notice_id)
      values (${restriction.customerId}, 'x', '[]', 'y', 'z', ${restriction.decidedBy}, ${restriction.decidedAt}, ${notice.id})
      returning id`
    expect(await refusal(write({ ...restriction, warningId: warning?.id }))).toMatch(expected)
  })

  test('a warning to somebody else is none', async () => {
    const [mine, theirs] = [await whole(), await whole()]
    expect(await refusal(write({ ...mine, warningId: theirs.warningId }))).toMatch(refused)
  })

  test('a warning without a letter of warning is none', async () => {
    const restriction = await whole()
    const [warning] = await database.sql`
      insert into warnings (customer_id, conduct, evidence, proposed, clause, given_by, given_at, notice_id)
      values (${restriction.customerId}, 'x', '[]', 'y', 'z', ${restriction.decidedBy}, ${restriction.decidedAt}, ${restriction.noticeId})
      returning id`
    expect(await refusal(write({ ...restriction, warningId: warning?.id }))).toMatch(refused)
  })

  test('neither a warning nor a recorded exception', async () => {
    expect(await refusal(write({ ...(await whole()), warningId: null }))).toContain('warned_first')
  })

  test('a warning stays as it was given', async () => {
    const { warningId } = await whole()
    const { sql } = database
    expect(await refusal(sql`update warnings set given_at = now() where id = ${warningId ?? ''}`)).toContain(
      'append-only',
    )
    expect(await refusal(sql`delete from warnings where id = ${warningId ?? ''}`)).toContain('append-only')
  })
})

describe('I3: who decides', () => {
  test.each([
    ['officer', /decided by an active colleague/],
    ['appeals', /decided by an active colleague/],
    ['contractor', /decided by an active colleague/],
    ['manager', /was not refused/],
    ['head', /was not refused/],
    ['director', /was not refused/],
  ] as const)('%s', async (role, expected) => {
    const { id } = await aColleague(ledger.db, role)
    expect(await refusal(write({ ...(await whole()), decidedBy: id }))).toMatch(expected)
  })

  test('somebody who has left', async () => {
    const { id } = await aColleague(ledger.db, 'head')
    await database.sql`update colleagues set active = false where id = ${id}`
    expect(await refusal(write({ ...(await whole()), decidedBy: id }))).toContain('active colleague')
  })
})

describe('I6: review and end', () => {
  test.each([
    ['2027-04-13', 'was not refused'],
    ['2027-04-14', 'reviewed within six months'],
  ])('a first review on %s of one that starts on 13 October 2026', async (reviewOn, expected) => {
    const restriction = { ...(await whole()), endsAt: new Date('2027-09-01T00:00:00Z') }
    expect(await refusal(write({ ...restriction, reviewOn, lapsesOn: reviewOn }))).toContain(expected)
  })

  test.each([
    ['2028-10-13T10:00:00Z', 'was not refused'],
    ['2028-10-13T10:00:01Z', 'ends_within_two_years'],
  ])('an end at %s of one that starts on 13 October 2026 at eleven', async (end, expected) => {
    expect(await refusal(write({ ...(await whole()), endsAt: new Date(end) }))).toContain(expected)
  })

  test.each([
    [28, 'was not refused'],
    [29, 'lapses_soon_after_its_review'],
  ])('a lapse %i days after its review', async (days, expected) => {
    const restriction = { ...(await whole()), reviewOn: '2027-01-01' }
    const lapsesOn = new Date(Date.parse('2027-01-01') + days * 86_400_000).toISOString().slice(0, 10)
    expect(await refusal(write({ ...restriction, lapsesOn }))).toContain(expected)
  })
})

describe('I2: the restrictions of one customer together', () => {
  const refused = 'together leave no way open'
  const office: Measure = { code: 'office-access', detail: 'Ring first.', clause }

  test.each<[string, Measure[], Measure[], string]>([
    ['email only and letter only', only('email'), only('letter'), refused],
    ['email only and email or letter', only('email'), only('email', 'letter'), 'was not refused'],
    ['visits only and visits by appointment', only('visit'), [office], refused],
    ['visits or email and visits by appointment', only('visit', 'email'), [office], 'was not refused'],
  ])('%s', async (_, first, second, expected) => {
    const { customer } = await aRestrictedCustomer(ledger.db, first, now)
    expect(await refusal(write(await whole(second, customer.id)))).toContain(expected)
  })

  test('one measure list that contradicts itself', async () => {
    expect(await refusal(write(await whole([...only('email'), ...only('phone')])))).toContain(refused)
  })

  test('three of which each two would leave a way', async () => {
    const { customer } = await aRestrictedCustomer(ledger.db, only('email', 'letter'), now)
    expect(await refusal(write(await whole(only('letter', 'phone'), customer.id)))).toBe('was not refused')
    expect(await refusal(write(await whole(only('email', 'phone'), customer.id)))).toContain(refused)
  })

  test('one that begins before another that is to come, and runs into it', async () => {
    const early = await whole(only('email'))
    const later = {
      ...(await whole(only('letter'), early.customerId)),
      startsAt: new Date('2027-03-01T00:00:00Z'),
      endsAt: new Date('2027-06-01T00:00:00Z'),
      reviewOn: '2027-04-01',
      lapsesOn: '2027-04-08',
    }
    await write(later)
    expect(await refusal(write(early))).toContain(refused)
    const sooner = { ...early, endsAt: later.startsAt, reviewOn: '2027-01-01', lapsesOn: '2027-01-08' }
    expect(await refusal(write(sooner))).toBe('was not refused')
  })

  test('one that was lifted closes nothing any more', async () => {
    const { customer, restriction } = await aRestrictedCustomer(ledger.db, only('email'), now)
    await database.sql`update restrictions set lifted_at = starts_at, lifted_by = decided_by, lift_reason = 'Enough'
      where id = ${restriction.id}`
    expect(await refusal(write(await whole(only('letter'), customer.id)))).toBe('was not refused')
  })

  test('two written at the same instant: one is refused', async () => {
    const { id } = await aCustomer(ledger.db)
    const both = [await whole(only('email'), id), await whole(only('letter'), id)]
    const said = await Promise.all(both.map((each) => refusal(write(each))))
    expect(said.filter((each) => each === 'was not refused')).toHaveLength(1)
    expect(said.filter((each) => each.includes(refused))).toHaveLength(1)
  })
})

describe('I3: what was decided stays as it was decided', () => {
  test.each([
    ["ends_at = ends_at + interval '1 day'"],
    ["ends_at = ends_at - interval '1 day'"],
    ["starts_at = starts_at + interval '1 day'"],
    ["reason = 'another'"],
    ["evidence = '[]'"],
    [`measures = '[{"code":"pause","clause":"x"}]'`],
    ['decided_at = now()'],
    ['decided_by = (select id from colleagues where id <> decided_by limit 1)'],
  ])('%s', async (change) => {
    const id = await write(await whole())
    expect(
      await refusal(database.sql.unsafe(`update restrictions set ${change} where id = '${id}'`)),
      // Which of the two rules speaks first depends on whom the change names.
    ).toMatch(/stays as it was decided|decided by an active colleague/)
  })

  test('it is never deleted', async () => {
    const id = await write(await whole())
    expect(await refusal(database.sql`delete from restrictions where id = ${id}`)).toContain('append-only')
  })

  test.each([
    ['no reason', null],
    ['an empty reason', ''],
    ['a blank reason', '  '],
  ])('a lift with %s', async (_, reason) => {
    const id = await write(await whole())
    expect(
      await refusal(
        database.sql`update restrictions set lifted_at = now(), lifted_by = decided_by, lift_reason = ${reason} where id = ${id}`,
      ),
    ).toContain('lift_')
  })

  test('a lift with a reason is written, and never taken back', async () => {
    const id = await write(await whole())
    const { sql } = database
    await sql`update restrictions set lifted_at = now(), lifted_by = decided_by, lift_reason = 'Enough' where id = ${id}`
    expect(
      await refusal(
        sql`update restrictions set lifted_at = null, lifted_by = null, lift_reason = null where id = ${id}`,
      ),
    ).toContain('stays lifted')
  })
})

type Review = {
  outcome: string
  reason: string
  evidence: object[]
  next: string | null
  by: string
  at: Date
}

describe('I6: reviews', () => {
  /** The review of a whole restriction, on its day: kept for a new reason that rests on something new. */
  const good = {
    outcome: 'keep',
    reason: 'It went on.',
    evidence: [{ on: '2026-12-20', what: 'Ten emails' }],
  }

  async function review(id: string, over: Partial<Review> = {}): Promise<void> {
    const by = over.by ?? (await aColleague(ledger.db, 'head')).id
    const all = { ...good, next: '2027-03-01', at: new Date('2027-01-03T10:00:00Z'), ...over }
    const { sql } = database
    await sql`insert into reviews (restriction_id, reviewed_by, reviewed_at, outcome, reason, evidence, next_review_on)
      values (${id}, ${by}, ${all.at}, ${all.outcome}, ${all.reason}, ${sql.json(all.evidence as never)}, ${all.next})`
  }

  const moveOn = (id: string, reviewOn: string, lapsesOn = reviewOn) =>
    database.sql`update restrictions set review_on = ${reviewOn}, lapses_on = ${lapsesOn} where id = ${id}`

  test('a review moves later only by a review that says so, and sooner by itself', async () => {
    const id = await write(await whole())
    const refused = 'moves on only by a review'
    expect(await refusal(moveOn(id, '2027-03-01'))).toContain(refused)
    await review(id)
    expect(await refusal(moveOn(id, '2027-03-02'))).toContain(refused)
    expect(await refusal(moveOn(id, '2027-03-01', '2027-03-08'))).toBe('was not refused')
    expect(await refusal(moveOn(id, '2027-03-01', '2027-03-09'))).toContain(refused)
    expect(await refusal(moveOn(id, '2027-02-01'))).toBe('was not refused')
  })

  test.each<[string, Partial<Review>, string]>([
    ['kept without evidence', { evidence: [] }, 'needs evidence since'],
    [
      'kept for something from before',
      { evidence: [{ on: '2026-10-12', what: 'x' }] },
      'needs evidence since',
    ],
    ['kept for something to come', { evidence: [{ on: '2027-01-04', what: 'x' }] }, 'needs evidence since'],
    ['kept for the old reason', { reason: ' emails WENT on  after the warning.' }, 'needs a new reason'],
    ['without a reason', { reason: ' ' }, 'review_has_a_reason'],
    ['kept without a next review', { next: null }, 'keeping_needs_a_next_review'],
    ['a next review in more than six months', { next: '2027-07-04' }, 'next_review_within_six_months'],
    ['a next review today', { next: '2027-01-03' }, 'next_review_within_six_months'],
    ['an increase', { outcome: 'increase' }, 'review_has_an_outcome'],
    ['the twin in six months', { next: '2027-07-03' }, 'was not refused'],
    [
      'a lift needs neither evidence nor another review',
      { outcome: 'lift', evidence: [], next: null },
      'was not',
    ],
  ])('%s', async (_, over, expected) => {
    expect(await refusal(review(await write(await whole()), over))).toContain(expected)
  })

  test('an officer reviews nothing', async () => {
    const { id: by } = await aColleague(ledger.db, 'officer')
    expect(await refusal(review(await write(await whole()), { by }))).toContain('held by an active colleague')
  })

  test('what was found once is not new the next time, and a review stays as it was held', async () => {
    const id = await write(await whole())
    await review(id)
    const at = new Date('2027-02-20T10:00:00Z')
    expect(await refusal(review(id, { at, reason: 'Still.' }))).toContain('needs evidence since')
    const evidence = [{ on: '2027-02-01', what: 'Nine emails' }]
    expect(await refusal(review(id, { at, evidence }))).toContain('needs a new reason')
    expect(await refusal(review(id, { at, evidence, reason: 'Still.' }))).toBe('was not refused')
    expect(await refusal(database.sql`update reviews set reason = 'x'`)).toContain('append-only')
  })
})

describe('I8: who decides an appeal', () => {
  /** An appeal against a restriction whose evidence one officer wrote. */
  async function anAppeal() {
    const restriction = await whole()
    const writer = await aColleague(ledger.db, 'manager')
    const evidence = [{ on: '2026-10-10', what: 'Thirty emails', by: writer.id }]
    const id = await write({ ...restriction, evidence })
    const [appeal] = await database.sql`
      insert into appeals (reference, customer_id, restriction_id, ground, account, lodged_at, due_on)
      values (${randomUUID()}, ${restriction.customerId}, ${id}, 'other', 'I was ill.', ${now}, '2026-12-08')
      returning id`
    return { id: appeal?.id as string, restriction: { ...restriction, id }, writer }
  }

  const rule = (id: string, by: string, reasons: string | null = 'She was ill.') =>
    database.sql`update appeals set decided_by = ${by}, decided_at = now(), ruling = 'upheld', reasons = ${reasons} where id = ${id}`

  const refused = 'took no earlier part'

  test('somebody who took no part decides it, with reasons', async () => {
    const { id } = await anAppeal()
    const { id: other } = await aColleague(ledger.db, 'appeals')
    expect(await refusal(rule(id, other))).toBe('was not refused')
  })

  test.each([
    ['no reasons', null],
    ['empty reasons', ''],
    ['blank reasons', ' '],
  ])('a ruling with %s', async (_, reasons) => {
    const { id } = await anAppeal()
    const { id: other } = await aColleague(ledger.db, 'appeals')
    expect(await refusal(rule(id, other, reasons))).toContain('a_ruling_says_who_when_and_why')
  })

  test('whoever decided the restriction', async () => {
    const { id, restriction } = await anAppeal()
    expect(await refusal(rule(id, restriction.decidedBy))).toContain(refused)
  })

  test('whoever gave the warning', async () => {
    const { id, restriction } = await anAppeal()
    const [warning] =
      await database.sql`select given_by from warnings where id = ${restriction.warningId ?? ''}`
    expect(await refusal(rule(id, warning?.given_by))).toContain(refused)
  })

  test('whoever wrote the evidence', async () => {
    const { id, writer } = await anAppeal()
    expect(await refusal(rule(id, writer.id))).toContain(refused)
  })

  test('whoever reviewed it, and whoever placed its marker', async () => {
    const { id, restriction } = await anAppeal()
    const [reviewer, marker] = [await aColleague(ledger.db, 'head'), await aColleague(ledger.db, 'head')]
    const { sql } = database
    await sql`insert into reviews (restriction_id, reviewed_by, reviewed_at, outcome, reason)
      values (${restriction.id}, ${reviewer.id}, ${now}, 'reduce', 'It is better now.')`
    await sql`insert into markers (customer_id, restriction_id, note, precaution, placed_by, placed_at, review_on)
      values (${restriction.customerId}, ${restriction.id}, 'Shouted', 'Go in twos', ${marker.id}, ${now}, '2027-03-01')`
    expect(await refusal(rule(id, reviewer.id))).toContain(refused)
    expect(await refusal(rule(id, marker.id))).toContain(refused)
  })

  test.each(['officer', 'contractor'] as const)('never an %s', async (role) => {
    const { id } = await anAppeal()
    const { id: by } = await aColleague(ledger.db, role)
    expect(await refusal(rule(id, by))).toContain('who may hear one')
  })
})

describe('markers have a review of their own', () => {
  async function mark(over: { reviewOn?: string | null; role?: 'head' | 'officer'; note?: string } = {}) {
    const { reviewOn = '2027-11-24', role = 'head', note = 'Shouted at a colleague' } = over
    const [{ id: customerId }, { id: by }] = [await aCustomer(ledger.db), await aColleague(ledger.db, role)]
    const [row] = await database.sql`
      insert into markers (customer_id, note, precaution, placed_by, placed_at, review_on)
      values (${customerId}, ${note}, 'Go in twos', ${by}, ${now}, ${reviewOn}) returning id`
    return row?.id as string
  }

  test.each([
    ['no review', { reviewOn: null }, 'review_on'],
    ['a review in a year and a day', { reviewOn: '2027-11-25' }, 'within_a_year'],
    ['a review on the day itself', { reviewOn: '2026-11-24' }, 'within_a_year'],
    ['no words', { note: ' ' }, 'marker_has_words'],
    ['placed by an officer', { role: 'officer' as const }, 'placed by an active colleague'],
    ['the twin with all of it', {}, 'was not refused'],
  ])('%s', async (_, over, expected) => {
    expect(await refusal(mark(over))).toContain(expected)
  })

  test('it is changed only by its end, which says who and why, once', async () => {
    const id = await mark()
    const { sql } = database
    const later = sql`update markers set review_on = review_on + 1 where id = ${id}`
    expect(await refusal(later)).toContain('stays as it was placed')
    expect(await refusal(sql`update markers set removed_at = now() where id = ${id}`)).toContain(
      'who_and_why',
    )
    const end = () =>
      sql`update markers set removed_at = now(), removed_by = placed_by, remove_reason = 'Long over' where id = ${id}`
    expect(await refusal(end())).toBe('was not refused')
    expect(await refusal(end())).toContain('stays as it was placed')
    expect(await refusal(sql`delete from markers where id = ${id}`)).toContain('append-only')
  })
})

describe('I1, I7: contacts', () => {
  async function contact(over: { outcome: 'hold' | 'deliver'; lane: string; counted: boolean }) {
    const { id } = await aCustomer(ledger.db)
    const { outcome, lane, counted } = over
    const held = outcome === 'hold'
    const { sql } = database
    await sql`insert into contacts (key, channel, customer_id, sender, received_at, outcome, lane, counted, desk, reasons, open_routes, state, read_due_at)
      values (${randomUUID()}, 'email', ${id}, 'known', ${now}, ${outcome}, ${lane}, ${counted}, 'contact',
        ${sql.json([{ code: 'over-limit' }])}, ${sql.json([{ channel: 'email', opensAt: null, windows: [] }])},
        ${held ? 'held' : 'delivering'}, ${held ? now : null})`
  }

  const lanes = ['life-safety', 'emergency-repair', 'repair', 'urgent-need', 'protected']

  test.each(lanes)('a hold of %s', async (lane) => {
    expect(await refusal(contact({ outcome: 'hold', lane, counted: false }))).toContain(
      'only_ordinary_is_held',
    )
  })

  test.each(lanes)('%s that is counted', async (lane) => {
    const refused = await refusal(contact({ outcome: 'deliver', lane, counted: true }))
    expect(refused).toContain('only_ordinary_is_counted')
  })

  test('their ordinary twins are written', async () => {
    for (const over of [
      { outcome: 'hold' as const, lane: 'ordinary', counted: false },
      { outcome: 'deliver' as const, lane: 'ordinary', counted: true },
    ]) {
      expect(await refusal(contact(over))).toBe('was not refused')
    }
  })
})
