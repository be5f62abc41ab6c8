import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { checkCode } from '../../db/access.ts'
import { messagesOf } from '../../db/appeal-messages.ts'
import { partsIn } from '../../db/appeal-parts.ts'
import { getSubject, subjectOf } from '../../db/appeal-subjects.ts'
import { getColleague } from '../../db/colleagues.ts'
import { decisionOf, heldContacts } from '../../db/contacts.ts'
import { findCustomersBy } from '../../db/customers.ts'
import { seedIfEmpty } from '../../db/demonstration.ts'
import { type Ledger, openLedger } from '../../db/ledger.ts'
import { noticesAbout, noticesOf } from '../../db/notices.ts'
import { restrictionsOf, warningsOf } from '../../db/restrictions.ts'
import { appeals, colleagues, customers, notices, restrictions } from '../../db/schema.ts'
import { policyKeys } from '../../policies/index.ts'
import { decide } from '../../rules/decide.ts'
import { isInForce, stopsAt } from '../../rules/in-force.ts'
import { dayOf, instantAt } from '../../rules/london.ts'
import { calendarOf } from '../../rules/bank-holidays.ts'
import { mayAppeal } from '../../rules/may-appeal.ts'
import { mayHear } from '../../rules/may-hear.ts'
import { judge } from '../../rules/urgency/judge.ts'
import { limitsAt } from '../../rules/usage.ts'
import { loadPolicy } from '../../house.ts'
import { parseSettings } from '../../settings.ts'
import { openTestDatabase } from '../set-up/database.ts'

const secret = 'a secret for these tests, long enough'
let database: Awaited<ReturnType<typeof openTestDatabase>>
let ledger: Ledger

beforeEach(async () => {
  database = await openTestDatabase()
  ledger = openLedger(database.databaseUrl, 4)
})

afterEach(async () => {
  await ledger.close()
  await database.close()
})

function settingsFor(policy: string) {
  return parseSettings({
    CLEARWAY_POLICY: policy,
    SESSION_SECRET: secret,
    DATABASE_URL: database.databaseUrl,
  })
}

async function seedAt(now: Date, policy = 'amplius') {
  await seedIfEmpty({
    databaseUrl: database.databaseUrl,
    settings: settingsFor(policy),
    clock: { now: () => now },
  })
}

async function customerAt(account: string) {
  const [customer] = await findCustomersBy(ledger.db, 'email', `${account}@demo.example`)
  if (!customer) throw new Error(`${account}@demo.example is not there`)
  return { customer, restrictions: await restrictionsOf(ledger.db, customer.id) }
}

/** What an ordinary contact by this customer would meet, when it is the `nth` counted one in its span. */
async function outcomeFor(
  account: string,
  channel: 'email' | 'letter' | 'phone',
  at: Date,
  nth = 1,
  text = 'Hello',
) {
  const { restrictions: all } = await customerAt(account)
  const usage = new Map(limitsAt(all, at).map(({ key }) => [key, nth]))
  const asked = {
    channel,
    sender: 'known',
    lane: 'ordinary',
    text,
    bringsEvidence: false,
    desk: 'contact',
  } as const
  return decide(asked, all, usage, at)
}

const clocks: [string, string][] = [
  ['an ordinary Monday', '2026-11-23T10:00:00Z'],
  ['31 January, after which months are shorter', '2027-01-31T12:00:00Z'],
  ['the night the clocks go forward', '2026-03-29T00:59:00Z'],
  ['an hour after they went forward', '2026-03-29T02:00:00Z'],
  ['the night the clocks go back', '2026-10-25T00:30:00Z'],
  ['the hour that comes twice', '2026-10-25T01:30:00Z'],
  ['a minute past midnight', '2026-12-31T00:01:00Z'],
  ['just before London midnight in summer', '2026-07-31T22:59:00Z'],
  ['29 February', '2028-02-29T09:00:00Z'],
]

