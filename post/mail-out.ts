import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Landlord } from '../policies/landlord.ts'
import { findDestination } from './destination.ts'
import { writeWhole } from './write-whole.ts'

/** The way out for every message. Both calls return when it is safe with the receiver, and throw `NotSent` otherwise. */
export type MailOut = {
  /** To a desk or a named colleague, by code. `on` is the London day, for a colleague who is away. */
  toDesk(code: string, raw: Buffer, on?: string | null): Promise<void>
  toCustomer(address: string, raw: Buffer): Promise<void>
  close(): void
}

/** RFC 5321 4.2.3 and RFC 7504. A full mailbox (552) or a matter of policy (554) may pass. */
const noSuchMailbox = new Set(['550', '551', '553', '556'])

/**
 * The receiver did not take it. The message holds a code and never an address, because it is kept with the job and in
 * the log. `isForGood` when the server knows no such mailbox: trying again changes nothing.
 */
export class NotSent extends Error {
  override readonly name = 'NotSent'
  readonly code: string
  readonly isForGood: boolean
  constructor(fault: unknown) {
    const { code, responseCode } = (fault ?? {}) as { code?: unknown; responseCode?: unknown }
    const said =
      typeof responseCode === 'number' ? `${responseCode}` : typeof code === 'string' ? code : 'unknown'
    super(`the message was not taken (${said})`)
    this.code = said
    this.isForGood = code === 'EENVELOPE' && noSuchMailbox.has(said)
  }
}

type Options = { smtpUrl: string | null; dataDir: string; landlord: Landlord }

/**
 * Opens the way out: SMTP to a smarthost, or files under `dataDir`/mail. Nothing is connected yet. Everything leaves with
 * an empty sender, so that nothing can be bounced back and forth (RFC 3834).
 */
export function openMailOut({ smtpUrl, dataDir, landlord }: Options): MailOut {
  return smtpUrl ? openSmarthost(smtpUrl, landlord) : openFolders(join(dataDir, 'mail'), landlord)
}

function openFolders(folder: string, landlord: Landlord): MailOut {
  const write = async (to: string, raw: Buffer) => {
    try {
      await writeWhole(join(folder, to), raw)
    } catch (fault) {
      throw new NotSent(fault)
    }
  }
  return {
    toDesk: (code, raw, on = null) => write(join('desk', findDestination(landlord, code, on).folder), raw),
    toCustomer: (_address, raw) => write('customer', raw),
    close: () => undefined,
  }
}

/** Longest that one message may take on its way to the smarthost, waiting for a connection included. */
const deadlineMs = 60_000

function openSmarthost(smtpUrl: string, landlord: Landlord): MailOut {
  const { hostname, username } = new URL(smtpUrl)
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    maxRequeues: 1,
    dnsTimeout: 5_000,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 20_000,
    // A password never crosses a network in the clear.
    requireTLS: username !== '' && !isHere,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = async (to: string, raw: Buffer) => {
    const envelope = { from: '', to: [to], use8BitMime: true }
    try {
      await transport.sendMail({ envelope, raw, signal: AbortSignal.timeout(deadlineMs) })
    } catch (fault) {
      throw new NotSent(fault)
    }
  }
  return {
    toDesk: (code, raw, on = null) => send(findDestination(landlord, code, on).address, raw),
    toCustomer: send,
    close: () => transport.close(),
  }
}
