import { linesOfKind, type UrgentKind, type UrgentLine } from '../../rules/urgent-kind.ts'
import type { Key } from '../../words/speak.ts'
import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

const words: Record<UrgentLine, Key> = {
  emergency: 'page.report.call-danger',
  text: 'page.report.call-text',
  relay: 'page.report.call-relay',
  gas: 'page.report.call-gas',
  power: 'page.report.call-power',
  repair: 'page.report.call-repair',
}

/** Whom to call now about this, the right one first and largest. Calling is quicker than any form. */
export function NumbersToCall({ kind }: { kind: UrgentKind }) {
  const t = useSpeak()
  const { landlord } = useVisit()
  const numbers: Record<UrgentLine, string> = {
    emergency: landlord.emergency,
    text: landlord.emergencyText,
    relay: landlord.relay,
    gas: landlord.gas,
    power: landlord.power,
    repair: landlord.urgentRepairs,
  }
  return (
    <section className="cw-answer cw-answer--alarm" aria-labelledby="call-heading">
      <h2 id="call-heading" className="govuk-heading-m">
        {t('page.report.call')}
      </h2>
      <dl className="cw-calls cw-calls--now">
        {linesOfKind[kind].map((line) => (
          <div key={line}>
            <dt>{t(words[line])}</dt>
            <dd>
              <Phone number={numbers[line]} way={line === 'text' ? 'sms' : 'tel'} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
