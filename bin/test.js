// npm test. Plain JavaScript for Node 20: it installs what is missing and hands over to Node 24.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installIfNeeded, node24, requireNode20, root } from './install.js'

requireNode20()
installIfNeeded()

const args = [
  '--disable-warning=ExperimentalWarning',
  join(root, 'bin', 'run-tests.ts'),
  ...process.argv.slice(2),
]
process.exit(spawnSync(node24, args, { cwd: root, stdio: 'inherit' }).status ?? 1)
