import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToAppeal, askQuestion, messagesOf } from '../../db/appeal-messages.ts'
import { partsIn } from '../../db/appeal-parts.ts'
import { getSubject, type SubjectOf } from '../../db/appeal-subjects.ts'
import { type Appeal, contactsUnder, getAppeal } from '../../db/appeals.ts'
import { auditAbout } from '../../db/audit.ts'
import type { Colleague } from '../../db/colleagues.ts'
import { contactsOf } from '../../db/contacts.ts'
import { lodgeAppeal } from '../../db/lodge-appeal.ts'
import { noticesAbout, noticesOf } from '../../db/notices.ts'
import { getRestriction } from '../../db/restrictions.ts'
import { ruleOnAppeal, type Ruling } from '../../db/rule-appeal.ts'
import { markers, restrictions, reviews, warnings } from '../../db/schema.ts'
import { uploadsAbout } from '../../db/uploads.ts'
import { type Inbound, receive } from '../../gateway/receive.ts'
import type { Part } from '../../rules/case.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aMarker, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'
import { refusal } from '../set-up/refusal.ts'

const now = new Date('2026-11-24T10:00:00Z')
const parking: Measure[] = [
  { code: 'closed-subject', subject: 'the parking bay', words: ['parking'], clause: 'Sanctions, measure 2' },
]

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

async function lodged(customerId: string, subject: SubjectOf): Promise<Appeal> {
  const answer = await lodgeAppeal(house.ledger.db, {
    subject,
    customerId,
    words: { ground: 'other', account: 'I was ill.', wish: '', representative: '', lateReason: null },
    now,
    policy: house.policy,
    writeReceipt: () => ({ subject: 'Receipt', body: 'We have it.' }),
  })
  if ('no' in answer) throw new Error(`refused: ${answer.no}`)
  return answer.appeal
}

/** A restricted customer's appeal, heard under Amplius by a director who took no part (Sanctions, paragraph 8). */
async function anAppeal() {
  const { db } = house.ledger
  const { customer, restriction } = await aRestrictedCustomer(db, parking, now)
  const appeal = await lodged(customer.id, { kind: 'restriction', id: restriction.id })
  return { customer, restriction, appeal, director: await aColleague(db, 'director') }
}

function rule(appeal: Appeal, colleague: Colleague, ruling: Ruling = 'upheld') {
  return ruleOnAppeal(house.ledger.db, {
    appealId: appeal.id,
    colleague,
    ruling,
    reasons: 'You told us what we did not know.',
    now,
    policy: house.policy,
    writeOutcome: async () => ({ subject: 'Outcome', body: 'We agree.' }),
  })
}

function ask(appeal: Appeal, colleague: Colleague, id: string = randomUUID()) {
  return askQuestion(house.ledger.db, {
    appealId: appeal.id,
    colleague,
    id,
    text: 'When were you in hospital?',
    now,
    policy: house.policy,
    writeQuestion: () => ({ subject: 'A question', body: 'When were you in hospital?' }),
  })
}

let serial = 0
async function send(customerEmail: string, over: Partial<Inbound> = {}) {
  serial += 1
  return await receive(house, {
    key: `hearing-${serial}`,
    channel: 'email',
    from: { email: customerEmail },
    evidence: 'verified',
    subject: 'The parking bay',
    body: 'I would like to talk about the parking again.',
    fileNames: [],
    messageId: `<hearing-${serial}@demo.example>`,
    raw: null,
    unparsed: false,
    desk: 'contact',
    receivedAt: now,
    ...over,
  })
}

