import { afterAll, describe, expect, test } from 'vitest'
import { readHeaders } from '../../gateway/headers.ts'
import { withCleanLineEnds } from '../../gateway/line-ends.ts'
import {
  keyOfMail,
  openReader,
  readAnswered,
  readMessageId,
  readSubject,
  withoutBulk,
} from '../../gateway/read.ts'
import { readRoughly } from '../../gateway/rough-text.ts'

const reader = openReader()
afterAll(() => reader.close())

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

describe('what a person would see in a mail', () => {
  test('plain text', async () => {
    const read = await reader.read(mail('Subject: Rent', '', 'My rent', 'letter'))
    expect(read).toEqual({ body: 'My rent\nletter', files: [], unparsed: false })
  })

  test('quoted-printable text in another script', async () => {
    const raw = mail(
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=DA=AF=DB=8C=D8=B3 ga=',
      's',
    )
    expect((await reader.read(raw)).body).toBe('گیس gas')
  })

  test('HTML without a plain part', async () => {
    const { body } = await reader.read(
      mail(
        'Content-Type: text/html',
        '',
        '<p>There is <b>no heating</b></p><style>x</style><script>bad()</script>',
      ),
    )
    expect(body).toBe('There is no heating')
  })

  const both = (plain: string, html: string) =>
    mail(
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      plain,
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    )

  test('a plain part that says the same is enough', async () => {
    expect((await reader.read(both('My rent letter', '<p>My rent letter</p>'))).body).toBe('My rent letter')
  })

  test('an HTML part that says more is read too (I1: urgent words may stand there alone)', async () => {
    const { body } = await reader.read(
      both('This mail needs another program.', '<p>Gas is leaking in my kitchen</p>'),
    )
    expect(body).toContain('another program')
    expect(body).toContain('Gas is leaking')
  })

  test('file names and sizes', async () => {
    const raw = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the picture',
      '--b',
      'Content-Type: image/png; name="leak.png"',
      'Content-Disposition: attachment; filename="leak.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '--b--',
    )
    expect(await reader.read(raw)).toMatchObject({
      body: 'See the picture',
      files: [{ name: 'leak.png', size: 3 }],
      unparsed: false,
    })
  })
})

