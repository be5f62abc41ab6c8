import pino from 'pino'

/** The portal's log. Never an address, a name or words that somebody wrote. */
export const log = pino({ name: 'portal' })
