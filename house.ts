import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Clock } from './clock.ts'
import { type Ledger, openLedger } from './db/ledger.ts'
import { findPack } from './policies/index.ts'
import { type Landlord, LandlordRefused, parseLandlord } from './policies/landlord.ts'
import { type Policy, resolvePolicy } from './policies/resolve.ts'
import { type MailOut, openMailOut } from './post/mail-out.ts'
import type { Settings } from './settings.ts'

/** What an entry point opens once and hands inward. No room reads the environment or the time by itself. */
export type House = {
  settings: Settings
  clock: Clock
  policy: Policy
  ledger: Ledger
  mail: MailOut
}

/** The policy in force: the landlord's document with the landlord's own decisions where it is silent. Throws `LandlordRefused`. */
export async function loadPolicy(settings: Settings): Promise<Policy> {
  const pack = findPack(settings.policy)
  if (!pack) throw new Error(`There is no pack named ${settings.policy}.`)
  const demonstration = fileURLToPath(new URL(`./policies/landlords/${pack.key}.json`, import.meta.url))
  const landlord = parseLandlord(
    JSON.parse(await readFile(settings.landlordFile ?? demonstration, 'utf8')),
    pack,
  )
  const faults = webhookFaults(landlord, settings)
  if (faults.length > 0) throw new LandlordRefused(faults)
  return resolvePolicy(pack, landlord)
}

/** What keeps the webhooks of these two files from being sent: found at the start, and not in an emergency. */
function webhookFaults({ alerts }: Landlord, { mode, webhookSecrets }: Settings): string[] {
  const webhooks = alerts.chain.flatMap(({ webhook }) => webhook ?? [])
  const isPlain = webhooks.some((url) => url.startsWith('http:'))
  return [
    ...(webhooks.length > 0 && webhookSecrets.length === 0
      ? [
          'alerts.chain names a webhook, and CLEARWAY_WEBHOOK_SECRET is not set: write whsec_ and the base64 of 24 to 64 random bytes there.',
        ]
      : []),
    ...(mode === 'production' && isPlain
      ? ['alerts.chain has a webhook that begins with http: outside a demonstration it needs https.']
      : []),
  ]
}

/** Opens the house. Connections are lazy: a PostgreSQL that is down does not stop a gateway from opening its doors. */
export async function openHouse(settings: Settings, clock: Clock): Promise<House> {
  if (!settings.databaseUrl)
    throw new Error('DATABASE_URL is not set: npm start sets it for the embedded PostgreSQL')
  const policy = await loadPolicy(settings)
  return {
    settings,
    clock,
    policy,
    ledger: openLedger(settings.databaseUrl),
    mail: openMailOut({ smtpUrl: settings.smtpUrl, dataDir: settings.dataDir, landlord: policy.landlord }),
  }
}
