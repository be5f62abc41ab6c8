import { endOfDay } from './london.ts'
import type { Restriction } from './restriction.ts'

/** The instant at which a restriction stops: lifted, ended, or lapsed because nobody reviewed it, whichever is first (I6). */
export function stopsAt(restriction: Restriction): Date {
  const times = [restriction.endsAt.getTime(), endOfDay(restriction.lapsesOn).getTime() + 1]
  if (restriction.liftedAt) times.push(restriction.liftedAt.getTime())
  return new Date(Math.min(...times))
}

/** True from the start, inclusive, to the stop, exclusive. Nothing has to run for a restriction to end. */
export function isInForce(restriction: Restriction, at: Date): boolean {
  return restriction.startsAt <= at && at < stopsAt(restriction)
}
