import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

/** What a demonstration needs to keep between starts. Production mode never reads it. */
export type Secrets = { postgresPassword: string; sessionSecret: string; apiKey: string }

/** Reads `secrets.json` in the data folder, or makes it, readable by this user only. */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Refusal(
        `${file} cannot be read. Put it back from a copy, or run npm run reset to begin again.`,
        {
          cause,
        },
      )
    }
  }
  const secret = () => randomBytes(24).toString('base64url')
  const secrets = { postgresPassword: secret(), sessionSecret: secret() + secret(), apiKey: secret() }
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  return secrets
}
