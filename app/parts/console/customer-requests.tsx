import { Fold, Tag, Words } from './pieces.tsx'
import type { CustomerCase } from './restriction-card.tsx'
import { factsOf, sayKind } from './say-request.ts'
import { sayDay } from './say-time.ts'

type Props = { found: CustomerCase }
type Asked = CustomerCase['requests'][number]

function stateOf({ answeredAt, consentEndedAt, dueOn }: Asked): string {
  if (consentEndedAt) return `taken back ${sayDay(consentEndedAt)}`
  return answeredAt ? `answered ${sayDay(answeredAt)}` : `answer by ${sayDay(dueOn)}`
}

function Line({ request }: { request: Asked }) {
  return (
    <p className="govuk-body">
      <a href={`/console/requests/${request.id}`} className="govuk-link">
        {sayKind(request.kind)}, {request.reference}
      </a>
      , {stateOf(request)}
    </p>
  )
}

/** What they say happened, and that no open way reaches them: whoever decides reads it first. */
export function TheirSide({ found: { requests, restrictions } }: Props) {
  const told = requests.filter(
    ({ kind, consentEndedAt }) => !consentEndedAt && (kind === 'side' || kind === 'way'),
  )
  if (told.length === 0) return null
  return (
    <section aria-labelledby="side-heading">
      <h2 id="side-heading" className="govuk-heading-m">
        Read this before you decide
      </h2>
      {told.map((request) => (
        <div key={request.id} className="cc-card cc-card--waiting">
          <Line request={request} />
          <p className="govuk-body-s">
            {request.detail.about === 'warning' && 'About a warning. '}
            {restrictions
              .filter(({ id }) => id === request.aboutId)
              .map(({ reference }) => `About ${reference}. `)}
            {request.kind === 'way' && <Tag colour="orange">For a manager</Tag>}
          </p>
          <Words>{request.account}</Words>
          {factsOf(request).map(([label, text]) => (
            <p key={label} className="govuk-body-s">
              {label}: <bdi>{text}</bdi>
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

/** Needs that hold now: adjustments, support, formats, and somebody who speaks for them. */
export function Asked({ found: { requests } }: Props) {
  const isNeed = ({ kind, consentEndedAt }: Asked) => !consentEndedAt && kind !== 'side' && kind !== 'way'
  const needs = requests.filter(isNeed)
  const ended = requests.filter(({ consentEndedAt }) => consentEndedAt)
  if (needs.length + ended.length === 0) return null
  return (
    <section aria-labelledby="asked-heading">
      <h2 id="asked-heading" className="govuk-heading-m">
        What they need and asked for
      </h2>
      {needs.map((request) => (
        <div key={request.id} className="cc-card">
          <Line request={request} />
          {factsOf(request).map(([label, text]) => (
            <p key={label} className="govuk-body-s">
              {label}: <bdi>{text}</bdi>
            </p>
          ))}
          {request.kind === 'representative' && (
            <p className="govuk-body-s">What this person sends is never limited by a restriction.</p>
          )}
        </div>
      ))}
      {ended.length > 0 && (
        <Fold summary={`Taken back (${ended.length})`}>
          {ended.map((request) => (
            <Line key={request.id} request={request} />
          ))}
        </Fold>
      )}
    </section>
  )
}
