import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { callsOf, failingCalls } from '../../db/alert-calls.ts'
import { raiseAlert, takeAlert } from '../../db/alerts.ts'
import type { Jobs } from '../../db/jobs.ts'
import type { House } from '../../house.ts'
import { callAlert, escalateAlert, gatherMs } from '../../post/call-alert.ts'
import { openMailOut } from '../../post/mail-out.ts'
import { type PostWorker, startWorker } from '../../post/worker.ts'
import { aLandlordFile } from '../factories/landlord-file.ts'
import { aColleague, aCustomer } from '../factories/ledger.ts'
import { aPassedContact, closePostHouse, now, openPostHouse } from '../post/house.ts'
import { openSink } from '../post/mail-sink.ts'
import { aSecret, openReceiver } from '../post/receiver.ts'
import { openTestDatabase } from '../set-up/database.ts'

const minutes = 5
let database: Awaited<ReturnType<typeof openTestDatabase>>
let sink: Awaited<ReturnType<typeof openSink>>
let receiver: Awaited<ReturnType<typeof openReceiver>>
let file: Awaited<ReturnType<typeof aLandlordFile>>
let house: House
let worker: PostWorker | null = null
let mailAnswer: () => number | null
let answer: NonNullable<Parameters<typeof openReceiver>[0]>
let at: Date

/** Two people: the first has both ways, the second mail only. */
beforeEach(async () => {
  mailAnswer = () => null
  answer = () => 204
  at = now
  database = await openTestDatabase()
  sink = await openSink({ answer: () => mailAnswer() })
  receiver = await openReceiver((got) => answer(got))
  file = await aLandlordFile({
    minutes,
    chain: [
      { name: 'Duty officer', mail: 'duty@landlord.example', webhook: receiver.url },
      { name: 'On call', mail: 'on-call@landlord.example' },
    ],
    privateAddresses: true,
  })
  house = { ...(await openPostHouse(database.databaseUrl, sink.url, env())), clock: { now: () => at } }
})

afterEach(async () => {
  await worker?.stop()
  worker = null
  await closePostHouse(house)
  await Promise.all([sink.close(), receiver.close(), file.close(), database.close()])
})

function env() {
  const secret = 'a secret for tests only, 0123456789'
  return { CLEARWAY_LANDLORD: file.path, CLEARWAY_WEBHOOK_SECRET: aSecret(), SESSION_SECRET: secret }
}

async function work(): Promise<void> {
  worker = await startWorker(house, { log: pino({ level: 'silent' }), tendEveryMs: 1_000 })
}

async function until(check: () => Promise<void> | void): Promise<void> {
  await vi.waitFor(check, { timeout: 25_000, interval: 50 })
}

/** An open alert about a contact, with everything that was asked for in its transaction. */
async function anAlert(customerId?: string): Promise<string> {
  const { db } = house.ledger
  const contact = await aPassedContact(db, {
    lane: 'life-safety',
    desk: 'urgent',
    customerId,
    body: 'A smell of gas.',
  })
  const raise = { contactId: contact.id, kind: 'life-safety', now: at } as const
  const id = await db.transaction((tx) => raiseAlert(tx, raise, house.policy.landlord.alerts))
  if (!id) throw new Error('no alert was raised')
  return id
}

function later(ms: number): void {
  at = new Date(at.getTime() + ms)
}

/** What waits for its time is due now, and the house's clock shows it. */
async function nextRound(): Promise<void> {
  later(minutes * 60_000)
  await database.sql`
    select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
    where task_identifier = 'escalate-alert' and locked_at is null`
}

/** '0 mail Duty officer ok', in the order of their rounds. */
async function story(alertId: string): Promise<string[]> {
  const calls = await callsOf(house.ledger.db, [alertId])
  return calls.map(({ round, by, target, fault }) => `${round} ${by} ${target} ${fault ?? 'ok'}`).sort()
}

function call(alertId: string, by: 'mail' | 'webhook', round = 0): Jobs['call-alert'] {
  return { alertId, round, by, until: new Date(now.getTime() + (round + 1) * minutes * 60_000).toISOString() }
}

/** Mails to people on duty: contacts that are delivered go to a desk. */
function alertMails() {
  return sink.taken.filter(({ to }) => /^(duty|on-call)@/.test(to[0] ?? ''))
}

const bothWays = ['0 mail Duty officer ok', '0 webhook Duty officer ok']

