import bundled from './bank-holidays.json' with { type: 'json' }

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

/** The days on which nobody works in one nation, and the last day for which they are all known. */
export type Calendar = { holidays: ReadonlySet<string>; knownUntil: string }

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function inYear(days: Iterable<string>, year: number): number {
  return [...days].filter((day) => yearOf(day) === year).length
}

/**
 * The bundled bank holidays of a nation together with `seen`: days ('YYYY-MM-DD') that the official feed has shown
 * since. A union, so that a feed that forgets a day takes none away. The feed may show one day of a year long before
 * the others: a year is known only once it has as many days as the shortest year of the bundle.
 */
export function calendarOf(nation: Nation, seen: Iterable<string> = []): Calendar {
  const own = bundled[nation].events.map(({ date }) => date)
  const holidays = new Set([...own, ...seen])
  const years = own.map(yearOf)
  let last = Math.max(...years)
  const whole = Math.min(...years.map((year) => inYear(own, year)))
  while (inYear(holidays, last + 1) >= whole) last += 1
  return { holidays, knownUntil: `${last}-12-31` }
}
