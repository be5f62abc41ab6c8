import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactPage, settleContact } from '../../app/doors/console-contact.server.ts'
import { customerPage } from '../../app/doors/console-customer.server.ts'
import { heldList } from '../../app/doors/console-held.server.ts'
import { lateFindsFile, lateFindsPage } from '../../app/doors/console-late-finds.server.ts'
import { markSampled, samplePage } from '../../app/doors/console-sample.server.ts'
import { raiseContact, withdrawContact } from '../../db/held.ts'
import { noticesAbout } from '../../db/notices.ts'
import { markHeld } from '../../db/readings.ts'
import { drawSample, type Pick } from '../../db/samples.ts'
import { contacts, readings, samples } from '../../db/schema.ts'
import { deliverContact } from '../../post/deliver-contact.ts'
import { drawDailySample, pickAtRandom } from '../../post/draw-sample.ts'
import { eq } from 'drizzle-orm'
import { aHeldContact, contactOf, jobsAbout } from '../factories/contacts.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague } from '../factories/ledger.ts'
import { aSignedInColleague, thrownBy, visiting } from '../factories/visit.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { refusal } from '../set-up/refusal.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

const readingsOf = (contactId: string) =>
  house.ledger.db.select().from(readings).where(eq(readings.contactId, contactId))

async function settle(contactId: string, how: string, cookie: string): Promise<string | null> {
  const answer = await settleContact(
    visiting(house, { path: '/console', params: { id: contactId }, form: { how }, cookie }),
  )
  return new URL(answer.headers.get('Location') ?? '', 'http://x').searchParams.get('done')
}