describe('an alert', () => {
  test('calls the first person at once by mail and by a signed webhook, and tells nothing about anybody', async () => {
    const customer = await aCustomer(house.ledger.db)
    await work()
    const id = await anAlert(customer.id)
    await until(async () => expect(await story(id)).toEqual(bothWays))
    const { data, type, timestamp } = receiver.read(0, aSecret())
    expect([type, timestamp, receiver.got[0]?.id]).toEqual([
      'alert.raised',
      now.toISOString(),
      `alert_${id}_0`,
    ])
    expect(Object.keys(data).sort()).toEqual([
      'alertId',
      'contactId',
      'kind',
      'lane',
      'link',
      'raisedAt',
      'round',
    ])
    expect(data).toMatchObject({ alertId: id, kind: 'life-safety', lane: 'life-safety', round: 0 })
    const [mail] = alertMails()
    const read = await PostalMime.parse(mail?.raw ?? '')
    expect(mail).toMatchObject({ from: '', to: ['duty@landlord.example'] })
    expect(read.subject).toBe('Alert: somebody may be in danger')
    expect(read.text).toContain(`http://127.0.0.1:3000/console/alerts/${id}?proof=`)
    expect(data.link).toBe(read.text?.match(/http\S+/)?.[0])
    for (const words of ['Amina', customer.reference, customer.email, 'gas', 'a@demo.example', 'The bins'])
      expect(`${read.subject} ${read.text} ${receiver.got[0]?.body}`).not.toContain(words)
  })

  test('that nobody takes calls the next person, then the first again, until somebody takes it', async () => {
    await work()
    const id = await anAlert()
    await until(async () => expect(await story(id)).toEqual(bothWays))
    await nextRound()
    const second = [...bothWays, '1 mail On call ok']
    await until(async () => expect(await story(id)).toEqual(second))
    await nextRound()
    const third = [...second, '2 mail Duty officer ok', '2 webhook Duty officer ok']
    await until(async () => expect(await story(id)).toEqual(third))
    expect(alertMails().map(({ to }) => to[0])).toEqual([
      'duty@landlord.example',
      'on-call@landlord.example',
      'duty@landlord.example',
    ])
    const again = await PostalMime.parse(alertMails()[1]?.raw ?? '')
    expect(again.subject).toBe('Alert: somebody may be in danger (nobody has taken it yet)')

    const colleague = await aColleague(house.ledger.db)
    await house.ledger.db.transaction((tx) =>
      takeAlert(tx, { alertId: id, colleagueId: colleague.id, now: at, from: 'console' }),
    )
    await nextRound()
    const jobs = () => database.sql`select id from graphile_worker.jobs where task_identifier like '%alert%'`
    await until(async () => expect(await jobs()).toHaveLength(0))
    expect(await story(id)).toEqual(third)
  })

  test('that somebody takes before the first call calls nobody', async () => {
    const id = await anAlert()
    const colleague = await aColleague(house.ledger.db)
    await house.ledger.db.transaction((tx) =>
      takeAlert(tx, { alertId: id, colleagueId: colleague.id, now, from: 'console' }),
    )
    await callAlert(house, call(id, 'mail'))
    await callAlert(house, call(id, 'webhook'))
    expect([sink.taken, receiver.got]).toEqual([[], []])
  })

  test('is called once in a round, however often it is asked for; the round itself begins once', async () => {
    const id = await anAlert()
    for (const by of ['mail', 'webhook', 'mail', 'webhook'] as const) await callAlert(house, call(id, by))
    expect(await story(id)).toEqual(bothWays)
    expect([sink.taken.length, receiver.got.length]).toEqual([1, 1])
    await escalateAlert(house, { alertId: id, round: 1 })
    await callAlert(house, call(id, 'mail', 1))
    const jobs = () =>
      database.sql`select key, run_at, payload from graphile_worker._private_jobs order by id`
    const before = await jobs()
    await escalateAlert(house, { alertId: id, round: 1 })
    expect(await jobs()).toEqual(before)
  })
})

