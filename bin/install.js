// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lockfile = join(root, 'package-lock.json')
// Written last: an install that was cut off has no stamp, so the next start does it again.
const stamp = join(root, 'node_modules', '.clearway-installed')

function wanted() {
  return createHash('sha256')
    .update(readFileSync(lockfile))
    .update(process.platform)
    .update(process.arch)
    .digest('hex')
}

/** Ends with a sentence when this Node is too old. */
export function requireNode20() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Clearway needs Node 20 or newer to start; this is Node ${process.versions.node}. Install it from https://nodejs.org and start again.`,
    )
  }
}

/** Ends this command with one sentence. */
export function fail(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** Installs the packages of the lockfile when they are missing, incomplete or out of date. */
export function installIfNeeded() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  if (existsSync(join(root, 'node_modules', '.package-lock.json')) && isComplete())
    return writeFileSync(stamp, wanted())
  console.log('Installing packages. This takes a minute or two the first time.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync(npm, options, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error || status !== 0) {
    fail(
      'The packages could not be installed. Check that this machine reaches the npm registry and that this folder is writable, then start again.',
    )
  }
  writeFileSync(stamp, wanted())
  return undefined
}

/** True when `npm ci` has just put exactly this lockfile's packages in place: its own record names the same versions. */
function isComplete() {
  const installed = JSON.parse(
    readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
  ).packages
  const locked = JSON.parse(readFileSync(lockfile, 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** Node 24 from the `node` package. */
export const node24 = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
