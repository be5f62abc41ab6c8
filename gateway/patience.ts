/**
 * How long a door waits for the ledger before it delivers onward unfiltered. postgres.js has no deadline of its own
 * and hangs on a frozen server (measured). After a failure the breaker is open for a while, and nobody waits long again.
 */
export const patience = { urgentMs: 300, ordinaryMs: 5_000, breakerOpenMs: 50, breakerOpenForMs: 10_000 }

export class LedgerTooSlow extends Error {
  override readonly name = 'LedgerTooSlow'
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
   * so that what the door delivered onward is not decided a second time when a frozen server wakes.
   */
  async run<T>(urgent: boolean, work: (stillWanted: () => void) => Promise<T>): Promise<T> {
    const waitMs = this.isOpen ? patience.breakerOpenMs : urgent ? patience.urgentMs : patience.ordinaryMs
    let givenUp = false
    let timer: NodeJS.Timeout | undefined
    const tooSlow = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        givenUp = true
        reject(new LedgerTooSlow(`the ledger did not answer within ${waitMs} ms`))
      }, waitMs)
    })
    const stillWanted = () => {
      if (givenUp) throw new LedgerTooSlow('the wait was given up')
    }
    const working = work(stillWanted)
    working.catch(() => undefined)
    try {
      const result = await Promise.race([working, tooSlow])
      this.#openUntil = 0
      return result
    } catch (fault) {
      this.#openUntil = this.#monotonicMs() + patience.breakerOpenForMs
      throw fault
    } finally {
      clearTimeout(timer)
    }
  }
}
