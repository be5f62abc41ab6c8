const zone = 'Europe/London'
const minute = 60_000

const dateTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const longDateTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** 'Tue 24 Nov, 09:05', London time: short, for lists. */
export function sayShort(at: Date | string): string {
  return dateTime.format(new Date(at))
}

/** 'Tuesday 24 November 2026 at 09:05', London time. */
export function sayInstant(at: Date | string): string {
  return longDateTime.format(new Date(at)).replace(',', '')
}

/** '24 November 2026'. Takes an instant (its London day) or a calendar day 'YYYY-MM-DD'. */
export function sayDay(day: Date | string): string {
  return longDay.format(
    typeof day === 'string' && day.length === 10 ? new Date(`${day}T12:00:00Z`) : new Date(day),
  )
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** A length of time in the two units that matter: '2 hours 10 minutes', '1 day 3 hours'. Whole minutes, never negative. */
export function sayLength(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const parts =
    days > 0
      ? [plural(days, 'day'), hours > 0 ? plural(hours, 'hour') : '']
      : [hours > 0 ? plural(hours, 'hour') : '', minutes % 60 > 0 ? plural(minutes % 60, 'minute') : '']
  return parts.filter(Boolean).join(' ') || 'less than a minute'
}

/** How the reading promise stands. `soon` is the last two hours before it. */
export type ReadingPromise = { state: 'overdue' | 'soon' | 'in-time'; words: string }

/** The countdown to an instant in words (I13): '2 hours 10 minutes left', 'Overdue by 3 hours'. */
export function sayPromise(dueAt: Date | string, now: Date | string): ReadingPromise {
  const left = new Date(dueAt).getTime() - new Date(now).getTime()
  if (left < 0) return { state: 'overdue', words: `Overdue by ${sayLength(-left)}` }
  return { state: left <= 120 * minute ? 'soon' : 'in-time', words: `${sayLength(left)} left` }
}
