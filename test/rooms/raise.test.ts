import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCannotWait, sendThrough } from '../../app/doors/cannot-wait.server.ts'
import { actOnContact, loadYourContact } from '../../app/doors/your-contacts.server.ts'
import { auditAbout } from '../../db/audit.ts'
import { contactsOf, countByState, markDelivered, releaseContact } from '../../db/contacts.ts'
import { countRaised, raiseContact, withdrawContact } from '../../db/held.ts'
import { noticesAbout } from '../../db/notices.ts'
import { type Inbound, receive } from '../../gateway/receive.ts'
import { messageIdOf } from '../../post/compose.ts'
import { deliverContact } from '../../post/deliver-contact.ts'
import { languages, speak } from '../../words/speak.ts'
import { aHeldContact, aMailFrom, contactOf, jobsAbout } from '../factories/contacts.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { signInAs, thrownBy, visiting } from '../factories/visit.ts'
import { openTestDatabase } from '../set-up/database.ts'

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

/** A minute passes. */
function tick(): void {
  house.clock.set(new Date(house.clock.now().getTime() + 60_000).toISOString())
}

const isRaised = async (id: string) => (await contactOf(house, id)).raisedAt !== null

async function acknowledgementOf(contactId: string) {
  return (await noticesAbout(house.ledger.db, contactId)).find(({ kind }) => kind === 'held-contact')
}

/** The code at the end of the link that the acknowledgement of this contact shows. */
async function codeToldAbout(contactId: string): Promise<string> {
  const told = await acknowledgementOf(contactId)
  const [, code = 'none'] = /\/cannot-wait\/([0-9A-Z-]+)/.exec(told?.body ?? '') ?? []
  return code
}

describe('by the link in the acknowledgement, without signing in', () => {
  const open = (code: string) => loadCannotWait(visiting(house, { params: { code } }))
  const press = (code: string) => sendThrough(visiting(house, { params: { code }, form: {} }))

  test('looking changes nothing; one press sends it to the urgent desk at once, and it is delivered so labelled', async () => {
    const { contactId, customer } = await aHeldContact(house)
    const code = await codeToldAbout(contactId)
    expect((await open(code)).became).toBe('held')
    expect((await open(code)).became).toBe('held')
    expect(JSON.stringify(await open(code))).not.toContain('rent')
    expect((await press(code)).status).toBe(302)
    expect((await open(code)).became).toBe('raised')
    expect(await contactOf(house, contactId)).toMatchObject({
      state: 'releasing',
      raisedBy: 'link',
      raisedAt: house.clock.now(),
      desk: 'urgent',
    })
    expect(await jobsAbout(house, contactId)).toEqual([['deliver-contact', -10]])
    const [line] = await auditAbout(house.ledger.db, contactId)
    expect(line).toMatchObject({ actor: `customer:${customer.id}`, action: 'contact sent through' })
    await deliverContact(house, contactId)
    const sent = house.mail.desk.find(({ raw }) => raw.includes(contactId))
    expect(sent?.code).toBe('urgent')
    expect(sent?.raw).toMatch(/^X-Clearway-Decision: held-then-raised\r?$/m)
    expect(sent?.raw).toMatch(/^X-Clearway-Explanation: The customer says that this cannot wait\.\r?$/m)
    expect((await contactOf(house, contactId)).state).toBe('released')
  })

  test('it can be typed from a letter: in small letters, without hyphens, with an O for a nought', async () => {
    const { contactId } = await aHeldContact(house)
    const code = await codeToldAbout(contactId)
    const typed = `${code.slice(0, 9).replaceAll('0', 'o').replaceAll('1', 'l')}${code.slice(9)}`
    for (const each of [typed.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' ')])
      expect((await open(each)).became).toBe('held')
  })

  test('a letter that was changed opens nothing, and neither does the link of a contact that was never held', async () => {
    const { contactId } = await aHeldContact(house)
    const code = await codeToldAbout(contactId)
    const other = code.endsWith('A') ? 'B' : 'A'
    for (const wrong of [`${code.slice(0, -1)}${other}`, code.slice(0, -1), `${code}A`, 'x', '', contactId]) {
      expect((await thrownBy(open(wrong))).status).toBe(404)
      expect((await thrownBy(press(wrong))).status).toBe(404)
    }
    expect(await isRaised(contactId)).toBe(false)
  })

  test('twenty presses at the same instant send it once', async () => {
    const { contactId } = await aHeldContact(house)
    const code = await codeToldAbout(contactId)
    await Promise.all(Array.from({ length: 20 }, () => press(code)))
    expect(await jobsAbout(house, contactId)).toHaveLength(1)
    const trail = await auditAbout(house.ledger.db, contactId)
    expect(trail.filter(({ action }) => action === 'contact sent through')).toHaveLength(1)
  })

  test('after a person has released or read it, or the customer took it back, it says what became of it and changes nothing', async () => {
    const colleague = await aColleague(house.ledger.db, 'officer')
    const now = house.clock.now()
    const released = await aHeldContact(house)
    await house.ledger.db.transaction((tx) =>
      releaseContact(tx, { contactId: released.contactId, colleagueId: colleague.id, now }),
    )
    const withdrawn = await aHeldContact(house)
    await withdrawContact(house.ledger.db, {
      contactId: withdrawn.contactId,
      customerId: withdrawn.customer.id,
      now,
    })
    for (const [{ contactId }, state] of [
      [released, 'releasing'],
      [withdrawn, 'withdrawn'],
    ] as const) {
      const code = await codeToldAbout(contactId)
      await press(code)
      expect((await open(code)).became).toBe(state)
      expect(await isRaised(contactId)).toBe(false)
    }
    expect(await jobsAbout(house, released.contactId)).toHaveLength(1)
    expect(await jobsAbout(house, withdrawn.contactId)).toHaveLength(0)
  })
})

