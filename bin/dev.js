// npm run dev: the whole house, reloading as files change. Pages through Vite, the gateway by starting anew.
import { handOver } from './hand-over.js'
import { fail, installIfNeeded, requireNode20 } from './install.js'

process.env.CLEARWAY_DEV = '1'
requireNode20()
const node = installIfNeeded()
await handOver(node, 'run.ts').catch((fault) => fail(`Clearway could not be started: ${fault.message}`))
