import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { landlordFile } from '../policies/demonstration-landlord.ts'

/** A settings file of the Amplius demonstration landlord with these alerts. `close` throws it away. */
export async function aLandlordFile(alerts: unknown) {
  const folder = await mkdtemp(join(tmpdir(), 'clearway-landlord-'))
  const path = join(folder, 'landlord.json')
  await writeFile(path, JSON.stringify({ ...landlordFile('amplius'), alerts }))
  return { path, close: () => rm(folder, { recursive: true }) }
}
