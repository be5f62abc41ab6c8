import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeClock } from '../clock.ts'
import { parseSettings, SettingsRefused } from '../settings.ts'

function refusals(env: Record<string, string>): string[] {
  try {
    parseSettings(env)
  } catch (fault) {
    if (fault instanceof SettingsRefused) return fault.sentences
    throw fault
  }
  return []
}

/** A Standard Webhooks secret of so many bytes. */
const webhookSecret = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`

const production = {
  CLEARWAY_MODE: 'production',
  CLEARWAY_LANDLORD: '/etc/clearway/landlord.json',
  DATABASE_URL: 'postgres://clearway:secret@db.landlord.example/clearway',
  GATEWAY_API_KEYS: 'switchboard:0123456789abcdef',
  OIDC_CLIENT_ID: 'clearway',
  OIDC_CLIENT_SECRET: 'a secret',
  OIDC_ISSUER: 'https://sign-in.landlord.example',
  PUBLIC_URL: 'https://contact.landlord.example',
  SESSION_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtps://mail.landlord.example:465',
}

describe('settings', () => {
  test('an empty environment gives the demonstration', () => {
    expect(parseSettings({})).toEqual({
      mode: 'demo',
      policy: 'amplius',
      landlordFile: null,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      smtpHost: '127.0.0.1',
      smtpPort: 2525,
      gatewayHost: '127.0.0.1',
      gatewayPort: 3001,
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      dataDir: resolve('.data'),
      apiKeys: [],
      sessionSecret: null,
      webhookSecrets: [],
      oidc: null,
      clockStart: null,
    })
  })

  test('a variable that is set to nothing counts as not set', () => {
    const blank = Object.fromEntries([...Object.keys(production), 'PORT', 'HOST'].map((name) => [name, ' ']))
    expect(parseSettings(blank)).toEqual(parseSettings({}))
  })

  test.each([
    ['PORT', '0', 'PORT is "0", which cannot be used: write a port number from 1 to 65535.'],
    ['PORT', '65536', 'PORT is "65536", which cannot be used: write a port number from 1 to 65535.'],
    ['SMTP_PORT', '3e3', 'SMTP_PORT is "3e3", which cannot be used: write a port number from 1 to 65535.'],
    [
      'GATEWAY_PORT',
      'web',
      'GATEWAY_PORT is "web", which cannot be used: write a port number from 1 to 65535.',
    ],
    ['HOST', 'http://here', 'HOST is "http://here", which cannot be used: write a host name or an address'],
    ['CLEARWAY_MODE', 'prod', 'CLEARWAY_MODE is "prod", which cannot be used: write demo or production.'],
    ['CLEARWAY_POLICY', 'mine', 'write one of amplius'],
    ['CLEARWAY_CLOCK', '2026-11-24T10:00:00', 'write an instant such as 2026-11-24T10:00:00Z.'],
    ['CLEARWAY_CLOCK', '2026-13-24T10:00:00Z', 'write an instant such as 2026-11-24T10:00:00Z.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL cannot be used: write an address such as postgres://'],
    ['PUBLIC_URL', 'https://landlord.example/contact', 'write the scheme and the host only'],
    ['GATEWAY_API_KEYS', 'name:fifteen-letters', 'each key is at least 16 characters long.'],
    [
      'CLEARWAY_WEBHOOK_SECRET',
      'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'write whsec_ and the base64 of 24 to 64',
    ],
    ['CLEARWAY_WEBHOOK_SECRET', webhookSecret(23), 'CLEARWAY_WEBHOOK_SECRET cannot be used: write whsec_'],
    ['CLEARWAY_WEBHOOK_SECRET', webhookSecret(65), 'CLEARWAY_WEBHOOK_SECRET cannot be used: write whsec_'],
    ['CLEARWAY_WEBHOOK_SECRET', `${webhookSecret(24)},whsec_`, 'two with a comma between them'],
    ['SESSION_SECRET', 'x'.repeat(31), 'SESSION_SECRET cannot be used: write at least 32 random characters.'],
  ])('%s = %s is refused with one sentence that says what to write instead', (name, value, sentence) => {
    const said = refusals({ [name]: value.replace('fifteen-letters', 'x'.repeat(15)) })
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(sentence)
  })

  test.each([
    [{ PORT: '1' }, { port: 1 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', publicUrl: 'http://0.0.0.0:3000' }],
    [{ HOST: '::1', PORT: '8080' }, { publicUrl: 'http://[::1]:8080' }],
    [{ PUBLIC_URL: 'https://landlord.example/' }, { publicUrl: 'https://landlord.example' }],
    [{ CLEARWAY_WEBHOOK_SECRET: webhookSecret(24) }, { webhookSecrets: [webhookSecret(24)] }],
    [
      { CLEARWAY_WEBHOOK_SECRET: `${webhookSecret(32)}, ${webhookSecret(64)}` },
      { webhookSecrets: [webhookSecret(32), webhookSecret(64)] },
    ],
    [{ SESSION_SECRET: 'x'.repeat(32) }, { sessionSecret: 'x'.repeat(32) }],
    [{ CLEARWAY_CLOCK: '2026-11-24T10:00:00+01:00' }, { clockStart: new Date('2026-11-24T09:00:00Z') }],
    [
      { GATEWAY_API_KEYS: 'a:0123456789abcdef, b:0123456789abcde:' },
      {
        apiKeys: [
          { name: 'a', key: '0123456789abcdef' },
          { name: 'b', key: '0123456789abcde:' },
        ],
      },
    ],
  ])('%j is understood', (env, expected) => {
    expect(parseSettings(env)).toMatchObject(expected)
  })

  test('no sentence repeats a secret', () => {
    const said = refusals({
      SESSION_SECRET: 'hunter2',
      CLEARWAY_WEBHOOK_SECRET: 'hunter2',
      GATEWAY_API_KEYS: 'hunter2',
      DATABASE_URL: 'hunter2',
    })
    expect(said).toHaveLength(4)
    expect(said.join()).not.toContain('hunter2')
  })

  test('everything that is wrong is named at once', () => {
    expect(refusals({ PORT: 'x', SMTP_PORT: 'y', CLEARWAY_MODE: 'z' })).toHaveLength(3)
  })

  test('two doors cannot share a port', () => {
    expect(refusals({ PORT: '4000', SMTP_PORT: '4000' })).toEqual([
      'SMTP_PORT and PORT are both 4000: give each a port of its own.',
    ])
    expect(refusals({ PORT: '4000', SMTP_PORT: '4001' })).toEqual([])
  })

  test('sign-in that is half set is refused, and names what is missing', () => {
    expect(refusals({ OIDC_ISSUER: 'https://sign-in.landlord.example' })[0]).toContain(
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set too',
    )
  })
})

describe('production mode', () => {
  test('starts when nothing is left to a demonstration default', () => {
    expect(parseSettings(production).mode).toBe('production')
  })

  test('refuses every demonstration default, naming all of them at once', () => {
    const said = refusals({ CLEARWAY_MODE: 'production', CLEARWAY_CLOCK: '2026-11-24T10:00:00Z' }).join('\n')
    for (const words of [
      'the embedded database',
      'generated secrets',
      'a generated key',
      'demonstration accounts and demonstration sign-in',
      'mail as files',
      'the demonstration landlord',
      'CLEARWAY_CLOCK',
    ]) {
      expect(said).toContain(words)
    }
  })

  test.each(Object.keys(production).filter((name) => !['CLEARWAY_MODE', 'PUBLIC_URL'].includes(name)))(
    'refuses to start without %s',
    (name) => {
      const said = refusals({ ...production, [name]: '' })
      expect(said.join()).toContain(name)
    },
  )

  test('refuses a clock that is not the real one, which a demonstration may have', () => {
    const clock = { CLEARWAY_CLOCK: '2026-11-24T10:00:00Z' }
    expect(refusals({ ...production, ...clock })).toHaveLength(1)
    expect(refusals(clock)).toEqual([])
  })
})

describe('the clock', () => {
  test('starts where it is told and runs on', () => {
    const start = new Date('2026-11-24T10:00:00Z')
    const clock = makeClock(start)
    const first = clock.now().getTime()
    expect(first - start.getTime()).toBeGreaterThanOrEqual(0)
    expect(first - start.getTime()).toBeLessThan(5_000)
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(first)
  })

  test('shows the same in every process of a house, however long each took to start', () => {
    const env = { CLEARWAY_CLOCK: '2026-11-24T10:00:00Z', CLEARWAY_CLOCK_SET_AT: '2026-01-01T00:00:00Z' }
    const at = (realNow: string) => parseSettings(env, new Date(realNow)).clockStart?.toISOString()
    expect(at('2026-01-01T00:00:00Z')).toBe('2026-11-24T10:00:00.000Z')
    expect(at('2026-01-01T00:00:07Z')).toBe('2026-11-24T10:00:07.000Z')
  })

  test('is the real one when nothing is said', () => {
    expect(Math.abs(makeClock(null).now().getTime() - Date.now())).toBeLessThan(5_000)
  })
})
