import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { sendContact } from '../../app/doors/contact.server.ts'
import { sendUrgent } from '../../app/doors/urgent.server.ts'
import { loadSentUrgent } from '../../app/doors/urgent-sent.server.ts'
import { openAlerts } from '../../db/alerts.ts'
import { contacts } from '../../db/schema.ts'
import { openGateway } from '../../gateway/gateway.ts'
import { patience } from '../../gateway/patience.ts'
import { openMailDoor } from '../../gateway/smtp.ts'
import { openThrottles } from '../../gateway/throttle.ts'
import { aHouse } from '../factories/house.ts'
import { aForm, aPhotograph, asking, leadsTo } from '../factories/urgent.ts'
import { aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase, redisUrl } from '../set-up/database.ts'
import { openOwnPostgres } from '../set-up/own-postgres.ts'
import { openWay } from '../set-up/way.ts'

/** The classifier, which a test may break. */
const classifier = vi.hoisted(() => ({ isBroken: false }))
vi.mock('../../rules/urgency/judge.ts', async (original) => {
  const real = await original<typeof import('../../rules/urgency/judge.ts')>()
  return {
    ...real,
    judge: (message: Parameters<typeof real.judge>[0]) => {
      if (classifier.isBroken) throw new Error('the classifier is broken')
      return real.judge(message)
    },
  }
})

const now = new Date('2026-11-24T10:00:00Z')
const nowhere = 'postgres://nobody@127.0.0.1:1/none'
const secret = 'a secret for tests only, 0123456789'
const flood = { subject: 'Help', text: 'Water is pouring through the kitchen ceiling and into the lights.' }
const gas = { subject: 'Help', text: 'There is a strong smell of gas in the hall.' }
const rent = { subject: 'My rent letter', text: 'Please could you send me the rent letter again? Thank you.' }

/** Both doors that an emergency comes in by, over one ledger: the gateway for mail and the portal for its form. */
async function openDoors(databaseUrl: string, redis: string | null = null) {
  const house = await aHouse(databaseUrl)
  house.settings = { ...house.settings, sessionSecret: secret, redisUrl: redis }
  const gateway = openGateway(house, { throttles: openThrottles(redis), log: pino({ level: 'silent' }) })
  const door = await openMailDoor(gateway, { host: '127.0.0.1', port: 0 })
  let sent = 0
  const mail = async (from: string, words: { subject: string; text: string }) => {
    const client = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
    const messageId = `<${randomUUID()}@x.example>`
    sent += 1
    try {
      return (await client.sendMail({ from, to: 'contact@landlord.example', messageId, ...words })).response
    } finally {
      client.close()
    }
  }
  /** The form with one photograph. `key` is the form's own: the same key is the same report. */
  const report = async (key: string = randomUUID(), cookie = '') => {
    const fields = {
      key,
      where: '12 Flood Street, kitchen',
      what: 'It drips on the lamp.',
      reach: '07700 900123',
    }
    const photos = [aPhotograph('ceiling.png')]
    sent += 1
    return leadsTo(await sendUrgent(aForm(house, '/urgent/tell?kind=water', { fields, photos, cookie })))
  }
  return {
    house,
    mail,
    report,
    /** How many emergencies came in until now. */
    sent: () => sent,
    said: (path: string) => loadSentUrgent(asking(house, new Request(`http://127.0.0.1:3000${path}`))),
    close: async () => {
      await door.close()
      await gateway.close()
      await house.ledger.close()
    },
  }
}

type Doors = Awaited<ReturnType<typeof openDoors>>

/** An emergency by each door goes to the urgent desk at once, its photograph with it. The answer is how long both took, in milliseconds. */
async function bothArriveUnchecked({ house, mail, report, said }: Doors, cookie = ''): Promise<number> {
  const before = house.mail.desk.length
  const started = performance.now()
  expect(await mail('tuesday@demo.example', flood)).toMatch(/^250 /)
  const path = await report(randomUUID(), cookie)
  const took = performance.now() - started
  expect(said(path)).toMatchObject({ isUnchecked: true, came: 1, missed: [], kind: 'water' })
  // The people on duty are called beside it: alerts.test.ts tells of them.
  const arrived = house.mail.desk.slice(before).filter(({ code }) => code === 'urgent')
  expect(arrived.map(({ code }) => code)).toEqual(['urgent', 'urgent'])
  expect(arrived.every(({ raw }) => /^X-Clearway-Decision: not-checked/m.test(raw))).toBe(true)
  const web = await PostalMime.parse(arrived[1]?.raw ?? '')
  expect(web.text).toContain('12 Flood Street, kitchen')
  expect(web.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['ceiling.png', 'image/png'],
  ])
  return took
}

