import { pino } from 'pino'
import { startWorker } from '../../post/worker.ts'
import { openPostHouse } from './house.ts'

// A gateway's worker as a process of its own, so that a test can kill it.
const { DATABASE_URL = '', SMTP_URL = '', CLEARWAY_LANDLORD, CLEARWAY_WEBHOOK_SECRET } = process.env
const env = { CLEARWAY_LANDLORD, CLEARWAY_WEBHOOK_SECRET }
await startWorker(await openPostHouse(DATABASE_URL, SMTP_URL, env), { log: pino({ level: 'silent' }) })
process.send?.({ ready: true })
