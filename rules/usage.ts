import { isInForce } from './in-force.ts'
import { calendarSpan } from './london.ts'
import type { Measure, Restriction } from './restriction.ts'

/** One number of contacts that a customer was told: how many, and the calendar span that the count is over. */
export type Limit = {
  key: string
  restrictionId: string
  clause: string
  allowed: number
  per: 'day' | 'week' | 'month'
  from: Date
  to: Date
}

/**
 * Counted contacts for each limit, this contact included. A missing entry means "could not be counted", and what
 * could not be counted is never held.
 */
export type Usage = ReadonlyMap<string, number>

type Frequency = Extract<Measure, { code: 'frequency' }>

/** Names one limit in one calendar span, so that the next week is another count and nothing is carried over. */
function limitFor(restriction: Restriction, measure: Frequency, at: Date): Limit {
  const { from, to } = calendarSpan(at, measure.per)
  const key = `${restriction.id}/${measure.limit}-per-${measure.per}/${from.toISOString()}`
  const { limit: allowed, per, clause } = measure
  return { key, restrictionId: restriction.id, clause, allowed, per, from, to }
}

/** Every limit in force at an instant, with the span in which its contacts are counted. */
export function limitsAt(restrictions: Restriction[], at: Date): Limit[] {
  return restrictions
    .filter((restriction) => isInForce(restriction, at))
    .flatMap((restriction) =>
      restriction.measures
        .filter((measure) => measure.code === 'frequency')
        .map((measure) => limitFor(restriction, measure, at)),
    )
}
