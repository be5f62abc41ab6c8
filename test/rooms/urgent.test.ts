import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../../app/doors/console.server.ts'
import { contactPage, fileToKeep } from '../../app/doors/console-contact.server.ts'
import { sendContact } from '../../app/doors/contact.server.ts'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { chooseAgain, loadUrgentForm, photographsWait, sendUrgent } from '../../app/doors/urgent.server.ts'
import { addToUrgent, loadSentUrgent } from '../../app/doors/urgent-sent.server.ts'
import { openSession } from '../../db/access.ts'
import { auditAbout } from '../../db/audit.ts'
import { contacts, uploads } from '../../db/schema.ts'
import { patience } from '../../gateway/patience.ts'
import { deliverContact } from '../../post/deliver-contact.ts'
import { NotSent } from '../../post/mail-out.ts'
import { type Lane, lanes } from '../../rules/lane.ts'
import { shortReference } from '../../rules/reference.ts'
import type { Measure } from '../../rules/restriction.ts'
import { aHouse } from '../factories/house.ts'
import { aColleague, aRestrictedCustomer } from '../factories/ledger.ts'
import { aForm, aPhotograph, asking, leadsTo } from '../factories/urgent.ts'
import { openTestDatabase } from '../set-up/database.ts'

const now = new Date('2026-11-24T10:00:00Z')
const closed: Measure[] = [{ code: 'channels', open: ['letter'], clause: 'Sanctions' }]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let house: Awaited<ReturnType<typeof aHouse>>
const { urgentMs } = patience

beforeAll(async () => {
  database = await openTestDatabase()
  house = await aHouse(database.databaseUrl)
  house.settings = { ...house.settings, sessionSecret: 'a secret for tests only, 0123456789' }
  // What is asked here is what is recorded: a busy machine gets the time for it.
  patience.urgentMs = 20_000
})
afterAll(async () => {
  patience.urgentMs = urgentMs
  await house.ledger.close()
  await database.close()
})

const said = (path: string) => loadSentUrgent(asking(house, new Request(`http://127.0.0.1:3000${path}`)))
const form = (over: Record<string, string> = {}) => ({
  key: randomUUID(),
  where: '12 Meadow Street, kitchen',
  ...over,
})

async function send(over: {
  kind?: string
  fields?: Record<string, string>
  photos?: File[]
  cookie?: string
}) {
  const { kind = 'water', fields = form(), ...rest } = over
  return said(leadsTo(await sendUrgent(aForm(house, `/urgent/tell?kind=${kind}`, { fields, ...rest }))))
}

async function contactOf(id: string) {
  const [contact] = await house.ledger.db.select().from(contacts).where(eq(contacts.id, id))
  return contact
}

const filesAbout = (id: string) => house.ledger.db.$count(uploads, eq(uploads.aboutId, id))

/** Takes everything that waits to its desk, and gives what arrived at the urgent one. */
async function delivered() {
  const before = house.mail.desk.length
  const waiting = await house.ledger.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(eq(contacts.state, 'delivering'))
    .orderBy(contacts.receivedAt)
  for (const { id } of waiting) await deliverContact(house, id)
  const arrived = house.mail.desk.slice(before).filter(({ code }) => code === 'urgent')
  return await Promise.all(arrived.map(({ raw }) => PostalMime.parse(raw)))
}

async function signedIn(customerId: string): Promise<string> {
  const token = await openSession(house.ledger.db, { customerId, now })
  return (await writeCookie(house, 'customer', token)).split(';')[0] ?? ''
}

