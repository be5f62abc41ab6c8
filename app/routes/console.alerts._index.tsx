import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alertList } from '../doors/console-alerts.server.ts'
import { Figure, OpenAlerts, TakenAlerts } from '../parts/console/alert-list.tsx'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => alertList(asked)

export default function Alerts() {
  const { now, minutes, open, taken, figure, isRefreshing } = useLoaderData<typeof loader>()
  const here = (refresh: boolean) => `/console/alerts${refresh ? '?refresh=on' : ''}`
  return (
    <ConsoleDocument
      title={open.length > 0 ? `${open.length} open – Alerts` : 'Alerts'}
      refreshSeconds={isRefreshing ? 30 : undefined}
      hasBand={false}
    >
      <div className="cc-top">
        <h1 className="govuk-heading-l">Alerts</h1>
        <p className="govuk-body-s">
          As of {sayInstant(now)}.{' '}
          <a href={here(isRefreshing)} className="govuk-link">
            Refresh
          </a>{' '}
          ·{' '}
          <a href={here(!isRefreshing)} className="govuk-link">
            {isRefreshing ? 'Stop refreshing by itself' : 'Refresh every 30 seconds'}
          </a>
        </p>
      </div>
      <h2 className="govuk-heading-m">Open</h2>
      <OpenAlerts open={open} now={now} />
      <h2 className="govuk-heading-m">Taken</h2>
      <Figure figure={figure} minutes={minutes} />
      <TakenAlerts taken={taken} />
    </ConsoleDocument>
  )
}
