// Brings an existing PostgreSQL to this version, and fills an empty one with the demonstration in demonstration mode.
import { makeClock } from '../clock.ts'
import { seedIfEmpty } from '../db/demonstration.ts'
import { migrate } from '../db/migrate.ts'
import { parseSettings } from '../settings.ts'

const settings = parseSettings(process.env)
if (!settings.databaseUrl) throw new Error('DATABASE_URL is not set.')
await migrate(settings.databaseUrl)
if (settings.mode === 'demo') {
  await seedIfEmpty({ databaseUrl: settings.databaseUrl, settings, clock: makeClock(settings.clockStart) })
}
