import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getContact, releaseContact } from '../../db/contacts.ts'
import { enqueue, jobPriority } from '../../db/jobs.ts'
import { getNotice } from '../../db/notices.ts'
import type { House } from '../../house.ts'
import { deliverContact } from '../../post/deliver-contact.ts'
import { deliverUnchecked } from '../../post/fall-back.ts'
import { NotSent, openMailOut } from '../../post/mail-out.ts'
import { sendNotice } from '../../post/send-notice.ts'
import { freeJobsOfTheDead, livingWorker, shortenWaits } from '../../post/tend-jobs.ts'
import { type PostWorker, startWorker } from '../../post/worker.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { aPassedContact, aStoredNotice, closePostHouse, now, openPostHouse } from '../post/house.ts'
import { openSink } from '../post/mail-sink.ts'
import { readPdf } from '../post/read-pdf.ts'
import { openTestDatabase } from '../set-up/database.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let sink: Awaited<ReturnType<typeof openSink>>
let house: House
let worker: PostWorker | null = null
let answer: () => number | null = () => null

beforeEach(async () => {
  answer = () => null
  database = await openTestDatabase()
  sink = await openSink({ answer: () => answer(), refuses: ['gone@demo.example'] })
  house = await openPostHouse(database.databaseUrl, sink.url)
})

afterEach(async () => {
  await worker?.stop()
  worker = null
  await closePostHouse(house)
  await sink.close()
  await database.close()
})

const log = pino({ level: 'silent' })

async function work(): Promise<void> {
  worker = await startWorker(house, { log, tendEveryMs: 1_000 })
}

/** Jobs that are still asked for, as colleagues see them. */
async function openJobs() {
  return await database.sql`select id, task_identifier, attempts, last_error, locked_by, run_at > now() as waits from graphile_worker.jobs order by id`
}

async function until(check: () => Promise<void> | void): Promise<void> {
  await vi.waitFor(check, { timeout: 20_000, interval: 50 })
}

async function stateOf(id: string): Promise<string | undefined> {
  return (await getContact(house.ledger.db, id))?.contact.state
}

