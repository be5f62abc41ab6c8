import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Gateway } from './gateway.ts'

/** One thing that is wrong in what was sent: where, and what to write instead. */
export type FieldFault = { field: string; expected: string }

/** An answer that says what is wrong (RFC 9457). `detail` is a sentence; nothing of what was sent is repeated in it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly errors: FieldFault[]
  readonly headers: Record<string, string>
  constructor(
    status: number,
    detail: string,
    more: { errors?: FieldFault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.status = status
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

/** The problem document itself, for OpenAPI. */
export const problemSchema = z.object({
  type: z
    .string()
    .meta({ description: 'about:blank: the status says what kind of problem it is (RFC 9457 4.2.1)' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What to do about it, in a sentence' }),
  errors: z.array(z.object({ field: z.string(), expected: z.string() })).optional(),
})

function send(response: Response, { status, message, errors, headers }: Problem): void {
  response
    .status(status)
    .set(headers)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status],
        status,
        detail: message,
        ...(errors.length > 0 && { errors }),
      }),
    )
}

/** What a schema has against a body, one entry for each field. */
export function fieldFaults(error: z.ZodError): FieldFault[] {
  return error.issues.flatMap((issue): FieldFault[] => {
    const field = issue.path.map(String).join('.')
    if (issue.code !== 'unrecognized_keys') return [{ field: field || '(body)', expected: issue.message }]
    return issue.keys.map((key) => ({
      field: [field, key].filter(Boolean).join('.').slice(0, 100),
      expected: 'no field of this name',
    }))
  })
}

/** Any other method on a path that exists. */
export function onlyMethod(...methods: string[]): RequestHandler {
  return (request, _response, next) => {
    const allow = methods.join(', ')
    next(
      new Problem(405, `This address answers ${allow}, not ${request.method.slice(0, 20)}.`, {
        headers: { Allow: allow },
      }),
    )
  }
}

export const unknownRoute: RequestHandler = (_request, _response, next) => {
  next(new Problem(404, 'There is nothing at this address. GET /v1/openapi.json describes what there is.'))
}

/** What express.json means by its errors. */
const bodyFaults: Record<string, [number, string]> = {
  'entity.parse.failed': [400, 'The body is not JSON that can be read. Send one JSON object.'],
  'entity.too.large': [413, 'The body is too large. Send at most 1 MB.'],
  'encoding.unsupported': [
    415,
    'The body has an encoding that is not known here. Send it as it is, or with gzip.',
  ],
  'charset.unsupported': [415, 'The body has a character set that is not known here. Send it as UTF-8.'],
  'request.aborted': [400, 'The body ended before it was complete. Send it again.'],
  'request.size.invalid': [400, 'The body is not as long as Content-Length says. Send it again.'],
}

function problemOf(fault: unknown, gateway: Gateway, request: Request): Problem {
  if (fault instanceof Problem) return fault
  const { type, status, name } = fault as { type?: string; status?: number; name?: string }
  const known = bodyFaults[type ?? '']
  if (known) return new Problem(...known)
  if (status && status >= 400 && status < 500)
    return new Problem(status, 'The request cannot be read. Look at its address, its headers and its body.')
  gateway.log.error(
    { fault: name ?? 'unknown', method: request.method, route: request.route?.path },
    'an HTTP call failed',
  )
  return new Problem(
    500,
    'Something went wrong here. Send it again: the same externalId is never counted twice.',
  )
}

/** The last handler: every fault becomes a problem document, without a stack and without personal data. */
export function answerFaults(gateway: Gateway): ErrorRequestHandler {
  return (fault, request, response, next) => {
    if (response.headersSent) return next(fault)
    const problem = problemOf(fault, gateway, request)
    gateway.metrics.countRefusal('http', String(problem.status))
    send(response, problem)
  }
}
