import fc from 'fast-check'
import PostalMime, { decodeWords } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { findDestination } from '../../post/destination.ts'
import { composeOnward, type OnwardLabels } from '../../post/onward.ts'
import { aContact, aLandlord, aMail } from './factories.ts'

const landlord = aLandlord()
const to = findDestination(landlord, 'contact', null)
const delivered: OnwardLabels = { decision: 'delivered', landlord, to }

/** Every X-Clearway header as a desk's mail program reads it. */
async function labelsOf(raw: Buffer): Promise<Record<string, string>> {
  const { headers } = await PostalMime.parse(raw)
  const ours = headers.filter(({ key }) => key.startsWith('x-clearway-'))
  return Object.fromEntries(
    ours.map(({ key, value }) => [key.slice('x-clearway-'.length), decodeWords(value)]),
  )
}

describe('a contact from somebody without a restriction', () => {
  const unrestricted = aContact({ counted: false, reasons: [{ code: 'no-restriction' }] })

  test('goes on byte for byte', async () => {
    const raw = Buffer.concat([
      aMail(['X-Odd :  kept ', ' folded'], ''),
      Buffer.from([0, 255, 10, 13, 46, 13, 10]),
    ])
    expect(await composeOnward({ ...unrestricted, raw }, 'C-1', delivered)).toBe(raw)
  })

  test('so does a contact from somebody whom nobody knows: no restriction is theirs', async () => {
    const raw = aMail()
    const stranger = aContact({
      sender: 'unknown',
      counted: false,
      reasons: [{ code: 'sender-unknown' }],
      raw,
    })
    expect(await composeOnward(stranger, null, delivered)).toBe(raw)
  })

  test('loses only the labels that its sender made up', async () => {
    const raw = aMail(['X-Clearway-Decision: delivered', 'x-clearway-LANE : life-safety', ' folded'])
    expect(await composeOnward({ ...unrestricted, raw }, null, delivered)).toEqual(aMail())
  })
})

describe('a contact from somebody with a restriction', () => {
  test('goes on as it was, under headers that say what was decided', async () => {
    const sent = await composeOnward(aContact({ unparsed: true }), 'C-1042', delivered)
    expect(sent.subarray(-aMail().length)).toEqual(aMail())
    expect(await labelsOf(sent)).toEqual({
      contact: '0b0f5c1e-7a51-4b9e-8a57-1f6a1c0d9e11',
      decision: 'delivered',
      lane: 'ordinary',
      counted: 'yes',
      reasons: 'within-limits',
      sender: 'known',
      customer: 'C-1042',
      unparsed: 'yes',
      'received-at': '2026-11-24T10:00:00.000Z',
    })
  })

  test('says every reason with the clause it rests on, once it is released', async () => {
    const reasons = [
      { code: 'channel-closed' as const, clause: 'Sanctions' },
      { code: 'over-limit' as const, clause: '4.7' },
    ]
    const sent = await composeOnward(aContact({ reasons, counted: false }), null, {
      ...delivered,
      decision: 'held-then-released',
    })
    expect(await labelsOf(sent)).toMatchObject({
      decision: 'held-then-released',
      counted: 'no',
      reasons: 'channel-closed (Sanctions); over-limit (4.7)',
    })
  })

  test.each([
    ['unverified', 'sender-unverified'],
    ['doubtful', 'sender-doubtful'],
    ['robot', 'sender-robot'],
  ] as const)('a sender who is %s is labelled so (I9)', async (sender, code) => {
    const sent = await composeOnward(aContact({ sender, reasons: [{ code }] }), null, delivered)
    expect(await labelsOf(sent)).toMatchObject({ sender, reasons: code })
  })
})