afterEach(() => {
  classifier.isBroken = false
})

/** Where the ledger is well, a busy machine gets more time than a customer would: what is asked is only whether it records. */
function waitForTheLedger() {
  const { urgentMs } = patience
  beforeAll(() => {
    patience.urgentMs = 20_000
  })
  afterAll(() => {
    patience.urgentMs = urgentMs
  })
}

test('I1: PostgreSQL refuses: an emergency by mail and one by the form, with its photograph, reach the urgent desk', async () => {
  const doors = await openDoors(nowhere)
  await bothArriveUnchecked(doors)
  await doors.close()
})

test('PostgreSQL refuses: pressing twice is one report with one reference and one Message-ID', async () => {
  const doors = await openDoors(nowhere)
  const key = randomUUID()
  const [one, two] = [await doors.report(key), await doors.report(key)]
  expect(doors.said(one).id).toBe(doors.said(two).id)
  const ids = await Promise.all(
    doors.house.mail.desk
      .filter(({ code }) => code === 'urgent')
      .map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
  )
  expect(new Set(ids).size).toBe(1)
  await doors.close()
})

test('PostgreSQL refuses and no mail leaves: nothing is claimed, and the form keeps every word', async () => {
  const doors = await openDoors(nowhere)
  doors.house.mail.broken = true
  const fields = { key: randomUUID(), where: '12 Flood Street', what: 'It drips on the lamp.' }
  const answer = await sendUrgent(
    aForm(doors.house, '/urgent/tell?kind=water', { fields, photos: [aPhotograph('ceiling.png')] }),
  )
  expect(answer).toMatchObject({
    typed: fields,
    errors: [{ key: 'page.report.not-kept' }, { key: 'page.errors.files-again' }],
  })
  expect(await doors.mail('tuesday@demo.example', flood).catch(({ responseCode }) => responseCode)).toBe(451)
  await doors.close()
})

test('PostgreSQL refuses and the desk’s server takes no photographs: the words go, and the page says what did not', async () => {
  const doors = await openDoors(nowhere)
  const toDesk = doors.house.mail.toDesk.bind(doors.house.mail)
  doors.house.mail.toDesk = async (code, raw) => {
    if (raw.includes('image/png')) throw new Error('552 too large')
    await toDesk(code, raw)
  }
  const path = await doors.report()
  expect(doors.said(path)).toMatchObject({ came: 0, missed: [{ at: 1, why: 'lost' }] })
  expect(doors.house.mail.desk.filter(({ code }) => code === 'urgent')).toHaveLength(1)
  await doors.close()
})

describe('a PostgreSQL of its own', () => {
  let own: Awaited<ReturnType<typeof openOwnPostgres>>
  let doors: Doors

  beforeAll(async () => {
    own = await openOwnPostgres()
    doors = await openDoors(own.databaseUrl)
  })
  afterAll(async () => {
    own.wake()
    await doors.close()
    await own.close()
  })

  async function isRecordingAgain() {
    const isUnchecked = async () => doors.said(await doors.report()).isUnchecked
    await expect.poll(isUnchecked, { timeout: 20_000, interval: 250 }).toBe(false)
  }

  test('frozen in the middle of its work: both arrive at once, also from somebody who is signed in; awake again, it records the next one', async () => {
    const { house } = doors
    await isRecordingAgain()
    await own.freeze()
    // Patience for an urgent contact is 300 ms at first and 50 ms later; a busy machine gets more here.
    expect(await bothArriveUnchecked(doors)).toBeLessThan(3_000)
    const cookie = (await writeCookie(house, 'customer', 'a token that nobody can look up now')).split(';')[0]
    expect(await bothArriveUnchecked(doors, cookie)).toBeLessThan(5_000)
    expect(await doors.mail('tuesday@demo.example', gas)).toMatch(/^250 /)
    own.wake()
    await isRecordingAgain()
    // What went onward while it was frozen is entered when it wakes, each once, and is not delivered a second time.
    const { db } = house.ledger
    await expect.poll(() => db.$count(contacts), { timeout: 20_000 }).toBe(doors.sent())
    const onward = house.mail.desk.filter(({ code }) => code === 'urgent').length
    expect(onward).toBeGreaterThanOrEqual(4)
    expect(await db.$count(contacts, eq(contacts.state, 'delivered'))).toBe(onward)
    const [toDeliver] = await db.execute<{ count: number }>(
      sql`select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver-contact'`,
    )
    expect(toDeliver?.count).toBe(doors.sent() - onward)
    // A danger to life stays red until a person takes it, also when it came while nothing could be written.
    const open = await openAlerts(db)
    const unchecked = await db.select().from(contacts).where(eq(contacts.state, 'delivered'))
    const inDanger = unchecked.filter(({ lane }) => lane === 'life-safety')
    expect(inDanger.length).toBeGreaterThan(0)
    expect(inDanger.every(({ id }) => open.some(({ contactId }) => contactId === id))).toBe(true)
  })

  test('stopped in the middle of its work: both arrive', async () => {
    await own.stop()
    expect(await bothArriveUnchecked(doors)).toBeLessThan(5_000)
  })
})

