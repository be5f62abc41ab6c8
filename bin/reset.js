// npm run reset: throws the demonstration data away. Plain JavaScript for Node 20; it needs nothing installed.
import { existsSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isRunning, postgresOn } from './alive.js'
import { fail, root } from './install.js'

const dataDir = resolve(root, process.env.CLEARWAY_DATA || '.data')
const cluster = join(dataDir, 'postgres')
// Only what Clearway made itself: the folder may be somebody's, with other things in it.
const made = ['postgres', 'postgres.making', 'postgres.password', 'mail', 'secrets.json', 'house.pid']

const [pid] = read(join(dataDir, 'house.pid')).split(' ')
if (pid && isRunning(Number(pid), 'run.ts')) {
  fail(`Clearway is running on ${dataDir} (process ${pid}). Stop it first, and run npm run reset again.`)
}
await stopPostgres()
// Started by root, the cluster may live outside, behind a link.
const outside = existsSync(cluster) ? realpathSync(cluster) : cluster
if (outside.startsWith('/var/lib/clearway/')) rmSync(dirname(outside), { recursive: true, force: true })
for (const name of made) rmSync(join(dataDir, name), { recursive: true, force: true })
if (existsSync(dataDir) && readdirSync(dataDir).length === 0) rmdirSync(dataDir)
console.log(`The demonstration data in ${dataDir} is gone. npm start makes it anew.`)

/** Stops a server that a killed run left behind. */
async function stopPostgres() {
  const server = postgresOn(cluster)
  if (typeof server !== 'number') return
  process.kill(server, 'SIGINT')
  for (let tries = 0; tries < 200 && postgresOn(cluster) === server; tries += 1) await delay(50)
  if (postgresOn(cluster) === server)
    fail(`PostgreSQL (process ${server}) does not stop. Stop it, and run npm run reset again.`)
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
