import { z } from 'zod'
import { askedSchema, becameSchema, contactSchema, takenSchema } from './http-schemas.ts'
import { problemSchema } from './problem.ts'

type Json = Record<string, unknown>

function describe(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {
    $schema: _,
    '~standard': __,
    ...rest
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as Json
  return rest
}

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (description: string, name: string): Json => ({
  description,
  content: { 'application/json': { schema: refer(name) } },
})
const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: refer('Problem') } },
})

const faults: Json = {
  400: problem('The body cannot be read, or a field is not as expected: errors names each field'),
  401: problem('No key, or not one of ours'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
  429: problem('Too many calls: Retry-After says when to come again'),
  503: problem('It could not be kept: send it again, the same externalId never counts twice'),
}

const newContact = { required: true, content: { 'application/json': { schema: refer('NewContact') } } }

/** What the HTTP door does, made from the schemas that check what comes in (OpenAPI 3.1). */
export function describeDoor(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clearway gateway',
      version: '1',
      description:
        'Every contact on every channel, and what was decided about it. Errors are RFC 9457 problem documents.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: {
      '/v1/contacts': {
        post: {
          operationId: 'takeContact',
          summary: 'Take one contact in: it is decided about, recorded, and delivered or held',
          requestBody: newContact,
          responses: {
            202: json(
              'Taken. The same externalId from the same key gives the same answer again',
              'TakenContact',
            ),
            ...faults,
          },
        },
      },
      '/v1/decisions': {
        post: {
          operationId: 'askDecision',
          summary: 'Ask the same question without a record, for example before a call is put through',
          requestBody: newContact,
          responses: { 200: json('What would be decided now', 'AskedDecision'), ...faults },
        },
      },
      '/v1/contacts/{id}': {
        get: {
          operationId: 'readContact',
          summary: 'What became of a contact',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          ],
          responses: {
            200: json('Its state, its times and the decision', 'Contact'),
            401: faults[401],
            404: problem('No contact has this id'),
            429: faults[429],
            503: problem('The ledger does not answer: ask again'),
          },
        },
      },
      '/healthz': {
        get: {
          operationId: 'isAlive',
          summary: 'The process runs',
          security: [],
          responses: { 200: { description: 'It does' } },
        },
      },
      '/readyz': {
        get: {
          operationId: 'isReady',
          summary: 'Every part that a contact needs answers',
          security: [],
          responses: { 200: { description: 'Ready' }, 503: problem('Not ready: errors names each part') },
        },
      },
      '/metrics': {
        get: {
          operationId: 'readMetrics',
          summary: 'Numbers for Prometheus',
          security: [],
          responses: { 200: { description: 'Text' } },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of GATEWAY_API_KEYS' } },
      schemas: {
        NewContact: describe(contactSchema, 'input'),
        TakenContact: describe(takenSchema, 'output'),
        AskedDecision: describe(askedSchema, 'output'),
        Contact: describe(becameSchema, 'output'),
        Problem: describe(problemSchema, 'output'),
      },
    },
  }
}
