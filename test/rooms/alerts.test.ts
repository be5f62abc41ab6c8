import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { alertsAbout, raiseAlert } from '../../db/alerts.ts'
import { getContact, markDelivered } from '../../db/contacts.ts'
import { noticesAbout } from '../../db/notices.ts'
import { alerts, audit, identifiers } from '../../db/schema.ts'
import { openMetrics } from '../../gateway/metrics.ts'
import { patience } from '../../gateway/patience.ts'
import { type Inbound, NotKept, receive } from '../../gateway/receive.ts'
import { sendNotice } from '../../post/send-notice.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aLandlordFile } from '../factories/landlord-file.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { aSecret, openReceiver } from '../post/receiver.ts'
import { openTestDatabase } from '../set-up/database.ts'

// The classifier says which messages threaten; here it is told by one sentence.
vi.mock('../../rules/urgency/judge.ts', async (original) => {
  const real = await original<typeof import('../../rules/urgency/judge.ts')>()
  return {
    ...real,
    judge: (message: { body?: string }) => ({
      ...real.judge(message),
      isThreat: message.body?.includes('I know where your staff live') ?? false,
    }),
  }
})

const now = new Date('2026-11-24T10:00:00Z')
const byLetterOnly: Measure[] = [{ code: 'channels', open: ['letter'], clause: 'Sanctions' }]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
  // A busy machine is not a ledger that does not answer.
  patience.urgentMs = 10_000
})

beforeEach(() => {
  house.mail.customer.length = 0
})

afterAll(async () => {
  await house.ledger.close()
  await database.close()
})

function mailFrom(email: string, over: Partial<Inbound> = {}): Inbound {
  return {
    key: randomUUID(),
    channel: 'email',
    from: { email },
    evidence: 'verified',
    subject: 'Hello',
    body: 'I can smell gas in the kitchen and I feel dizzy.',
    fileNames: [],
    messageId: `<${randomUUID()}@sender.example>`,
    raw: null,
    unparsed: false,
    desk: 'contact',
    receivedAt: now,
    ...over,
  }
}

const rent = { subject: 'My rent letter', body: 'Please could you send me the rent letter again? Thank you.' }
const threat = 'Please send the rent letter again. I know where your staff live.'

async function kindsOf(contactId: string): Promise<string[]> {
  return (await alertsAbout(house.ledger.db, contactId)).map(({ kind }) => kind)
}

async function jobsAbout(id: string) {
  return await database.sql`
    select task_identifier as task, queue_name as queue, priority, round(extract(epoch from run_at - created_at))::int as wait
    from graphile_worker.jobs where key like ${`alert:${id}:%`} order by run_at, task, queue`
}

