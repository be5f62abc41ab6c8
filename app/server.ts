import { existsSync } from 'node:fs'
import { type AddressInfo, isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import { createRequestHandler as createHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { makeClock } from '../clock.ts'
import { openHouse } from '../house.ts'
import { parseSettings } from '../settings.ts'
import { fence } from './fence.ts'
import { keptPages } from './kept-pages.ts'
import { keptStyles } from './kept-styles.ts'
import { byPlace } from './near-routes.ts'
import { ownPage } from './own-page.ts'
import type {} from './load-context.ts'

const settings = parseSettings(process.env)
if (!settings.sessionSecret) {
  process.stderr.write(
    'SESSION_SECRET is not set: write at least 32 random characters, or use npm start, which makes one.\n',
  )
  process.exit(1)
}
const house = await openHouse(settings, makeClock(settings.clockStart))
const isDevelopment = process.env.CLEARWAY_DEV === '1'

const top = fileURLToPath(new URL('..', import.meta.url))
const built = `${top}build/server/index.js`
if (!isDevelopment && !existsSync(built)) {
  process.stderr.write('The portal is not built yet. Run npm start, or npx remix vite:build.\n')
  process.exit(1)
}

const vite = isDevelopment
  ? await import('vite').then(({ createServer }) =>
      createServer({ root: top, server: { middlewareMode: true, hmr: false } }),
    )
  : null

const app = express()
app.disable('x-powered-by')
app.get('/healthz', (_, response) => {
  response.type('text').send('ok')
})
app.use(fence(settings.publicUrl))
const getLoadContext = ({ socket }: Pick<express.Request, 'socket'>) => ({
  house,
  facts: { address: socket.remoteAddress ?? 'unknown' },
})
if (vite) {
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  app.use(vite.middlewares)
  app.all('*', createRequestHandler({ build, mode: 'development', getLoadContext }))
} else {
  const build = (await import(built)) as ServerBuild
  const render = createHandler(build, 'production')
  app.use(
    keptPages({
      isSecure: settings.publicUrl.startsWith('https:'),
      clock: house.clock,
      render: (address) =>
        render(new Request(new URL(address, settings.publicUrl)), { house, facts: { address: 'unknown' } }),
    }),
  )
  app.use(ownPage({ house, render }))
  app.use('/assets', await keptStyles(`${top}build/client/assets`))
  app.use(compression())
  app.all(
    '*',
    byPlace(build, (near) => createRequestHandler({ build: near, mode: 'production', getLoadContext })),
  )
}

// The first report after a start does not wait for a connection.
void house.ledger.db.execute('select 1').catch(() => undefined)

const server = app.listen(settings.port, settings.host, () => {
  const { port } = server.address() as AddressInfo
  const host = isIP(settings.host) === 6 ? `[${settings.host}]` : settings.host
  process.stdout.write(`Portal: ${settings.publicUrl} (listening on ${host}:${port})\n`)
  process.send?.({ ready: true })
})
// Photographs over a bad connection take minutes. The words of an urgent report do not wait for them.
server.requestTimeout = 300_000
server.headersTimeout = 15_000
server.on('error', (fault: NodeJS.ErrnoException) => {
  const taken = `Port ${settings.port} is in use. Stop what uses it, or set PORT to another number.\n`
  process.stderr.write(fault.code === 'EADDRINUSE' ? taken : `The portal cannot listen: ${fault.message}\n`)
  process.exit(1)
})

let isStopping = false
/** Answers what was begun, then goes. A second signal does not wait. */
async function stop(): Promise<void> {
  if (isStopping) process.exit(0)
  isStopping = true
  setTimeout(() => process.exit(0), 5_000).unref()
  server.closeIdleConnections()
  await new Promise((resolve) => server.close(resolve))
  await vite?.close()
  house.mail.close()
  await house.ledger.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