describe('I1: a report passes whatever limits apply', () => {
  test('the same words from the same person: held as a message, sent on at once as a report, uncounted', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, closed, now)
    const cookie = await signedIn(customer.id)
    const words = 'Please could you send me the rent letter again? Thank you.'
    const body = new URLSearchParams({ key: randomUUID(), subject: 'My rent letter', message: words })
    const request = new Request('http://127.0.0.1:3000/contact-us', {
      method: 'POST',
      body,
      headers: { cookie },
    })
    const twin =
      leadsTo(await sendContact(asking(house, request)))
        .split('/')
        .at(-1) ?? ''
    const report = await send({ kind: 'other', fields: form({ what: words }), cookie })
    expect((await contactOf(twin))?.outcome).toBe('hold')
    expect(await contactOf(report.id)).toMatchObject({
      outcome: 'deliver',
      customerId: customer.id,
      counted: false,
      desk: 'urgent',
      lane: 'emergency-repair',
    })
  })

  test.each<[string, Lane]>([
    ['gas', 'life-safety'],
    ['fire', 'life-safety'],
    ['danger', 'life-safety'],
    ['power', 'emergency-repair'],
    ['water', 'emergency-repair'],
    ['heat', 'emergency-repair'],
    ['lock', 'emergency-repair'],
    ['toilet', 'emergency-repair'],
    ['something nobody offered', 'emergency-repair'],
  ])('%s without any words of their own is at least %s', async (kind, lane) => {
    const fields = form(kind.includes(' ') ? { what: 'Thursday.' } : {})
    const contact = await contactOf((await send({ kind: encodeURIComponent(kind), fields })).id)
    expect(contact?.desk).toBe('urgent')
    expect(lanes.indexOf(contact?.lane ?? 'ordinary')).toBeLessThanOrEqual(lanes.indexOf(lane))
  })

  test('words raise what was chosen, and never lower it (I5)', async () => {
    const gas = await send({ kind: 'toilet', fields: form({ what: 'And I can smell gas in the hall.' }) })
    const rent = await send({ kind: 'gas', fields: form({ what: 'My rent letter please.' }) })
    expect((await contactOf(gas.id))?.lane).toBe('life-safety')
    expect((await contactOf(rent.id))?.lane).toBe('life-safety')
  })

  test('where it is has to be said, and what it is where no choice says it; everything typed is kept', async () => {
    const answerTo = async (kind: string, fields: Record<string, string>) =>
      await sendUrgent(aForm(house, `/urgent/tell?kind=${kind}`, { fields, photos: [aPhotograph('a.png')] }))
    const fields = { key: randomUUID(), where: ' ', reach: '07700 900123', 'risk-child': 'yes' }
    expect(await answerTo('water', fields)).toMatchObject({
      kind: 'water',
      typed: fields,
      errors: [
        { field: 'where', key: 'page.errors.where' },
        { field: 'photos', key: 'page.errors.files-again' },
      ],
    })
    expect(await answerTo('other', { where: 'Here' })).toMatchObject({
      errors: [{ field: 'what', key: 'page.errors.what' }, { field: 'photos' }],
    })
  })

  test('who chooses again takes everything typed along, and nothing else', async () => {
    const body = new URLSearchParams({
      ...form({ what: 'Wet', 'risk-ill': 'yes' }),
      kind: 'water',
      other: 'x',
    })
    const request = new Request('http://127.0.0.1:3000/urgent', { method: 'POST', body })
    const carried = Object.fromEntries(await chooseAgain(asking(house, request)))
    expect(Object.keys(carried).toSorted()).toEqual(['key', 'risk-ill', 'what', 'where'])
    const fields = { ...carried, carried: 'yes', kind: 'lock' }
    expect(await sendUrgent(aForm(house, '/urgent/tell', { fields }))).toMatchObject({
      kind: 'lock',
      errors: [],
      typed: carried,
    })
  })

  test('a signed-in person is not asked for their address again (WCAG 3.3.7)', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, closed, now)
    const headers = { cookie: await signedIn(customer.id) }
    const request = new Request('http://127.0.0.1:3000/urgent/tell?kind=gas', { headers })
    expect(await loadUrgentForm(asking(house, request))).toMatchObject({
      kind: 'gas',
      known: { where: '1 Test Street, Milton, MK1 1AA', name: 'Amina Hussain' },
    })
  })
})

