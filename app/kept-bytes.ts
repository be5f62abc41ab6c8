import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

type Coding = 'identity' | 'gzip' | 'br'
type Body = { bytes: Buffer; tag: string }

/** Something that is the same for everybody who gets it, ready to be sent in each way that browsers read. */
export type Kept = { bodies: Record<Coding, Body>; headers: Record<string, string> }

/** A strong tag: other bytes, also of another coding, have another one. */
function tagged(bytes: Buffer): Body {
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

/** Keeps bytes with the headers that go out with them, compressed once: as well as can be, or soon. */
export async function keepBytes(
  plain: Buffer,
  headers: Record<string, string>,
  isSoon = false,
): Promise<Kept> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: isSoon ? 4 : 11 }
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: isSoon ? 6 : 9 }),
    promisify(brotliCompress)(plain, { params }),
  ])
  return { bodies: { identity: tagged(plain), gzip: tagged(zipped), br: tagged(brotli) }, headers }
}

/** Whether a list of codings takes one: named, and not with a weight of nothing. */
function takes(list: string, coding: string): boolean {
  return list.split(',').some((each) => {
    const [name = '', weight = 'q=1'] = each.split(';').map((part) => part.trim())
    return name === coding && Number(weight.replace('q=', '')) > 0
  })
}

/** The smallest coding that a browser reads. Most say so in the same few ways, so that is worked out once for each. */
const codings = new Map<string, Coding>()
function codingFor(list: string): Coding {
  const known = codings.get(list)
  if (known) return known
  const coding = takes(list, 'br') ? 'br' : takes(list, 'gzip') ? 'gzip' : 'identity'
  if (codings.size < 100) codings.set(list, coding)
  return coding
}

/** Whether the browser already has it. `W/` marks a tag that something on the way has weakened (RFC 9110, 13.1.2). */
function isKnown(list: string | undefined, tag: string): boolean {
  if (list === undefined) return false
  return list === '*' || list.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
}

/** Sends what is kept, or that the browser has it already. `more` headers are for this answer alone. */
export function sendKept(
  request: Request,
  response: Response,
  kept: Kept,
  more: Record<string, string> = {},
): void {
  const coding = codingFor(request.headers['accept-encoding']?.toString() ?? '')
  const { bytes, tag } = kept.bodies[coding]
  const headers = { ...kept.headers, ...more, ETag: tag }
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, {
    ...headers,
    'Content-Length': bytes.length,
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
