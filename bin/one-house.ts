import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isRunning } from './alive.js'
import { Refusal } from './refusal.ts'

/** Longest time that a house takes to stop. */
const stopsWithinMs = 35_000

/**
 * One house for each data folder: two would stop each other's PostgreSQL. Waits for one that is already stopping and
 * refuses beside one that is open. `wasKilled`: the last one left without saying so.
 */
export async function takeFolder(dataDir: string) {
  const file = join(dataDir, 'house.pid')
  const giveUpAt = performance.now() + stopsWithinMs
  let wasKilled = false
  for (;;) {
    const [pid, state] = (await readFile(file, 'utf8').catch(() => '')).split(' ')
    wasKilled = Boolean(pid)
    if (!pid || Number(pid) === process.pid || !isRunning(Number(pid), 'run.ts')) break
    if (state !== 'stopping' || performance.now() > giveUpAt) {
      throw new Refusal(
        `Clearway is already running on ${dataDir} (process ${pid}). Stop it first, or set CLEARWAY_DATA to another folder.`,
      )
    }
    await delay(100)
  }
  await writeFile(file, `${process.pid} open`)
  return {
    wasKilled,
    sayStopping: async () => await writeFile(file, `${process.pid} stopping`),
    leave: async () => await rm(file, { force: true }),
  }
}