describe('what a colleague says of a held contact', () => {
  test.each([
    ['urgent', 'urgent', 'releasing', 'urgent', 'urgent', -10],
    ['complaint', 'complaint', 'releasing', 'complaints', 'complaint', -10],
    ['release', 'released', 'releasing', 'contact', 'ordinary', 0],
    ['read', 'read', 'read', 'contact', 'ordinary', null],
  ] as const)(
    '%s: done %s, state %s, desk %s, a reading %s',
    async (how, done, state, desk, mark, priority) => {
      const { colleague, cookie } = await aSignedInColleague(house, 'officer')
      const { contactId } = await aHeldContact(house)
      expect(await settle(contactId, how, cookie)).toBe(done)
      const contact = await contactOf(house, contactId)
      expect(contact).toMatchObject({ state, desk, settledBy: colleague.id, settledAt: house.clock.now() })
      expect(await readingsOf(contactId)).toMatchObject([{ mark, source: 'triage', readBy: colleague.id }])
      expect(await jobsAbout(house, contactId)).toEqual(
        priority === null ? [] : [['deliver-contact', priority]],
      )
      const told = (await noticesAbout(house.ledger.db, contactId)).map(({ kind }) => kind)
      expect(told.includes('released-contact')).toBe(state === 'releasing')
    },
  )

  test('the desk is told what was found, and that its clock runs from receipt', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    for (const [how, code, words] of [
      ['urgent', 'urgent', 'found it urgent'],
      ['complaint', 'complaints', 'found a complaint'],
      ['release', 'contact', null],
    ] as const) {
      const { contactId } = await aHeldContact(house)
      await settle(contactId, how, cookie)
      await deliverContact(house, contactId)
      const sent = house.mail.desk.find(({ raw }) => raw.includes(contactId))
      expect(sent?.code).toBe(code)
      expect(sent?.raw.replace(/\r\n /g, ' ').includes('X-Clearway-Explanation')).toBe(words !== null)
      if (words) expect(sent?.raw.replace(/\r\n /g, ' ')).toContain(words)
    }
  })

  test('a complaint after all has its five working days from receipt, not from the find', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    const { contactId } = await aHeldContact(house, { receivedAt: new Date('2026-11-23T22:30:00Z') })
    await settle(contactId, 'complaint', cookie)
    const page = await contactPage(visiting(house, { path: '/x', params: { id: contactId }, cookie }))
    expect(page.mark).toBe('complaint')
    expect(page.clocks[0]).toMatchObject({
      code: 'acknowledge-complaint',
      dueAt: new Date('2026-11-30T23:59:59.999Z'),
    })
  })

  test('of two at once one wins; the other changes nothing and is shown who did what', async () => {
    const [one, two] = [
      await aSignedInColleague(house, 'officer'),
      await aSignedInColleague(house, 'manager'),
    ]
    const { contactId } = await aHeldContact(house)
    const done = await Promise.all([
      settle(contactId, 'urgent', one.cookie),
      settle(contactId, 'complaint', two.cookie),
    ])
    expect(done.filter((each) => each === 'already-settled')).toHaveLength(1)
    const winner = done[0] === 'urgent' ? one : two
    expect(await readingsOf(contactId)).toMatchObject([{ readBy: winner.colleague.id }])
    expect(await jobsAbout(house, contactId)).toHaveLength(1)
    const shown = await contactPage(
      visiting(house, { path: '/x?done=already-settled', params: { id: contactId }, cookie: one.cookie }),
    )
    expect([shown.done, shown.settledBy]).toEqual(['already-settled', winner.colleague.name])
  })

  test('when the customer was quicker nothing is read and nobody is told twice', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    const now = house.clock.now()
    const raised = await aHeldContact(house)
    await house.ledger.db.transaction((tx) =>
      raiseContact(tx, { contactId: raised.contactId, by: 'link', now }),
    )
    const withdrawn = await aHeldContact(house)
    await withdrawContact(house.ledger.db, {
      contactId: withdrawn.contactId,
      customerId: withdrawn.customer.id,
      now,
    })
    for (const { contactId } of [raised, withdrawn]) {
      expect(await settle(contactId, 'urgent', cookie)).toBe('already-settled')
      expect(await readingsOf(contactId)).toEqual([])
    }
  })

  test('only what the buttons say, and not by a contractor', async () => {
    const { contactId } = await aHeldContact(house)
    const { cookie } = await aSignedInColleague(house, 'officer')
    for (const how of ['', 'ordinary', 'constructor', 'lift'])
      expect((await thrownBy(settle(contactId, how, cookie))).status).toBe(404)
    const contractor = await aSignedInColleague(house, 'contractor')
    expect((await thrownBy(settle(contactId, 'urgent', contractor.cookie))).status).toBe(403)
    expect((await contactOf(house, contactId)).state).toBe('held')
  })

  test('I12: a reading is only ever added', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    const { contactId } = await aHeldContact(house)
    await settle(contactId, 'urgent', cookie)
    const { db } = house.ledger
    const theirs = eq(readings.contactId, contactId)
    expect(await refusal(db.update(readings).set({ mark: 'ordinary' }).where(theirs))).toContain(
      'append-only',
    )
    expect(await refusal(db.delete(readings).where(theirs))).toContain('append-only')
  })
})

describe('the queue', () => {
  test('due today by doubt, and the numbers that the classifier gave are kept', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    const receivedAt = new Date('2026-11-23T09:00:00Z')
    const ids: string[] = []
    for (const doubt of [0.2, 0.9, 0.5]) {
      const { contactId } = await aHeldContact(house, { receivedAt })
      await house.ledger.db.update(contacts).set({ doubt }).where(eq(contacts.id, contactId))
      ids.push(contactId)
    }
    const { rows } = await heldList(visiting(house, { path: '/console', cookie }))
    const [low, high, middle] = ids
    expect(rows.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([high, middle, low])
    expect(rows[0]).toMatchObject({ id: high, doubt: expect.closeTo(0.9, 3) })
  })

  test('a share that is none cannot be written', async () => {
    const { contactId } = await aHeldContact(house)
    for (const doubt of [-0.1, 1.1, Number.NaN]) {
      const write = house.ledger.db.update(contacts).set({ doubt }).where(eq(contacts.id, contactId))
      expect(await refusal(write)).toContain('doubt_is_a_share')
    }
  })

  test('the customer’s page shows how often they said that it cannot wait, as a plain number', async () => {
    const { cookie } = await aSignedInColleague(house, 'officer')
    const { customer, contactId } = await aHeldContact(house)
    await house.ledger.db.transaction((tx) =>
      raiseContact(tx, { contactId, by: 'page', now: house.clock.now() }),
    )
    const page = await customerPage(visiting(house, { path: '/x', params: { id: customer.id }, cookie }))
    expect(page.raised).toEqual({ raised: 1, held: 1 })
    expect(page.contacts[0]?.clocks.map(({ code }) => code)).toEqual(['make-safe'])
  })
})

