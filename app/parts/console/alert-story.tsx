import type { AlertStory } from '../../doors/console-alerts.server.ts'
import { TakeButton } from './alert-list.tsx'
import { sayAlert, sayFault, StaySafe } from './alert-pieces.tsx'
import { Banner, Tag } from './pieces.tsx'
import { sayInstant, sayLength, sayShort } from './say-time.ts'

const ways = { mail: 'by mail', webhook: 'by webhook' } as const

/** What has just happened to an alert: this colleague took it, or another one had. */
export function TakenBanner({ alerts, done }: { alerts: AlertStory[]; done: string | null }) {
  const alert = alerts.find(({ kind }) => done === `taken-${kind}`)
  if (!alert?.takenAt) return null
  if (!alert.isTheirs) {
    return (
      <Banner
        kind="plain"
        heading={`Somebody was quicker: ${alert.takenBy ?? 'a colleague'} took this alert on ${sayInstant(alert.takenAt)}.`}
      >
        <p className="govuk-body">What you pressed changed nothing. Ask them if they need help.</p>
      </Banner>
    )
  }
  return (
    <Banner kind="success" heading="You took this alert. Nobody else is called about it.">
      <p className="govuk-body">Please reach the person now. Everybody can see that you took it.</p>
    </Banner>
  )
}

/** Everything that an alert did: whom it called, which way, whether that got through, and who took it. */
export function AlertStories({ alerts, now }: { alerts: AlertStory[]; now: Date }) {
  if (alerts.length === 0) return null
  return (
    <section aria-labelledby="alert-heading">
      <h2 id="alert-heading" className="govuk-heading-m">
        {alerts.length === 1 ? 'The alert' : 'The alerts'}
      </h2>
      {alerts.map((alert) => (
        <Story key={alert.id} alert={alert} now={now} />
      ))}
    </section>
  )
}

function Story({ alert, now }: { alert: AlertStory; now: Date }) {
  const waited = (alert.takenAt ?? now).getTime() - alert.raisedAt.getTime()
  return (
    <div className={`cc-story${alert.takenAt ? '' : ' cc-story--open'}`}>
      <p className="govuk-body">
        {alert.takenAt ? <Tag colour="green">Taken</Tag> : <Tag colour="red">Open</Tag>}{' '}
        <strong>{sayAlert(alert.kind)}.</strong> Raised {sayShort(alert.raisedAt)}
        {alert.takenAt ? (
          <>
            , taken by <bdi>{alert.takenBy}</bdi> after {sayLength(waited)}.
          </>
        ) : (
          `, open for ${sayLength(waited)}.`
        )}
      </p>
      <StaySafe kind={alert.kind} />
      <ul className="govuk-list cc-tight">
        {alert.calls.map(({ id, calledAt, target, by, fault }) => (
          <li key={id}>
            {sayShort(calledAt)}: <bdi>{target}</bdi> {ways[by]},{' '}
            {fault ? <strong className="cc-fault">{sayFault(fault)}</strong> : 'got through'}
          </li>
        ))}
        {alert.failing.map(({ round, by, fault }) => (
          <li key={`${round} ${by}`}>
            Now: {ways[by]}, <strong className="cc-fault">{sayFault(fault)}</strong>. It is tried again.
          </li>
        ))}
        {alert.calls.length === 0 && alert.failing.length === 0 && (
          <li>
            {alert.takenAt ? 'It was taken before anybody was called.' : 'Nobody has been reached yet.'}
          </li>
        )}
      </ul>
      {!alert.takenAt && <TakeButton alert={alert} />}
    </div>
  )
}
