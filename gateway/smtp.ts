import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type Gateway, takeIn } from './gateway.ts'
import { readHeaders } from './headers.ts'
import { readFrom } from './identify.ts'
import { withCleanLineEnds } from './line-ends.ts'
import { readMailContact } from './mail-contact.ts'
import { makeOwnCertificate } from './own-certificate.ts'
import { judgeInbound } from './recognise.ts'
import { recordRefusedMail } from './refused-mail.ts'
import { collectMail, type Load, TooLarge } from './smtp-data.ts'
import { Guests } from './smtp-guests.ts'
import { type MailLimits, mailLimits } from './smtp-limits.ts'
import { codesOf, Reply, replyTo } from './smtp-reply.ts'
import { plainAddress, relayOf } from './verify.ts'

export type MailDoor = { port: number; close(): Promise<void> }

export type MailDoorOptions = {
  host: string
  port: number
  /** The landlord's own certificate for STARTTLS; without one the door makes its own when it opens. */
  certificate?: { key: string; cert: string }
  limits?: Partial<MailLimits>
}

const tooLargeWords = (size: number) =>
  `This mail is larger than ${Math.floor(size / 1024 / 1024)} MB. Please send it without its largest files, or send them one by one.`

/** Opens the mail door. Rejects when the port is taken. */
export async function openMailDoor(gateway: Gateway, options: MailDoorOptions): Promise<MailDoor> {
  const { house, throttles, log, metrics } = gateway
  const { mail } = house.policy.landlord
  const limits = { ...mailLimits, ...options.limits }
  const guests = new Guests(limits)
  const load: Load = { bytes: 0 }
  /** Sessions whose mail is in and waits for our answer. */
  const working = new Map<string, Promise<unknown>>()

  const connectionOf = (session: SMTPServerSession) =>
    [...server.connections].find(({ id }) => id === session.id)
  const cut = (session: SMTPServerSession, why: string) => connectionOf(session)?.send(421, why)
  const refuse = (why: string, reply: Reply) => {
    metrics.countRefusal('smtp', why)
    return reply
  }

  async function greet(session: SMTPServerSession): Promise<void> {
    const address = plainAddress(session.remoteAddress)
    const isRelay = relayOf(address, mail.relays) !== null
    const onDeadline = () => void endLate(session)
    const full = guests.admit(session.id, address, isRelay, onDeadline)
    if (full)
      throw refuse(full, new Reply(421, 'Too many connections just now. Please try again in a minute.'))
    watchSizeRefusals(session)
    if (isRelay) return
    const taken = await throttles.take('connections', address)
    if ('no' in taken)
      throw refuse(
        'connections',
        new Reply(421, `Too many connections. Please try again in ${taken.retryAfterSeconds} seconds.`),
      )
  }

  /** A session that is over its time ends; one whose mail is in gets its answer first. */
  async function endLate(session: SMTPServerSession): Promise<void> {
    await working.get(session.id)?.catch(() => undefined)
    cut(session, 'This session took too long. Please connect again.')
  }

  /** smtp-server itself answers MAIL FROM with 552 when SIZE says too much, and asks nobody: this hears it. */
  function watchSizeRefusals(session: SMTPServerSession): void {
    const connection = connectionOf(session)
    if (!connection) return
    const send = connection.send.bind(connection)
    connection.send = (code, words, context) => {
      const isOurs = code === 552 && context === 'MESSAGE_TOO_BIG'
      if (isOurs)
        void recordRefusedMail(gateway, { why: 'too-large', sessionId: session.id, bytes: null, from: null })
      send(code, isOurs ? tooLargeWords(limits.size) : words, context)
    }
  }

  async function takeMail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    let raw: Buffer
    try {
      raw = withCleanLineEnds(await collectMail(stream, limits, load, (why) => cut(session, why)))
    } catch (fault) {
      if (!(fault instanceof TooLarge)) throw fault
      const { address } = readFrom(readHeaders(fault.head))
      await recordRefusedMail(gateway, {
        why: 'too-large',
        sessionId: session.id,
        bytes: fault.bytes,
        from: address,
      })
      throw new Reply(552, tooLargeWords(limits.size))
    }
    load.bytes += raw.length
    try {
      return await keepMail(raw, session)
    } finally {
      load.bytes -= raw.length
    }
  }

  async function keepMail(raw: Buffer, session: SMTPServerSession): Promise<string> {
    const address = plainAddress(session.remoteAddress)
    const inbound = await readMailContact(gateway, {
      raw,
      mailFrom: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      recipients: session.envelope.rcptTo.map((recipient) => recipient.address),
      remoteAddress: address,
      helo: session.hostNameAppearsAs || address,
      receivedAt: house.clock.now(),
    })
    const taken = guests.isRelay(session.id) ? null : await throttles.take('messages', address)
    // I1: a flood is asked to wait, but never what is urgent in it.
    if (taken && 'no' in taken && judgeInbound(inbound, mail.from).lane === 'ordinary') {
      throw refuse(
        'messages',
        new Reply(451, `Too many mails at once. Please try again in ${taken.retryAfterSeconds} seconds.`),
      )
    }
    const { contactId } = await takeIn(gateway, inbound)
    return `Kept as ${contactId}`
  }

  function mayReceiveFor(recipient: string): boolean {
    // 'any' is no open relay: whatever the address, Clearway delivers to the landlord's own desks only.
    if (mail.receivesFor === 'any') return true
    const domain = recipient.toLowerCase().split('@').at(-1)?.replace(/\.$/, '')
    return mail.receivesFor.some((each) => each.toLowerCase() === domain)
  }

  const server = new SMTPServer({
    name: mail.from.split('@').at(-1) ?? 'clearway',
    banner: 'Clearway',
    ...(options.certificate ??
      makeOwnCertificate(mail.from.split('@').at(-1) ?? 'clearway', house.clock.now())),
    minVersion: 'TLSv1.2',
    size: limits.size,
    maxRecipients: limits.recipients,
    // The counts in Guests are finer; this only stops a flood in the tenth of a second before the greeting.
    maxClients: limits.connections * 2,
    socketTimeout: limits.idleMs,
    closeTimeout: 4_000,
    disabledCommands: ['AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onConnect: (session, done) => void greet(session).then(() => done(), done),
    onClose: (session) => guests.leave(session.id),
    onRcptTo: ({ address }, _session, done) => {
      if (mayReceiveFor(address)) return done()
      done(
        refuse(
          'domain',
          new Reply(550, 'We do not take mail for this address. Please check how it is spelt.'),
        ),
      )
    },
    onData: (stream, session, done) => {
      const work = takeMail(stream, session)
      working.set(session.id, work)
      work
        .then(
          (words) => done(null, words),
          (fault: Error) => {
            const reply = replyTo(fault)
            if (!(fault instanceof Reply)) log.error({ faults: codesOf(fault) }, 'a mail was not kept')
            done(reply)
          },
        )
        .finally(() => working.delete(session.id))
    },
  })
  // A sender that goes away in the middle is no fault of ours; it comes again.
  server.on('error', (fault: Error & { code?: string }) =>
    log.debug({ code: fault.code }, 'a mail connection broke'),
  )

  const port = await listen(server, options)
  return {
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(resolve))
      for (const connection of server.connections)
        if (!working.has(connection.id))
          connection.send(421, 'The door closes. Please try again in a minute.')
      await Promise.race([Promise.allSettled(working.values()), closed])
      for (const connection of server.connections)
        connection.send(421, 'The door closes. Please try again in a minute.')
      await closed
    },
  }
}

function listen(server: SMTPServer, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => {
      server.server.off('error', reject)
      resolve((server.server.address() as AddressInfo).port)
    })
  })
}
