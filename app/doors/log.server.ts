import pino from 'pino'

type Fault = { type: string; code?: string; at?: string[]; cause?: Fault }

/** Where and what kind, never the message: a query that failed has the customer's address in its own. */
function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    at: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeFault(error.cause) }),
  }
}

/** The portal's log. Never an address, a name or words that somebody wrote. */
export const log = pino({ name: 'portal', serializers: { err: describeFault } })