describe('labels cannot be forged', () => {
  test.each<[string, string[]]>([
    ['in another case', ['x-CLEARWAY-decision: delivered']],
    ['before a space', ['X-Clearway-Decision : delivered']],
    ['over two lines', ['X-Clearway-Decision:', ' delivered', '\tand more']],
    ['behind a bare LF', ['X-Other: a\nX-Clearway-Decision: delivered']],
    ['behind a bare CR', ['X-Other: a\rX-Clearway-Decision: delivered']],
    ['under a name of its own', ['X-Clearway-Anything: trusted']],
  ])('%s', async (_, header) => {
    const sent = await composeOnward(aContact({ raw: aMail(header) }), null, delivered)
    const text = sent.toString('latin1')
    expect(text.match(/x-clearway-decision/gi)).toHaveLength(1)
    expect(text).not.toMatch(/trusted|and more/)
    expect(text).toContain('Subject: The bins')
  })

  test('in a text that only speaks of them they stay', async () => {
    const raw = aMail([], 'X-Clearway-Decision: delivered')
    expect((await composeOnward(aContact({ raw }), null, delivered)).subarray(-raw.length)).toEqual(raw)
  })

  test.each([
    ['begins with a folded line', ' folded\r\nFrom: a@b.example\r\n\r\nwords'],
    ['has no header', '\r\nwords'],
    ['has no colon anywhere', 'words and more words'],
    ['is empty', ''],
    ['is a header without an end', 'From: a@b.example\r\nX-Clearway-Lane: repair'],
  ])('a mail that %s still carries them whole', async (_, raw) => {
    const sent = await composeOnward(aContact({ raw: Buffer.from(raw) }), null, delivered)
    expect(await labelsOf(sent)).toMatchObject({
      lane: 'ordinary',
      'received-at': '2026-11-24T10:00:00.000Z',
    })
  })
})

describe('CR, LF and NUL in any field that goes out are impossible', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      'a\r\nBcc: all@evil.example',
      'a\nX-Clearway-Decision: delivered',
      'a\r\rb\0c',
      '=?utf-8?Q?a=0D=0ABcc:_all@evil.example?=',
      '\u2028Bcc: x@evil.example',
      '\ud800',
      'ń'.repeat(400),
    ),
  )

  test('in labels: one line for each, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (clause, reference, id) => {
        const contact = aContact({ id, reasons: [{ code: 'over-limit', clause }] })
        const sent = await composeOnward(contact, reference, { ...delivered, explanation: clause })
        const ours = sent.subarray(0, sent.length - aMail().length).toString('latin1')
        expect(ours).toMatch(/^(X-Clearway-[A-Za-z-]+: ?(?:[ -~]|\r\n [!-~])*\r\n)+$/)
        const names = [...ours.matchAll(/^([^\s:]+):/gm)].map((match) => match[1])
        expect(new Set(names).size).toBe(names.length)
        expect(names.every((name) => name?.startsWith('X-Clearway-'))).toBe(true)
        for (const line of ours.split('\r\n')) expect(line.length).toBeLessThan(998)
      }),
      { numRuns: 300 },
    )
  })

  test('in a contact that was not a mail: no header and no receiver is added', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (subject, fromAddress, fileName) => {
        const contact = aContact({ channel: 'web', raw: null, subject, fromAddress, fileNames: [fileName] })
        const sent = await composeOnward(contact, 'C-1', { ...delivered, replyTo: fromAddress })
        const header = sent.subarray(0, sent.indexOf('\r\n\r\n') + 2).toString('latin1')
        expect(header).not.toMatch(/[^\r]\n|\r[^\n]|[^\P{Cc}\r\n\t]/u)
        const names = [...header.matchAll(/^([^\s:]+):/gm)].map((match) => match[1]?.toLowerCase())
        expect(names.filter((name) => name === 'bcc' || name === 'cc')).toEqual([])
        expect(names.filter((name) => name === 'to')).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })

  test('and words in other alphabets arrive whole', async () => {
    const contact = aContact({ reasons: [{ code: 'over-limit', clause: 'załącznik łąka 4.7' }] })
    expect((await labelsOf(await composeOnward(contact, null, delivered))).reasons).toBe(
      'over-limit (załącznik łąka 4.7)',
    )
  })
})

describe('a contact that was not a mail', () => {
  const called = aContact({ channel: 'phone', raw: null, fromAddress: '+447700900123', subject: '' })

  test('becomes a message of its own that a desk can answer', async () => {
    const sent = await composeOnward(called, 'C-1042', { ...delivered, replyTo: 'weekly@demo.example' })
    const read = await PostalMime.parse(sent)
    expect(read).toMatchObject({
      from: { address: 'contact@landlord.example' },
      to: [{ address: 'contact@landlord.example', name: 'Customer contact' }],
      replyTo: [{ address: 'weekly@demo.example' }],
      subject: 'Phone call from C-1042',
      messageId: '<0b0f5c1e-7a51-4b9e-8a57-1f6a1c0d9e11@clearway.landlord.example>',
    })
    expect(read.text).toContain('2026-11-24 at 10:00')
    expect(read.text).toContain('When are they emptied?')
    expect(read.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    )
  })

  test('has the same Message-ID each time it is sent', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => composeOnward(called, null, delivered)))
    const ids = await Promise.all(
      [first, second].map(async (raw) => (await PostalMime.parse(raw as Buffer)).messageId),
    )
    expect(ids[0]).toBe(ids[1])
  })
})
