import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { root } from './build.ts'
import { installByApt } from './find-services.ts'
import { Refusal } from './refusal.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Playwright's own Chromium, else one on the path, else Playwright's download, else the system's packages. */
export function findBrowser(): string {
  const found = own() ?? onPath()
  if (found) return found
  console.log('Fetching a browser for the journeys. This takes a minute or two the first time.')
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  // Its libraries come with it for root only: as anybody else it would ask for a password.
  const libraries = process.getuid?.() === 0 ? ['--with-deps'] : []
  spawnSync(process.execPath, [cli, 'install', ...libraries, 'chromium'], {
    stdio: 'ignore',
    timeout: 240_000,
  })
  const fetched = own()
  if (fetched && starts(fetched)) return fetched
  installByApt('chromium')
  const installed = onPath()
  if (installed) return installed
  throw new Refusal(
    'There is no browser for the journeys. Install Chromium, or run "npx playwright install --with-deps chromium", and run npm test again.',
  )
}

function own(): string | null {
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return files.find(mayRun) ?? null
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function starts(file: string): boolean {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
