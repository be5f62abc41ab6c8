import type { Weekday, Window } from '../rules/restriction.ts'
import { fill, localeOf, nearestLanguage } from './compile.ts'

const zone = 'Europe/London'

/** What is asked of a calendar: a day in words, the hour and minute, or a weekday. */
const asks = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Parts = Readonly<Record<string, string>>
const formats = new Map<string, Intl.DateTimeFormat>()
const known = new Map<string, Parts>()

/** Asking the calendar is slow (measured), and a page asks for the same few days: what was asked is kept for a while. */
function partsOf(language: string, at: Date, ask: keyof typeof asks): Parts {
  const locale = localeOf(language)
  const name = `${locale} ${ask}`
  const question = `${name} ${at.getTime()}`
  const found = known.get(question)
  if (found) return found
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...asks[ask] })
  formats.set(name, format)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  if (known.size > 2_000) known.clear()
  known.set(question, parts)
  return parts
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
  const { weekday = '', day = '', month = '', year = '' } = partsOf(language, instant, 'day')
  const isThisYear = now !== undefined && londonYear(now) === londonYear(instant)
  return fill(language, isThisYear ? 'when.day-this-year' : 'when.day', { weekday, day, month, year })
}

function londonYear(at: Date): string | undefined {
  return partsOf('en', at, 'day').year
}

/** The last London day that ends at or just before an instant: for ends that are told as "until the end of". */
export function sayLastDay(language: string, end: Date, now?: Date): string {
  return sayDay(language, new Date(end.getTime() - 1), now)
}

/** The London clock of an instant as hour and minute. */
function clockOf(at: Date): { hour: number; minute: number } {
  const { hour = '0', minute = '0' } = partsOf('en', at, 'clock')
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
  return partsOf(language, noonOf(`2024-01-0${weekday}`), 'day').weekday ?? ''
}

const lists = new Map<string, Intl.ListFormat>()

/** 'a, b and c', or with `or`. */
export function sayList(language: string, items: string[], join: 'and' | 'or' = 'and'): string {
  const type = join === 'and' ? 'conjunction' : 'disjunction'
  if (join === 'and' && nearestLanguage(language) === 'cy') return sayWelshList(items)
  const name = `${localeOf(language)} ${type}`
  const format = lists.get(name) ?? new Intl.ListFormat(localeOf(language), { type })
  lists.set(name, format)
  return format.format(items)
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
