import type { Weekday, Window } from '../../rules/restriction.ts'
import { sayTime, sayWeekday, sayWindows } from '../../words/speak.ts'
import { useSpeak, useVisit } from './visit.tsx'

/** The first and last of three or more days in a row, or null. */
function runOf(days: Weekday[]): { first: Weekday; last: Weekday } | null {
  const sorted = [...days].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || sorted.length < 3) return null
  return last - first === sorted.length - 1 ? { first, last } : null
}

/** Days and hours in words, one line for each: 'Monday to Friday, 9am to 5pm'. */
export function HoursList({ hours }: { hours: Window[] }) {
  const t = useSpeak()
  const { language } = useVisit()
  const say = (window: Window) => {
    const run = runOf(window.days)
    if (!run) return sayWindows(language, [window])
    return t('page.foot.hours', {
      first: sayWeekday(language, run.first),
      last: sayWeekday(language, run.last),
      from: sayTime(language, window.from),
      to: sayTime(language, window.to),
    })
  }
  return (
    <ul className="cw-plain-list">
      {hours.map((each) => (
        <li key={`${each.days.join('')}${each.from}`}>{say(each)}</li>
      ))}
    </ul>
  )
}
