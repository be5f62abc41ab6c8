import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPrivateAddress, sendWebhook, WebhookRefused } from '../../post/webhook.ts'
import { loadPolicy } from '../../house.ts'
import type { LandlordRefused } from '../../policies/landlord.ts'
import { parseSettings } from '../../settings.ts'
import { aLandlordFile } from '../factories/landlord-file.ts'
import { aSecret, openReceiver } from './receiver.ts'

let receiver: Awaited<ReturnType<typeof openReceiver>>
let answer: Parameters<typeof openReceiver>[0] = () => 204

beforeEach(async () => {
  answer = () => 204
  receiver = await openReceiver((got) => answer?.(got) ?? 204)
})

afterEach(() => receiver.close())

function send(over: Partial<Parameters<typeof sendWebhook>[0]> = {}) {
  return sendWebhook({
    url: receiver.url,
    id: 'alert_1_0',
    payload: { type: 'alert.raised', data: { alertId: '1' } },
    secrets: [aSecret()],
    mayBePlain: true,
    mayBePrivate: true,
    ...over,
  })
}

/** The code of the refusal and whether it is for good. */
async function refusalOf(work: Promise<void>): Promise<[string, boolean]> {
  const fault = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (fault instanceof WebhookRefused) return [fault.code, fault.isForGood]
  throw new Error('it was not refused', { cause: fault })
}

describe('Standard Webhooks 1.0.0', () => {
  test('a webhook carries an id, the real time and a signature that the receiver can check', async () => {
    await send()
    expect(receiver.read(0, aSecret())).toEqual({ type: 'alert.raised', data: { alertId: '1' } })
    expect(receiver.got[0]?.id).toBe('alert_1_0')
    const sentAt = Number(receiver.got[0]?.headers['webhook-timestamp']) * 1000
    expect(Math.abs(Date.now() - sentAt)).toBeLessThan(60_000)
  })

  test('another secret does not fit', async () => {
    await send()
    expect(() => receiver.read(0, aSecret('b'))).toThrow('No matching signature')
  })

  test('while a secret is changed, a receiver that knows either one is content', async () => {
    await send({ secrets: [aSecret('b'), aSecret('a')] })
    for (const letter of ['a', 'b']) expect(receiver.read(0, aSecret(letter)).type).toBe('alert.raised')
    expect(() => receiver.read(0, aSecret('c'))).toThrow('No matching signature')
  })

  test.each([200, 201, 202, 204, 299])('%i means that it was taken', async (status) => {
    answer = () => status
    await send()
    expect(receiver.got).toHaveLength(1)
  })

  test.each([
    [400, true],
    [401, true],
    [404, true],
    [408, false],
    [410, true],
    [425, false],
    [429, false],
    [500, false],
    [502, false],
    [503, false],
    [504, false],
  ])('%i is a refusal; for good: %s', async (status, isForGood) => {
    answer = () => status
    expect(await refusalOf(send())).toEqual([String(status), isForGood])
  })

  test.each([301, 302, 303, 307, 308])(
    'a redirect (%i) is a refusal, and nobody goes there',
    async (status) => {
      const other = await openReceiver()
      answer = () => ({ status, location: other.url })
      expect(await refusalOf(send())).toEqual([String(status), true])
      expect(other.got).toEqual([])
      await other.close()
    },
  )

  test('a receiver that takes the message and never answers is given up in time', async () => {
    answer = () => 'hang'
    expect(await refusalOf(send({ timeoutMs: 100 }))).toEqual(['timeout', false])
    expect(receiver.got).toHaveLength(1)
  })

  test('nobody there is a refusal that may pass', async () => {
    await receiver.close()
    expect(await refusalOf(send())).toEqual(['ECONNREFUSED', false])
    receiver = await openReceiver()
  })

  test('without a secret nothing is sent', async () => {
    expect(await refusalOf(send({ secrets: [] }))).toEqual(['no-secret', true])
    expect(receiver.got).toEqual([])
  })
})

describe('where a webhook may go', () => {
  test('outside a demonstration only by https', async () => {
    expect(await refusalOf(send({ mayBePlain: false }))).toEqual(['not-https', true])
    expect(receiver.got).toEqual([])
  })

  test.each(['127.0.0.1', '127.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '0.0.0.0'])(
    'not to this machine as %s, unless the landlord says that it is meant',
    async (host) => {
      const url = `http://${host}:${receiver.port}/alert`
      expect(await refusalOf(send({ url, mayBePrivate: false }))).toEqual(['private-address', true])
      expect(receiver.got).toEqual([])
    },
  )

  test('to this machine by name, where the landlord says so', async () => {
    await send({ url: `http://localhost:${receiver.port}/alert` })
    expect(receiver.got).toHaveLength(1)
  })

  test.each([
    ['10.0.0.1', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['64:ff9b::a00:1', true],
    ['::ffff:10.0.0.1', true],
    ['93.184.216.34', false],
    ['2606:4700::1111', false],
  ])('%s is inside: %s', (address, isInside) => {
    expect(isPrivateAddress(address)).toBe(isInside)
  })
})

describe('at the start, and not in an emergency, it is found that', () => {
  async function faultsOf(
    webhook: string,
    secret: string,
    mode: 'demo' | 'production',
  ): Promise<readonly string[]> {
    const chain = [{ name: 'Duty officer', mail: 'duty@landlord.example', webhook }]
    const file = await aLandlordFile({ minutes: 5, chain })
    const settings = parseSettings({ CLEARWAY_LANDLORD: file.path, CLEARWAY_WEBHOOK_SECRET: secret })
    const faults = await loadPolicy({ ...settings, mode }).then(
      () => [],
      (fault: unknown) => (fault as LandlordRefused).faults,
    )
    await file.close()
    return faults
  }

  test.each([
    ['http://pager.example/alert', 'demo'],
    ['https://pager.example/alert', 'production'],
  ] as const)('nothing is wrong with %s in %s mode', async (webhook, mode) => {
    expect(await faultsOf(webhook, aSecret(), mode)).toEqual([])
  })

  test('a webhook has no secret to be signed with', async () => {
    const [fault] = await faultsOf('https://pager.example/alert', '', 'demo')
    expect(fault).toContain('CLEARWAY_WEBHOOK_SECRET is not set')
  })

  test('a webhook goes by http outside a demonstration', async () => {
    const [fault] = await faultsOf('http://pager.example/alert', aSecret(), 'production')
    expect(fault).toContain('outside a demonstration it needs https')
  })
})
