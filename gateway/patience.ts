/**
 * How long a door waits for the ledger before it delivers onward unfiltered. postgres.js has no deadline of its own
 * and hangs on a frozen server (measured). After a failure the breaker is open for a while, and nobody waits long again.
 */
export const patience = { urgentMs: 300, ordinaryMs: 5_000, breakerOpenMs: 50, breakerOpenForMs: 10_000 }

export class LedgerTooSlow extends Error {
  override readonly name = 'LedgerTooSlow'
}

/** SQLSTATE classes that say the server itself is in trouble: connection, no room, going down, broken, read-only. */
const inTrouble = /^(08|53|57|58|25)/

/** The code of a fault or of what caused it: drizzle wraps what postgres.js throws. What has none is a fault of our own. */
export function codeOf(fault: unknown, depth = 0): string | undefined {
  if (!(fault instanceof Error) || depth > 5) return undefined
  const { code } = fault as { code?: unknown }
  return typeof code === 'string' ? code : codeOf(fault.cause, depth + 1)
}

/** A server that answers with a fault of one contact is there: nobody else is hurried because of it. */
export function didAnswer(fault: unknown): boolean {
  const code = codeOf(fault) ?? ''
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)
  return isSqlState && !inTrouble.test(code)
}

/** One breaker for each ledger. `monotonicMs` is a clock that never steps (performance.now). */
export class Breaker {
  #openUntil = 0
  readonly #monotonicMs: () => number

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs
  }

  get isOpen(): boolean {
    return this.#monotonicMs() < this.#openUntil
  }

  /**
   * Runs `work` with a deadline. `work` gets a check to call before it commits: it throws once the wait was given up,
   * so that what the door delivered onward is not decided a second time when a frozen server wakes. `moreMs` is the
   * time that writing something large takes. A server that answers after all closes the breaker: slow is not gone.
   */
  async run<T>(urgent: boolean, work: (stillWanted: () => void) => Promise<T>, moreMs = 0): Promise<T> {
    const plainMs = this.isOpen ? patience.breakerOpenMs : urgent ? patience.urgentMs : patience.ordinaryMs
    const waitMs = plainMs + moreMs
    let givenUp = false
    let timer: NodeJS.Timeout | undefined
    const tooSlow = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        givenUp = true
        reject(new LedgerTooSlow(`the ledger did not answer within ${waitMs} ms`))
      }, waitMs)
    })
    const stillWanted = () => {
      if (!givenUp) return
      this.#openUntil = 0
      throw new LedgerTooSlow('the wait was given up')
    }
    const working = work(stillWanted)
    const answersLate = () => {
      if (givenUp) this.#openUntil = 0
    }
    working.then(answersLate, (fault) => didAnswer(fault) && answersLate())
    try {
      const result = await Promise.race([working, tooSlow])
      this.#openUntil = 0
      return result
    } catch (fault) {
      if (!didAnswer(fault)) this.#openUntil = this.#monotonicMs() + patience.breakerOpenForMs
      throw fault
    } finally {
      clearTimeout(timer)
    }
  }
}