describe.each(policyKeys)('under %s', (policy) => {
  test.each(policy === 'amplius' ? clocks : clocks.slice(1, 4))(
    'everybody is in the situation that their address says: %s',
    async (_, instant) => {
      const now = new Date(instant)
      await seedAt(now, policy)
      expect(await ledger.db.select().from(customers)).toHaveLength(8)
      expect((await ledger.db.select().from(colleagues)).map(({ role }) => role).sort()).toEqual([
        'appeals',
        'contractor',
        'director',
        'head',
        'manager',
        'officer',
      ])
      const inForce = async (account: string) =>
        (await customerAt(account)).restrictions.map((each) => isInForce(each, now))
      for (const account of ['weekly', 'tuesday', 'named', 'letters', 'closed'])
        expect(await inForce(account)).toEqual([true])
      for (const account of ['warned', 'open']) expect(await inForce(account)).toEqual([])
      expect(await inForce('ended')).toEqual([false])
      const { restrictions: ended } = await customerAt('ended')
      expect(ended.map(({ endsAt }) => dayOf(endsAt) < dayOf(now))).toEqual([true])
      expect(await heldContacts(ledger.db)).toHaveLength(3)
      expect((await ledger.db.select().from(appeals)).map(({ ruling }) => ruling)).toEqual([null])
    },
  )

  test('I6: every restriction in force is reviewed ahead, can be appealed, and rests on what came before it', async () => {
    const now = new Date('2026-11-23T10:00:00Z')
    await seedAt(now, policy)
    const inForce = await loadPolicy(settingsFor(policy))
    const { landlord, appealHearerRole } = inForce
    const everyone = await ledger.db.select().from(colleagues)
    for (const restriction of await ledger.db.select().from(restrictions)) {
      const [notice] = await ledger.db.select().from(notices).where(eq(notices.id, restriction.noticeId))
      expect(notice && notice.writtenAt < restriction.startsAt).toBe(true)
      expect(restriction.evidence.every(({ on }) => on <= dayOf(restriction.decidedAt))).toBe(true)
      expect(everyone.find(({ id }) => id === restriction.decidedBy)?.role).not.toBe(appealHearerRole.value)
      if (!isInForce(restriction, now)) continue
      expect(restriction.reviewOn > dayOf(now)).toBe(true)
      const facts = {
        subject: {
          kind: 'restriction' as const,
          startsAt: restriction.startsAt,
          stopsAt: stopsAt(restriction),
        },
        notice: notice ?? { writtenAt: now, by: 'email' as const },
        calendar: calendarOf(landlord.nation),
      }
      expect(mayAppeal({ ...facts, isLodged: false, now }, inForce)).toHaveProperty('yes')
    }
  })
})

describe.each(policyKeys)('the appeal that awaits a decision, under %s', (policy) => {
  test('its reviewer, who may hear it, asked something, and the customer was told so by letter (I8)', async () => {
    await seedAt(new Date('2026-11-23T10:00:00Z'), policy)
    const [appeal] = await ledger.db.select().from(appeals)
    if (!appeal) throw new Error('no appeal awaits a decision')
    const [question, ...more] = await messagesOf(ledger.db, appeal.id)
    const subject = await getSubject(ledger.db, subjectOf(appeal))
    const reviewer = question?.askedBy ? await getColleague(ledger.db, question.askedBy) : null
    if (!question || !subject || !reviewer) throw new Error('nobody asked')
    expect(more).toEqual([])
    const parts = await partsIn(ledger.db, subject)
    expect(parts.map(({ part }) => part).sort()).toEqual(['decision', 'warning'])
    expect(mayHear(reviewer, parts, await loadPolicy(settingsFor(policy)))).toEqual({ yes: true })
    const [told] = await noticesAbout(ledger.db, question.id)
    expect([told?.kind, told?.by]).toEqual(['appeal-question', 'letter'])
    expect(told?.body).toContain(question.text)
  })
})

