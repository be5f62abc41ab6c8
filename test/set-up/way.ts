import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A way to Redis that can be frozen (nothing comes through) and cut. */
export async function openWay(to: URL) {
  let frozen = false
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port || 6379), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.on('data', (chunk) => frozen || far.write(chunk))
    far.on('data', (chunk) => frozen || near.write(chunk))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}${to.pathname}`,
    freeze: () => {
      frozen = true
    },
    cut,
    close: () => {
      cut()
      server.close()
    },
  }
}
