import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Gateway } from './gateway.ts'
import { askDecision, takeContact, tellContact } from './http-contacts.ts'
import { isAlive, isReady, type Part, writeMetrics } from './http-health.ts'
import { askForKey } from './http-key.ts'
import { describeDoor } from './openapi.ts'
import { answerFaults, onlyMethod, unknownRoute } from './problem.ts'

export type HttpDoor = { port: number; close(): Promise<void> }

/** The HTTP door without its socket. Only `gateway/http-schemas.ts` says what a body may hold. */
export function makeHttpDoor(gateway: Gateway, parts: Part[] = []): Express {
  const door = express()
  const key = askForKey(gateway)
  const json = express.json({ limit: '1mb', type: 'application/json' })
  const description = describeDoor()
  door.disable('x-powered-by')
  door.use(helmet())
  door.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  door.route('/healthz').get(isAlive).all(onlyMethod('GET'))
  door.route('/readyz').get(isReady(gateway, parts)).all(onlyMethod('GET'))
  door.route('/metrics').get(writeMetrics(gateway)).all(onlyMethod('GET'))
  door
    .route('/v1/openapi.json')
    .get((_request, response) => void response.json(description))
    .all(onlyMethod('GET'))
  door.route('/v1/contacts').post(key, json, takeContact(gateway)).all(onlyMethod('POST'))
  door.route('/v1/decisions').post(key, json, askDecision(gateway)).all(onlyMethod('POST'))
  door.route('/v1/contacts/:id').get(key, tellContact(gateway)).all(onlyMethod('GET'))
  door.use(unknownRoute)
  door.use(answerFaults(gateway))
  return door
}

/** Opens the HTTP door. Rejects when the port is taken. */
export async function openHttpDoor(
  gateway: Gateway,
  { host, port, parts }: { host: string; port: number; parts?: Part[] },
): Promise<HttpDoor> {
  const server = await new Promise<Server>((resolve, reject) => {
    const opening = makeHttpDoor(gateway, parts).listen(port, host, () => resolve(opening))
    opening.once('error', reject)
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
