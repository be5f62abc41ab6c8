import dns from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { type AuthenticateOptions, authenticate } from 'mailauth'
import type { Landlord } from '../policies/landlord.ts'
import { type Header, valuesOf } from './headers.ts'

export type Relay = Landlord['mail']['relays'][number]
export type Verdict = 'verified' | 'unverified'

/** An address as the landlord writes it: '::ffff:192.0.2.1' is 192.0.2.1. */
export function plainAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
}

/** The landlord's relay that this address belongs to, or null for anybody else. */
export function relayOf(address: string, relays: Relay[]): Relay | null {
  if (!ipaddr.isValid(address)) return null
  const remote = ipaddr.process(address)
  const isIn = (range: string) => {
    const [net, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.process(range), 128]
    if (net.kind() !== remote.kind()) return false
    return remote.match(net, Math.min(bits, net.kind() === 'ipv4' ? 32 : 128))
  }
  return relays.find((relay) => isIn(relay.address)) ?? null
}

type Result = { method: string; result: string; properties: Map<string, string> }

/** Reads an Authentication-Results field (RFC 8601). Comments are left out: a sender can write into them. */
function readResults(value: string): { authserv: string; results: Result[] } {
  let plain = value
  for (let depth = 0; depth < 5; depth += 1) plain = plain.replace(/\([^()]*\)/g, ' ')
  const [authserv = '', ...rest] = plain.split(';').map((part) => part.trim())
  const results = rest.flatMap((part): Result[] => {
    const [first = '', ...words] = part.split(/\s+/)
    const [method, result] = first.toLowerCase().split('=')
    if (!method || !result) return []
    const pairs = words.map((word) => word.split('=')).filter((pair) => pair.length === 2)
    return [
      {
        method,
        result,
        properties: new Map(pairs.map(([key = '', is = '']) => [key.toLowerCase(), is.toLowerCase()])),
      },
    ]
  })
  return { authserv: (authserv.split(/\s+/)[0] ?? '').toLowerCase(), results }
}

/** One domain, or one below the other (relaxed alignment, RFC 7489 3.1). */
function isAligned(one: string | undefined, other: string): boolean {
  const domain = one?.split('@').at(-1)
  return (
    Boolean(domain?.includes('.')) &&
    (domain === other || `.${other}`.endsWith(`.${domain}`) || `.${domain}`.endsWith(`.${other}`))
  )
}

/**
 * What a vouching relay says of the sender: by its own Authentication-Results where there is one, else by its having
 * passed the mail on. Only the field on top counts, or the one on top with the name the landlord gave for this relay:
 * those below may have come with the mail.
 */
export function wordOfRelay(headers: Header[], relay: Relay, fromAddress: string): Verdict {
  const fields = valuesOf(headers, 'authentication-results').map(readResults)
  const said = relay.authserv
    ? fields.find((field) => field.authserv === relay.authserv?.toLowerCase())
    : fields[0]
  if (!said) return 'verified'
  const domain = fromAddress.split('@').at(-1) ?? ''
  const dmarc = said.results.find(({ method }) => method === 'dmarc')
  const decisive = dmarc && ['pass', 'fail'].includes(dmarc.result)
  if (decisive) {
    const about = dmarc.properties.get('header.from')
    return dmarc.result === 'pass' && (!about || isAligned(about, domain)) ? 'verified' : 'unverified'
  }
  const passes = said.results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false
    if (method === 'dkim') return isAligned(properties.get('header.d') ?? properties.get('header.i'), domain)
    return method === 'spf' && isAligned(properties.get('smtp.mailfrom'), domain)
  })
  return passes ? 'verified' : 'unverified'
}

type Checked = {
  raw: Buffer
  fromAddress: string
  remoteAddress: string
  helo: string
  mailFrom: string
}

export type Resolver = NonNullable<AuthenticateOptions['resolver']>

const systemDns = new dns.Resolver({ timeout: 1_000, tries: 2 })
const bySystem: Resolver = (domain, kind) => systemDns.resolve(domain, kind) as Promise<string[]>

/** SPF, DKIM and DMARC by ourselves, with a deadline. Whatever goes wrong, nobody is sure: unverified. */
export async function checkByDns(
  checked: Checked,
  { deadlineMs = 4_000, resolver = bySystem } = {},
): Promise<Verdict> {
  const { raw, fromAddress, remoteAddress, helo, mailFrom } = checked
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadlineMs)
  })
  const asking = authenticate(raw, {
    ip: plainAddress(remoteAddress),
    helo,
    sender: mailFrom,
    resolver,
    disableArc: true,
    disableBimi: true,
  })
  try {
    const found = await Promise.race([asking, tooSlow])
    if (!found) return 'unverified'
    const dmarc = found.dmarc ? found.dmarc.status.result : 'none'
    if (dmarc !== 'none') return dmarc === 'pass' ? 'verified' : 'unverified'
    const domain = fromAddress.split('@').at(-1) ?? ''
    const signed = found.dkim.results.some(
      (each) => each.status.result === 'pass' && isAligned(each.signingDomain, domain),
    )
    const sent = found.spf && found.spf.status.result === 'pass' && isAligned(found.spf.domain, domain)
    return signed || sent ? 'verified' : 'unverified'
  } catch {
    return 'unverified'
  } finally {
    clearTimeout(timer)
    asking.catch(() => undefined)
  }
}

/** Whether a mail surely comes from its From address. Only then can it be counted or held (I9). */
export async function verifySender(
  checked: Checked & { headers: Header[] },
  relays: Relay[],
  resolver?: Resolver,
): Promise<Verdict> {
  const relay = relayOf(checked.remoteAddress, relays)
  if (relay?.vouches) return wordOfRelay(checked.headers, relay, checked.fromAddress)
  return await checkByDns(checked, resolver && { resolver })
}
