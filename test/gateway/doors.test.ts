import { describe, expect, test } from 'vitest'
import { openThrottles } from '../../gateway/throttle.ts'
import { Guests } from '../../gateway/smtp-guests.ts'
import { mailLimits } from '../../gateway/smtp-limits.ts'
import { findKeyName } from '../../gateway/http-key.ts'
import { replyTo, Reply } from '../../gateway/smtp-reply.ts'
import { deskOf } from '../../gateway/mail-contact.ts'

describe('throttles without Redis', () => {
  test('the last one is taken, the next waits, another key does not', async () => {
    const throttles = openThrottles(null, { signInCodes: { points: 2, seconds: 60 } })
    expect(await throttles.take('signInCodes', 'a@b.example')).toEqual({ yes: true })
    expect(await throttles.take('signInCodes', 'a@b.example')).toEqual({ yes: true })
    expect(await throttles.take('signInCodes', 'a@b.example')).toMatchObject({
      no: true,
      retryAfterSeconds: 60,
    })
    expect(await throttles.take('signInCodes', 'c@b.example')).toEqual({ yes: true })
    throttles.close()
  })

  test('a Redis that is not there changes nothing, and nobody waits for it', async () => {
    const throttles = openThrottles('redis://127.0.0.1:1', { messages: { points: 1, seconds: 60 } })
    const started = performance.now()
    expect(await throttles.take('messages', 'x')).toEqual({ yes: true })
    expect(await throttles.take('messages', 'x')).toMatchObject({ no: true })
    expect(performance.now() - started).toBeLessThan(500)
    throttles.close()
  })
})

describe('places at the mail door', () => {
  const limits = { ...mailLimits, connections: 5, connectionsPerAddress: 2, keptForRelays: 2 }
  const noDeadline = () => undefined

  test('an address has its places and no more, and gets one back when a session ends', () => {
    const guests = new Guests(limits)
    expect(guests.admit('1', 'a', false, noDeadline)).toBeNull()
    expect(guests.admit('2', 'a', false, noDeadline)).toBeNull()
    expect(guests.admit('3', 'a', false, noDeadline)).toBe('too many from this address')
    guests.leave('1')
    expect(guests.admit('4', 'a', false, noDeadline)).toBeNull()
    for (const session of ['2', '4']) guests.leave(session)
  })

  test('places kept for relays are never given to strangers', () => {
    const guests = new Guests(limits)
    for (const address of ['a', 'b', 'c'])
      expect(guests.admit(address, address, false, noDeadline)).toBeNull()
    expect(guests.admit('d', 'd', false, noDeadline)).toBe('full')
    expect(guests.admit('r1', 'r', true, noDeadline)).toBeNull()
    expect(guests.admit('r2', 'r', true, noDeadline)).toBeNull()
    expect(guests.admit('r3', 'r', true, noDeadline)).toBe('full')
    for (const session of ['a', 'b', 'c', 'r1', 'r2']) guests.leave(session)
  })
})

describe('keys of the HTTP door', () => {
  const keys = [
    { name: 'switch', key: 'one-key-of-some-length' },
    { name: 'sms', key: 'two-key-of-some-length' },
  ]
  test.each<[string | undefined, string | null]>([
    ['Bearer one-key-of-some-length', 'switch'],
    ['bearer two-key-of-some-length ', 'sms'],
    ['Bearer one-key-of-some-lengt', null],
    ['Bearer one-key-of-some-length2', null],
    ['Bearer ', null],
    ['one-key-of-some-length', null],
    [undefined, null],
  ])('%s', (header, name) => {
    expect(findKeyName(header, keys)).toBe(name)
  })

  test('without keys nobody gets in', () => {
    expect(findKeyName('Bearer ', [])).toBeNull()
    expect(findKeyName('Bearer x', [])).toBeNull()
  })
})

describe('answer only what is safe', () => {
  const full = Object.assign(new Error('x'), { code: '53100' })
  test.each<[string, unknown, number]>([
    ['anything that breaks', new Error('x'), 451],
    ['something that is no error', 'x', 451],
    ['a full disk', Object.assign(new Error('x'), { code: 'ENOSPC' }), 452],
    [
      'a full disk behind other faults',
      new Error('x', { cause: new AggregateError([new Error('y'), new Error('z', { cause: full })]) }),
      452,
    ],
    ['what the door means to say', new Reply(552, 'too large'), 552],
  ])('%s', (_, fault, code) => {
    expect(replyTo(fault).responseCode).toBe(code)
  })
})

describe('the desk that a mail was written to', () => {
  const desk = (address: string) => ({ name: address, address: `${address}@landlord.example` })
  const desks = {
    contact: desk('hello'),
    urgent: desk('urgent'),
    repairs: desk('fix-it'),
    complaints: desk('complaints'),
  }
  test.each<[string[], string]>([
    [['hello@landlord.example'], 'contact'],
    [['Urgent@Landlord.example'], 'urgent'],
    [['urgent@clearway.example'], 'urgent'],
    [['fix-it@landlord.example'], 'repairs'],
    [['repairs@anywhere.example'], 'repairs'],
    [['hello@landlord.example', 'complaints@landlord.example'], 'complaints'],
    [['complaints@landlord.example', 'urgent@landlord.example'], 'urgent'],
    [['nobody@landlord.example'], 'contact'],
    [[], 'contact'],
  ])('%j goes to %s', (recipients, expected) => {
    expect(deskOf(recipients, desks)).toBe(expected)
  })
})