/** A retry that is due in seconds is due now. */
async function retryNow(): Promise<void> {
  await database.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs where locked_at is null`
}

describe('a contact that passes', () => {
  test('is delivered once, from nobody to its desk, and its text is erased', async () => {
    await work()
    const { id } = await aPassedContact(house.ledger.db)
    await until(async () => expect(await stateOf(id)).toBe('delivered'))
    await house.ledger.db.transaction((tx) => enqueue(tx, 'deliver-contact', { contactId: id }))
    await until(async () => expect(await openJobs()).toHaveLength(0))
    expect(sink.taken).toHaveLength(1)
    expect(sink.taken[0]).toMatchObject({ from: '', to: ['contact@landlord.example'] })
    expect((await getContact(house.ledger.db, id))?.contact).toMatchObject({
      body: null,
      subject: null,
      fromAddress: null,
    })
    expect((await getContact(house.ledger.db, id))?.raw).toBeNull()
  })

  test('goes to the named colleague that a restriction names', async () => {
    const { id } = await aPassedContact(house.ledger.db, { colleague: 'sam-reed' })
    await deliverContact(house, id)
    expect(sink.taken[0]?.to).toEqual(['sam.reed@landlord.example'])
  })

  test('that was held is labelled so when a colleague releases it, and is then released', async () => {
    const { db } = house.ledger
    const customer = await aCustomer(db)
    const colleague = await aColleague(db)
    const { id } = await aPassedContact(db, {
      customerId: customer.id,
      sender: 'known',
      outcome: 'hold',
      state: 'held',
      readDueAt: now,
      reasons: [{ code: 'channel-closed', clause: 'Sanctions' }],
      openRoutes: [{ channel: 'letter', opensAt: null, windows: null }] as never,
    })
    await deliverContact(house, id)
    expect(sink.taken).toHaveLength(0)
    await db.transaction((tx) => releaseContact(tx, { contactId: id, colleagueId: colleague.id, now }))
    await deliverContact(house, id)
    expect(await stateOf(id)).toBe('released')
    expect(sink.taken[0]?.raw.toString()).toContain('X-Clearway-Decision: held-then-released')
  })

  test('is kept while the onward door refuses, with the code and no address, and goes when it opens again', async () => {
    answer = () => 451
    await work()
    const { id } = await aPassedContact(house.ledger.db)
    await until(async () => expect((await openJobs())[0]).toMatchObject({ locked_by: null, waits: true }))
    expect(await stateOf(id)).toBe('delivering')
    expect((await openJobs())[0]?.last_error).toBe('deliver-contact failed (451)')
    answer = () => null
    await retryNow()
    await until(async () => expect(await stateOf(id)).toBe('delivered'))
    expect(sink.taken).toHaveLength(1)
  })

  test('is kept while nobody listens at the onward door', async () => {
    const { port } = sink
    await sink.close()
    await work()
    const { id } = await aPassedContact(house.ledger.db)
    await until(async () =>
      expect((await openJobs())[0]?.last_error).toMatch(/^deliver-contact failed \(E[A-Z]+\)$/),
    )
    sink = await openSink({ port })
    await retryNow()
    await until(async () => expect(await stateOf(id)).toBe('delivered'))
  })

  test.each(['email', 'phone'] as const)(
    'that came by %s has one Message-ID when a crash makes it go twice',
    async (channel) => {
      const { id } = await aPassedContact(
        house.ledger.db,
        { channel },
        channel === 'email' ? undefined : null,
      )
      const crash = () => Promise.reject(new Error('killed before the mark'))
      const db = new Proxy(house.ledger.db, {
        get: (target, name, receiver) =>
          name === 'transaction' ? crash : Reflect.get(target, name, receiver),
      })
      await expect(deliverContact({ ...house, ledger: { ...house.ledger, db } }, id)).rejects.toThrow(
        'killed',
      )
      expect(await stateOf(id)).toBe('delivering')
      await deliverContact(house, id)
      expect(await stateOf(id)).toBe('delivered')
      const ids = await Promise.all(
        sink.taken.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId),
      )
      expect(ids).toHaveLength(2)
      expect(ids[0]).toMatch(/^<.+>$/)
      expect(ids[1]).toBe(ids[0])
    },
  )
})

describe('a worker', () => {
  /** One for what is delivered and sent, one for alerts. */
  const runners = 2

  /** How many workers say that they live. */
  async function livingWorkers(): Promise<number> {
    const rows = await database.sql`
      select 1 from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())
        and classid::bigint = hashtext(${livingWorker})::bigint & 4294967295`
    return rows.length
  }

  const script = fileURLToPath(new URL('../post/worker-process.ts', import.meta.url))

  test('that is killed while it delivers loses nothing: whoever starts next delivers it', async () => {
    answer = () => process.kill(child.pid ?? 0, 'SIGKILL') && 451
    const child = fork(script, {
      env: { ...process.env, DATABASE_URL: database.databaseUrl, SMTP_URL: sink.url },
    })
    const ended = once(child, 'exit')
    const { id } = await aPassedContact(house.ledger.db)
    await ended
    expect((await openJobs())[0]?.locked_by).toMatch(/./)
    answer = () => null
    await work()
    await until(async () => expect(await stateOf(id)).toBe('delivered'))
    expect(sink.taken).toHaveLength(1)
  })

  test('goes on when PostgreSQL cuts every connection', async () => {
    await work()
    const first = await aPassedContact(house.ledger.db)
    await until(async () => expect(await stateOf(first.id)).toBe('delivered'))
    await until(async () => expect(await livingWorkers()).toBe(runners))
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    const second = await vi.waitFor(() => aPassedContact(house.ledger.db), { timeout: 10_000, interval: 100 })
    await until(async () => expect(await stateOf(second.id)).toBe('delivered'))
    await until(async () => expect(await livingWorkers()).toBe(runners))
  })

  test('begins while there is no PostgreSQL, and stops when it is told to', async () => {
    const settings = { ...house.settings, databaseUrl: 'postgres://postgres@127.0.0.1:1/nothing' }
    const idle = await startWorker({ ...house, settings }, { log })
    await idle.stop()
  })
})

describe('jobs are tended', () => {
  async function lockJob(name: string): Promise<void> {
    await database.sql`update graphile_worker._private_jobs set locked_by = ${name}, locked_at = now() - interval '11 seconds'`
  }

  test('the job of a dead worker is given back; the job of a living one is not', async () => {
    await aPassedContact(house.ledger.db)
    await lockJob('pool-a')
    await database.sql`select 1`
    const living = await database.sql.reserve()
    await living`select pg_advisory_lock(hashtext(${livingWorker}), hashtext('pool-a'))`
    await freeJobsOfTheDead(house.ledger.db, 10)
    expect((await openJobs())[0]?.locked_by).toBe('pool-a')
    await living`select pg_advisory_unlock_all()`
    living.release()
    await freeJobsOfTheDead(house.ledger.db, 12)
    expect((await openJobs())[0]?.locked_by).toBe('pool-a')
    await freeJobsOfTheDead(house.ledger.db, 10)
    expect((await openJobs())[0]?.locked_by).toBeNull()
  })

  test.each([
    ['urgent', jobPriority.urgent, 30],
    ['ordinary', jobPriority.ordinary, 300],
  ])('an %s job never waits longer than it may, and never runs out of tries', async (_, priority, most) => {
    await house.ledger.db.transaction((tx) => enqueue(tx, 'send-notice', { noticeId: 'x' }, priority))
    const waits = async (seconds: number, attempts: number) => {
      await database.sql`update graphile_worker._private_jobs set attempts = ${attempts}, run_at = now() + make_interval(secs => ${seconds})`
      await shortenWaits(house.ledger.db)
      const [row] =
        await database.sql`select attempts, round(extract(epoch from run_at - now()))::int as wait from graphile_worker.jobs`
      return [row?.attempts, row?.wait]
    }
    expect(await waits(most - 1, 3)).toEqual([3, most - 1])
    expect(await waits(most + 5, 3)).toEqual([9, most])
    expect(await waits(-5, 25)).toEqual([9, most])
    expect(await waits(most + 5, 0)).toEqual([0, most + 5])
  })
})

describe('a notice', () => {
  test('is sent once, as it was written, in its language and letter size, and asks no machine for an answer', async () => {
    const customer = await aCustomer(house.ledger.db)
    await work()
    const id = await aStoredNotice(house.ledger.db, customer.id, { inReplyTo: '<1@demo.example>' })
    await until(async () => expect((await getNotice(house.ledger.db, id))?.sentAt).toEqual(now))
    await house.ledger.db.transaction((tx) => enqueue(tx, 'send-notice', { noticeId: id }))
    await until(async () => expect(await openJobs()).toHaveLength(0))
    expect(sink.taken).toHaveLength(1)
    expect(sink.taken[0]).toMatchObject({ from: '', to: [customer.email] })
    const read = await PostalMime.parse(sink.taken[0]?.raw ?? '')
    expect(read).toMatchObject({
      subject: 'We kept your message',
      messageId: `<${id}@clearway.landlord.example>`,
      inReplyTo: '<1@demo.example>',
      html: expect.stringContaining('<html lang="ur" dir="rtl">'),
    })
    expect(read.text?.trim()).toBe('It is safe.\n\nSomebody reads it tomorrow.')
    expect(read.html).toContain('font-size:18pt')
    const headers = Object.fromEntries(read.headers.map(({ key, value }) => [key, value]))
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-replied',
      'content-language': 'ur',
      'x-auto-response-suppress': 'All',
    })
  })

  test('answers the address that the contact came from', async () => {
    const { db } = house.ledger
    const customer = await aCustomer(db, { email: 'zoe@demo.example' })
    await database.sql`insert into identifiers (customer_id, kind, value) values (${customer.id}, 'email', 'another@demo.example')`
    const contact = await aPassedContact(db, { customerId: customer.id, fromAddress: 'Zoe@Demo.example' })
    await sendNotice(house, await aStoredNotice(db, customer.id, { aboutId: contact.id }))
    expect(sink.taken[0]?.to).toEqual(['zoe@demo.example'])
  })

  test('that answers a Message-ID with a line end in it has no such header', async () => {
    const customer = await aCustomer(house.ledger.db)
    await sendNotice(
      house,
      await aStoredNotice(house.ledger.db, customer.id, { inReplyTo: '<1@x>\r\nBcc: all@evil.example' }),
    )
    const raw = sink.taken[0]?.raw.toString() ?? ''
    expect(raw).not.toMatch(/^(bcc|in-reply-to|references):/im)
    expect(sink.taken[0]?.to).toEqual([customer.email])
  })

  test.each([
    ['by letter', { by: 'letter' as const }, 'here@demo.example'],
    ['by email to an address that does not exist', {}, 'gone@demo.example'],
  ])('%s goes to the desk that prints, as a PDF with the postal address on it', async (_, over, email) => {
    const customer = await aCustomer(house.ledger.db, { email })
    const id = await aStoredNotice(house.ledger.db, customer.id, over)
    await sendNotice(house, id)
    expect(sink.taken).toHaveLength(1)
    expect(sink.taken[0]?.to).toEqual(['records@landlord.example'])
    const read = await PostalMime.parse(sink.taken[0]?.raw ?? '')
    expect(read.subject).toBe('Letter to print: We kept your message')
    expect(read.text).toContain('Letter size: 18 point. Language: ur.')
    expect(read.text).toContain('Its first sheet has only the address on it')
    expect(read.text).not.toMatch(/another format|NO POSTAL ADDRESS|could not be made/)
    const [file] = read.attachments
    expect(file).toMatchObject({ filename: 'letter.pdf', mimeType: 'application/pdf' })
    const { heard, language } = await readPdf(Buffer.from(file?.content as ArrayBuffer))
    const said = heard.map(({ text }) => text)
    expect(said.slice(0, 4)).toEqual(['Amina Hussain', '1 Test Street', 'Milton', 'MK1 1AA'])
    expect(said.slice(-3)).toEqual(['We kept your message', 'It is safe.', 'Somebody reads it tomorrow.'])
    expect(language).toBe('ur')
    expect((await getNotice(house.ledger.db, id))?.sentAt).toEqual(now)
  })

  test.each([
    ['a character that no font has', 'It is safe 😀.', 'a character that our fonts do not have', 'no-shape'],
    ['a line that nothing can be seen of', 'It is safe.\n\n\u200d', 'because of a fault', 'not-drawn'],
  ])('with %s goes as a page to print, and the desk is told', async (_, body, why, fault) => {
    const customer = await aCustomer(house.ledger.db)
    const id = await aStoredNotice(house.ledger.db, customer.id, { by: 'letter', body })
    const told: unknown[] = []
    const log = { error: (about: unknown) => told.push(about) } as unknown as Logger
    await sendNotice(house, id, { log })
    const read = await PostalMime.parse(sink.taken[0]?.raw ?? '', { attachmentEncoding: 'utf8' })
    expect(read.subject).toContain('Letter to print, WITHOUT ITS PDF: ')
    expect(read.text).toContain(why)
    expect(read.attachments.map(({ filename }) => filename)).toEqual(['letter.html'])
    expect(read.attachments[0]?.content).toContain('Amina Hussain<br>1 Test Street<br>Milton<br>MK1 1AA')
    expect(read.attachments[0]?.content).toContain('It is safe')
    expect(told).toEqual([{ noticeId: id, fault }])
    expect((await getNotice(house.ledger.db, id))?.sentAt).toEqual(now)
  })

  test('tells the desk what else the customer needs, and that an address is missing', async () => {
    const customer = await aCustomer(house.ledger.db, { formats: ['braille', 'audio'], address: [] })
    await sendNotice(
      house,
      await aStoredNotice(house.ledger.db, customer.id, { by: 'letter', printPoints: 12 }),
    )
    const read = await PostalMime.parse(sink.taken[0]?.raw ?? '')
    expect(read.text).toContain('also needs it in another format: braille, audio.')
    expect(read.text).toContain('WE HAVE NO POSTAL ADDRESS')
    expect(read.text).toContain('shows in the window of the envelope')
  })

  test('with a sign-in code is never printed, and is not sent once it is stale', async () => {
    const gone = await aCustomer(house.ledger.db, { email: 'gone@demo.example' })
    await sendNotice(house, await aStoredNotice(house.ledger.db, gone.id, { kind: 'sign-in-code' }))
    const here = await aCustomer(house.ledger.db)
    const writtenAt = new Date(now.getTime() - 3_600_001)
    await sendNotice(
      house,
      await aStoredNotice(house.ledger.db, here.id, { kind: 'sign-in-code', writtenAt }),
    )
    expect(sink.taken).toHaveLength(0)
    await sendNotice(house, await aStoredNotice(house.ledger.db, here.id, { kind: 'sign-in-code' }))
    expect(sink.taken).toHaveLength(1)
  })

  test('is kept while the onward door is shut', async () => {
    answer = () => 452
    const customer = await aCustomer(house.ledger.db)
    const id = await aStoredNotice(house.ledger.db, customer.id)
    await expect(sendNotice(house, id)).rejects.toThrow(NotSent)
    expect((await getNotice(house.ledger.db, id))?.sentAt).toBeNull()
  })
})

describe('a contact that the ledger could not take', () => {
  const inbound = {
    key: 'mail\r\nwith an odd key',
    channel: 'sms' as const,
    from: { phone: '+447700900123' },
    evidence: 'verified' as const,
    subject: '',
    body: 'There is no heating',
    fileNames: [],
    raw: null,
    unparsed: false,
    receivedAt: now,
  }
  const decision = {
    outcome: 'deliver' as const,
    lane: 'emergency-repair' as const,
    counted: false,
    desk: 'urgent',
    colleague: null,
    reasons: [{ code: 'not-checked' as const }],
    nextAllowedAt: null,
    openRoutes: [],
  }

  test('goes straight to the desk of its lane, says that it was not checked, and says the same Message-ID again', async () => {
    const { landlord } = house.policy
    for (const contactId of ['first', 'second'])
      await deliverUnchecked(house.mail, { contactId, inbound, decision }, landlord)
    expect(sink.taken.map(({ to }) => to)).toEqual([['urgent@landlord.example'], ['urgent@landlord.example']])
    const [first, second] = await Promise.all(sink.taken.map(({ raw }) => PostalMime.parse(raw)))
    expect(first?.messageId).toBe(second?.messageId)
    expect(first?.text).toContain('There is no heating')
    const headers = Object.fromEntries(first?.headers.map(({ key, value }) => [key, value]) ?? [])
    expect(headers).toMatchObject({
      'x-clearway-decision': 'not-checked',
      'x-clearway-lane': 'emergency-repair',
      'x-clearway-counted': 'no',
    })
    expect(headers['x-clearway-explanation']).toMatch(/unchecked/)
  })

  test('is refused aloud when the onward door is shut too', async () => {
    const shut = openMailOut({ smtpUrl: 'smtp://127.0.0.1:1', dataDir: '', landlord: house.policy.landlord })
    await expect(
      deliverUnchecked(shut, { contactId: 'x', inbound, decision }, house.policy.landlord),
    ).rejects.toThrow(NotSent)
    shut.close()
  })
})