describe('by an answer that begins with the word', () => {
  const from = 'contact@landlord.example'

  async function answersTo(contactId: string): Promise<string[]> {
    return [messageIdOf((await acknowledgementOf(contactId))?.id ?? '', from)]
  }

  const parking = { subject: 'The parking bay', body: 'Please write to everybody about the parking bay.' }

  test.each(languages.map(({ code, name }) => [name, speak(code, 'notice.raise.word')] as const))(
    '%s: %s, by mail: the answer passes uncounted and unacknowledged, and what it answers goes through',
    async (_, word) => {
      const { customer, contactId } = await aHeldContact(house, parking)
      tick()
      const answer = await receive(
        house,
        aMailFrom(house, customer.email, {
          subject: 'Re: your letter',
          body: `${word}\n\n> We have kept your message safe`,
          answers: await answersTo(contactId),
        }),
      )
      expect(answer.decision).toMatchObject({ outcome: 'deliver', counted: false, desk: 'urgent' })
      expect(await noticesAbout(house.ledger.db, answer.contactId)).toEqual([])
      expect(await contactOf(house, contactId)).toMatchObject({ state: 'releasing', raisedBy: 'reply' })
      const told = await noticesAbout(house.ledger.db, contactId)
      expect(told.map(({ kind }) => kind)).toEqual(['held-contact', 'released-contact'])
      expect(told[1]?.body).toContain('cannot wait')
    },
  )

  test('its twins are held: the same answer without the word, and the same word in a mail that answers nothing of ours', async () => {
    const { customer, contactId } = await aHeldContact(house, parking)
    const twins: Partial<Inbound>[] = [
      { ...parking, answers: await answersTo(contactId) },
      { ...parking, body: `URGENT. ${parking.body}` },
      { ...parking, body: `URGENT. ${parking.body}`, answers: ['<another@sender.example>'] },
      { ...parking, body: `${parking.body} URGENT`, answers: await answersTo(contactId) },
    ]
    for (const twin of twins)
      expect((await receive(house, aMailFrom(house, customer.email, twin))).decision.outcome).toBe('hold')
    expect(await isRaised(contactId)).toBe(false)
    expect((await contactsOf(house.ledger.db, customer.id)).every(({ raisedAt }) => raisedAt === null)).toBe(
      true,
    )
  })

  test('it is about the contact that it answers, not about the newest', async () => {
    const { customer, contactId: first } = await aHeldContact(house, parking)
    const { contactId: second } = await receive(house, aMailFrom(house, customer.email, parking))
    await receive(
      house,
      aMailFrom(house, customer.email, { body: 'URGENT', answers: await answersTo(first) }),
    )
    expect([await isRaised(first), await isRaised(second)]).toEqual([true, false])
    // Once more, to the same letter and to the one that says that it has gone: nothing else is meant.
    for (const { id } of await noticesAbout(house.ledger.db, first)) {
      const answers = [messageIdOf(id, from)]
      const again = await receive(house, aMailFrom(house, customer.email, { body: 'URGENT', answers }))
      expect(again.decision.outcome).toBe('deliver')
    }
    expect(await isRaised(second)).toBe(false)
  })

  test('a mail that has lost its thread and kept our subject is about the newest', async () => {
    const { customer, contactId: first } = await aHeldContact(house, parking)
    tick()
    const { contactId: second } = await receive(house, aMailFrom(house, customer.email, parking))
    const answer = aMailFrom(house, customer.email, {
      subject: 'RE: We have kept your message safe',
      body: 'Urgent!',
    })
    expect((await receive(house, answer)).decision.outcome).toBe('deliver')
    expect([await isRaised(first), await isRaised(second)]).toEqual([false, true])
  })

  test.each(languages.map(({ code, name }) => [name, speak(code, 'notice.raise.word')] as const))(
    '%s: %s, by text message, about the newest that is held; its twin without the word is held',
    async (_, word) => {
      const phone = `+4477${Math.floor(Math.random() * 1e8)
        .toString()
        .padStart(8, '0')}`
      const { customer, contactId } = await aHeldContact(house, parking, { phone })
      tick()
      const text = (body: string) =>
        receive(
          house,
          aMailFrom(house, customer.email, { channel: 'sms', from: { phone }, subject: '', body }),
        )
      const twin = await text('Please write about the parking bay.')
      expect(twin.decision.outcome).toBe('hold')
      const answer = await text(`${word} please write about the parking bay.`)
      expect(answer.decision).toMatchObject({ outcome: 'deliver', counted: false })
      expect([await isRaised(contactId), await isRaised(twin.contactId)]).toEqual([false, true])
      expect(await noticesAbout(house.ledger.db, answer.contactId)).toEqual([])
    },
  )

  test('a text message with the word passes when nothing is held, and raises nothing', async () => {
    const phone = '+447700900444'
    const { customer, contactId } = await aHeldContact(house, parking, { phone })
    await withdrawContact(house.ledger.db, {
      contactId,
      customerId: customer.id,
      now: house.clock.now(),
    })
    const { decision } = await receive(
      house,
      aMailFrom(house, customer.email, {
        channel: 'sms',
        from: { phone },
        subject: '',
        body: `URGENT ${parking.body}`,
      }),
    )
    expect(decision.outcome).toBe('deliver')
    expect(await isRaised(contactId)).toBe(false)
  })

  test('the same answer twice is one contact and raises once', async () => {
    const { customer, contactId } = await aHeldContact(house, parking)
    const answer = aMailFrom(house, customer.email, { body: 'URGENT', answers: await answersTo(contactId) })
    const both = await Promise.all([receive(house, answer), receive(house, answer)])
    expect(new Set(both.map((each) => each.contactId)).size).toBe(1)
    expect(await jobsAbout(house, contactId)).toHaveLength(1)
    expect(await noticesAbout(house.ledger.db, contactId)).toHaveLength(2)
  })

  test('whoever cannot be verified but has our letter is believed that it cannot wait, and is not answered', async () => {
    const { contactId } = await aHeldContact(house, parking)
    await receive(
      house,
      aMailFrom(house, 'other@elsewhere.example', {
        evidence: 'unverified',
        body: 'URGENT',
        answers: await answersTo(contactId),
      }),
    )
    expect(await isRaised(contactId)).toBe(true)
    expect((await noticesAbout(house.ledger.db, contactId)).map(({ kind }) => kind)).toEqual(['held-contact'])
  })

  test('a machine that sends our words back raises nothing', async () => {
    const { customer, contactId } = await aHeldContact(house, parking)
    await receive(
      house,
      aMailFrom(house, customer.email, {
        evidence: 'robot',
        body: 'URGENT',
        answers: await answersTo(contactId),
      }),
    )
    expect(await isRaised(contactId)).toBe(false)
  })

  test('a ledger that is slow is waited for, because the answer is for it; an emergency in the same moment does not wait', async () => {
    const { customer, contactId } = await aHeldContact(house, parking)
    const answers = await answersTo(contactId)
    const locked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const holding = database.sql.begin(async (sql) => {
      await sql`select 1 from customers where id = ${customer.id} for update`
      locked.resolve()
      await released.promise
    })
    await locked.promise
    const answering = receive(house, aMailFrom(house, customer.email, { body: 'URGENT', answers }))
    const emergency = await receive(
      house,
      aMailFrom(house, customer.email, { body: 'Water is pouring through the kitchen ceiling.' }),
    )
    released.resolve()
    await holding
    expect([emergency.recorded, (await answering).recorded]).toEqual([false, true])
    expect(await isRaised(contactId)).toBe(true)
  })

  test('with the ledger down it goes to the urgent desk like any other emergency', async () => {
    const cut = await aHouse('postgres://nobody@127.0.0.1:9/nowhere')
    const answer = aMailFrom(cut, 'weekly@demo.example', {
      ...parking,
      body: `URGENT ${parking.body}`,
      answers: [messageIdOf(randomUUID(), from)],
    })
    expect((await receive(cut, answer)).decision.desk).toBe('urgent')
    expect((await receive(cut, { ...answer, answers: [], key: 'twin' })).decision.desk).toBe('contact')
    await cut.ledger.close()
  })
})

