import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Sunk = { from: string; to: string[]; raw: Buffer }

/**
 * A real SMTP server that keeps what it takes. `answer` is asked at the end of each message and says what goes wrong:
 * an SMTP code to refuse with, or null to take it. `port` 0 takes a free one.
 */
export async function openSink(
  options: { port?: number; answer?: () => number | null; refuses?: string[] } = {},
) {
  const taken: Sunk[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      done(
        options.refuses?.includes(address)
          ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
          : null,
      )
    },
    onData(stream, { envelope }, done) {
      buffer(stream).then((raw) => {
        const code = options.answer?.() ?? null
        if (code) return done(Object.assign(new Error('not now'), { responseCode: code }))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
