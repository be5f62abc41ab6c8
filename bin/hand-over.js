// Plain JavaScript for Node 20.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.js'

/**
 * Runs a command of this folder on `node`, passes signals on and ends as it ends. The other one sees at once when this
 * process is gone (the channel between them closes), and then stops all that it started.
 * @param {string} node
 * @param {string} file
 */
export async function handOver(node, file) {
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'bin', file), ...process.argv.slice(2)]
  const child = spawn(node, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // A terminal's Ctrl-C reaches both; the other one knows an echo from a second wish.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm was ended in a way that it could not pass on.
  const parent = process.ppid
  const watch = () => process.ppid !== parent && child.kill('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref()
  const code = await new Promise((ended, failed) => {
    child.once('error', failed)
    child.once('exit', (status, signal) => ended(status ?? (signal === 'SIGINT' ? 130 : 1)))
  })
  process.exit(code)
}
