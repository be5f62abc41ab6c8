// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lockfile = join(root, 'package-lock.json')
const installed = join(root, 'node_modules', '.package-lock.json')
// Written last: an install that was cut off has no stamp, so the next start does it again.
const stamp = join(root, 'node_modules', '.clearway-installed')
const onWindows = process.platform === 'win32'

/** Node 24 from the `node` package. */
const ownNode = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node')

/** Ends this command with one sentence. */
export function fail(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/** Ends with a sentence when this Node is too old. */
export function requireNode20() {
  if (majorOf(process.version) >= 20) return
  fail(
    `Clearway needs Node 20 or newer to start; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`,
  )
}

/** Installs the packages of the lockfile when they are missing, incomplete or out of date. Gives the Node to run on. */
export function installIfNeeded() {
  const wanted = createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
  if (read(stamp) !== wanted) {
    if (!isComplete()) install()
    write(wanted)
  }
  return nodeToRunOn()
}

function install() {
  console.log('Installing packages. This takes a minute or two the first time.')
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  const { status, signal, error } = spawnSync(onWindows ? 'npm.cmd' : 'npm', options, {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
  })
  if (signal === 'SIGINT' || status === 130) process.exit(130)
  if (!error && status === 0) return
  fail(
    'The packages could not be installed. Check that this machine reaches the npm registry and that this folder is writable, then start again.',
  )
}

/** True when npm's own record of what it put in place names the lockfile's versions, and Node 24 runs. */
function isComplete() {
  try {
    const present = JSON.parse(readFileSync(installed, 'utf8')).packages
    const locked = Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages)
    return (
      majorOf(versionOf(ownNode)) >= 24 &&
      locked.every(
        ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
      )
    )
  } catch {
    return false
  }
}

function nodeToRunOn() {
  if (existsSync(ownNode)) return ownNode
  if (majorOf(process.version) >= 24) return process.execPath
  return fail(
    'Node 24 was not put in place, because npm is set not to run install scripts. Run "npm ci --ignore-scripts=false" and start again.',
  )
}

function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? ''
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0)
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function write(text) {
  try {
    writeFileSync(stamp, text)
  } catch {
    // Somebody else's folder, completely installed: the next start looks again.
  }
}
