import { sayDay } from '../../words/speak.ts'
import { useVisit } from './visit.tsx'

/** What happened, each with its day, in the words of the colleague who wrote it. */
export function Evidence({ evidence }: { evidence: { on: string; what: string }[] }) {
  const { language } = useVisit()
  return (
    <ul className="govuk-list govuk-list--bullet">
      {evidence.map(({ on, what }) => (
        <li key={on + what}>
          {sayDay(language, on)}: <bdi>{what}</bdi>
        </li>
      ))}
    </ul>
  )
}