describe('what cannot be read passes to a person, and its words are still sought', () => {
  test('an encrypted mail', async () => {
    const raw = mail(
      'Content-Type: application/pkcs7-mime; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
    )
    expect((await reader.read(raw)).unparsed).toBe(true)
  })

  test('parts without the boundary that was announced', async () => {
    const { unparsed, body } = await reader.read(
      mail('Content-Type: multipart/mixed; boundary=b', '', 'There is a gas leak'),
    )
    expect(unparsed).toBe(true)
    expect(body).toContain('gas leak')
  })

  test('a nest of parts', async () => {
    const depth = Array.from({ length: 300 }, (_, level) =>
      [`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`].join('\r\n'),
    )
    const { unparsed, body } = await reader.read(
      mail(...depth, 'Content-Type: text/plain', '', 'There is a gas leak'),
    )
    expect(unparsed).toBe(true)
    expect(body).toContain('gas leak')
  })

  test('10,000 parts', async () => {
    const parts = Array.from(
      { length: 10_000 },
      (_, part) => `--b\r\nContent-Disposition: attachment; filename=${part}.txt\r\n\r\nx`,
    )
    const read = await reader.read(mail('Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--'))
    expect(read.unparsed).toBe(true)
    expect(read.files.length).toBeLessThanOrEqual(500)
  })

  test('a text longer than people write, whatever the encoding', async () => {
    const long = 'There is a gas leak. '.repeat(20_000)
    expect(await reader.read(mail('Subject: x', '', long))).toMatchObject({ unparsed: true })
    const encoded = '=C3=A9=\r\n'.repeat(800_000)
    const quoted = mail(
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      encoded,
    )
    expect(quoted.length).toBeGreaterThan(withoutBulk(quoted).length)
    expect(await reader.read(quoted)).toMatchObject({ unparsed: true })
  })

  test('a large picture is left out of the reading, and what stands before and after it is read', async () => {
    const picture = `${'A'.repeat(76)}\r\n`.repeat(250_000)
    const parts = [
      '--b',
      '',
      'Before',
      '--b',
      'Content-Type: image/png; name=leak.png',
      'Content-Transfer-Encoding: base64',
      '',
      picture,
    ]
    const raw = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...parts,
      '--b',
      '',
      'and after',
      '--b--',
    )
    expect(withoutBulk(raw).length).toBeLessThan(raw.length / 4)
    const { body, files, unparsed } = await reader.read(raw)
    expect(body.replace(/\s+/g, ' ')).toBe('Before and after')
    expect([files.map(({ name }) => name), unparsed]).toEqual([['leak.png'], false])
  })

  test('4 MB of nested HTML', async () => {
    const read = await reader.read(
      mail('Content-Type: text/html', '', '<p>gas leak</p>', '<div>'.repeat(800_000)),
    )
    expect(read.unparsed).toBe(true)
    expect(read.body).toContain('gas leak')
  })

  test('a reader that takes too long', async () => {
    const hasty = openReader({ deadlineMs: 1 })
    const read = await hasty.read(mail('Subject: Help', '', 'There is a gas leak'))
    await hasty.close()
    expect(read).toMatchObject({ unparsed: true })
    expect(read.body).toContain('gas leak')
  })

  test('a rough reading of base64 and of quoted-printable', () => {
    const base64 = Buffer.from('There is a gas leak in the kitchen, please come').toString('base64')
    expect(readRoughly(mail('X: y', '', base64))).toContain('gas leak in the kitchen')
    expect(readRoughly(mail('X: y', '', 'There is a ga=', 's =6Ceak'))).toContain('a gas leak')
  })

  test('a rough reading of 25 MB of noise ends at once', () => {
    const noise = Buffer.alloc(25 * 1024 * 1024, '<=A+ ')
    const started = performance.now()
    readRoughly(noise)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('the same mail is the same contact', () => {
  const headers = readHeaders(
    mail(
      'From: a@b.example',
      'Subject: Rent',
      'Message-ID: <1@b.example>',
      'Date: Tue, 24 Nov 2026 10:00:00 +0000',
      '',
    ),
  )
  const text = { body: 'My rent letter', files: [{ name: 'a.pdf', size: 7 }], unparsed: false }
  const base = { from: 'a@b.example', headers, text, raw: Buffer.alloc(0), door: '' }
  const key = keyOfMail(base)

  test.each<[string, typeof base]>([
    [
      'another hop on its way',
      { ...base, headers: [{ key: 'received', value: 'from elsewhere' }, ...headers] },
    ],
    ['other MIME boundaries', { ...base, raw: Buffer.from('Content-Type: multipart/mixed; boundary=other') }],
    ['other line breaks', { ...base, text: { ...text, body: 'My rent\nletter' } }],
  ])('%s makes no difference', (_, again) => {
    expect(keyOfMail(again)).toBe(key)
  })

  test.each<[string, typeof base]>([
    ['another text under the same Message-ID', { ...base, text: { ...text, body: 'There is a gas leak' } }],
    ['another file', { ...base, text: { ...text, files: [{ name: 'a.pdf', size: 8 }] } }],
    ['another sender', { ...base, from: 'c@b.example' }],
    [
      'another Message-ID',
      {
        ...base,
        headers: headers.map((each) =>
          each.key === 'message-id' ? { ...each, value: '<2@b.example>' } : each,
        ),
      },
    ],
    ['another desk', { ...base, door: 'urgent' }],
  ])('%s is another contact', (_, other) => {
    expect(keyOfMail(other)).not.toBe(key)
  })

  test('without a Message-ID the date tells two mails apart', () => {
    const without = { ...base, headers: headers.filter((each) => each.key !== 'message-id') }
    const later = {
      ...without,
      headers: without.headers.map((each) => (each.key === 'date' ? { ...each, value: 'later' } : each)),
    }
    expect(keyOfMail(later)).not.toBe(keyOfMail(without))
    expect(keyOfMail({ ...without })).toBe(keyOfMail(without))
  })
})

describe('what may go out again holds no line break and no NUL', () => {
  test.each(['Subject: =?utf-8?q?a=0D=0ABcc:_x?=', 'Subject: a\r\n b', 'Subject: =?utf-8?q?a=00b?='])(
    '%j',
    (line) => {
      expect(readSubject(readHeaders(mail(line, '', '')))).not.toMatch(/\p{Cc}/u)
    },
  )

  test.each([
    ['Message-ID: <1@b.example>', '<1@b.example>'],
    ['Message-ID:  <1@b.example> (comment)', '<1@b.example>'],
    ['Message-ID: 1@b.example', null],
    ['Message-ID: <1 @b.example>', null],
  ])('%j', (line, id) => {
    expect(readMessageId(readHeaders(mail(line, '', '')))).toBe(id)
  })
})

describe('line ends', () => {
  test('a mail with clean ones stays as it is, byte for byte', () => {
    const raw = Buffer.from('a\r\nb\r\n\r\n\xff', 'latin1')
    expect(withCleanLineEnds(raw)).toBe(raw)
  })

  test.each([
    ['a\nb', 'a\r\nb'],
    ['a\rb', 'a\r\nb'],
    ['\na\r', '\r\na\r\n'],
    ['a\r\r\nb', 'a\r\n\r\nb'],
    ['a\n.\nMAIL FROM:<x>', 'a\r\n.\r\nMAIL FROM:<x>'],
  ])('%j', (raw, clean) => {
    expect(withCleanLineEnds(Buffer.from(raw)).toString()).toBe(clean)
  })
})

describe('what a mail answers', () => {
  const answered = (...lines: string[]) => readAnswered(readHeaders(mail(...lines, '', '')))

  test('In-Reply-To and References, folded or not; the message that is answered is never left out', () => {
    expect(answered('References: <a@x.example>', ' <b@x.example>', 'In-Reply-To: <c@x.example>')).toEqual([
      '<a@x.example>',
      '<b@x.example>',
      '<c@x.example>',
    ])
    const long = Array.from({ length: 2_000 }, (_, at) => `<${at}@x.example>`).join(' ')
    const ids = answered(`References: ${long}`, 'In-Reply-To: <c@x.example>')
    expect([ids.length, ids.at(-1)]).toEqual([50, '<c@x.example>'])
  })

  test.each([
    ['Subject: Rent'],
    ['In-Reply-To: your letter'],
    ['In-Reply-To: <broken @x.example>'],
    ['References: <<>'],
  ])('nothing: %s', (line) => {
    expect(answered(line)).toEqual([])
  })
})
