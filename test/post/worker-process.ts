import { pino } from 'pino'
import { startWorker } from '../../post/worker.ts'
import { openPostHouse } from './house.ts'

// A gateway's worker as a process of its own, so that a test can kill it.
const { DATABASE_URL = '', SMTP_URL = '' } = process.env
await startWorker(await openPostHouse(DATABASE_URL, SMTP_URL), { log: pino({ level: 'silent' }) })
process.send?.({ ready: true })