describe('on their own page', () => {
  const press = (id: string, cookie: string, intent = 'raise') =>
    actOnContact(visiting(house, { path: `/your-contacts/${id}`, params: { id }, form: { intent }, cookie }))

  test('pressed twice it goes once, and the page tells what became of it', async () => {
    const { customer, contactId } = await aHeldContact(house)
    const cookie = await signInAs(house, customer.id)
    await Promise.all([press(contactId, cookie), press(contactId, cookie)])
    expect(await contactOf(house, contactId)).toMatchObject({ state: 'releasing', raisedBy: 'page' })
    expect(await jobsAbout(house, contactId)).toEqual([['deliver-contact', -10]])
    const page = await loadYourContact(
      visiting(house, { path: `/your-contacts/${contactId}`, params: { id: contactId }, cookie }),
    )
    expect(page).toMatchObject({ became: 'raised', to: 'Urgent help' })
    expect(page.story.map(({ what }) => what)).toEqual(['got', 'held', 'raised'])
  })

  test('another customer’s contact is not there', async () => {
    const { contactId } = await aHeldContact(house)
    const cookie = await signInAs(house, (await aCustomer(house.ledger.db)).id)
    for (const intent of ['raise', 'take-back'])
      expect((await thrownBy(press(contactId, cookie, intent))).status).toBe(404)
    expect((await contactOf(house, contactId)).state).toBe('held')
  })

  test('nobody who is not signed in', async () => {
    const { contactId } = await aHeldContact(house)
    expect((await thrownBy(press(contactId, ''))).headers.get('Location')).toMatch(/^\/sign-in\?next=/)
    expect((await contactOf(house, contactId)).state).toBe('held')
  })
})