describe('the accounts behave as their addresses say', () => {
  // A Tuesday.
  const tuesday = (time: string) => instantAt('2026-11-24', time)
  beforeEach(() => seedAt(new Date('2026-11-23T10:00:00Z')))

  test('weekly: the first email of a week goes through, the second is held, a call is held', async () => {
    expect((await outcomeFor('weekly', 'email', tuesday('10:00'), 1)).outcome).toBe('deliver')
    expect((await outcomeFor('weekly', 'email', tuesday('10:00'), 2)).outcome).toBe('hold')
    expect((await outcomeFor('weekly', 'phone', tuesday('10:00'), 1)).outcome).toBe('hold')
  })

  test.each([
    ['08:59', 'hold'],
    ['09:00', 'deliver'],
    ['11:59', 'deliver'],
    ['12:00', 'hold'],
  ])('tuesday: at %s on a Tuesday, %s', async (time, outcome) => {
    expect((await outcomeFor('tuesday', 'email', tuesday(time))).outcome).toBe(outcome)
  })

  test('named: goes through, to the colleague whom the settings name', async () => {
    expect(await outcomeFor('named', 'email', tuesday('10:00'))).toMatchObject({
      outcome: 'deliver',
      colleague: 'sam-reed',
    })
  })

  test('letters: a letter goes through, an email and a call are held', async () => {
    expect((await outcomeFor('letters', 'letter', tuesday('10:00'))).outcome).toBe('deliver')
    expect((await outcomeFor('letters', 'email', tuesday('10:00'))).outcome).toBe('hold')
    expect((await outcomeFor('letters', 'phone', tuesday('10:00'))).outcome).toBe('hold')
  })

  test('closed: the parking bay is held, anything else goes through', async () => {
    expect((await outcomeFor('closed', 'email', tuesday('10:00'), 1, 'About Bay 14 again')).outcome).toBe(
      'hold',
    )
    expect((await outcomeFor('closed', 'email', tuesday('10:00'), 1, 'About my rent')).outcome).toBe(
      'deliver',
    )
  })

  test('warned has a warning, and open has nothing', async () => {
    const { customer: warned } = await customerAt('warned')
    const { customer: open } = await customerAt('open')
    expect(await warningsOf(ledger.db, warned.id)).toHaveLength(1)
    expect(await warningsOf(ledger.db, open.id)).toHaveLength(0)
    expect(await noticesOf(ledger.db, open.id)).toHaveLength(0)
  })

  test('the held contacts are held for what the rules say of them', async () => {
    const held = await heldContacts(ledger.db)
    expect(held.map(({ contact }) => decisionOf(contact).reasons.map(({ code }) => code))).toEqual([
      ['channel-closed'],
      ['subject-closed'],
      ['subject-closed'],
    ])
    expect(
      held.map(({ contact }) => judge({ subject: contact.subject ?? '', body: contact.body ?? '' }).lane),
    ).toEqual(['ordinary', 'ordinary', 'ordinary'])
  })
})

test('words as seen: each letter is in its reader’s language, and every one of them is asked to be sent', async () => {
  await seedAt(new Date('2026-11-23T10:00:00Z'))
  const all = await ledger.db.select().from(notices)
  const { customer: weekly } = await customerAt('weekly')
  const urdu = all.filter(({ customerId }) => customerId === weekly.id)
  expect(urdu).toHaveLength(2)
  for (const { language, printPoints, body } of urdu) {
    expect([language, printPoints]).toEqual(['ur', 18])
    expect(body).toMatch(/[\u0600-\u06ff]/)
  }
  const jobs = await database.sql`select payload from graphile_worker._private_jobs`
  expect(jobs.map(({ payload }) => payload.noticeId).sort()).toEqual(all.map(({ id }) => id).sort())
})

test('the code that a letter shows opens the door for its reader, and for nobody else', async () => {
  const now = new Date('2026-11-23T10:00:00Z')
  await seedAt(now)
  const { customer: weekly, restrictions: theirs } = await customerAt('weekly')
  const { customer: tuesday } = await customerAt('tuesday')
  const [letter] = await ledger.db
    .select()
    .from(notices)
    .where(eq(notices.id, theirs[0]?.noticeId ?? ''))
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(letter?.body ?? '')?.[0] ?? 'none'
  const ask = { secret, by: 'letter', code, now } as const
  expect(await checkCode(ledger.db, { ...ask, customerId: weekly.id })).toBe(true)
  expect(await checkCode(ledger.db, { ...ask, customerId: tuesday.id })).toBe(false)
})

test('a ledger that has customers is left alone, by a second run and by two runs at once', async () => {
  const now = new Date('2026-11-23T10:00:00Z')
  await Promise.all([seedAt(now), seedAt(now)])
  await seedAt(new Date('2027-06-01T10:00:00Z'))
  expect(await ledger.db.select().from(customers)).toHaveLength(8)
  expect(await ledger.db.select().from(restrictions)).toHaveLength(6)
})
