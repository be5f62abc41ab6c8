import type { Window } from '../../rules/restriction.ts'
import { sayWindows } from '../../words/when.ts'
import { useVisit } from './visit.tsx'

/** Days and hours in words, one line for each. */
export function HoursList({ hours }: { hours: Window[] }) {
  const { language } = useVisit()
  return (
    <ul className="cw-plain-list">
      {hours.map((each) => (
        <li key={`${each.days.join('')}${each.from}`}>{sayWindows(language, [each])}</li>
      ))}
    </ul>
  )
}
