import { describe, expect, test } from 'vitest'
import { readHeaders } from '../../gateway/headers.ts'
import { findRobotSign, mostHops, readFrom } from '../../gateway/identify.ts'

const headersOf = (...lines: string[]) => readHeaders(Buffer.from(`${lines.join('\r\n')}\r\n\r\nHello`))

describe('I9: the one person that a mail is from', () => {
  test.each<[string, string, string]>([
    ['a plain address', 'From: weekly@demo.example', 'weekly@demo.example'],
    ['an address with a name', 'From: Amina Hussain <weekly@demo.example>', 'weekly@demo.example'],
    ['another case', 'From: Weekly@DEMO.example', 'weekly@demo.example'],
    ['a dot at the end of the domain', 'From: weekly@demo.example.', 'weekly@demo.example'],
    ['a tag, which is another address', 'From: weekly+rent@demo.example', 'weekly+rent@demo.example'],
    ['a name after the address, as in old mail', 'From: weekly@demo.example (Amina)', 'weekly@demo.example'],
    [
      'a name that is the same address',
      'From: "weekly@demo.example" <weekly@demo.example>',
      'weekly@demo.example',
    ],
    ['a comma in a name without quotes', 'From: Hussain, Amina <weekly@demo.example>', 'weekly@demo.example'],
    ['an encoded name', 'From: =?utf-8?q?Zo=C3=AB?= <weekly@demo.example>', 'weekly@demo.example'],
    ['an address in another script', 'From: josé@exämple.org', 'josé@exämple.org'],
    ['a folded field', 'From: Amina\r\n <weekly@demo.example>', 'weekly@demo.example'],
  ])('%s is read', (_, line, address) => {
    expect(readFrom(headersOf(line))).toEqual({ address, doubt: null })
  })

  test.each<[string, string[]]>([
    ['no From', ['Subject: Rent']],
    ['an empty From', ['From: <>']],
    ['two From fields', ['From: weekly@demo.example', 'From: open@demo.example']],
    ['two people in one From', ['From: weekly@demo.example, open@demo.example']],
    ['a group', ['From: Team: weekly@demo.example;']],
    ['an empty group', ['From: undisclosed-recipients:;']],
    ['a comment inside the address', ['From: <attacker(weekly@demo.example)@evil.example>']],
    ['a name that shows another address', ['From: "weekly@demo.example" <x@evil.example>']],
    [
      'an encoded name that shows another address',
      ['From: =?utf-8?q?weekly=40demo.example?= <x@evil.example>'],
    ],
    ['two addresses one after the other', ['From: Amina <x@evil.example> <weekly@demo.example>']],
    ['a route before the address', ['From: <@evil.example:weekly@demo.example>']],
    ['two at signs', ['From: weekly@demo.example@evil.example']],
    ['a space inside the address', ['From: "weekly a"@demo.example']],
  ])('%s is doubtful', (_, lines) => {
    expect(readFrom(headersOf(...lines)).doubt).not.toBeNull()
  })
})

describe('RFC 3834: machines are recognised', () => {
  const from = 'amina@demo.example'
  const person = { mailFrom: from, from }

  test.each<[string, string[]]>([
    ['auto-submitted', ['Auto-Submitted: auto-replied']],
    ['auto-submitted', ['Auto-Submitted: auto-generated; owner-email="x"']],
    ['mailing list', ['List-Id: <tenants.example>']],
    ['mailing list', ['List-Unsubscribe: <mailto:x@y.example>']],
    ['precedence', ['Precedence: bulk']],
    ['precedence', ['Precedence: auto_reply']],
    ['suppresses automatic answers', ['X-Auto-Response-Suppress: All']],
    ['automatic answer', ['X-Autoreply: yes']],
    ['bulk sender', ['Feedback-ID: 1:2:3:shop']],
    ['report', ['Content-Type: multipart/report; report-type=delivery-status']],
    ['loop', Array.from({ length: mostHops + 1 }, () => 'Received: from here by there')],
  ])('%s: %j', (sign, lines) => {
    expect(findRobotSign({ headers: headersOf(...lines), ...person })).toBe(sign)
  })

  test.each<[string, string[]]>([
    ['a person', ['Subject: Rent']],
    ['auto-submitted says no', ['Auto-Submitted: no']],
    ['an ordinary precedence', ['Precedence: first-class']],
    ['as many hops as are honest', Array.from({ length: mostHops }, () => 'Received: from here by there')],
    ['an ordinary mail with parts', ['Content-Type: multipart/mixed; boundary=report']],
  ])('%s is no machine', (_, lines) => {
    expect(findRobotSign({ headers: headersOf(...lines), ...person })).toBeNull()
  })

  test.each([
    'mailer-daemon@x.example',
    'noreply@x.example',
    'no-reply@x.example',
    'no-reply-7@x.example',
    'donotreply@x.example',
    'bounces+7=a@x.example',
  ])('%s is the address of a machine', (address) => {
    expect(findRobotSign({ headers: [], mailFrom: address, from: address })).toBe('robot mailbox')
  })

  test.each(['noreen@x.example', 'norepley@x.example', 'bouncy.castle@x.example'])(
    '%s is the address of a person',
    (address) => {
      expect(findRobotSign({ headers: [], mailFrom: address, from: address })).toBeNull()
    },
  )

  test('the null return path is the sign of a bounce', () => {
    expect(findRobotSign({ headers: [], mailFrom: '', from })).toBe('null return path')
  })
})

describe('header fields are read whatever they hold', () => {
  test('folded lines are one value, and a line that is no field is skipped', () => {
    expect(headersOf('Subject: one', '\ttwo', 'not a field', 'X: 3')).toEqual([
      { key: 'subject', value: 'one two' },
      { key: 'x', value: '3' },
    ])
  })

  test('a mail without a body is all header', () => {
    expect(readHeaders(Buffer.from('From: a@b.example'))).toEqual([{ key: 'from', value: 'a@b.example' }])
  })

  test('nothing at all has no fields', () => {
    expect(readHeaders(Buffer.alloc(0))).toEqual([])
  })
})
