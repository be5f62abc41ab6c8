import { describe, expect, test } from 'vitest'
import { contactSchema } from '../../gateway/http-schemas.ts'
import { describeDoor } from '../../gateway/openapi.ts'
import { channels } from '../../rules/channel.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a document without a type of its own
type Any = Record<string, any>
const door: Any = describeDoor()

describe('the contract: OpenAPI 3.1 describes the HTTP door', () => {
  test('every call of the contract is there', () => {
    expect(door.openapi).toBe('3.1.0')
    expect(Object.keys(door.paths).sort()).toEqual([
      '/healthz',
      '/metrics',
      '/readyz',
      '/v1/contacts',
      '/v1/contacts/{id}',
      '/v1/decisions',
    ])
    expect(Object.keys(door.paths['/v1/contacts'].post.responses)).toContain('202')
  })

  test('it is made of the schema that checks: channels, strictness and who it is from', () => {
    const { NewContact } = door.components.schemas
    expect(NewContact.properties.channel.enum).toEqual([...channels])
    expect(NewContact.required).toEqual(['channel', 'from'])
    expect(NewContact.additionalProperties).toBe(false)
    expect(NewContact.properties.from.minProperties).toBe(1)
    expect(Object.keys(NewContact.properties).sort()).toEqual(Object.keys(contactSchema.shape).sort())
  })

  test('every reference leads somewhere', () => {
    const text = JSON.stringify(door)
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    for (const name of names) expect(door.components.schemas).toHaveProperty(String(name))
    expect(text).not.toContain('$defs')
  })

  test('only health, readiness and numbers need no key', () => {
    const open = Object.entries(door.paths as Any).filter(([, path]) =>
      Object.values(path as Any).every((call: Any) => call.security?.length === 0),
    )
    expect(open.map(([path]) => path)).toEqual(['/healthz', '/readyz', '/metrics'])
  })
})
