import { type Channel, channels } from './channel.ts'
import { isInForce, stopsAt } from './in-force.ts'
import { addDays, dayOf, instantAt, timeOf, weekdayOf } from './london.ts'
import type { Restriction, Window } from './restriction.ts'
import { limitsAt, type Usage } from './usage.ts'

/** An ordinary way that this customer can use, and from when. `opensAt` null: now. `byAppointment`: after asking first. */
export type OpenRoute = { channel: Channel; opensAt: Date | null; windows: Window[]; byAppointment?: true }

/** True when an instant falls in one of the windows, by the London clock. */
export function isWithin(windows: Window[], at: Date): boolean {
  const weekday = weekdayOf(dayOf(at))
  const time = timeOf(at)
  return windows.some(
    ({ days, from, to }) => days.some((day) => day === weekday) && from <= time && time < to,
  )
}

/** The first start of any of the windows after an instant; a week always holds one. */
function nextStart(windows: Window[], after: Date): Date {
  const today = dayOf(after)
  const starts = Array.from({ length: 8 }, (_, ahead) => addDays(today, ahead)).flatMap((day) =>
    windows
      .filter((window) => window.days.some((each) => each === weekdayOf(day)))
      .map((window) => instantAt(day, window.from)),
  )
  const later = starts.filter((start) => start > after).sort((a, b) => a.getTime() - b.getTime())
  return later[0] ?? after
}

/** Whether any restriction in force closes this channel for ordinary contact. */
export function isChannelClosed(channel: Channel, restrictions: Restriction[], at: Date): boolean {
  return restrictions.some(
    (restriction) =>
      isInForce(restriction, at) &&
      restriction.measures.some((measure) => measure.code === 'channels' && !measure.open.includes(channel)),
  )
}

/** Whether any restriction in force asks for an appointment before this way is used. Only visits can need one. */
function needsAppointment(channel: Channel, restrictions: Restriction[], at: Date): boolean {
  return (
    channel === 'visit' &&
    restrictions.some(
      (restriction) =>
        isInForce(restriction, at) &&
        restriction.measures.some(({ code }) => code === 'appointment-only' || code === 'office-access'),
    )
  )
}

/** Calendar days for which ordinary contact may rest, the first day included. */
const longestPauseDays = 14

/**
 * The instant at which a pause in this restriction is over. However long the restriction runs, contact rests for 14
 * London days from its start at the most: a pause that nobody meant to be so long opens by itself, because software
 * may open a door and never close one.
 */
export function pauseEndsAt(restriction: Restriction): Date {
  const bound = instantAt(addDays(dayOf(restriction.startsAt), longestPauseDays))
  return earlier(bound, stopsAt(restriction))
}

/** The instant at which the first obstacle to ordinary contact at `at` goes away, or null when there is none. */
function firstObstacleEnds(
  channel: Channel,
  restrictions: Restriction[],
  usage: Usage,
  at: Date,
): Date | null {
  const inForce = restrictions.filter((restriction) => isInForce(restriction, at))
  for (const restriction of inForce) {
    const stop = stopsAt(restriction)
    for (const measure of restriction.measures) {
      if (measure.code === 'pause' && at < pauseEndsAt(restriction)) return pauseEndsAt(restriction)
      if (measure.code === 'channels' && !measure.open.includes(channel)) return stop
      if (measure.code === 'times' && !isWithin(measure.windows, at)) {
        return earlier(nextStart(measure.windows, at), stop)
      }
    }
    for (const limit of limitsAt([restriction], at)) {
      if ((usage.get(limit.key) ?? 0) > limit.allowed) return earlier(limit.to, stop)
    }
  }
  return null
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}

/**
 * The earliest instant, `from` included, at which one more ordinary contact on this channel would go through.
 * `usage` counts that one more contact. Every step ends one obstacle, so the walk ends.
 */
export function earliestOpening(
  channel: Channel,
  restrictions: Restriction[],
  usage: Usage,
  from: Date,
): Date {
  let at = from
  for (let steps = 0; steps < 500; steps += 1) {
    const ends = firstObstacleEnds(channel, restrictions, usage, at)
    if (!ends) return at
    at = ends
  }
  return at
}

/** The ordinary ways that stay open (I2), each with the instant from which it can be used next. */
export function openRoutes(restrictions: Restriction[], usage: Usage, now: Date): OpenRoute[] {
  const windows = restrictions
    .filter((restriction) => isInForce(restriction, now))
    .flatMap((restriction) =>
      restriction.measures.flatMap((each) => (each.code === 'times' ? each.windows : [])),
    )
  return channels
    .filter((channel) => !isChannelClosed(channel, restrictions, now))
    .map((channel) => {
      const opens = earliestOpening(channel, restrictions, usage, now)
      const route: OpenRoute = { channel, opensAt: opens > now ? opens : null, windows }
      return needsAppointment(channel, restrictions, now) ? { ...route, byAppointment: true } : route
    })
}
