/** The one source of the time. It is handed inward; no room reads the time by itself. */
export type Clock = { now(): Date }

/** The real clock, or one that showed `start` at the moment of the call and runs on from there (demonstration only). */
export function makeClock(start: Date | null): Clock {
  if (!start) return { now: () => new Date() }
  const offsetMs = start.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offsetMs) }
}