describe('one way that fails', () => {
  test('a mail server that refuses keeps no webhook back, and the mail goes when it is there again', async () => {
    mailAnswer = () => 451
    await work()
    const id = await anAlert()
    await until(async () => expect(await story(id)).toEqual(['0 webhook Duty officer ok']))
    await until(async () =>
      expect(await failingCalls(house.ledger.db, [id])).toEqual([
        { alertId: id, round: 0, by: 'mail', fault: '451' },
      ]),
    )
    mailAnswer = () => null
    await until(async () => expect(await story(id)).toEqual(bothWays))
    expect(await failingCalls(house.ledger.db, [id])).toEqual([])
  })

  test('a mail server that never speaks, with every delivery waiting for it, keeps no webhook back', async () => {
    const sockets: Socket[] = []
    const mute = createServer((socket) => sockets.push(socket.on('error', () => undefined)))
    mute.listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = mute.address() as { port: number }
    const { landlord } = house.policy
    const mail = openMailOut({ smtpUrl: `smtp://127.0.0.1:${port}`, dataDir: '', landlord })
    worker = await startWorker({ ...house, mail }, { log: pino({ level: 'silent' }), concurrency: 2 })
    for (let each = 0; each < 6; each++) await anAlert()
    await until(() => expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(6))
    expect(sockets.length).toBeGreaterThan(0)
    mute.close()
    for (const socket of sockets) socket.destroy()
    await worker.stop()
    mail.close()
  })

  test('a receiver that takes webhooks and never answers keeps no mail back', async () => {
    answer = () => 'hang'
    await work()
    const ids = [await anAlert(), await anAlert(), await anAlert(), await anAlert(), await anAlert()]
    await until(() => expect(alertMails()).toHaveLength(1))
    await until(async () => expect(await story(ids[0] ?? '')).toEqual(['0 mail Duty officer ok']))
    later(gatherMs)
    await database.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs where key like 'alert:%:mail'`
    await until(async () => {
      for (const id of ids) expect(await story(id)).toEqual(['0 mail Duty officer ok'])
    })
    // What hangs ends now, and not after the test.
    await receiver.close()
  })

  test.each([
    ['answers 410', 410, '410'],
    ['answers 404', 404, '404'],
    ['sends on elsewhere', { status: 307, location: 'http://127.0.0.1:9/' }, '307'],
  ])(
    'a receiver that %s is not asked again in that round, and is in the next but one',
    async (_, says, fault) => {
      answer = () => says
      await work()
      const id = await anAlert()
      const first = ['0 mail Duty officer ok', `0 webhook Duty officer ${fault}`]
      await until(async () => expect(await story(id)).toEqual(first))
      expect(receiver.got).toHaveLength(1)
      answer = () => 204
      await nextRound()
      await until(async () => expect(await story(id)).toHaveLength(3))
      await nextRound()
      await until(async () => expect((await story(id)).at(-1)).toBe('2 webhook Duty officer ok'))
      expect(receiver.got.map((got) => got.id)).toEqual([`alert_${id}_0`, `alert_${id}_2`])
    },
  )

  test.each([
    [-1, false],
    [0, true],
  ])(
    'what may pass is tried until the round is over: %i ms after it, given up: %s',
    async (ms, isGivenUp) => {
      answer = () => 503
      const id = await anAlert()
      await expect(callAlert(house, call(id, 'webhook'))).rejects.toThrow('503')
      later(minutes * 60_000 + ms)
      const last = callAlert(house, call(id, 'webhook'))
      if (!isGivenUp) return await expect(last).rejects.toThrow('503')
      await last
      expect(await story(id)).toEqual(['0 webhook Duty officer 503'])
    },
  )

  test('a webhook inside the network goes nowhere when the landlord does not say that it is meant', async () => {
    const { landlord } = house.policy
    const careful = { ...landlord, alerts: { ...landlord.alerts, privateAddresses: false } }
    const id = await anAlert()
    await callAlert({ ...house, policy: { ...house.policy, landlord: careful } }, call(id, 'webhook'))
    expect([await story(id), receiver.got]).toEqual([['0 webhook Duty officer private-address'], []])
  })

  test('a mailbox that does not exist is written down at once, and the next person is called in their turn', async () => {
    const closed = await openSink({ refuses: ['duty@landlord.example'] })
    const { landlord } = house.policy
    const mail = openMailOut({ smtpUrl: closed.url, dataDir: '', landlord })
    const id = await anAlert()
    await callAlert({ ...house, mail }, call(id, 'mail'))
    await callAlert({ ...house, mail }, call(id, 'mail', 1))
    expect(await story(id)).toEqual(['0 mail Duty officer 550', '1 mail On call ok'])
    mail.close()
    await closed.close()
  })
})

describe('killed with -9', () => {
  const script = fileURLToPath(new URL('../post/worker-process.ts', import.meta.url))

  function aWorkerProcess() {
    return fork(script, {
      env: { ...process.env, ...env(), DATABASE_URL: database.databaseUrl, SMTP_URL: sink.url },
    })
  }

  test('after the receiver took the webhook and before that was written down: it is called again, with the same id', async () => {
    const child: ChildProcess = aWorkerProcess()
    answer = () => (child.kill('SIGKILL') ? 204 : 500)
    const ended = once(child, 'exit')
    const id = await anAlert()
    await ended
    expect(await story(id)).not.toContain('0 webhook Duty officer ok')
    answer = () => 204
    await work()
    await until(async () => expect(await story(id)).toEqual(bothWays))
    expect(receiver.got.map((got) => got.id)).toEqual([`alert_${id}_0`, `alert_${id}_0`])
  })

  test('between the record of the contact and the call by mail: whoever starts next calls, and the round after it comes', async () => {
    const child: ChildProcess = aWorkerProcess()
    mailAnswer = () => (child.kill('SIGKILL') ? 451 : 452)
    const ended = once(child, 'exit')
    const id = await anAlert()
    await ended
    expect(await story(id)).not.toContain('0 mail Duty officer ok')
    mailAnswer = () => null
    await work()
    await until(async () => expect(await story(id)).toEqual(bothWays))
    await nextRound()
    await until(async () => expect(await story(id)).toContain('1 mail On call ok'))
  })
})

describe('many at once', () => {
  async function mailsDueNow(): Promise<void> {
    await database.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs where key like 'alert:%:mail' and locked_at is null`
  }

  test('fifty alerts call once each: one mail at once, one more that lists all that are open, and fifty webhooks', async () => {
    await work()
    const ids = [await anAlert()]
    await until(() => expect(alertMails()).toHaveLength(1))
    ids.push(...(await Promise.all(Array.from({ length: 49 }, () => anAlert()))))
    await until(() => expect(receiver.got).toHaveLength(50))
    expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(50)
    // Each of the 49 has been looked at, and waits for the one mail.
    const waiting = () => database.sql`
      select id from graphile_worker.jobs where key like 'alert:%:mail' and run_at > now() and locked_at is null`
    await until(async () => expect(await waiting()).toHaveLength(49))
    expect(alertMails()).toHaveLength(1)

    later(gatherMs)
    await mailsDueNow()
    await until(async () => {
      const calls = await callsOf(house.ledger.db, ids)
      expect(calls.filter(({ by, fault }) => by === 'mail' && fault === null)).toHaveLength(50)
    })
    await until(async () =>
      expect(
        await database.sql`select id from graphile_worker.jobs where task_identifier = 'call-alert'`,
      ).toHaveLength(0),
    )
    expect(alertMails()).toHaveLength(2)
    const all = await PostalMime.parse(alertMails()[1]?.raw ?? '')
    expect(all.subject).toBe('50 alerts: somebody may be in danger')
    for (const id of ids) expect(all.text).toContain(id)
  }, 120_000)

  test.each([
    [gatherMs - 1, 1],
    [gatherMs, 2],
  ])('%i ms after the last mail: %i mails', async (ms, count) => {
    const [first, second] = [await anAlert(), await anAlert()]
    // The first gathers what waits already.
    await callAlert(house, call(first, 'mail'))
    expect([await story(first), await story(second)].flat()).toHaveLength(2)
    const third = await anAlert()
    later(ms)
    await callAlert(house, call(third, 'mail'))
    expect(sink.taken).toHaveLength(count)
  })

  test('what waits for another person is not gathered: each is called in their turn', async () => {
    const [first, second] = [await anAlert(), await anAlert()]
    await callAlert(house, call(first, 'mail'))
    later(minutes * 60_000)
    await escalateAlert(house, { alertId: second, round: 1 })
    const third = await anAlert()
    await callAlert(house, call(third, 'mail'))
    expect(await story(second)).toEqual(['0 mail Duty officer ok'])
    await callAlert(house, call(second, 'mail', 1))
    expect(sink.taken.map(({ to }) => to[0])).toEqual([
      'duty@landlord.example',
      'duty@landlord.example',
      'on-call@landlord.example',
    ])
  })

  test('the same call after a crash has the same Message-ID; a larger one has another, so that nobody’s server drops it', async () => {
    const first = await anAlert()
    const crash = () => {
      throw new Error('killed before the record')
    }
    const db = new Proxy(house.ledger.db, {
      get: (target, name, all) => (name === 'transaction' ? crash : Reflect.get(target, name, all)),
    })
    const crashing = { ...house, ledger: { ...house.ledger, db } }
    for (let each = 0; each < 2; each++)
      await expect(callAlert(crashing, call(first, 'mail'))).rejects.toThrow()
    await anAlert()
    await callAlert(house, call(first, 'mail'))
    const ids = await Promise.all(sink.taken.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId))
    expect(ids).toHaveLength(3)
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false])
  })
})
