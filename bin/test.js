// npm test. Plain JavaScript for Node 20: it installs what is missing and hands over to Node 24.
import { handOver } from './hand-over.js'
import { fail, installIfNeeded, requireNode20 } from './install.js'

requireNode20()
const node = installIfNeeded()
await handOver(node, 'run-tests.ts').catch((fault) =>
  fail(`The tests could not be started: ${fault.message}`),
)
