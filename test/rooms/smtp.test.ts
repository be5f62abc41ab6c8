import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { eq } from 'drizzle-orm'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit, contacts, notices, originals } from '../../db/schema.ts'
import { type Gateway, openGateway } from '../../gateway/gateway.ts'
import { type MailDoor, openMailDoor } from '../../gateway/smtp.ts'
import type { MailLimits } from '../../gateway/smtp-limits.ts'
import { openThrottles } from '../../gateway/throttle.ts'
import type { Landlord } from '../../policies/landlord.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aCustomer, aRestrictedCustomer } from '../factories/ledger.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const clause = 'Sanctions'
const weekly: Measure[] = [
  { code: 'channels', open: ['email', 'letter'], clause },
  { code: 'frequency', limit: 1, per: 'week', clause },
]
const nowhere = 'postgres://nobody@127.0.0.1:1/none'

type Room = {
  house: Awaited<ReturnType<typeof aHouse>>
  gateway: Gateway
  door: MailDoor
  close(): Promise<void>
}

let database: Awaited<ReturnType<typeof openTestDatabase>>
let room: Room

async function openRoom(
  over: {
    databaseUrl?: string
    limits?: Partial<MailLimits>
    mail?: Partial<Landlord['mail']>
    messages?: number
  } = {},
): Promise<Room> {
  const house = await aHouse(over.databaseUrl ?? database.databaseUrl)
  const { policy } = house
  house.policy = {
    ...policy,
    landlord: { ...policy.landlord, mail: { ...policy.landlord.mail, ...over.mail } },
  }
  const throttles = openThrottles(null, { messages: { points: over.messages ?? 1_000, seconds: 60 } })
  const gateway = openGateway(house, { throttles, log: pino({ level: 'silent' }) })
  const door = await openMailDoor(gateway, { host: '127.0.0.1', port: 0, limits: over.limits })
  return {
    house,
    gateway,
    door,
    async close() {
      await door.close()
      await gateway.close()
      await house.ledger.close()
    },
  }
}

beforeAll(async () => {
  database = await openTestDatabase()
  room = await openRoom()
})

afterAll(async () => {
  await room.close()
  await database.close()
})

const rent = { subject: 'My rent letter', text: 'Please could you send me the rent letter again? Thank you.' }
const flood = { subject: 'Help', text: 'Water is pouring through the kitchen ceiling and into the lights.' }

/** Sends one mail with a real client; the answer to its end of data. Rejects with `responseCode`. */
async function send(
  from: string,
  mail: SendMailOptions,
  { door = room.door, localAddress = '127.0.0.1' } = {},
): Promise<string> {
  const client = createTransport({
    host: '127.0.0.1',
    port: door.port,
    localAddress,
    tls: { rejectUnauthorized: false },
  })
  try {
    const { response } = await client.sendMail({
      from,
      to: 'contact@landlord.example',
      messageId: `<${randomUUID()}@x.example>`,
      ...mail,
    })
    return response
  } finally {
    client.close()
  }
}

const idIn = (response: string) => /^250 .*?([0-9a-f-]{36})$/.exec(response)?.[1] ?? `no id in ${response}`

async function contactOf(response: string) {
  const [contact] = await room.house.ledger.db
    .select()
    .from(contacts)
    .where(eq(contacts.id, idIn(response)))
  if (!contact) throw new Error(`no contact for ${response}`)
  return contact
}

const refusalOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 250,
    (fault) => fault.responseCode,
  )

/** A client that says what it likes; `say` gives what is answered until the line ends. */
function talk(
  door: MailDoor,
  localAddress = '127.0.0.1',
): Promise<{
  socket: Socket
  said(): string
  say(text: string): void
  until(pattern: RegExp): Promise<string>
  gone: Promise<void>
}> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect({ host: '127.0.0.1', port: door.port, localAddress })
    const waiting = new Set<() => void>()
    const gone = new Promise<void>((ended) => socket.once('close', () => ended()))
    socket.once('error', reject)
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      for (const check of waiting) check()
    })
    const until = (pattern: RegExp) =>
      new Promise<string>((found, lost) => {
        const check = () => {
          if (!pattern.test(heard)) return
          waiting.delete(check)
          found(heard)
          heard = ''
        }
        waiting.add(check)
        socket.once('close', () => lost(new Error(`closed after: ${heard}`)))
        check()
      })
    resolve({ socket, said: () => heard, say: (text) => socket.write(text), until, gone })
  })
}

