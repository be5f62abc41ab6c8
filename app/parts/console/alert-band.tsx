import type { Chrome } from '../../doors/console.server.ts'
import { sayAlert, sayWhose, StaySafe, Whose } from './alert-pieces.tsx'
import { sayLength } from './say-time.ts'

/** So many are shown one by one above a page; the list has them all. */
const mostShown = 3

/** Red on top of every page until a person takes it. It counts at each load: there is no script. */
export function AlertBand({ alerts, now }: Pick<Chrome, 'alerts' | 'now'>) {
  if (alerts.length === 0) return null
  const more = alerts.length - mostShown
  return (
    <section className="cc-band" aria-labelledby="band-heading">
      <div className="cc-width">
        <h2 id="band-heading" className="cc-band__heading">
          {alerts.length === 1
            ? 'Alert: nobody has taken it yet'
            : `${alerts.length} alerts: nobody has taken them yet`}
        </h2>
        <ul className="cc-band__list">
          {alerts.slice(0, mostShown).map((alert) => (
            <li key={alert.id} className="cc-band__alert">
              <div>
                <p className="cc-band__what">
                  <strong>{sayAlert(alert.kind)}:</strong>{' '}
                  <a href={`/console/contacts/${alert.contactId}`}>
                    <Whose customer={alert.customer} />
                  </a>
                  , open for <strong>{sayLength(now.getTime() - alert.raisedAt.getTime())}</strong>
                </p>
                <StaySafe kind={alert.kind} />
              </div>
              <form method="post" action={`/console/alerts/${alert.id}`}>
                <button type="submit" className="cc-band__take">
                  Take it
                  <span className="govuk-visually-hidden">
                    {`: ${sayAlert(alert.kind)}, `}
                    {sayWhose(alert)}
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <p className="cc-band__more">
          <a href="/console/alerts">{more > 0 ? `And ${more} more: see all alerts` : 'See all alerts'}</a>
        </p>
      </div>
    </section>
  )
}