test('raised, released and taken back at the same instant: exactly one happens, and nothing is lost (I4)', async () => {
  const colleague = await aColleague(house.ledger.db, 'officer')
  const now = house.clock.now()
  const before = await countByState(house.ledger.db)
  for (let turn = 0; turn < 5; turn++) {
    const { customer, contactId } = await aHeldContact(house)
    const { db } = house.ledger
    const done = await Promise.all([
      db.transaction((tx) => raiseContact(tx, { contactId, by: 'page', now })),
      db.transaction((tx) => withdrawContact(tx, { contactId, customerId: customer.id, now })),
      db
        .transaction((tx) => releaseContact(tx, { contactId, colleagueId: colleague.id, now }))
        .then((outcome) => outcome === 'released'),
    ])
    expect(done.filter(Boolean)).toHaveLength(1)
    const { state } = await contactOf(house, contactId)
    expect(await jobsAbout(house, contactId)).toHaveLength(state === 'withdrawn' ? 0 : 1)
    if (state !== 'withdrawn') await db.transaction((tx) => markDelivered(tx, contactId, now))
  }
  const after = await countByState(house.ledger.db)
  const sum = (counts: typeof after) => Object.values(counts).reduce((total, number) => total + number, 0)
  expect(sum(after)).toBe(sum(before) + 5)
  expect(after.held).toBe(before.held)
})

test('how often a customer says it is counted and shown, and never closes the lane', async () => {
  const { customer, contactId } = await aHeldContact(house)
  const now = house.clock.now()
  await house.ledger.db.transaction((tx) => raiseContact(tx, { contactId, by: 'page', now }))
  for (let turn = 0; turn < 12; turn++) {
    const { contactId: next } = await receive(house, aMailFrom(house, customer.email))
    const isDone = await house.ledger.db.transaction((tx) =>
      raiseContact(tx, { contactId: next, by: 'link', now }),
    )
    expect(isDone).toBe(true)
  }
  await receive(house, aMailFrom(house, customer.email))
  expect(await countRaised(house.ledger.db, customer.id)).toEqual({ raised: 13, held: 14 })
})
