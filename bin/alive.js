// Plain JavaScript for Node 20: also used before anything is installed.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/**
 * The command line of a running process; null when there is none. A number in a file may meanwhile belong to another
 * program, so nothing is stopped for its number alone.
 * @param {number} pid
 * @returns {string | null}
 */
function commandOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || null
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function exists(pid) {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

/**
 * Whether a process runs whose command line has these words.
 * @param {number} pid
 * @param {string} words
 */
export function isRunning(pid, words) {
  return commandOf(pid)?.includes(words) ?? false
}

/**
 * The PostgreSQL that runs on this cluster, by its own lock file: its number, `null` when none runs, or `'another'`
 * when the number has gone to another program since (a crash and a restart of the machine) or to one that has ended
 * and that nobody has asked about yet.
 * @param {string} cluster
 * @returns {number | 'another' | null}
 */
export function postgresOn(cluster) {
  let pid
  try {
    pid = Number(readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n')[0])
  } catch {
    return null
  }
  if (!Number.isInteger(pid) || pid < 2 || !exists(pid)) return null
  if (process.platform !== 'linux') return isRunning(pid, cluster) ? pid : 'another'
  try {
    // A PostgreSQL server works in its own data folder.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? pid : 'another'
  } catch {
    return 'another'
  }
}