/** A contact that this colleague read as ordinary at an instant. */
async function aReadContact(colleagueId: string, at: string) {
  const held = await aHeldContact(house)
  const now = new Date(at)
  await house.ledger.db.transaction((tx) =>
    markHeld(tx, { contactId: held.contactId, colleagueId, now }, 'ordinary'),
  )
  return held
}

describe('the daily sample', () => {
  const draw = (at: string, number: number, pick: Pick = (ids, most) => ids.slice(0, most)) =>
    house.ledger.db.transaction((tx) => drawSample(tx, { now: new Date(at), number, pick }))

  test('draws from what was read as ordinary on the London day before, so many and no more, and nothing twice', async () => {
    const { id } = await aColleague(house.ledger.db, 'officer')
    // British Summer Time: 1 July is 30 June 23:00 to 1 July 23:00 in UTC.
    const inside = []
    for (const at of ['2026-06-30T23:00:00Z', '2026-07-01T10:00:00Z', '2026-07-01T22:59:59Z'])
      inside.push((await aReadContact(id, at)).contactId)
    for (const at of ['2026-06-30T22:59:59Z', '2026-07-01T23:00:00Z']) await aReadContact(id, at)
    const offered: string[][] = []
    const pick: Pick = (ids, most) => {
      offered.push(ids)
      return ids.slice(0, most)
    }
    expect(await draw('2026-07-02T03:00:00Z', 2, pick)).toBe(2)
    expect(offered[0]?.toSorted()).toEqual(inside.toSorted())
    expect(await draw('2026-07-02T04:00:00Z', 2, pick)).toBe(0)
    expect(await draw('2026-07-02T04:00:00Z', 5, pick)).toBe(1)
    const drawn = await house.ledger.db.select().from(samples).where(eq(samples.drawnOn, '2026-07-02'))
    expect(drawn.map(({ contactId }) => contactId).toSorted()).toEqual(inside.toSorted())
  })

  test('two workers at once draw one sample', async () => {
    const { id } = await aColleague(house.ledger.db, 'officer')
    for (let turn = 0; turn < 6; turn++) await aReadContact(id, '2026-08-01T10:00:00Z')
    const both = await Promise.all([draw('2026-08-02T03:00:00Z', 3), draw('2026-08-02T03:00:00Z', 3)])
    expect(both.toSorted()).toEqual([0, 3])
  })

  test('what was released, or found urgent, is not in it', async () => {
    const { id } = await aColleague(house.ledger.db, 'officer')
    const now = new Date('2026-09-01T10:00:00Z')
    for (const finding of ['release', 'urgent', 'complaint'] as const) {
      const { contactId } = await aHeldContact(house)
      await house.ledger.db.transaction((tx) => markHeld(tx, { contactId, colleagueId: id, now }, finding))
    }
    expect(await draw('2026-09-02T03:00:00Z', 10)).toBe(0)
  })

  test('as many as the landlord says, by chance', async () => {
    const { id } = await aColleague(house.ledger.db, 'officer')
    for (let turn = 0; turn < 8; turn++) await aReadContact(id, '2026-10-01T10:00:00Z')
    house.clock.set('2026-10-02T03:23:00Z')
    expect(await drawDailySample(house)).toBe(house.policy.landlord.sampleADay)
    house.clock.set('2026-11-24T10:00:00Z')
    const ids = Array.from({ length: 40 }, (_, at) => String(at))
    const draws = Array.from({ length: 20 }, () => pickAtRandom(ids, 5))
    for (const picked of draws) {
      expect(new Set(picked).size).toBe(5)
      expect(picked.every((each) => ids.includes(each))).toBe(true)
    }
    expect(new Set(draws.map((picked) => picked.toSorted().join())).size).toBeGreaterThan(15)
    expect(pickAtRandom(['a', 'b'], 5).toSorted()).toEqual(['a', 'b'])
  })
})

