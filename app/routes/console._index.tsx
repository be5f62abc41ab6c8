import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { heldList } from '../doors/console-held.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Counts, CustomerFilter, HeldList } from '../parts/console/held-list.tsx'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => heldList(asked)

export default function Held() {
  const { rows, now, counts, customers, chosen, overdue, isRefreshing } = useLoaderData<typeof loader>()
  const title = overdue > 0 ? `${overdue} overdue – Held contacts` : 'Held contacts'
  const here = (refresh: boolean) => {
    const query = new URLSearchParams({
      ...(chosen && { customer: chosen.reference }),
      ...(refresh && { refresh: 'on' }),
    })
    return `/console?${query}`
  }
  return (
    <ConsoleDocument title={title} refreshSeconds={isRefreshing ? 60 : undefined}>
      <div className="cc-top">
        <h1 className="govuk-heading-l">Held contacts</h1>
        <p className="govuk-body-s">
          As of {sayInstant(now)}.{' '}
          <a href={here(isRefreshing)} className="govuk-link">
            Refresh
          </a>{' '}
          ·{' '}
          <a href={here(!isRefreshing)} className="govuk-link">
            {isRefreshing ? 'Stop refreshing every minute' : 'Refresh every minute'}
          </a>
        </p>
      </div>
      {overdue > 0 && (
        <p className="cc-alarm">
          <strong>
            {overdue === 1 ? '1 message has' : `${overdue} messages have`} waited longer than we promised.
            Read {overdue === 1 ? 'it' : 'them'} first.
          </strong>
        </p>
      )}
      <Counts counts={counts} />
      <CustomerFilter customers={customers} chosen={chosen} isRefreshing={isRefreshing} />
      {rows.length > 0 ? (
        <HeldList rows={rows} now={now} />
      ) : (
        <p className="govuk-inset-text">
          Nothing is held{chosen ? ` from ${chosen.name}` : ''}. Every contact went to its desk or was read by
          a person.
        </p>
      )}
    </ConsoleDocument>
  )
}
