import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import type { Gateway } from './gateway.ts'
import { Problem } from './problem.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** The name of the key that was sent, or null. Every key is compared, each in the same time. */
export function findKeyName(
  authorization: string | undefined,
  keys: { name: string; key: string }[],
): string | null {
  const [, sent] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? []
  const hash = digest(sent ?? '')
  let found: string | null = null
  for (const { name, key } of keys) if (timingSafeEqual(hash, digest(key)) && sent) found = name
  return found
}

function tooMany(seconds: number): Problem {
  const headers = { 'Retry-After': String(seconds) }
  return new Problem(429, `Too many calls. Please call again in ${seconds} seconds.`, { headers })
}

/** Lets in who has a key, and not too often. */
export function askForKey({ house, throttles }: Gateway): RequestHandler {
  return async (request, response, next) => {
    try {
      const name = findKeyName(request.headers.authorization, house.settings.apiKeys)
      const taken = await (name
        ? throttles.take('apiCalls', name)
        : throttles.take('wrongKeys', request.socket.remoteAddress ?? ''))
      if ('no' in taken) throw tooMany(taken.retryAfterSeconds)
      if (!name) {
        throw new Problem(
          401,
          'Send your key in the header Authorization, as Bearer and a space before it.',
          {
            headers: { 'WWW-Authenticate': 'Bearer realm="Clearway gateway"' },
          },
        )
      }
      response.locals.keyName = name
      next()
    } catch (fault) {
      next(fault)
    }
  }
}

/** The name of the key that `askForKey` let in. */
export function keyNameOf(response: Response): string {
  return String(response.locals.keyName)
}
