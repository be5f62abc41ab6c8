// npm run reset: throws the demonstration data away.
import { realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const dataDir = resolve(process.env.CLEARWAY_DATA || '.data')
const cluster = join(dataDir, 'postgres')
try {
  // Started by root, the cluster may live outside, behind a link.
  const outside = realpathSync(cluster)
  if (outside !== cluster && outside.startsWith('/var/lib/clearway/'))
    rmSync(dirname(outside), { recursive: true, force: true })
} catch {
  // There is no cluster yet.
}
rmSync(dataDir, { recursive: true, force: true })
console.log(`The demonstration data in ${dataDir} is gone. npm start makes it anew.`)