describe('the second reading', () => {
  let first: Awaited<ReturnType<typeof aSignedInColleague>>
  let second: Awaited<ReturnType<typeof aSignedInColleague>>

  beforeAll(async () => {
    // Whatever other tests have drawn is read.
    first = await aSignedInColleague(house, 'officer')
    second = await aSignedInColleague(house, 'manager')
    for (;;) {
      const { sample } = await pageFor(second.cookie)
      if (!sample) break
      await mark(sample.id, 'ordinary', second.cookie)
    }
  })

  const pageFor = (cookie: string) => samplePage(visiting(house, { path: '/console/sample', cookie }))

  async function mark(sample: string, mark: string, cookie: string) {
    const answer = await markSampled(
      visiting(house, { path: '/console/sample', form: { sample, mark }, cookie }),
    )
    return new URL(answer.headers.get('Location') ?? '', 'http://x').searchParams.get('done')
  }

  async function aSample() {
    const { contactId } = await aReadContact(first.colleague.id, house.clock.now().toISOString())
    const [sample] = await house.ledger.db
      .insert(samples)
      .values({ contactId, drawnOn: '2026-11-25' })
      .returning()
    return { contactId, sampleId: sample?.id ?? '' }
  }

  test('is blind, and never by whoever read it first', async () => {
    const { contactId, sampleId } = await aSample()
    expect((await pageFor(first.cookie)).sample).toBeNull()
    const { sample, waiting } = await pageFor(second.cookie)
    expect([sample?.id, waiting]).toEqual([sampleId, 1])
    expect(Object.keys(sample ?? {}).toSorted()).toEqual(
      ['body', 'channel', 'fileNames', 'id', 'receivedAt', 'subject'].toSorted(),
    )
    const shown = JSON.stringify(await pageFor(second.cookie))
    for (const hidden of [contactId, first.colleague.id, first.colleague.name, '"mark"', 'read"'])
      expect(shown).not.toContain(hidden)
    expect(await mark(sampleId, 'urgent', first.cookie)).toBe('already-read')
    expect(await readingsOf(contactId)).toHaveLength(1)
    expect(await mark(sampleId, 'ordinary', second.cookie)).toBe('ordinary')
    expect((await readingsOf(contactId)).map(({ source }) => source)).toEqual(['triage', 'sample'])
    expect((await contactOf(house, contactId)).state).toBe('read')
    expect((await pageFor(second.cookie)).sample).toBeNull()
  })

  test.each([
    ['urgent', 'urgent'],
    ['complaint', 'complaints'],
  ])('what it finds %s goes to the %s desk at once, and the customer is told', async (found, desk) => {
    const { contactId, sampleId } = await aSample()
    expect(await mark(sampleId, found, second.cookie)).toBe(found)
    expect(await contactOf(house, contactId)).toMatchObject({ state: 'releasing', desk })
    expect(await jobsAbout(house, contactId)).toEqual([['deliver-contact', -10]])
    const told = (await noticesAbout(house.ledger.db, contactId)).map(({ kind }) => kind)
    expect(told.toSorted()).toEqual(['held-contact', 'released-contact'])
  })

  test('of two at once one counts', async () => {
    const third = await aSignedInColleague(house, 'head')
    const { contactId, sampleId } = await aSample()
    const done = await Promise.all([
      mark(sampleId, 'urgent', second.cookie),
      mark(sampleId, 'ordinary', third.cookie),
    ])
    expect(done.filter((each) => each === 'already-read')).toHaveLength(1)
    expect(await readingsOf(contactId)).toHaveLength(2)
  })

  test('a contractor reads none', async () => {
    const { cookie } = await aSignedInColleague(house, 'contractor')
    expect((await thrownBy(pageFor(cookie))).status).toBe(403)
  })
})

