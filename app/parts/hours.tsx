import { useSpeak } from './visit.tsx'

type Hours = { days: number[]; from: string; to: string }

/** Days and hours in words, for example 'Monday to Friday, 09:00 to 17:00'. */
export function useHours(): (hours: Hours) => string {
  const t = useSpeak()
  const day = (number: number) => t('page.day', { day: String(number) })
  return ({ days, from, to }) => {
    const sorted = [...days].sort((a, b) => a - b)
    const [first = 1, last = 1] = [sorted[0], sorted.at(-1)]
    const isRun = sorted.length > 2 && last - first === sorted.length - 1
    const names = isRun ? t('page.dayRange', { first: day(first), last: day(last) }) : sorted.map(day).join(', ')
    return t('page.hours', { days: names, from, to })
  }
}

export function HoursList({ hours }: { hours: Hours[] }) {
  const sayHours = useHours()
  return (
    <ul className="cw-plain-list">
      {hours.map((each) => (
        <li key={`${each.days.join('')}${each.from}`}>{sayHours(each)}</li>
      ))}
    </ul>
  )
}
