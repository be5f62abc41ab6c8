import { resolve } from 'node:path'
import { z } from 'zod'
import { policyKeys } from './policies/index.ts'

/** Everything that the environment can say, parsed once by an entry point and handed inward. */
export type Settings = {
  mode: 'demo' | 'production'
  /** Key of the pack in force. */
  policy: string
  landlordFile: string | null
  host: string
  port: number
  /** Without a slash at its end. */
  publicUrl: string
  smtpHost: string
  smtpPort: number
  gatewayHost: string
  gatewayPort: number
  databaseUrl: string | null
  redisUrl: string | null
  smtpUrl: string | null
  /** Absolute path. */
  dataDir: string
  apiKeys: { name: string; key: string }[]
  sessionSecret: string | null
  /** Webhooks are signed with each of these: while a secret is changed, with the new one and the old one. */
  webhookSecrets: string[]
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  /** The instant at which the clock starts; null: the real clock. */
  clockStart: Date | null
}

/** Signs cookies, codes and links. The entry points do not start without it. */
export function secretOf({ sessionSecret }: Settings): string {
  if (!sessionSecret) throw new Error('SESSION_SECRET is not set')
  return sessionSecret
}

/** Every setting that cannot be used, one sentence each, saying what to write instead. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused'
  readonly sentences: string[]
  constructor(sentences: string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

const port = (otherwise: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      'write a port number from 1 to 65535',
    )
    .transform(Number)
    .default(otherwise)

const host = z
  .string()
  .refine((text) => /^[\w.:-]+$/.test(text), 'write a host name or an address such as 127.0.0.1 or 0.0.0.0')
  .default('127.0.0.1')

const url = (schemes: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `write an address such as ${example}`,
    )
    .optional()

const publicUrl = url(['http:', 'https:'], 'https://contact.landlord.example').refine(
  (text) => !text || !URL.canParse(text) || `${new URL(text).origin}/` === new URL(text).href,
  'write the scheme and the host only, such as https://contact.landlord.example, with no path after it',
)

const apiKeys = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((pair) => pair.trim())
      .filter(Boolean),
  )
  .refine(
    (pairs) => pairs.every((pair) => /^[\w.-]+:\S{16,}$/.test(pair)),
    'write name:key pairs with commas between them; each key is at least 16 characters long',
  )
  .transform((pairs) =>
    pairs.map((pair) => ({
      name: pair.slice(0, pair.indexOf(':')),
      key: pair.slice(pair.indexOf(':') + 1),
    })),
  )

/** Standard Webhooks 1.0.0: `whsec_` and the base64 of 24 to 64 bytes. */
function isWebhookSecret(text: string): boolean {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const { length } = Buffer.from(base64 ?? '', 'base64')
  return length >= 24 && length <= 64
}

const webhookSecrets = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine(
    (secrets) => secrets.every(isWebhookSecret),
    'write whsec_ and the base64 of 24 to 64 random bytes; two with a comma between them while you change it',
  )

const instant = z
  .string()
  .refine(
    (text) => /^\d{4}-.*(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
    'write an instant such as 2026-11-24T10:00:00Z',
  )
  .transform((text) => new Date(text))
  .optional()

const environment = z.object({
  CLEARWAY_MODE: z.enum(['demo', 'production'], { error: 'write demo or production' }).default('demo'),
  CLEARWAY_POLICY: z.enum(policyKeys, { error: `write one of ${policyKeys.join(', ')}` }).default('amplius'),
  CLEARWAY_LANDLORD: z.string().optional(),
  HOST: host,
  PORT: port(3000),
  PUBLIC_URL: publicUrl,
  SMTP_HOST: host,
  SMTP_PORT: port(2525),
  GATEWAY_HOST: host,
  GATEWAY_PORT: port(3001),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://clearway:secret@127.0.0.1:5432/clearway'),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://mail.landlord.example:587'),
  CLEARWAY_DATA: z.string().default('.data'),
  GATEWAY_API_KEYS: apiKeys,
  SESSION_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  CLEARWAY_WEBHOOK_SECRET: webhookSecrets,
  OIDC_ISSUER: url(['http:', 'https:'], 'https://sign-in.landlord.example'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  CLEARWAY_CLOCK: instant,
  // Between the processes of one house only: the real instant at which the clock showed CLEARWAY_CLOCK.
  CLEARWAY_CLOCK_SET_AT: instant,
})

type Environment = z.output<typeof environment>

/**
 * Reads the settings. A variable that is set to nothing counts as not set. `realNow` is the real instant, by which a
 * clock that was set earlier has run on. Throws `SettingsRefused`, naming everything that is wrong at once.
 */
export function parseSettings(env: Record<string, string | undefined>, realNow = new Date()): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new SettingsRefused(parsed.error.issues.map((issue) => sentenceAbout(issue, given)))
  }
  const said = parsed.data
  const settings: Settings = {
    mode: said.CLEARWAY_MODE,
    policy: said.CLEARWAY_POLICY,
    landlordFile: said.CLEARWAY_LANDLORD ?? null,
    host: said.HOST,
    port: said.PORT,
    publicUrl: (said.PUBLIC_URL ?? `http://${inUrl(said.HOST)}:${said.PORT}`).replace(/\/+$/, ''),
    smtpHost: said.SMTP_HOST,
    smtpPort: said.SMTP_PORT,
    gatewayHost: said.GATEWAY_HOST,
    gatewayPort: said.GATEWAY_PORT,
    databaseUrl: said.DATABASE_URL ?? null,
    redisUrl: said.REDIS_URL ?? null,
    smtpUrl: said.SMTP_URL ?? null,
    dataDir: resolve(said.CLEARWAY_DATA),
    apiKeys: said.GATEWAY_API_KEYS,
    sessionSecret: said.SESSION_SECRET ?? null,
    webhookSecrets: said.CLEARWAY_WEBHOOK_SECRET,
    oidc: signIn(said),
    clockStart: clockStart(said, realNow),
  }
  const refused = [
    ...contradictions(said),
    ...(settings.mode === 'production' ? demonstrationDefaults(settings) : []),
  ]
  if (refused.length > 0) throw new SettingsRefused(refused)
  return settings
}

