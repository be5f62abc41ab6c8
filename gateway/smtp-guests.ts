import type { MailLimits } from './smtp-limits.ts'

type Guest = { address: string; isRelay: boolean; deadline: NodeJS.Timeout }

/** Who is connected now: idle and dripping strangers must never use up the places of the landlord's relays. */
export class Guests {
  readonly #limits: MailLimits
  readonly #inside = new Map<string, Guest>()

  constructor(limits: MailLimits) {
    this.#limits = limits
  }

  /** Lets a session in, or says why not. `onDeadline` is called when the whole session has taken too long. */
  admit(
    sessionId: string,
    address: string,
    isRelay: boolean,
    onDeadline: () => void,
  ): 'full' | 'too many from this address' | null {
    const { connections, connectionsPerAddress, keptForRelays, sessionMs, relaySessionMs } = this.#limits
    const inside = [...this.#inside.values()]
    if (inside.length >= connections) return 'full'
    if (!isRelay) {
      const strangers = inside.filter((guest) => !guest.isRelay)
      if (strangers.length >= connections - keptForRelays) return 'full'
      if (strangers.filter((guest) => guest.address === address).length >= connectionsPerAddress)
        return 'too many from this address'
    }
    const deadline = setTimeout(onDeadline, isRelay ? relaySessionMs : sessionMs)
    deadline.unref()
    this.#inside.set(sessionId, { address, isRelay, deadline })
    return null
  }

  leave(sessionId: string): void {
    clearTimeout(this.#inside.get(sessionId)?.deadline)
    this.#inside.delete(sessionId)
  }

  isRelay(sessionId: string): boolean {
    return this.#inside.get(sessionId)?.isRelay ?? false
  }
}
