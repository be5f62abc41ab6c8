import { pino } from 'pino'
import type { Ledger } from '../db/ledger.ts'
import { codeOf, didAnswer } from './patience.ts'

/** A contact that went onward unchecked. `enter` writes it into the ledger and fails while that does not answer. */
type Waiting = { contactId: string; bytes: number; enter: () => Promise<void> }

const log = pino({ name: 'gateway' })

/** How long the ledger is left in peace after a try that it did not answer. */
const tryAgainMs = 2_000
/** More than this is not kept in memory: the desk has the message, and the ledger will not. */
const mostBytes = 64 * 1024 * 1024

/** SQLSTATE class 40: it gave way to another transaction, and the next try may pass. */
const gaveWay = /^40/

const queues = new WeakMap<Ledger, Waiting[]>()

/**
 * Keeps a contact in memory until the ledger answers, and enters it then, in the order in which they came. So what passed
 * in the bad minutes shows where everything else does, and a danger stays red until a person takes it. What is
 * still waiting when the process ends was delivered and is not entered; the log says so of each that is given up.
 */
export function enterLater(ledger: Ledger, waiting: Waiting): void {
  const queue = queues.get(ledger) ?? []
  const kept = queue.reduce((sum, { bytes }) => sum + bytes, waiting.bytes)
  if (kept > mostBytes) return giveUp(waiting, 'too much is waiting')
  queue.push(waiting)
  if (queues.has(ledger)) return
  queues.set(ledger, queue)
  void enterAll(ledger, queue)
}

function giveUp({ contactId }: Waiting, why: string): void {
  log.error({ contactId, why }, 'a contact was delivered onward and is not in the ledger')
}

async function enterAll(ledger: Ledger, queue: Waiting[]): Promise<void> {
  for (let first = queue[0]; first; first = queue[0]) {
    try {
      await first.enter()
      queue.shift()
    } catch (fault) {
      const code = codeOf(fault)
      if (code === 'CONNECTION_ENDED') {
        for (const waiting of queue.splice(0)) giveUp(waiting, 'the ledger was closed')
      } else if (!code || (didAnswer(fault) && !gaveWay.test(code))) {
        // One contact that cannot be entered must not keep the others waiting
        giveUp(first, code ?? 'it could not be written')
        queue.shift()
      } else {
        await new Promise((go) => setTimeout(go, tryAgainMs).unref())
      }
    }
  }
  queues.delete(ledger)
}