describe('I8: two tests, and both must pass, to ask as well as to rule', () => {
  test('the role that the policy names, and no other', async () => {
    const { appeal, director } = await anAppeal()
    for (const role of ['officer', 'manager', 'head', 'appeals', 'contractor'] as const) {
      const somebody = await aColleague(house.ledger.db, role)
      expect(await rule(appeal, somebody)).toMatchObject({
        no: [{ code: 'not-the-role', clause: 'Sanctions, paragraph 8' }],
      })
      expect(await ask(appeal, somebody)).toHaveProperty('no')
    }
    expect(await messagesOf(house.ledger.db, appeal.id)).toEqual([])
    expect(await ask(appeal, director)).toEqual({ asked: true })
    expect(await rule(appeal, director)).toHaveProperty('decided')
  })

  test.each<[Part['part'], (id: string, by: string) => Promise<unknown>]>([
    [
      'review',
      (id, by) =>
        house.ledger.db.insert(reviews).values({
          restrictionId: id,
          reviewedBy: by,
          reviewedAt: now,
          outcome: 'reduce',
          reason: 'It was calmer in November.',
        }),
    ],
    [
      'marker',
      async (id, by) => {
        const restriction = await getRestriction(house.ledger.db, id)
        await house.ledger.db.insert(markers).values({
          customerId: restriction?.customerId ?? '',
          restrictionId: id,
          note: 'x',
          precaution: 'y',
          placedBy: by,
          placedAt: now,
          reviewOn: '2027-02-01',
        })
      },
    ],
  ])('a director who took a part in the %s does not hear it; the alternate then does', async (part, take) => {
    const { restriction, appeal, director } = await anAppeal()
    const alternate = await aColleague(house.ledger.db, 'appeals')
    expect(await rule(appeal, alternate)).toHaveProperty('no')
    await take(restriction.id, director.id)
    expect(await rule(appeal, director)).toEqual({
      no: [{ code: 'took-an-earlier-part', clause: null, facts: { invariant: 'I8', part } }],
    })
    expect(await rule(appeal, alternate)).toHaveProperty('decided')
  })

  test('every part in the case is known: evidence, warning, exception, decision', async () => {
    const { db } = house.ledger
    const { restriction } = await aRestrictedCustomer(db, parking, now)
    const { decidedBy, warningId } = restriction
    const [writer, allower] = [await aColleague(db, 'officer'), await aColleague(db, 'head')]
    const [second] = await db
      .insert(restrictions)
      .values({
        ...restriction,
        id: randomUUID(),
        reference: 'R-H1',
        evidence: [{ on: '2026-10-10', what: 'Shouting', by: writer.id }],
        warningException: { reason: 'Danger.', authorisedBy: allower.id },
      })
      .returning()
    const subject = await getSubject(db, { kind: 'restriction', id: second?.id ?? '' })
    if (!subject) throw new Error('nothing to appeal')
    const parts = await partsIn(db, subject)
    const whoDid = (part: Part['part']) =>
      parts.filter((each) => each.part === part).map((each) => each.colleague.id)
    expect(whoDid('evidence')).toEqual([writer.id])
    expect(whoDid('exception')).toEqual([allower.id])
    expect([...whoDid('warning'), ...whoDid('decision')]).toEqual([decidedBy, decidedBy])
    // Of the warning, whoever decided on it took a part as well.
    const warned = await getSubject(db, { kind: 'warning', id: warningId ?? '' })
    expect(warned && (await partsIn(db, warned)).map(({ part }) => part)).toEqual(
      expect.arrayContaining(['warning', 'decision', 'evidence', 'exception']),
    )
  })

  test('whoever placed a marker does not hear the appeal against it', async () => {
    const { db } = house.ledger
    const { customer } = await aRestrictedCustomer(db, parking, now)
    const marker = await aMarker(db, customer.id, now)
    const subject = await getSubject(db, { kind: 'marker', id: marker.id })
    expect(subject && (await partsIn(db, subject))).toEqual([
      { colleague: { id: marker.placedBy, role: 'manager' }, part: 'marker' },
    ])
  })

  test('the ledger itself refuses a reviewer who gave the warning', async () => {
    const { restriction, appeal } = await anAppeal()
    const [warning] = await house.ledger.db
      .select()
      .from(warnings)
      .where(eq(warnings.id, restriction.warningId ?? ''))
    const sql = database.sql`update appeals set ruling = 'upheld', reasons = 'x', decided_at = now(),
      decided_by = ${warning?.givenBy ?? ''} where id = ${appeal.id}`
    expect(await refusal(sql)).toContain('no earlier part')
  })
})

describe('questions, answers and additions', () => {
  test('a question goes by the chosen way, once also when it is pressed twice', async () => {
    const { customer, appeal, director } = await anAppeal()
    const id = randomUUID()
    await Promise.all([ask(appeal, director, id), ask(appeal, director, id)])
    expect(await messagesOf(house.ledger.db, appeal.id)).toMatchObject([{ id, askedBy: director.id }])
    expect(await noticesAbout(house.ledger.db, id)).toMatchObject([
      { kind: 'appeal-question', by: customer.noticesBy },
    ])
    const twice = await noticesOf(house.ledger.db, customer.id)
    expect(twice.filter(({ kind }) => kind === 'appeal-question')).toHaveLength(1)
  })

  test('an answer is kept with its files, in order, and stays as it was written (I12)', async () => {
    const { customer, appeal, director } = await anAppeal()
    await ask(appeal, director)
    const addition = {
      appealId: appeal.id,
      customerId: customer.id,
      id: randomUUID(),
      text: 'In October.',
      files: [{ name: 'letter.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') }],
      now: new Date(now.getTime() + 1000),
    }
    expect(await addToAppeal(house.ledger.db, addition)).toBe('added')
    expect(await addToAppeal(house.ledger.db, addition)).toBe('added')
    const said = await messagesOf(house.ledger.db, appeal.id)
    expect(said.map(({ text }) => text)).toEqual(['When were you in hospital?', 'In October.'])
    expect(await uploadsAbout(house.ledger.db, addition.id)).toMatchObject([{ name: 'letter.pdf', size: 4 }])
    const { sql } = database
    expect(await refusal(sql`update appeal_messages set text = 'Other' where id = ${addition.id}`)).toContain(
      'append-only',
    )
  })

  test('once it is decided nothing more is asked or added', async () => {
    const { customer, appeal, director } = await anAppeal()
    await rule(appeal, director, 'not-upheld')
    expect(await ask(appeal, director)).toEqual({ no: 'decided' })
    const late = { appealId: appeal.id, customerId: customer.id, id: randomUUID(), text: 'x', files: [], now }
    expect(await addToAppeal(house.ledger.db, late)).toBe('decided')
    expect(await messagesOf(house.ledger.db, appeal.id)).toEqual([])
  })

  test('I7: a message under its reference gets through and is shown with it; its twin about parking is held', async () => {
    const { customer, appeal } = await anAppeal()
    const named = await send(customer.email, {
      subject: `My appeal ${appeal.reference}`,
      body: 'The parking.',
    })
    const twin = await send(customer.email)
    expect([named.decision.outcome, named.decision.counted]).toEqual(['deliver', false])
    expect(twin.decision.outcome).toBe('hold')
    expect((await contactsUnder(house.ledger.db, appeal)).map(({ id }) => id)).toEqual([named.contactId])
  })
})