describe('late finds', () => {
  let fresh: Awaited<ReturnType<typeof openTestDatabase>>
  let board: Awaited<ReturnType<typeof aHouse>>

  beforeAll(async () => {
    fresh = await openTestDatabase()
    board = await aHouse(fresh.databaseUrl)
  })

  afterAll(async () => {
    await board.ledger.close()
    await fresh.close()
  })

  test('by London month: how many, of how many, how long it took and how they came about; nobody is named', async () => {
    const { colleague, cookie } = await aSignedInColleague(board, 'director')
    const read = async (at: string, finding: 'urgent' | 'complaint' | 'ordinary' | 'release') => {
      const receivedAt = new Date(Date.parse(at) - 4 * 3_600_000)
      board.clock.set(receivedAt.toISOString())
      const { contactId } = await aHeldContact(board, {}, { language: 'pl', name: 'Ewa Nowak' })
      const settle = { contactId, colleagueId: colleague.id, now: new Date(at) }
      await board.ledger.db.transaction((tx) => markHeld(tx, settle, finding))
      return contactId
    }
    // 30 June 23:30 UTC is July in London.
    await read('2026-06-30T22:59:00Z', 'ordinary')
    const late = await read('2026-06-30T23:30:00Z', 'urgent')
    await read('2026-07-10T10:00:00Z', 'complaint')
    await read('2026-07-11T10:00:00Z', 'ordinary')
    await read('2026-07-12T10:00:00Z', 'release')
    board.clock.set('2026-11-24T10:00:00Z')
    const page = await lateFindsPage(visiting(board, { path: '/console/late-finds', cookie }))
    expect(page.months).toEqual([
      { month: '2026-07', read: 4, found: 2, medianHours: 4, longestHours: 4 },
      { month: '2026-06', read: 1, found: 0, medianHours: null, longestHours: null },
    ])
    expect(page.finds.map(({ mark, channel, language, hours }) => [mark, channel, language, hours])).toEqual([
      ['complaint', 'email', 'pl', 4],
      ['urgent', 'email', 'pl', 4],
    ])
    expect(JSON.stringify(page)).not.toMatch(/Nowak|demo\.example|rent letter/)
    const file = await lateFindsFile(visiting(board, { path: '/console/late-finds/csv', cookie }))
    const lines = (await file.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe(
      `"http://127.0.0.1:3000/console/contacts/${late}","2026-06-30T19:30:00.000Z","2026-06-30T23:30:00.000Z","4.0","urgent","triage","email","pl"`,
    )
    expect(file.headers.get('Content-Disposition')).toContain('attachment')
  })

  test('the measured miss rate says how many trials it rests on and how sure it is', async () => {
    const { cookie } = await aSignedInColleague(board, 'director')
    const [one, two] = [
      await aColleague(board.ledger.db, 'officer'),
      await aSignedInColleague(board, 'officer'),
    ]
    const before = await lateFindsPage(visiting(board, { path: '/x', cookie }))
    expect(before.sample).toEqual({ trials: 0, misses: 0, waiting: 0, interval: null })
    for (const mark of ['ordinary', 'ordinary', 'ordinary', 'urgent', null] as const) {
      const { contactId } = await aHeldContact(board)
      const settle = { contactId, colleagueId: one.id, now: board.clock.now() }
      await board.ledger.db.transaction((tx) => markHeld(tx, settle, 'ordinary'))
      const [sample] = await board.ledger.db
        .insert(samples)
        .values({ contactId, drawnOn: '2026-11-24' })
        .returning()
      const form = { sample: sample?.id ?? '', mark: mark ?? '' }
      if (mark) await markSampled(visiting(board, { path: '/x', form, cookie: two.cookie }))
    }
    const { sample, finds } = await lateFindsPage(visiting(board, { path: '/x', cookie }))
    expect(sample).toMatchObject({ trials: 4, misses: 1, waiting: 1 })
    expect(sample.interval?.low).toBeCloseTo(0.046, 3)
    expect(sample.interval?.high).toBeCloseTo(0.699, 3)
    expect(finds[0]).toMatchObject({ mark: 'urgent', source: 'sample' })
  })

  test('a contractor sees none of it', async () => {
    const { cookie } = await aSignedInColleague(board, 'contractor')
    expect((await thrownBy(lateFindsPage(visiting(board, { path: '/x', cookie })))).status).toBe(403)
    expect((await thrownBy(lateFindsFile(visiting(board, { path: '/x', cookie })))).status).toBe(403)
  })
})