describe('what the door says it can do', () => {
  test('SIZE, 8BITMIME, SMTPUTF8 and STARTTLS, and no AUTH', async () => {
    const client = await talk(room.door)
    await client.until(/^220 .*\r\n/)
    client.say('EHLO client.example\r\n')
    const answer = await client.until(/^250 .*\r\n/m)
    expect(answer).toMatch(/SIZE 26214400\r\n/)
    for (const word of ['8BITMIME', 'SMTPUTF8', 'STARTTLS']) expect(answer).toContain(word)
    expect(answer).not.toContain('AUTH')
    client.socket.destroy()
  })

  test('STARTTLS works, with a certificate that is the landlord’s own', async () => {
    const client = createTransport({
      host: '127.0.0.1',
      port: room.door.port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    })
    const { email } = await aCustomer(room.house.ledger.db)
    const { response } = await client.sendMail({ from: email, to: 'contact@landlord.example', ...rent })
    client.close()
    expect(response).toMatch(/^250 /)
  })
})

describe('Amplius, Sanctions: one contact a week, by real mail', () => {
  test('within the limit it is delivered and counted; the next is held, and answered once', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const first = await contactOf(await send(customer.email, rent))
    const second = await contactOf(
      await send(customer.email, { ...rent, text: 'And once more about my rent letter.' }),
    )
    expect([first.outcome, first.counted, first.state]).toEqual(['deliver', true, 'delivering'])
    expect([second.outcome, second.counted, second.state]).toEqual(['hold', false, 'held'])
    expect(second.reasons.map(({ code }) => code)).toEqual(['over-limit'])
    const told = await room.house.ledger.db.select().from(notices).where(eq(notices.aboutId, second.id))
    expect(told).toHaveLength(1)
    expect(told[0]?.inReplyTo).toBe(second.messageId)
  })

  test('on a closed channel it is held', async () => {
    const { customer } = await aRestrictedCustomer(
      room.house.ledger.db,
      [{ code: 'channels', open: ['letter'], clause }],
      now,
    )
    const held = await contactOf(await send(customer.email, rent))
    expect(held.reasons.map(({ code }) => code)).toEqual(['channel-closed'])
  })

  test('I1: an emergency passes to the urgent desk when the allowance is spent, uncounted; its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    await send(customer.email, rent)
    const twin = await contactOf(await send(customer.email, { ...rent, text: 'Where is my rent letter?' }))
    const urgent = await contactOf(await send(customer.email, flood))
    expect(twin.outcome).toBe('hold')
    expect([urgent.outcome, urgent.counted, urgent.desk]).toEqual(['deliver', false, 'urgent'])
  })

  test('I1: what is written to the repairs desk passes, whatever its words; its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    await send(customer.email, rent)
    const vague = { subject: 'Parking', text: 'Who decides about the parking permits?' }
    const twin = await contactOf(await send(customer.email, vague))
    const repair = await contactOf(await send(customer.email, { ...vague, to: 'Repairs@landlord.example' }))
    expect(twin.outcome).toBe('hold')
    expect([repair.outcome, repair.lane, repair.desk, repair.counted]).toEqual([
      'deliver',
      'repair',
      'repairs',
      false,
    ])
  })

  test('I1: what is written to the urgent address stays with the urgent desk, also what reads like an ordinary repair; its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    await send(customer.email, rent)
    const vague = { subject: 'Parking', text: 'Who decides about the parking permits?' }
    expect((await contactOf(await send(customer.email, vague))).outcome).toBe('hold')
    const drip = { subject: 'Tap', text: 'The kitchen tap drips a bit.' }
    for (const mail of [vague, drip]) {
      const contact = await contactOf(await send(customer.email, { ...mail, to: 'urgent@landlord.example' }))
      expect([contact.outcome, contact.desk, contact.counted]).toEqual(['deliver', 'urgent', false])
    }
  })

  test('I9: a mail with two From fields passes, because nobody can say who wrote; its twin is held', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    await send(customer.email, rent)
    const lines = (froms: string[]) =>
      [
        ...froms.map((from) => `From: ${from}`),
        'Subject: Rent',
        `Message-ID: <${randomUUID()}@x>`,
        '',
        'My rent letter please',
        '',
      ].join('\r\n')
    const envelope = { from: customer.email, to: 'contact@landlord.example' }
    const doubtful = await contactOf(
      await send('', { envelope, raw: lines([customer.email, 'open@demo.example']) }),
    )
    const twin = await contactOf(await send('', { envelope, raw: lines([customer.email]) }))
    expect([doubtful.outcome, doubtful.sender, twin.outcome]).toEqual(['deliver', 'doubtful', 'hold'])
  })

  test('RFC 3834: a machine is recorded, neither held nor counted nor answered', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const robot = await contactOf(
      await send(customer.email, { ...rent, headers: { 'Auto-Submitted': 'auto-replied' } }),
    )
    expect([robot.outcome, robot.sender, robot.counted]).toEqual(['deliver', 'robot', false])
  })
})

