import { generateKeyPairSync } from 'node:crypto'
import { type DKIMSignOptions, dkimSign } from 'mailauth'
import { describe, expect, test } from 'vitest'
import { readHeaders } from '../../gateway/headers.ts'
import { checkByDns, relayOf, type Resolver, verifySender, wordOfRelay } from '../../gateway/verify.ts'

const from = 'weekly@demo.example'
const fields = (...lines: string[]) => readHeaders(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`))

describe("the landlord's relays are known by their address", () => {
  const relays = [
    { address: '192.0.2.10', vouches: true },
    { address: '198.51.100.0/24', vouches: false },
    { address: '2001:db8::/32', vouches: true },
  ]
  test.each<[string, string | undefined]>([
    ['192.0.2.10', '192.0.2.10'],
    ['::ffff:192.0.2.10', '192.0.2.10'],
    ['192.0.2.11', undefined],
    ['198.51.100.255', '198.51.100.0/24'],
    ['198.51.101.0', undefined],
    ['2001:db8:1::1', '2001:db8::/32'],
    ['2001:db9::1', undefined],
    ['unknown', undefined],
  ])('%s', (address, expected) => {
    expect(relayOf(address, relays)?.address).toBe(expected)
  })
})

describe('the word of a vouching relay', () => {
  const relay = { address: '192.0.2.10', vouches: true }
  const named = { ...relay, authserv: 'mx.landlord.example' }

  test.each<[string, string[], string]>([
    ['without Authentication-Results its word counts', [], 'verified'],
    ['dmarc=pass', ['Authentication-Results: mx; dmarc=pass header.from=demo.example'], 'verified'],
    [
      'dmarc=pass for somebody else',
      ['Authentication-Results: mx; dmarc=pass header.from=evil.example'],
      'unverified',
    ],
    [
      'dmarc=fail',
      ['Authentication-Results: mx; spf=pass smtp.mailfrom=demo.example; dmarc=fail'],
      'unverified',
    ],
    [
      'no policy, and an aligned signature',
      ['Authentication-Results: mx; dkim=pass header.d=demo.example; dmarc=none'],
      'verified',
    ],
    [
      'no policy, and an aligned return path',
      ['Authentication-Results: mx; spf=pass smtp.mailfrom=x@demo.example'],
      'verified',
    ],
    [
      "no policy, and somebody else's signature",
      ['Authentication-Results: mx; dkim=pass header.d=evil.example'],
      'unverified',
    ],
    ['nothing was checked', ['Authentication-Results: mx; none'], 'unverified'],
    [
      'a comment says pass',
      ['Authentication-Results: mx; dmarc=fail (dmarc=pass (really; dmarc=pass))'],
      'unverified',
    ],
    ['a comment before the result', ['Authentication-Results: mx (dmarc=pass); dmarc=fail'], 'unverified'],
    [
      'a later field came with the mail',
      ['Authentication-Results: mx; dmarc=fail', 'Authentication-Results: mx; dmarc=pass'],
      'unverified',
    ],
  ])('%s', (_, lines, verdict) => {
    expect(wordOfRelay(fields(...lines), relay, from)).toBe(verdict)
  })

  test.each<[string, string[], string]>([
    ['another name is not its word', ['Authentication-Results: evil.example; dmarc=fail'], 'verified'],
    [
      'its own name is',
      [
        'Authentication-Results: evil.example; dmarc=pass',
        'Authentication-Results: MX.landlord.example 1; dmarc=fail',
      ],
      'unverified',
    ],
  ])('with a name in the settings: %s', (_, lines, verdict) => {
    expect(wordOfRelay(fields(...lines), named, from)).toBe(verdict)
  })
})

describe('SPF, DKIM and DMARC by ourselves', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const zone: Record<string, string[][]> = {
    'TXT s._domainkey.demo.example': [[`v=DKIM1; k=rsa; p=${key}`]],
    'TXT _dmarc.demo.example': [['v=DMARC1; p=reject']],
    'TXT sends.example': [['v=spf1 ip4:203.0.113.5 -all']],
  }
  const resolver: Resolver = async (name, kind) => {
    const found = zone[`${kind} ${name}`]
    if (found) return found
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  }
  const mail = (address: string) =>
    Buffer.from(
      `From: ${address}\r\nTo: contact@landlord.example\r\nSubject: Rent\r\nMessage-ID: <1@x>\r\n\r\nHello\r\n`,
    )
  const checked = (raw: Buffer, fromAddress: string, mailFrom: string) => ({
    raw,
    fromAddress,
    mailFrom,
    remoteAddress: '::ffff:203.0.113.5',
    helo: 'out.example',
  })

  async function signed() {
    const raw = mail(from)
    const signature = {
      signingDomain: 'demo.example',
      selector: 's',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
    // Its types describe one signature, its code reads a list of them.
    const options: DKIMSignOptions & { signatureData: DKIMSignOptions[] } = {
      ...signature,
      signatureData: [signature],
    }
    const { signatures } = await dkimSign(raw, options)
    return Buffer.concat([Buffer.from(signatures), raw])
  }

  test('an aligned signature is verified', async () => {
    expect(await checkByDns(checked(await signed(), from, 'x@elsewhere.example'), { resolver })).toBe(
      'verified',
    )
  })

  test('the same mail with another text is not', async () => {
    const changed = Buffer.from((await signed()).toString().replace('Hello', 'Hallo'))
    expect(await checkByDns(checked(changed, from, 'x@elsewhere.example'), { resolver })).toBe('unverified')
  })

  test('no signature where the domain asks for one is unverified', async () => {
    expect(await checkByDns(checked(mail(from), from, from), { resolver })).toBe('unverified')
  })

  test('without a policy, an aligned return path from the right address is verified', async () => {
    expect(
      await checkByDns(checked(mail('a@sends.example'), 'a@sends.example', 'a@sends.example'), { resolver }),
    ).toBe('verified')
  })

  test("somebody else's return path is not", async () => {
    expect(
      await checkByDns(checked(mail('a@other.example'), 'a@other.example', 'a@sends.example'), { resolver }),
    ).toBe('unverified')
  })

  test('a name server that fails means unverified', async () => {
    const broken: Resolver = async () => {
      throw Object.assign(new Error('refused'), { code: 'ESERVFAIL' })
    }
    expect(await checkByDns(checked(await signed(), from, from), { resolver: broken })).toBe('unverified')
  })

  test('a name server that never answers means unverified, after the deadline', async () => {
    const silent: Resolver = () => new Promise(() => undefined)
    expect(await checkByDns(checked(await signed(), from, from), { resolver: silent, deadlineMs: 20 })).toBe(
      'unverified',
    )
  })

  test('a relay that does not vouch is asked nothing: the mail itself is checked', async () => {
    const relays = [{ address: '203.0.113.5', vouches: false }]
    const headers = fields(`From: ${from}`, 'Authentication-Results: mx; dmarc=pass')
    expect(await verifySender({ ...checked(mail(from), from, from), headers }, relays, resolver)).toBe(
      'unverified',
    )
    expect(
      await verifySender(
        { ...checked(mail(from), from, from), headers },
        [{ address: '203.0.113.5', vouches: true }],
        resolver,
      ),
    ).toBe('verified')
  })
})
