import { lookup } from 'node:dns'
import { request as requestPlainly } from 'node:http'
import { request as requestSafely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Webhook } from 'standardwebhooks'

/** The receiver did not take it. The message holds a code and never an address, because it is kept with the job and in the log. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
  readonly code: string
  /** Trying again changes nothing until somebody changes something. */
  readonly isForGood: boolean
  constructor(code: string, isForGood: boolean) {
    super(`the webhook was not taken (${code})`)
    this.code = code
    this.isForGood = isForGood
  }
}

type Sending = {
  url: string
  /** The same for every try of one thing: receivers tell by it what they know already. */
  id: string
  payload: object
  /** Signed with each, so that a receiver may know either while a secret is changed. */
  secrets: string[]
  /** Plain http is for demonstrations. */
  mayBePlain: boolean
  /** The landlord says that an address of its own network is meant. */
  mayBePrivate: boolean
  timeoutMs?: number
}

/** Everything but an ordinary address of the internet: this machine, its network, clouds' own services and what is reserved. */
export function isPrivateAddress(address: string): boolean {
  return ipaddr.process(address).range() !== 'unicast'
}

/** Only addresses that were looked at are connected to, so that a name cannot change between the look and the call. */
const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (fault, found) => {
    if (fault) return done(fault, '')
    const open = found.filter(({ address }) => !isPrivateAddress(address))
    const [first] = open
    if (!first) return done(new WebhookRefused('private-address', true), '')
    if (options.all) return done(null, open)
    done(null, first.address, first.family)
  })
}

function refuseUnfit({ url, secrets, mayBePlain, mayBePrivate }: Sending): URL {
  const at = new URL(url)
  const host = at.hostname.replace(/^\[|\]$/g, '')
  if (secrets.length === 0) throw new WebhookRefused('no-secret', true)
  if (at.protocol !== 'https:' && !mayBePlain) throw new WebhookRefused('not-https', true)
  if (isIP(host) && !mayBePrivate && isPrivateAddress(host)) throw new WebhookRefused('private-address', true)
  return at
}

/** Signs as Standard Webhooks 1.0.0 asks. The time is the real one, by which a receiver tells an old message from a new one. */
function headersFor({ id, secrets }: Sending, body: string): Record<string, string> {
  const at = new Date()
  return {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Clearway',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}

/** Asked to slow down or to come again: these may pass. Any other refusal, a redirect among them, will be the same next time. */
const mayPass = (status: number) => status >= 500 || [408, 425, 429].includes(status)

/**
 * Sends one signed webhook. Returns when the receiver has taken it, and throws `WebhookRefused` otherwise. Redirects are
 * not followed, and nothing that the receiver says is read.
 */
export async function sendWebhook(sending: Sending): Promise<void> {
  const at = refuseUnfit(sending)
  const body = JSON.stringify(sending.payload)
  const request = at.protocol === 'https:' ? requestSafely : requestPlainly
  const status = await new Promise<number>((resolve, reject) => {
    const asking = request(at, {
      method: 'POST',
      agent: false,
      headers: headersFor(sending, body),
      signal: AbortSignal.timeout(sending.timeoutMs ?? 15_000),
      ...(sending.mayBePrivate ? {} : { lookup: lookUpPublic }),
    })
    asking.on('response', (response) => {
      response.on('error', () => undefined)
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    asking.on('error', (fault: NodeJS.ErrnoException) => reject(refusalOf(fault)))
    asking.end(body)
  })
  if (status < 200 || status > 299) throw new WebhookRefused(String(status), !mayPass(status))
}

function refusalOf(fault: NodeJS.ErrnoException): WebhookRefused {
  if (fault instanceof WebhookRefused) return fault
  const isTooSlow = fault.name === 'TimeoutError' || fault.code === 'ABORT_ERR'
  return new WebhookRefused(isTooSlow ? 'timeout' : (fault.code ?? 'unknown'), false)
}
