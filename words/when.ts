import type { Weekday, Window } from '../rules/restriction.ts'
import { fill, localeOf, nearestLanguage } from './compile.ts'

const zone = 'Europe/London'

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(language: string, at: Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const name = `${localeOf(language)} ${JSON.stringify(options)}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(name, format)
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** Noon in UTC is the same calendar day in London all year. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/**
 * A London day in words: 'Monday 23 November 2026'. Takes a civil date ('YYYY-MM-DD') or an instant. With `now`, the
 * year is left out when it is the year that `now` is in.
 */
export function sayDay(language: string, at: Date | string, now?: Date): string {
  const instant = typeof at === 'string' ? noonOf(at) : at
  const {
    weekday = '',
    day = '',
    month = '',
    year = '',
  } = partsOf(language, instant, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const isThisYear = now !== undefined && londonYear(now) === londonYear(instant)
  return fill(language, isThisYear ? 'when.day-this-year' : 'when.day', { weekday, day, month, year })
}

function londonYear(at: Date): string | undefined {
  return partsOf('en', at, { timeZone: zone, year: 'numeric' }).year
}

/** The last London day that ends at or just before an instant: for ends that are told as "until the end of". */
export function sayLastDay(language: string, end: Date, now?: Date): string {
  return sayDay(language, new Date(end.getTime() - 1), now)
}

/** The London clock of an instant as hour and minute. */
function clockOf(at: Date): { hour: number; minute: number } {
  const { hour = '0', minute = '0' } = partsOf('en', at, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return { hour: Number(hour), minute: Number(minute) }
}

/** Languages cut the day into different parts; these are the finest that any of ours needs. */
function partOfDay(hour: number, minute: number): string {
  if (minute === 0 && hour % 24 === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  if (hour < 4) return 'night'
  if (hour < 12) return 'morning'
  if (hour < 16) return 'afternoon'
  return hour < 19 ? 'evening' : 'late'
}

/** A London clock time in words: '9am', '9:30am', 'midday'. Takes an instant or 'HH:MM' ('24:00' is midnight). */
export function sayTime(language: string, at: Date | string): string {
  const { hour, minute } =
    typeof at === 'string' ? { hour: Number(at.slice(0, 2)), minute: Number(at.slice(3, 5)) } : clockOf(at)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return fill(language, 'when.time', {
    part: partOfDay(hour, minute),
    clock12: `${hour % 12 || 12}${minutes}`,
    clock24: `${hour % 24}:${String(minute).padStart(2, '0')}`,
  })
}

/** An instant in words: '9am on Tuesday 24 November 2026'. At London midnight the day alone, which then begins. */
export function sayInstant(language: string, at: Date, now?: Date): string {
  const day = sayDay(language, at, now)
  const { hour, minute } = clockOf(at)
  return hour === 0 && minute === 0
    ? day
    : fill(language, 'when.instant', { day, time: sayTime(language, at) })
}

/** The name of a weekday: 1 is Monday. */
export function sayWeekday(language: string, weekday: Weekday): string {
  // 1 January 2024 was a Monday.
  return partsOf(language, noonOf(`2024-01-0${weekday}`), { timeZone: zone, weekday: 'long' }).weekday ?? ''
}

/** 'a, b and c', or with `or`. */
export function sayList(language: string, items: string[], join: 'and' | 'or' = 'and'): string {
  const type = join === 'and' ? 'conjunction' : 'disjunction'
  if (join === 'and' && nearestLanguage(language) === 'cy') return sayWelshList(items)
  return new Intl.ListFormat(localeOf(language), { type }).format(items)
}

/** Intl leaves the choice open ("a(c)"): 'ac' stands before a vowel, 'a' before the rest. */
function sayWelshList(items: string[]): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  const and = /^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Days and hours in words: 'every Tuesday and Thursday from 9am to midday'. */
export function sayWindows(language: string, windows: Window[]): string {
  const each = windows.map(({ days, from, to }) =>
    fill(language, 'when.window', {
      days: sayList(
        language,
        [...days].sort((a, b) => a - b).map((day) => sayWeekday(language, day)),
      ),
      from: sayTime(language, from),
      to: sayTime(language, to),
    }),
  )
  return sayList(language, each)
}
