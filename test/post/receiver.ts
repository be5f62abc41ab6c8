import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

type Got = { id: string; headers: Record<string, string>; body: string; path: string }
type Answer = number | 'hang' | { status: number; location: string }

/** A Standard Webhooks secret made of one letter. */
export function aSecret(letter = 'a'): string {
  return `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`
}

/** A real HTTP server that takes webhooks. `answer` is asked for each and says what goes wrong: a status, or nothing at all. */
export async function openReceiver(answer: (got: Got) => Answer = () => 204) {
  const got: Got[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      const headers = request.headers as Record<string, string>
      const one = { id: headers['webhook-id'] ?? '', headers, body, path: request.url ?? '' }
      got.push(one)
      const said = answer(one)
      if (said === 'hang') return
      if (typeof said === 'number') return response.writeHead(said).end('never read')
      response.writeHead(said.status, { location: said.location }).end()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/alert`,
    port,
    got,
    /** What was sent, when the signature is right for this secret; throws when it is not. */
    read: (at: number, secret: string) => {
      const one = got[at]
      if (!one) throw new Error('nothing was received')
      return new Webhook(secret).verify(one.body, one.headers) as {
        type: string
        timestamp: string
        data: Record<string, unknown>
      }
    },
    async close() {
      if (!server.listening) return
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