describe('the same mail is one contact', () => {
  test('sent twice it is recorded, counted and answered once', async () => {
    const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
    const mail = { ...rent, messageId: `<${randomUUID()}@x.example>` }
    const first = await send(customer.email, mail)
    const again = await send(customer.email, { ...mail, headers: { Received: 'from another by way' } })
    expect(idIn(again)).toBe(idIn(first))
    expect((await contactOf(again)).outcome).toBe('deliver')
  })

  test('another text under the same Message-ID is another contact: an emergency is not swallowed', async () => {
    const { email } = await aCustomer(room.house.ledger.db)
    const messageId = `<${randomUUID()}@x.example>`
    const first = await send(email, { ...rent, messageId })
    const other = await send(email, { ...flood, messageId })
    expect(idIn(other)).not.toBe(idIn(first))
  })

  test('two at the same instant on two gateways: exactly one gets the last place', async () => {
    const other = await openRoom()
    try {
      for (let round = 0; round < 3; round += 1) {
        const { customer } = await aRestrictedCustomer(room.house.ledger.db, weekly, now)
        const answers = await Promise.all([
          send(customer.email, rent),
          send(customer.email, rent, { door: other.door }),
        ])
        const outcomes = (await Promise.all(answers.map(contactOf))).map(({ outcome }) => outcome).sort()
        expect(outcomes).toEqual(['deliver', 'hold'])
      }
    } finally {
      await other.close()
    }
  })
})

describe('no restriction', () => {
  test('the mail is kept for delivery byte for byte, and bare line ends are mended', async () => {
    const { email } = await aCustomer(room.house.ledger.db)
    const envelope = { from: email, to: 'contact@landlord.example' }
    const raw = `From: ${email}\r\nSubject: Zoë\r\nX-Own:  two  spaces\r\n\r\n..dot\r\n.\u00a0\r\n`
    const contact = await contactOf(await send('', { envelope, raw }))
    const [original] = await room.house.ledger.db
      .select()
      .from(originals)
      .where(eq(originals.contactId, contact.id))
    expect(original?.raw.toString()).toBe(raw)
    expect(contact.reasons).toEqual([{ code: 'no-restriction' }])
  })
})

describe('mail for others, too many recipients, too large', () => {
  test('a landlord that names its domains takes no mail for others', async () => {
    const own = await openRoom({ mail: { receivesFor: ['landlord.example'] } })
    try {
      expect(await refusalOf(send('a@b.example', { ...rent, to: 'someone@elsewhere.example' }, own))).toBe(
        550,
      )
      expect(await refusalOf(send('a@b.example', { ...rent, to: 'someone@Landlord.example' }, own))).toBe(250)
    } finally {
      await own.close()
    }
  })

  test('the hundredth recipient is taken, the next is asked for later with 452', async () => {
    const client = await talk(room.door)
    await client.until(/^220 .*\r\n/)
    client.say('EHLO c.example\r\nMAIL FROM:<a@b.example>\r\n')
    await client.until(/Accepted\r\n/)
    client.say(Array.from({ length: 101 }, (_, each) => `RCPT TO:<r${each}@landlord.example>\r\n`).join(''))
    const answers = await client.until(/^452 .*\r\n/m)
    expect(answers.match(/^250 /gm)).toHaveLength(100)
    client.socket.destroy()
  })

  test('a mail that says it is too large is refused with 552 before it is sent, and colleagues can see it', async () => {
    const client = await talk(room.door)
    await client.until(/^220 .*\r\n/)
    client.say('EHLO c.example\r\n')
    await client.until(/^250 .*\r\n/m)
    client.say('MAIL FROM:<a@b.example> SIZE=26214401\r\n')
    expect(await client.until(/^552 .*\r\n/m)).toContain('25 MB')
    client.say('MAIL FROM:<a@b.example> SIZE=26214400\r\n')
    await client.until(/^250 /m)
    client.socket.destroy()
    await expect.poll(() => refusedAsTooLarge()).toBeGreaterThan(0)
  })

  test('one that does not say so is refused with 552 at its end, with the customer it says it is from', async () => {
    const small = await openRoom({ limits: { size: 100_000 } })
    try {
      const { id, email } = await aCustomer(room.house.ledger.db)
      const big = await talk(small.door)
      await big.until(/^220 .*\r\n/)
      big.say(`EHLO c.example\r\nMAIL FROM:<${email}>\r\nRCPT TO:<contact@landlord.example>\r\nDATA\r\n`)
      await big.until(/^354 .*\r\n/m)
      big.say(`From: ${email}\r\nSubject: big\r\n\r\n${`${'x'.repeat(998)}\r\n`.repeat(200)}\r\n.\r\n`)
      expect(await big.until(/^552 .*\r\n/m)).toContain('larger')
      big.say('QUIT\r\n')
      await big.gone
      const [line] = await room.house.ledger.db.select().from(audit).where(eq(audit.aboutId, id))
      expect(line?.action).toBe('mail refused as too large')
      expect(JSON.stringify(line?.detail)).not.toContain('@')
    } finally {
      await small.close()
    }
  })

  async function refusedAsTooLarge(): Promise<number> {
    const rows = await room.house.ledger.db
      .select()
      .from(audit)
      .where(eq(audit.action, 'mail refused as too large'))
    return rows.length
  }
})

