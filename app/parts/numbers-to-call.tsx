import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** Whom to call now, the most dangerous first. Calling is quicker than any form. */
export function NumbersToCall() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const lines = [
    { key: 'call-danger', number: landlord.emergency },
    { key: 'call-gas', number: landlord.gas },
    { key: 'call-power', number: landlord.power },
    { key: 'call-repair', number: landlord.urgentRepairs },
  ] as const
  return (
    <section className="cw-answer cw-answer--alarm" aria-labelledby="call-heading">
      <h2 id="call-heading" className="govuk-heading-m">
        {t('page.report.call')}
      </h2>
      <dl className="cw-calls">
        {lines.map(({ key, number }) => (
          <div key={key}>
            <dt>{t(`page.report.${key}`)}</dt>
            <dd>
              <Phone number={number} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
