import type { customerPage } from '../../doors/console-customer.server.ts'
import { LiftForm } from './lift-form.tsx'
import { Facts, Tag } from './pieces.tsx'
import { sayMeasure } from './say-measure.ts'
import { sayRole } from './say-reason.ts'
import { sayDay, sayInstant } from './say-time.ts'

export type CustomerCase = Awaited<ReturnType<typeof customerPage>>
type Restriction = CustomerCase['restrictions'][number]

const states = {
  'to-come': { words: 'Not started', colour: 'blue' },
  'in-force': { words: 'In force', colour: 'orange' },
  lifted: { words: 'Lifted', colour: 'green' },
  ended: { words: 'Ended', colour: 'grey' },
  lapsed: { words: 'Lapsed: nobody reviewed it', colour: 'red' },
} as const

type Props = {
  restriction: Restriction
  customer: CustomerCase
  fault: { restrictionId: string; reason: string; fault: string } | null
}

/** One restriction with all that it rests on, and the way to lift it. */
export function RestrictionCard({ restriction, customer, fault }: Props) {
  const { standing } = restriction
  const runs = standing.state === 'in-force' || standing.state === 'to-come'
  const ours = fault?.restrictionId === restriction.id ? fault : null
  return (
    <section
      className={`cc-card cc-card--${standing.state}`}
      id={restriction.reference}
      aria-labelledby={`${restriction.reference}-heading`}
    >
      <h3 className="govuk-heading-m" id={`${restriction.reference}-heading`}>
        {restriction.reference}{' '}
        <Tag colour={states[standing.state].colour}>{states[standing.state].words}</Tag>
      </h3>
      {standing.review === 'overdue' && (
        <p className="cc-alarm">
          <strong>
            Review overdue since {sayDay(restriction.reviewOn)}. It stops by itself at the end of{' '}
            {sayDay(restriction.lapsesOn)}.
          </strong>
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet cc-measures">
        {restriction.measures.map((measure, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: measures never change and may repeat
          <li key={at}>
            <bdi>{sayMeasure(measure, (code) => customer.named[code] ?? code)}</bdi>
            <span className="cc-small">Rests on: {measure.clause}</span>
          </li>
        ))}
      </ul>
      <Facts
        rows={[
          ['From', sayInstant(restriction.startsAt)],
          ['Until', sayInstant(restriction.endsAt)],
          ['Stopped', standing.stoppedAt && sayInstant(standing.stoppedAt)],
          ['Review due', runs && <ReviewDay restriction={restriction} />],
          ['Reason', <bdi key="reason">{restriction.reason}</bdi>],
          ['Evidence', <Evidence key="evidence" evidence={restriction.evidence} />],
          [
            'Warned first',
            restriction.warningException ? `No: ${restriction.warningException.reason}` : 'Yes',
          ],
          [
            'Decided by',
            restriction.decidedBy &&
              `${restriction.decidedBy.name}, ${sayRole(restriction.decidedBy.role).toLowerCase()}, on ${sayDay(restriction.decidedAt)}`,
          ],
          [
            'Lifted by',
            restriction.liftedBy &&
              restriction.liftedAt &&
              `${restriction.liftedBy.name}, ${sayInstant(restriction.liftedAt)}`,
          ],
          ['Why it was lifted', restriction.liftReason],
        ]}
      />
      {runs && (
        <LiftForm
          restriction={restriction}
          mayLift={customer.mayLift}
          document={customer.document}
          fault={ours}
        />
      )}
    </section>
  )
}

function ReviewDay({ restriction: { reviewOn, standing } }: { restriction: Restriction }) {
  return (
    <>
      {sayDay(reviewOn)} {standing.review === 'overdue' && <Tag colour="red">Overdue</Tag>}
      {standing.review === 'soon' && <Tag colour="yellow">Soon</Tag>}
    </>
  )
}

export function Evidence({ evidence }: { evidence: { on: string; what: string }[] }) {
  return (
    <ul className="govuk-list cc-tight">
      {evidence.map(({ on, what }) => (
        <li key={`${on} ${what}`}>
          {sayDay(on)}: <bdi>{what}</bdi>
        </li>
      ))}
    </ul>
  )
}
