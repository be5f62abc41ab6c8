import type { alertList } from '../../doors/console-alerts.server.ts'
import { sayAlert, sayWhose, StaySafe, Whose } from './alert-pieces.tsx'
import { sayChannel } from './say-reason.ts'
import { sayLength, sayShort } from './say-time.ts'

type List = Awaited<ReturnType<typeof alertList>>
type Alert = List['open'][number]

/** How long it takes until a person takes an alert: what the landlord answers for. */
export function Figure({ figure, minutes }: Pick<List, 'figure' | 'minutes'>) {
  const { days, taken, inTime, middleMs } = figure
  if (middleMs === null) return null
  const tiles = [
    [`Taken in the last ${days} days`, taken.toLocaleString('en-GB')],
    [`Taken within ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`, `${inTime} of ${taken}`],
    ['Half were taken within', sayLength(middleMs)],
  ]
  return (
    <section aria-labelledby="figure-heading" className="cc-counts">
      <h2 id="figure-heading" className="govuk-visually-hidden">
        How long it takes
      </h2>
      <dl>
        {tiles.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function About({ alert }: { alert: Alert }) {
  return (
    <div>
      <p className="cc-alert__what">
        <strong>{sayAlert(alert.kind)}:</strong>{' '}
        <a href={`/console/contacts/${alert.contactId}`} className="govuk-link">
          <Whose customer={alert.customer} />
        </a>
        <span className="cc-small">
          {sayChannel(alert.channel)}, {sayShort(alert.raisedAt)}
        </span>
      </p>
      <StaySafe kind={alert.kind} />
    </div>
  )
}

/** What nobody has taken yet, with how long it has waited. */
export function OpenAlerts({ open, now }: Pick<List, 'open' | 'now'>) {
  if (open.length === 0) return <p className="govuk-inset-text">No alert is open.</p>
  return (
    <ol className="cc-alerts">
      {open.map((alert) => (
        <li key={alert.id} className="cc-alert cc-alert--open">
          <About alert={alert} />
          <p className="cc-alert__since">
            <strong>Open for {sayLength(now.getTime() - alert.raisedAt.getTime())}</strong>
          </p>
          <TakeButton alert={alert} />
        </li>
      ))}
    </ol>
  )
}

/** One click. `proof` says that the way here was the link in the mail. */
export function TakeButton({ alert, proof }: { alert: Alert; proof?: string | null }) {
  return (
    <form method="post" action={`/console/alerts/${alert.id}`}>
      {proof && <input type="hidden" name="proof" value={proof} />}
      <button type="submit" className="govuk-button govuk-button--warning">
        Take it
        <span className="govuk-visually-hidden">: {sayWhose(alert)}</span>
      </button>
    </form>
  )
}

/** What was taken, by whom, and after how long. */
export function TakenAlerts({ taken }: Pick<List, 'taken'>) {
  if (taken.length === 0) return <p className="govuk-body">No alert has been taken yet.</p>
  return (
    <ol className="cc-alerts">
      {taken.map((alert) => (
        <li key={alert.id} className="cc-alert">
          <About alert={alert} />
          {alert.takenAt && (
            <p className="cc-alert__since">
              <strong>After {sayLength(alert.takenAt.getTime() - alert.raisedAt.getTime())}</strong>
              <span className="cc-small">
                <bdi>{alert.takenBy}</bdi>, {sayShort(alert.takenAt)}
              </span>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
