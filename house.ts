import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Clock } from './clock.ts'
import { type Ledger, openLedger } from './db/ledger.ts'
import { findPack } from './policies/index.ts'
import { parseLandlord } from './policies/landlord.ts'
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
  return resolvePolicy(pack, landlord)
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