describe('a contact about danger to life', () => {
  test('raises an alert in its own transaction, with the call at once and the next round in five minutes', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetterOnly, now)
    const { contactId, decision } = await receive(house, mailFrom(customer.email))
    expect([decision.outcome, decision.lane, decision.counted]).toEqual(['deliver', 'life-safety', false])
    const [alert] = await alertsAbout(house.ledger.db, contactId)
    expect(alert).toMatchObject({
      kind: 'life-safety',
      raisedAt: now,
      takenAt: null,
      customer: { id: customer.id },
    })
    expect(await jobsAbout(alert?.id ?? '')).toEqual([
      { task: 'call-alert', queue: 'alert-mail', priority: -10, wait: 0 },
      { task: 'escalate-alert', queue: null, priority: -10, wait: 300 },
    ])
    const lines = await house.ledger.db.select().from(audit).where(eq(audit.aboutId, contactId))
    expect(lines.map(({ action }) => action)).toContain('alert raised')
  })

  test('its twin about the rent is held, raises none and gets the ordinary answer', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetterOnly, now)
    const { contactId, decision } = await receive(house, mailFrom(customer.email, rent))
    expect(decision.outcome).toBe('hold')
    expect(await kindsOf(contactId)).toEqual([])
    expect((await noticesAbout(house.ledger.db, contactId)).map(({ kind }) => kind)).toEqual(['held-contact'])
  })

  test('a leak is urgent and raises none: a desk sees to it, and nobody is woken', async () => {
    const customer = await aCustomer(house.ledger.db)
    const leak = { subject: 'Leak', body: 'The pipe under the sink is leaking and I cannot stop it.' }
    const { contactId, decision } = await receive(house, mailFrom(customer.email, leak))
    expect(decision.lane).toBe('emergency-repair')
    expect(await kindsOf(contactId)).toEqual([])
    expect(await noticesAbout(house.ledger.db, contactId)).toEqual([])
  })

  test.each(['unverified', 'doubtful', 'robot'] as const)(
    'raises an alert from a sender who is %s too, and answers nobody (backscatter)',
    async (evidence) => {
      const customer = await aCustomer(house.ledger.db)
      const { contactId } = await receive(house, mailFrom(customer.email, { evidence }))
      expect(await kindsOf(contactId)).toEqual(['life-safety'])
      expect(await noticesAbout(house.ledger.db, contactId)).toEqual([])
    },
  )

  test('comes three times, twice of them at once: one alert, one answer', async () => {
    const customer = await aCustomer(house.ledger.db)
    const inbound = mailFrom(customer.email)
    const all = [...(await Promise.all([receive(house, inbound), receive(house, inbound)]))]
    all.push(await receive(house, inbound))
    expect(new Set(all.map(({ contactId }) => contactId)).size).toBe(1)
    const [first] = all
    expect(await kindsOf(first?.contactId ?? '')).toEqual(['life-safety'])
    expect(await noticesAbout(house.ledger.db, first?.contactId ?? '')).toHaveLength(1)
  })

  test('keeps neither the contact nor the alert when the alert cannot be written', async () => {
    const customer = await aCustomer(house.ledger.db)
    const inbound = mailFrom(customer.email)
    await database.sql`alter table alerts add constraint refuses_all check (raised_at < '2000-01-01') not valid`
    const { recorded, contactId } = await receive(house, inbound)
    await database.sql`alter table alerts drop constraint refuses_all`
    expect(recorded).toBe(false)
    expect(await getContact(house.ledger.db, contactId)).toBeNull()
    expect(house.mail.desk.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['urgent', 'duty@landlord.example']),
    )
  })
})

describe('a contact that threatens somebody', () => {
  test('raises a staff-safety alert and passes, although its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, byLetterOnly, now)
    const { contactId, decision } = await receive(house, mailFrom(customer.email, { ...rent, body: threat }))
    expect([decision.outcome, decision.lane]).toEqual(['deliver', 'urgent-need'])
    expect(await kindsOf(contactId)).toEqual(['staff-safety'])
    const twin = await receive(house, mailFrom(customer.email, rent))
    expect(twin.decision.outcome).toBe('hold')
    expect(await kindsOf(twin.contactId)).toEqual([])
  })

  test('beside danger to life raises both, and the lane stays danger to life', async () => {
    const body = 'I can smell gas in the kitchen. I know where your staff live.'
    const { contactId, decision } = await receive(house, mailFrom('nobody@demo.example', { body }))
    expect(decision.lane).toBe('life-safety')
    expect(await kindsOf(contactId)).toEqual(['life-safety', 'staff-safety'])
  })
})

