import { Phone } from '../phone.tsx'
import { useVisit } from '../visit.tsx'

/** What to say before anything else when somebody may be in danger: whom to call, in the words for it. */
export function UrgentFirst() {
  const { landlord } = useVisit()
  const lines = [
    ['Fire, or somebody in danger', landlord.emergency],
    ['Smell of gas: go outside first', landlord.gas],
    ['No electricity in the street', landlord.power],
    ['Urgent repairs, at any hour', landlord.urgentRepairs],
  ] as const
  return (
    <section className="cc-urgent-first" aria-labelledby="urgent-first-heading">
      <h2 id="urgent-first-heading" className="govuk-heading-m">
        Is it urgent? Give these numbers first
      </h2>
      <dl>
        {lines.map(([words, number]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <Phone number={number} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