describe('photographs', () => {
  test('go to the urgent desk with the words, and are erased with them once they are there', async () => {
    const fields = form({
      reach: '07700 900123',
      'risk-child': 'yes',
      'risk-ill': 'yes',
      'risk-words': 'A dog.',
    })
    const report = await send({ fields, photos: [aPhotograph('one.png'), aPhotograph('two.png', 9_000)] })
    expect(report).toMatchObject({ came: 2, missed: [], hasReach: true, isUnchecked: false })
    expect(await filesAbout(report.id)).toBe(2)
    const mail = (await delivered()).find(({ text }) => text?.includes(shortReference(report.id)))
    expect(mail?.subject).toBe('Urgent report: Water is coming in, 12 Meadow Street, kitchen')
    expect(mail?.text).toMatch(/A baby or young child\nSomeone who is ill.*\n\n.*\nA dog\./s)
    expect(
      mail?.attachments.map(({ filename, mimeType, content }) => [
        filename,
        mimeType,
        (content as ArrayBuffer).byteLength,
      ]),
    ).toEqual([
      ['one.png', 'image/png', 5_000],
      ['two.png', 'image/png', 9_000],
    ])
    expect(await filesAbout(report.id)).toBe(0)
    expect(await contactOf(report.id)).toMatchObject({ state: 'delivered', body: null, fileNames: [] })
  })

  test('one that is too large, one too many and what is no photograph stay out; the words and the others go', async () => {
    const tooLarge = aPhotograph('large.png', 10 * 1024 * 1024 + 1)
    const justFits = aPhotograph('fits.png', 10 * 1024 * 1024)
    const program = new File([Buffer.from('4d5a90000300000004000000ffff0000', 'hex')], 'photo.png')
    const more = ['a', 'b', 'c', 'd', 'e'].map((name) => aPhotograph(`${name}.png`))
    const report = await send({ photos: [tooLarge, justFits, program, ...more] })
    expect(report).toMatchObject({
      came: 5,
      missed: [
        { at: 1, why: 'large' },
        { at: 3, why: 'kind' },
        { at: 8, why: 'many' },
      ],
    })
  })

  test('more than a mail server takes go in several mails, all under one reference', async () => {
    const report = await send({
      photos: ['a', 'b'].map((name) => aPhotograph(`${name}.png`, 8 * 1024 * 1024)),
    })
    expect(report.came).toBe(2)
    const mails = (await delivered()).filter(({ text }) => text?.includes(shortReference(report.id)))
    expect(mails.map(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual([
      ['a.png'],
      ['b.png'],
    ])
  })

  test('a server that refuses the photographs gets the words at once; the photographs wait in the console', async () => {
    const report = await send({ photos: [aPhotograph('one.png')] })
    const toDesk = house.mail.toDesk.bind(house.mail)
    house.mail.toDesk = async (code, raw) => {
      if (raw.includes('image/png')) throw new NotSent({ code: 'EMESSAGE', responseCode: 552 })
      await toDesk(code, raw)
    }
    const mail = (await delivered()).find(({ text }) => text?.includes(shortReference(report.id)))
    house.mail.toDesk = toDesk
    expect(mail?.attachments).toEqual([])
    expect(mail?.text).toContain('Files: one.png (not in this mail: open this contact in Clearway)')
    expect(await contactOf(report.id)).toMatchObject({ state: 'delivered', fileNames: ['one.png'] })
    expect(await filesAbout(report.id)).toBe(1)
  })

  test('are seen on the contact’s page, only ever to keep, by those who may read contacts; each look is audited', async () => {
    const { customer } = await aRestrictedCustomer(house.ledger.db, closed, now)
    const report = await send({ photos: [aPhotograph('one.png')], cookie: await signedIn(customer.id) })
    const other = await send({ photos: [aPhotograph('other.png')] })
    const colleague = await aColleague(house.ledger.db, 'officer')
    const asks = (cookie: string, params: Record<string, string>) => ({
      request: new Request('http://127.0.0.1:3000/console', { headers: { cookie } }),
      params,
      context: asking(house, new Request('http://127.0.0.1:3000/')).context,
    })
    const cookieOf = async (who: Awaited<ReturnType<typeof aColleague>>) =>
      (await startSession(asks('', {}), who, '/console')).headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const cookie = await cookieOf(colleague)
    const [file] = (await contactPage(asks(cookie, { id: report.id }))).uploads
    expect(file).toMatchObject({ name: 'one.png', type: 'image/png', size: 5_000 })
    const fileId = file?.id ?? ''
    const answer = await fileToKeep(asks(cookie, { id: report.id, file: fileId }))
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="one.png"/)
    expect(answer.headers.get('Content-Type')).toBe('application/octet-stream')
    expect((await answer.arrayBuffer()).byteLength).toBe(5_000)
    expect(await auditAbout(house.ledger.db, report.id)).toContainEqual(
      expect.objectContaining({ actor: `colleague:${colleague.id}`, action: 'file downloaded' }),
    )
    const contractor = await cookieOf(await aColleague(house.ledger.db, 'contractor'))
    const statusOf = (work: Promise<unknown>) =>
      work.then(
        () => 200,
        (thrown: Response) => thrown.status,
      )
    expect(await statusOf(fileToKeep(asks(cookie, { id: other.id, file: fileId })))).toBe(404)
    expect(await statusOf(fileToKeep(asks(contractor, { id: report.id, file: fileId })))).toBe(403)
    expect(await statusOf(fileToKeep(asks('', { id: report.id, file: fileId })))).toBe(302)
  })
})

describe('a bad connection', () => {
  /** The portal’s door behind a real connection, as Express hands it over. */
  async function openDoor() {
    const answers: Promise<unknown>[] = []
    const server = createServer((incoming, response) => {
      const aborted = new AbortController()
      response.on('close', () => aborted.abort())
      const request = new Request(`http://127.0.0.1${incoming.url}`, {
        method: 'POST',
        headers: incoming.headers as Record<string, string>,
        body: createReadableStreamFromReadable(incoming),
        duplex: 'half',
        signal: aborted.signal,
      })
      const answer = sendUrgent(asking(house, request))
      answers.push(answer)
      void answer.then(
        () => response.end(),
        () => response.end(),
      )
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, answers, port: (server.address() as AddressInfo).port }
  }

  const part = (name: string, text: string | Buffer, file = '') =>
    Buffer.concat([
      Buffer.from(
        `--B\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n`,
      ),
      Buffer.from(text),
      Buffer.from('\r\n'),
    ])

  async function bytesOf(file: File): Promise<Buffer> {
    return Buffer.from(await file.arrayBuffer())
  }

  async function begin(port: number, key: string, parts: Buffer[]) {
    const socket = connect(port, '127.0.0.1')
    const words = [part('key', key), part('what', 'It drips on the lamp.'), part('where', '12 Meadow Street')]
    socket.write(
      `POST /urgent/tell?kind=water HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 999999\r\n\r\n`,
    )
    for (const each of [...words, ...parts]) socket.write(each)
    return socket
  }

  test('cut off in the second photograph: the words and the first are taken; pressed again, it is the same report, and only what was missing follows', async () => {
    const { server, answers, port } = await openDoor()
    const [one, two] = [aPhotograph('one.png'), aPhotograph('two.png', 30_000)]
    const key = randomUUID()
    const half = part('photos', (await bytesOf(two)).subarray(0, 9_000), 'two.png')
    const socket = await begin(port, key, [part('photos', await bytesOf(one), 'one.png'), half])
    await expect.poll(() => answers.length).toBe(1)
    socket.destroy()
    const cut = said(leadsTo(await answers[0]))
    server.close()
    expect(cut).toMatchObject({ came: 1, missed: [{ at: 2, why: 'cut' }] })
    await delivered()
    const fields = form({ key, what: 'It drips on the lamp.', where: '12 Meadow Street' })
    const again = await send({ fields, photos: [one, two] })
    expect(again).toMatchObject({ id: cut.id, came: 2, missed: [] })
    expect(await send({ fields, photos: [one, two] })).toMatchObject({ id: cut.id, came: 2 })
    const mails = await delivered()
    expect(
      mails.map(({ subject, attachments }) => [subject, attachments.map(({ filename }) => filename)]),
    ).toEqual([[`More about urgent report ${shortReference(cut.id)}`, ['two.png']]])
  })

  test('a photograph that comes slowly keeps no report waiting: it follows, to the same reference', async () => {
    const { ms } = photographsWait
    photographsWait.ms = 30
    const { server, answers, port } = await openDoor()
    const slow = part('photos', await bytesOf(aPhotograph('slow.png', 20_000)), 'slow.png')
    const socket = await begin(port, randomUUID(), [slow.subarray(0, 5_000)])
    const find = async () =>
      (await house.ledger.db.select().from(contacts).where(eq(contacts.state, 'delivering'))).at(0)?.id
    await expect.poll(find, { timeout: 10_000 }).toBeTruthy()
    const [report] = await delivered()
    expect(report?.attachments).toEqual([])
    socket.write(slow.subarray(5_000))
    socket.end(Buffer.from('--B--\r\n'))
    socket.destroySoon()
    const sent = said(leadsTo(await answers[0]))
    photographsWait.ms = ms
    server.close()
    expect(sent).toMatchObject({ came: 1, missed: [] })
    expect(report?.text).toContain(shortReference(sent.id))
    const [follows] = await delivered()
    expect(follows?.subject).toBe(`More about urgent report ${shortReference(sent.id)}`)
    expect(follows?.attachments.map(({ filename }) => filename)).toEqual(['slow.png'])
  })
})

describe('after a report', () => {
  async function add(path: string, fields: Record<string, string>, photos: File[] = []) {
    return await addToUrgent(aForm(house, path, { fields, photos }))
  }

  test('a word or a photograph is added without signing in, goes to the urgent desk under the same reference, and twice is once', async () => {
    const path = leadsTo(await sendUrgent(aForm(house, '/urgent/tell?kind=heat', { fields: form() })))
    const { id } = said(path)
    await delivered()
    const fields = { key: randomUUID(), more: 'Now the boiler bangs.' }
    for (const _ of ['once', 'twice']) {
      const added = said(leadsTo(await add(path, fields, [aPhotograph('boiler.png')])))
      expect(added).toMatchObject({ id, isAdded: true, came: 1, kind: 'heat' })
    }
    const mails = await delivered()
    expect(mails.map(({ subject }) => subject)).toEqual([`More about urgent report ${shortReference(id)}`])
    expect(mails[0]?.text).toContain('Now the boiler bangs.')
    expect(mails[0]?.attachments).toHaveLength(1)
  })

  test('nothing to add is said in a sentence', async () => {
    const path = leadsTo(await sendUrgent(aForm(house, '/urgent/tell?kind=heat', { fields: form() })))
    expect(await add(path, { more: '  ' })).toMatchObject({
      errors: [{ field: 'more', key: 'page.report.more.empty' }],
    })
  })

  test('only the link that was given opens it: another id, other facts and no proof are not there', async () => {
    const path = leadsTo(await sendUrgent(aForm(house, '/urgent/tell?kind=heat', { fields: form() })))
    const { id } = said(path)
    const forged = path.replace(/said=[^&]*/, `said=${Buffer.from('{"kind":"gas"}').toString('base64url')}`)
    for (const wrong of [path.replace(id, randomUUID()), forged, path.replace(/&proof=.*/, '')]) {
      expect(() => said(wrong)).toThrow(expect.objectContaining({ status: 404 }))
      await expect(add(wrong, { more: 'x' })).rejects.toMatchObject({ status: 404 })
    }
  })
})