describe('a ruling', () => {
  test('upheld: lifts, tells once, releases what was held only because of it; the next message walks through', async () => {
    const { customer, restriction, appeal, director } = await anAppeal()
    const held = await send(customer.email)
    expect(held.decision.outcome).toBe('hold')
    await rule(appeal, director)
    const lifted = await getRestriction(house.ledger.db, restriction.id)
    expect([lifted?.liftedBy, lifted?.liftReason]).toEqual([director.id, 'You told us what we did not know.'])
    const [contact] = (await contactsOf(house.ledger.db, customer.id)).filter(
      ({ id }) => id === held.contactId,
    )
    expect(contact?.state).toBe('releasing')
    expect((await send(customer.email)).decision.outcome).toBe('deliver')
    const told = await noticesOf(house.ledger.db, customer.id)
    expect(told.filter(({ kind }) => kind === 'appeal-outcome')).toHaveLength(1)
    const trail = (await auditAbout(house.ledger.db, appeal.id)).map(({ action, detail }) => [action, detail])
    expect(trail).toContainEqual(['appeal decided', { ruling: 'upheld' }])
    expect(JSON.stringify(trail)).not.toContain('did not know')
  })

  test.each([
    ['partly', 'restriction to be changed after an appeal'],
    ['not-upheld', undefined],
  ] as const)(
    '%s: the restriction goes on, and the twin of the message above is held',
    async (ruling, action) => {
      const { customer, restriction, appeal, director } = await anAppeal()
      await rule(appeal, director, ruling)
      expect((await getRestriction(house.ledger.db, restriction.id))?.liftedAt).toBeNull()
      expect((await send(customer.email)).decision.outcome).toBe('hold')
      const [line] = await auditAbout(house.ledger.db, restriction.id)
      expect(line?.action).toBe(action)
    },
  )

  test('upheld against a warning: it is recorded as taken back', async () => {
    const { db } = house.ledger
    const { customer, restriction } = await aRestrictedCustomer(db, parking, now)
    const id = restriction.warningId ?? ''
    await rule(await lodged(customer.id, { kind: 'warning', id }), await aColleague(db, 'director'))
    expect((await auditAbout(db, id))[0]?.action).toBe('warning taken back')
    expect((await getRestriction(db, restriction.id))?.liftedAt).toBeNull()
  })

  test('upheld against a marker: it is taken off, by the reviewer', async () => {
    const { db } = house.ledger
    const { customer } = await aRestrictedCustomer(db, parking, now)
    const { id } = await aMarker(db, customer.id, now)
    const director = await aColleague(db, 'director')
    await rule(await lodged(customer.id, { kind: 'marker', id }), director)
    const [marker] = await db.select().from(markers).where(eq(markers.id, id))
    expect([marker?.removedBy, marker?.removedAt]).toEqual([director.id, now])
  })

  test('of two reviewers at once one wins, and the other changes nothing', async () => {
    const { customer, appeal, director } = await anAppeal()
    const other = await aColleague(house.ledger.db, 'director')
    const answers = await Promise.all([
      rule(appeal, director, 'not-upheld'),
      rule(appeal, other, 'not-upheld'),
    ])
    const [winner] = answers.filter((answer) => 'decided' in answer)
    expect(answers.filter((answer) => 'no' in answer)).toEqual([{ no: 'decided' }])
    expect(winner).toMatchObject({ decided: { id: appeal.id } })
    expect(await getAppeal(house.ledger.db, appeal.id)).toEqual(
      winner && 'decided' in winner ? winner.decided : null,
    )
    const told = await noticesOf(house.ledger.db, customer.id)
    expect(told.filter(({ kind }) => kind === 'appeal-outcome')).toHaveLength(1)
  })

  test('nothing of it is kept when the outcome cannot be written', async () => {
    const { restriction, appeal, director } = await anAppeal()
    const broken = ruleOnAppeal(house.ledger.db, {
      ...{ appealId: appeal.id, colleague: director, ruling: 'upheld' as const, reasons: 'Yes.', now },
      policy: house.policy,
      writeOutcome: async () => {
        throw new Error('no words')
      },
    })
    await expect(broken).rejects.toThrow('no words')
    expect((await getAppeal(house.ledger.db, appeal.id))?.ruling).toBeNull()
    expect((await getRestriction(house.ledger.db, restriction.id))?.liftedAt).toBeNull()
  })
})
