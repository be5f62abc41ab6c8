import type { Channel } from './channel.ts'

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Hours on some days of the week, London time, `from` inclusive and `to` exclusive, as 'HH:MM'. */
export type Window = { days: Weekday[]; from: string; to: string }

/**
 * What a restriction asks of the customer. `clause` is the place in the landlord's document that this measure
 * rests on, kept with the restriction so that a later version of the document never rewrites it.
 */
export type Measure = { clause: string } & (
  | { code: 'channels'; open: Channel[] }
  | { code: 'frequency'; limit: number; per: 'day' | 'week' | 'month' }
  | { code: 'times'; windows: Window[] }
  | { code: 'named-colleague'; colleague: string }
  | { code: 'closed-subject'; subject: string; words: string[] }
  | { code: 'no-further-consideration'; subject: string; words: string[] }
  | { code: 'significant-only' }
  | { code: 'through-representative'; name: string; address: string }
  | { code: 'pause' }
  | {
      code:
        | 'appointment-only'
        | 'office-access'
        | 'visit-precautions'
        | 'involvement'
        | 'applications'
        | 'police'
        | 'legal-action'
        | 'behaviour-contract'
        | 'injunction'
        | 'possession-notice'
        | 'possession'
        | 'complaint-not-investigated'
      detail: string
    }
)

/** A restriction as the rules see it: no reasons, no health facts (I11), only what it asks and for how long. */
export type Restriction = {
  id: string
  measures: Measure[]
  startsAt: Date
  endsAt: Date
  /** The day on which it stops by itself when its review has not been held (I6): review date plus the landlord's grace. */
  lapsesOn: string
  liftedAt: Date | null
}