describe('the answer to a customer in danger', () => {
  test('is written once in their language and letter size, and answers their mail as a machine does (RFC 3834)', async () => {
    const customer = await aCustomer(house.ledger.db, { language: 'pl', printPoints: 18 })
    const inbound = mailFrom(customer.email)
    const { contactId } = await receive(house, inbound)
    const [notice] = await noticesAbout(house.ledger.db, contactId)
    expect(notice).toMatchObject({ kind: 'urgent-receipt', by: 'email', language: 'pl', printPoints: 18 })
    expect(notice?.body).toContain('0800 111 999')
    expect(notice?.body).not.toContain('dizzy')
    await sendNotice(house, notice?.id ?? '', { to: customer.email })
    expect(house.mail.customer.map(({ address }) => address)).toEqual([customer.email])
    const raw = house.mail.customer[0]?.raw
    expect(raw).toContain('Auto-Submitted: auto-replied')
    expect(raw).toContain(`In-Reply-To: ${inbound.messageId}`)
  })

  test('goes to the address that wrote, although the message is erased before it leaves', async () => {
    const customer = await aCustomer(house.ledger.db, { email: 'zoe@demo.example' })
    await house.ledger.db
      .insert(identifiers)
      .values({ customerId: customer.id, kind: 'email', value: 'another@demo.example' })
    const { contactId } = await receive(house, mailFrom('Zoe@demo.example'))
    await house.ledger.db.transaction((tx) => markDelivered(tx, contactId, now))
    const [notice] = await noticesAbout(house.ledger.db, contactId)
    const [job] = await database.sql`
      select payload from graphile_worker._private_jobs where payload->>'noticeId' = ${notice?.id ?? ''}`
    const asked = job?.payload as { noticeId: string; to: string } | undefined
    await sendNotice(house, asked?.noticeId ?? '', { to: asked?.to })
    expect(house.mail.customer.map(({ address }) => address)).toEqual(['zoe@demo.example'])
  })

  test('never goes to an address that is not this customer’s', async () => {
    const customer = await aCustomer(house.ledger.db)
    const { contactId } = await receive(house, mailFrom(customer.email))
    const [notice] = await noticesAbout(house.ledger.db, contactId)
    await sendNotice(house, notice?.id ?? '', { to: 'somebody@elsewhere.example' })
    expect(house.mail.customer.map(({ address }) => address)).toEqual([customer.email])
  })

  test('is given five times in a day and not a sixth: two machines that answer each other come to an end', async () => {
    const customer = await aCustomer(house.ledger.db)
    const answersAfter = async (count: number, receivedAt = now) => {
      let answers = 0
      for (let each = 0; each < count; each++) {
        const { contactId } = await receive(house, mailFrom(customer.email, { receivedAt }))
        expect(await kindsOf(contactId)).toEqual(['life-safety'])
        answers += (await noticesAbout(house.ledger.db, contactId)).length
      }
      return answers
    }
    expect(await answersAfter(6)).toBe(5)
    expect(await answersAfter(1, new Date(now.getTime() + 24 * 3_600_000 - 1))).toBe(0)
    expect(await answersAfter(1, new Date(now.getTime() + 24 * 3_600_000))).toBe(1)
  })

  test.each(['sms', 'web', 'phone'] as const)('is no mail when it came by %s', async (channel) => {
    const customer = await aCustomer(house.ledger.db)
    const from = { customerId: customer.id }
    const { contactId } = await receive(house, mailFrom('', { channel, from }))
    expect(await kindsOf(contactId)).toEqual(['life-safety'])
    expect(await noticesAbout(house.ledger.db, contactId)).toEqual([])
  })
})

test('/metrics says how many alerts are open and how old the oldest is', async () => {
  const own = await openTestDatabase()
  const alone = await aHouse(own.databaseUrl)
  const metrics = openMetrics(alone)
  const write = () => metrics.write()
  expect((await write()).text).toContain('clearway_alerts_open 0')
  await receive(alone, mailFrom('somebody@demo.example'))
  alone.clock.set('2026-11-24T10:07:00Z')
  const { text } = await write()
  expect(text).toContain('clearway_alerts_open 1')
  expect(text).toContain('clearway_alerts_oldest_seconds 420')
  const colleague = randomUUID()
  await own.sql`insert into colleagues (id, email, name, role) values (${colleague}, 'a@landlord.example', 'A', 'officer')`
  await alone.ledger.db.update(alerts).set({ takenBy: colleague, takenAt: now })
  expect((await write()).text).toMatch(/clearway_alerts_open 0\n[\s\S]*clearway_alerts_oldest_seconds 0\n/)
  await alone.ledger.close()
  await own.close()
})