/** What was found and what to write instead. Secrets, and addresses that may carry one, are not repeated. */
function sentenceAbout(
  { path, message }: z.core.$ZodIssue,
  given: Record<string, string | undefined>,
): string {
  const name = String(path[0])
  const found = /SECRET|KEYS|_URL$/.test(name) ? '' : ` is ${JSON.stringify(given[name])}, which`
  return `${name}${found} cannot be used: ${message}.`
}

/** A host as it stands in an address: IPv6 wants brackets. */
export function inUrl(name: string): string {
  return name.includes(':') ? `[${name}]` : name
}

function signIn(said: Environment): Settings['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = said
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null
}

function clockStart(said: Environment, realNow: Date): Date | null {
  const { CLEARWAY_CLOCK: start, CLEARWAY_CLOCK_SET_AT: setAt } = said
  if (!start) return null
  return setAt ? new Date(start.getTime() + realNow.getTime() - setAt.getTime()) : start
}

/** Settings that are fine alone and cannot be used together. */
function contradictions(said: Environment): string[] {
  const sentences: string[] = []
  const ports = ['PORT', 'GATEWAY_PORT', 'SMTP_PORT'] as const
  for (const [index, name] of ports.entries()) {
    const same = ports.slice(0, index).find((other) => said[other] === said[name])
    if (same) sentences.push(`${name} and ${same} are both ${said[name]}: give each a port of its own.`)
  }
  const parts = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const missing = parts.filter((name) => !said[name])
  if (missing.length > 0 && missing.length < parts.length) {
    sentences.push(`${missing.join(' and ')} must be set too: sign-in needs all of ${parts.join(', ')}.`)
  }
  return sentences
}

/** What production mode refuses, all at once. */
function demonstrationDefaults(settings: Settings): string[] {
  const checks: [boolean, string][] = [
    [
      !settings.databaseUrl,
      'DATABASE_URL is not set: the embedded database is for demonstrations; name a PostgreSQL 15 or newer.',
    ],
    [
      !settings.sessionSecret,
      'SESSION_SECRET is not set: generated secrets are for demonstrations; write at least 32 random characters.',
    ],
    [
      settings.apiKeys.length === 0,
      'GATEWAY_API_KEYS is not set: a generated key is for demonstrations; write name:key pairs.',
    ],
    [
      !settings.oidc,
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not all set: demonstration accounts and demonstration sign-in are for demonstrations; name the sign-in service of your colleagues.',
    ],
    [!settings.smtpUrl, 'SMTP_URL is not set: mail as files is for demonstrations; name a smarthost.'],
    [
      !settings.landlordFile,
      "CLEARWAY_LANDLORD is not set: the demonstration landlord is for demonstrations; name the landlord's own settings file.",
    ],
    [
      settings.clockStart !== null,
      'CLEARWAY_CLOCK is set: a clock that is not the real one is for demonstrations; remove it.',
    ],
  ]
  return checks.flatMap(([refused, sentence]) => (refused ? [sentence] : []))
}
