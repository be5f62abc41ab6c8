import express, { type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'

/** The longest form is an appeal: some pages of text, up to nine bytes for each letter of some scripts in a form. */
const largestForm = 512 * 1024

/** Forms that take files (`app/doors/files.server.ts`): five of ten megabytes, and what is written around them. */
const largestWithFiles = 52 * 1024 * 1024
const takesFiles = /^\/(appeal|tell-your-side|ask-us|console)(\/|$)/

/** An emergency is never refused for the size of its photographs: it is read as it comes, and what is too large is not kept. */
const isUrgent = /^\/urgent(\/|$)/

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Shows the page at `path` instead: kind words and the urgent block come from the portal itself. */
function turnTo(request: Request, path: string): void {
  request.method = 'GET'
  request.url = path
  request.originalUrl = path
}

function originOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).origin : null
}

/**
 * Whether an unsafe request may have been sent from one of our own pages: every sign that is there must say so. Remix's
 * own check leaves gaps and believes a forged host (measured), so this one stands in front. Browsers that act for
 * another page give at least one sign, and send no session with it (SameSite). No sign at all is an old telephone or a
 * proxy that strips headers, and an emergency may come that way.
 */
export function isFromOurPages(headers: Request['headers'], publicOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (headers.origin !== undefined && headers.origin !== 'null') return headers.origin === publicOrigin
  if (site === 'same-origin') return true
  const isBare = headers.origin === undefined && headers.referer === undefined
  return isBare || originOf(headers.referer) === publicOrigin
}

/** A link that was cut off in the middle of a letter. Express would answer with a bare line. */
function isWhole(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** True for the ways of asking that only Remix's script uses. No page here has any. */
function isForScript(request: Request): boolean {
  return (
    '_data' in request.query ||
    '_routes' in request.query ||
    request.path.endsWith('.data') ||
    request.path.startsWith('/__manifest')
  )
}

function mostBytes({ headers, path }: Request): number {
  if (!headers['content-type']?.startsWith('multipart/form-data')) return largestForm
  if (isUrgent.test(path)) return Number.MAX_SAFE_INTEGER
  return takesFiles.test(path) ? largestWithFiles : largestForm
}

/** Everything in front of Remix: headers that protect a page, one address, our own forms only, nothing too large. */
export function fence(publicUrl: string): RequestHandler {
  const home = new URL(publicUrl)
  const isSecure = home.protocol === 'https:'
  const none = ["'none'"]
  const own = ["'self'"]
  const router = express.Router()

  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: none,
          styleSrc: own,
          imgSrc: ["'self'", 'data:'],
          fontSrc: own,
          formAction: own,
          frameAncestors: none,
          baseUri: none,
        },
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
      originAgentCluster: false,
      xDnsPrefetchControl: false,
    }),
  )

  router.use((request: Request, response: Response, next) => {
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
    }
    const isSafe = safe.has(request.method)
    if (isSafe && request.headers.host !== home.host) {
      return response.redirect(302, new URL(request.originalUrl.replace(/^[\\/]+/, '/'), home).href)
    }
    // Remix compares this with Origin. What it would learn from the network has been compared here already.
    request.headers.host = home.host
    if (isForScript(request)) return response.sendStatus(404)
    if (!isWhole(request.path)) turnTo(request, '/nowhere')
    if (!isSafe) {
      const length = Number(request.headers['content-length'])
      if (!isFromOurPages(request.headers, home.origin)) turnTo(request, '/refused/elsewhere')
      else if (!Number.isFinite(length) || length > mostBytes(request)) turnTo(request, '/refused/too-long')
      if (request.method === 'GET') response.set('Connection', 'close')
    }
    next()
  })
  return router
}