describe('faults: answer only what is safe', () => {
  test('PostgreSQL stopped: delivered onward and labelled, with 250; an emergency to the urgent desk', async () => {
    const alone = await openRoom({ databaseUrl: nowhere })
    try {
      expect(await send('weekly@demo.example', rent, alone)).toMatch(/^250 /)
      expect(await send('weekly@demo.example', flood, alone)).toMatch(/^250 /)
      expect(alone.house.mail.desk.map(({ code }) => code)).toEqual(['contact', 'urgent'])
      expect(alone.house.mail.desk[0]?.raw).toMatch(/X-Clearway-[A-Za-z-]+: .*not-checked/)
    } finally {
      await alone.close()
    }
  })

  test('PostgreSQL and the onward door stopped: 451, so that the sender keeps it', async () => {
    const alone = await openRoom({ databaseUrl: nowhere })
    alone.house.mail.broken = true
    try {
      expect(await refusalOf(send('weekly@demo.example', rent, alone))).toBe(451)
    } finally {
      await alone.close()
    }
  })

  test('no room on the disk: 452', async () => {
    const full = await openRoom({ databaseUrl: nowhere })
    full.house.mail.toDesk = async () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    try {
      expect(await refusalOf(send('weekly@demo.example', rent, full))).toBe(452)
    } finally {
      await full.close()
    }
  })

  test('a mail that stops half-way leaves nothing behind', async () => {
    const before = await room.house.ledger.db.$count(contacts)
    const client = await talk(room.door)
    await client.until(/^220 .*\r\n/)
    client.say('EHLO c.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<contact@landlord.example>\r\nDATA\r\n')
    await client.until(/^354 .*\r\n/m)
    client.say('From: a@b.example\r\n\r\nhalf')
    client.socket.destroy()
    await client.gone
    await send('open@demo.example', rent)
    expect(await room.house.ledger.db.$count(contacts)).toBe(before + 1)
  })
})

describe('slow and greedy clients', () => {
  test('one that drips is cut off', async () => {
    const strict = await openRoom({ limits: { dripGraceMs: 50, leastBytesPerSecond: 1_000_000 } })
    try {
      const client = await talk(strict.door)
      await client.until(/^220 .*\r\n/)
      client.say(
        'EHLO c.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<contact@landlord.example>\r\nDATA\r\n',
      )
      await client.until(/^354 .*\r\n/m)
      client.say('F')
      expect(await client.until(/^421 .*\r\n/m)).toContain('slowly')
      client.socket.destroy()
    } finally {
      await strict.close()
    }
  })

  test('a session ends after its time', async () => {
    const strict = await openRoom({ limits: { sessionMs: 300, relaySessionMs: 300 } })
    try {
      const client = await talk(strict.door)
      expect(await client.until(/^421 .*\r\n/m)).toContain('too long')
    } finally {
      await strict.close()
    }
  })

  test('strangers use up their places, and a known relay still gets in', async () => {
    const limits = { connections: 4, connectionsPerAddress: 2, keptForRelays: 1 }
    const busy = await openRoom({ limits, mail: { relays: [{ address: '127.0.0.9', vouches: true }] } })
    try {
      const idle = await Promise.all(
        ['127.0.0.2', '127.0.0.2', '127.0.0.3'].map((address) => talk(busy.door, address)),
      )
      await Promise.all(idle.map((client) => client.until(/^220 /)))
      const third = await talk(busy.door, '127.0.0.2')
      expect(await third.until(/^421 .*\r\n/)).toContain('Too many')
      const another = await talk(busy.door, '127.0.0.4')
      expect(await another.until(/^421 .*\r\n/)).toContain('Too many')
      expect(await send('a@b.example', rent, { door: busy.door, localAddress: '127.0.0.9' })).toMatch(/^250 /)
      for (const client of idle) client.socket.destroy()
    } finally {
      await busy.close()
    }
  })

  test('I1: a flood from one address is asked to wait, but an emergency in it is taken', async () => {
    const busy = await openRoom({ messages: 1, mail: { relays: [] } })
    try {
      expect(await refusalOf(send('a@b.example', rent, busy))).toBe(250)
      expect(await refusalOf(send('a@b.example', rent, busy))).toBe(451)
      expect(await refusalOf(send('a@b.example', flood, busy))).toBe(250)
    } finally {
      await busy.close()
    }
  })
})