describe('the ledger does not answer', () => {
  type Cut = Awaited<ReturnType<typeof aHouse>>

  async function withCutHouse(
    work: (cut: Cut, receiver: Awaited<ReturnType<typeof openReceiver>>) => Promise<void>,
  ) {
    const receiver = await openReceiver()
    const duty = { name: 'Duty officer', mail: 'duty@landlord.example', webhook: receiver.url }
    const next = { name: 'On call', mail: 'on-call@landlord.example' }
    const file = await aLandlordFile({ minutes: 5, chain: [duty, next], privateAddresses: true })
    const env = { CLEARWAY_LANDLORD: file.path, CLEARWAY_WEBHOOK_SECRET: aSecret() }
    const cut = await aHouse('postgres://nobody@127.0.0.1:9/nowhere', { env })
    await work(cut, receiver)
    await cut.ledger.close()
    await Promise.all([receiver.close(), file.close()])
  }

  const mailsTo = (cut: Cut, code: string) => cut.mail.desk.filter((each) => each.code === code)

  test('the message goes to the urgent desk, and mail and webhook call the first person at once, from memory', async () => {
    await withCutHouse(async (cut, receiver) => {
      const { contactId, recorded } = await receive(cut, mailFrom('tenant@demo.example'))
      expect(recorded).toBe(false)
      await vi.waitFor(() =>
        expect([mailsTo(cut, 'duty@landlord.example').length, receiver.got.length]).toEqual([1, 1]),
      )
      expect(mailsTo(cut, 'urgent')).toHaveLength(1)
      const [alert] = mailsTo(cut, 'duty@landlord.example')
      expect(alert?.raw).toContain('ledger does not answer')
      expect(`${alert?.raw}${receiver.got[0]?.body}`).not.toMatch(/tenant@|dizzy|smell/)
      expect(receiver.read(0, aSecret()).data).toMatchObject({
        contactId,
        kind: 'life-safety',
        alertId: null,
      })
    })
  })

  test('once for each contact, however often the sender tries', async () => {
    await withCutHouse(async (cut, receiver) => {
      const inbound = mailFrom('tenant@demo.example')
      await Promise.all([receive(cut, inbound), receive(cut, inbound)])
      await receive(cut, inbound)
      await receive(cut, mailFrom('tenant@demo.example'))
      await vi.waitFor(() => expect(receiver.got).toHaveLength(2))
      expect(mailsTo(cut, 'duty@landlord.example')).toHaveLength(2)
      expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(2)
    })
  })

  test('with the mail server down too the sender keeps the message, and the webhook calls all the same; the mail is made up for', async () => {
    await withCutHouse(async (cut, receiver) => {
      cut.mail.broken = true
      const inbound = mailFrom('tenant@demo.example')
      await expect(receive(cut, inbound)).rejects.toBeInstanceOf(NotKept)
      await vi.waitFor(() => expect(receiver.got).toHaveLength(1))
      cut.mail.broken = false
      await receive(cut, inbound)
      await vi.waitFor(() => expect(mailsTo(cut, 'duty@landlord.example')).toHaveLength(1))
      expect(receiver.got).toHaveLength(1)
    })
  })

  test('an ordinary message calls nobody; one that threatens calls for staff', async () => {
    await withCutHouse(async (cut, receiver) => {
      await receive(cut, mailFrom('tenant@demo.example', rent))
      await receive(cut, mailFrom('tenant@demo.example', { ...rent, body: threat }))
      await vi.waitFor(() => expect(receiver.got).toHaveLength(1))
      expect(receiver.read(0, aSecret()).data).toMatchObject({ kind: 'staff-safety' })
      expect(mailsTo(cut, 'duty@landlord.example')[0]?.raw).toContain('Do not go alone')
    })
  })
})

test('raised a second time for the same contact, nothing more is asked for', async () => {
  const { contactId } = await receive(house, mailFrom('somebody@demo.example'))
  const again = { contactId, kind: 'life-safety', now } as const
  const { alerts: settings } = house.policy.landlord
  const [alert] = await alertsAbout(house.ledger.db, contactId)
  const before = await jobsAbout(alert?.id ?? '')
  expect(await house.ledger.db.transaction((tx) => raiseAlert(tx, again, settings))).toBeNull()
  expect(await jobsAbout(alert?.id ?? '')).toEqual(before)
})
