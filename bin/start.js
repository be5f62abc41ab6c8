// npm start. Plain JavaScript for Node 20: it installs what is missing and hands over to Node 24.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installIfNeeded, node24, requireNode20, root } from './install.js'

requireNode20()
installIfNeeded()

const child = spawn(
  node24,
  ['--disable-warning=ExperimentalWarning', join(root, 'bin', 'run.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
// A terminal sends Ctrl-C to both; this one waits until the other has stopped everything. A signal sent to this one alone is passed on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
