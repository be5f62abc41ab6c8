import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import {
  Logger,
  type Runner,
  type RunnerOptions,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import { type Logger as Log, pino } from 'pino'
import type { Jobs } from '../db/jobs.ts'
import type { House } from '../house.ts'
import { callAlert, escalateAlert } from './call-alert.ts'
import { deliverContact } from './deliver-contact.ts'
import { drawDailySample } from './draw-sample.ts'
import { refreshBankHolidays } from './refresh-bank-holidays.ts'
import { sendNotice } from './send-notice.ts'
import { freeJobsOfTheDead, livingWorker, shortenWaits } from './tend-jobs.ts'

export type PostWorker = { stop(): Promise<void> }

type Options = { log?: Log; concurrency?: number; tendEveryMs?: number }

/**
 * Does what was asked for in the transactions: delivers contacts and sends notices. Begins at once and needs no
 * PostgreSQL to begin: while there is none, it tries again. `stop` lets running jobs finish for up to ten seconds;
 * what is still open then is done by whoever starts next.
 */
export async function startWorker(house: House, options: Options = {}): Promise<PostWorker> {
  const { log = pino({ name: 'post' }), concurrency = 5, tendEveryMs = 5_000 } = options
  const stopping = new AbortController()
  const runners = new Set<Runner>()

  const rest = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  async function keepRunning(work: Work): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      let runner: Runner | null = null
      try {
        runner = await openRunner(house, log, work)
        runners.add(runner)
        failures = 0
        if (stopping.signal.aborted) await runner.stop()
        await runner.promise
      } catch (fault) {
        log.error({ fault: faultCode(fault) }, 'the worker stopped and will start again')
      }
      if (runner) runners.delete(runner)
      await rest(Math.min(15_000, 500 * 2 ** failures))
    }
  }

  async function keepTending(): Promise<void> {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      try {
        // Who starts takes up at once what a killed worker left; later, one that is only reconnecting gets time to.
        await freeJobsOfTheDead(house.ledger.db, turn < 3 ? 2 : 10)
        await shortenWaits(house.ledger.db)
      } catch (fault) {
        log.warn({ fault: faultCode(fault) }, 'jobs could not be tended and will be later')
      }
      await rest(tendEveryMs)
    }
  }

  const finished = Promise.all([
    // Once a day in the small hours, at odd minutes; a worker that was down then does it when it is back.
    keepRunning({
      concurrency,
      taskList: tasksOf(house, log),
      crontab: '17 4 * * * refresh-bank-holidays ?fill=1d\n23 3 * * * draw-sample ?fill=1d',
    }),
    // A runner of its own, with room for every way at once: no slow mail server and no webhook that hangs keeps a call back.
    keepRunning({
      concurrency: house.policy.landlord.alerts.chain.length + 2,
      taskList: alertTasksOf(house, log),
      parsedCronItems: [],
    }),
    keepTending(),
  ])
  return {
    async stop() {
      stopping.abort()
      await Promise.all([...runners].map((runner) => runner.stop().catch(() => undefined)))
      await Promise.race([finished, pause(10_000, undefined, { ref: false })])
    },
  }
}

type Work = Pick<RunnerOptions, 'concurrency' | 'taskList' | 'crontab' | 'parsedCronItems'>

async function openRunner(house: House, log: Log, work: Work): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  // When it stops, graphile-worker takes its listeners off before its connections are closed: a PostgreSQL that stops in
  // that moment would end the whole process.
  events.on('pool:create', ({ ctx }) => {
    const { pgPool } = ctx as typeof ctx & { pgPool?: EventEmitter }
    pgPool?.on('error', () => undefined)
  })
  // The connection that listens lives as long as this worker does: what it locks says that the worker lives. It does
  // so once it has nothing else to do, which is when it listens.
  events.on('pool:listen:success', ({ client, workerPool }) => {
    client.once('drain', () => {
      client
        .query('select pg_advisory_lock(hashtext($1), hashtext($2))', [livingWorker, workerPool.id])
        .catch((fault: unknown) =>
          log.warn({ fault: faultCode(fault) }, 'the worker could not say that it lives'),
        )
    })
  })
  return await run({
    connectionString: house.settings.databaseUrl ?? undefined,
    noHandleSignals: true,
    pollInterval: 2_000,
    events,
    logger: quietLogger(log),
    ...work,
  })
}

/** What failed, as a name or a code: the text of an error can hold an address or a piece of a message. */
function faultCode(fault: unknown): string {
  const cause = (fault as { cause?: unknown })?.cause
  const { code, name } = (cause ?? fault ?? {}) as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}

/** Runs the work; a fault is kept with the job by its code alone, and the job is tried again. `about` holds ids. */
async function doJob(
  log: Log,
  name: keyof Jobs | 'refresh-bank-holidays' | 'draw-sample',
  about: object,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
    log.info({ ...about }, `${name}: done`)
  } catch (fault) {
    const code = faultCode(fault)
    log.warn({ ...about, fault: code }, `${name}: failed, and will be tried again`)
    // oxlint-disable-next-line preserve-caught-error -- the job's row would keep the cause, and that may name somebody
    throw new Error(`${name} failed (${code})`)
  }
}

function tasksOf(house: House, log: Log): TaskList {
  return {
    'deliver-contact': async (payload) => {
      const about = payload as Jobs['deliver-contact']
      await doJob(log, 'deliver-contact', about, () => deliverContact(house, about.contactId))
    },
    'send-notice': async (payload) => {
      const { noticeId, to } = payload as Jobs['send-notice']
      await doJob(log, 'send-notice', { noticeId }, () => sendNotice(house, noticeId, { to, log }))
    },
    'draw-sample': async () => {
      await doJob(log, 'draw-sample', {}, async () => {
        await drawDailySample(house)
      })
    },
    'refresh-bank-holidays': async () => {
      await doJob(log, 'refresh-bank-holidays', {}, () => refreshBankHolidays(house, { log }))
    },
  }
}

function alertTasksOf(house: House, log: Log): TaskList {
  return {
    'call-alert': async (payload) => {
      const about = payload as Jobs['call-alert']
      await doJob(log, 'call-alert', about, () => callAlert(house, about))
    },
    'escalate-alert': async (payload) => {
      const about = payload as Jobs['escalate-alert']
      await doJob(log, 'escalate-alert', about, () => escalateAlert(house, about))
    },
  }
}

/** What the runner says about itself, without the payloads and errors that it attaches. Each job is logged above. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (message.startsWith('Failed task') || message.startsWith('Completed task')) return
    const own = level === 'error' || level === 'warning' ? log.warn.bind(log) : log.debug.bind(log)
    own(message)
  })
}