describe('the classifier throws', () => {
  waitForTheLedger()
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  let doors: Doors

  beforeAll(async () => {
    database = await openTestDatabase()
    doors = await openDoors(database.databaseUrl)
  })
  afterAll(async () => {
    await doors.close()
    await database.close()
  })

  test('I5: an emergency by mail and one by the form go to the urgent desk, recorded; what would have been held passes too', async () => {
    const { house, mail, report, said } = doors
    const closed = [{ code: 'channels' as const, open: ['letter' as const], clause: 'Sanctions' }]
    const { customer } = await aRestrictedCustomer(house.ledger.db, closed, now)
    expect(await mail(customer.email, rent)).toMatch(/^250 /)
    classifier.isBroken = true
    expect(await mail(customer.email, flood)).toMatch(/^250 /)
    expect(await mail(customer.email, { ...rent, text: 'And once more: where is my rent letter?' })).toMatch(
      /^250 /,
    )
    expect(said(await report())).toMatchObject({ isUnchecked: false })
    const message = new URLSearchParams({
      name: 'A',
      reach: 'a@b.example',
      subject: 'Rent',
      message: rent.text,
    })
    leadsTo(
      await sendContact(
        asking(house, new Request('http://127.0.0.1:3000/contact-us', { method: 'POST', body: message })),
      ),
    )
    const rows = await house.ledger.db.select().from(contacts).orderBy(contacts.channel, contacts.state)
    expect(rows.map(({ channel, outcome, desk, why }) => [channel, outcome, desk, why[0] ?? ''])).toEqual([
      ['email', 'deliver', 'urgent', 'could not be judged'],
      ['email', 'deliver', 'urgent', 'could not be judged'],
      ['email', 'hold', 'contact', ''],
      ['web', 'deliver', 'urgent', 'could not be judged'],
      ['web', 'deliver', 'urgent', 'could not be judged'],
    ])
  })

  test('everything at once, and PostgreSQL refuses as well: both still arrive', async () => {
    classifier.isBroken = true
    const cut = await openDoors(nowhere)
    await bothArriveUnchecked(cut)
    await cut.close()
  })
})

const redis = redisUrl()

describe.skipIf(!redis)('Redis', () => {
  waitForTheLedger()
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  let way: Awaited<ReturnType<typeof openWay>>
  let doors: Doors

  beforeAll(async () => {
    database = await openTestDatabase()
    way = await openWay(new URL(redis ?? ''))
    doors = await openDoors(database.databaseUrl, way.url)
  })
  afterAll(async () => {
    await doors.close()
    way.close()
    await database.close()
  })

  async function bothArriveRecorded(): Promise<number> {
    const { house, mail, report, said } = doors
    const before = await house.ledger.db.$count(contacts)
    const started = performance.now()
    expect(await mail('tuesday@demo.example', flood)).toMatch(/^250 /)
    expect(said(await report())).toMatchObject({ isUnchecked: false, came: 1 })
    const took = performance.now() - started
    const rows = await house.ledger.db.select().from(contacts)
    expect(rows).toHaveLength(before + 2)
    expect(new Set(rows.map(({ desk, outcome }) => `${outcome} ${desk}`))).toEqual(
      new Set(['deliver urgent']),
    )
    return took
  }

  test('answers, freezes, and is cut off: both arrive each time, and nobody waits for it', async () => {
    await bothArriveRecorded()
    way.freeze()
    expect(await bothArriveRecorded()).toBeLessThan(3_000)
    way.cut()
    expect(await bothArriveRecorded()).toBeLessThan(3_000)
  })
})
