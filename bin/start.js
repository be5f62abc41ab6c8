// npm start. Plain JavaScript for Node 20: it installs what is missing and hands over to Node 24.
import { fail, installIfNeeded, requireNode20 } from './install.js'
import { handOver } from './hand-over.js'

requireNode20()
const node = installIfNeeded()
await handOver(node, 'run.ts').catch((fault) => fail(`Clearway could not be started: ${fault.message}`))
