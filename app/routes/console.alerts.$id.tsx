import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alertPage, takeAlertAndShow } from '../doors/console-alerts.server.ts'
import { TakeButton } from '../parts/console/alert-list.tsx'
import { sayAlert, StaySafe, Whose } from '../parts/console/alert-pieces.tsx'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { sayChannel } from '../parts/console/say-reason.ts'
import { sayInstant, sayLength } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => alertPage(asked)
export const action = (asked: ActionFunctionArgs) => takeAlertAndShow(asked)

export default function TakeAlert() {
  const { now, alert, proof } = useLoaderData<typeof loader>()
  const { kind, takenAt, takenBy, raisedAt } = alert
  return (
    <ConsoleDocument title="Alert" hasBand={false}>
      <h1 className="govuk-heading-l">{sayAlert(kind)}</h1>
      <StaySafe kind={kind} />
      <p className="govuk-body-l">
        <Whose customer={alert.customer} />, {sayChannel(alert.channel).toLowerCase()}, {sayInstant(raisedAt)}
        .
      </p>
      {takenAt ? (
        <p className="govuk-inset-text">
          <bdi>{takenBy}</bdi> took it on {sayInstant(takenAt)}, after{' '}
          {sayLength(takenAt.getTime() - raisedAt.getTime())}. You do not need to do anything.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            <strong>Open for {sayLength(now.getTime() - raisedAt.getTime())}.</strong> When you take it,
            nobody else is called, and you see what is known.
          </p>
          <TakeButton alert={alert} proof={proof} />
        </>
      )}
      <p className="govuk-body">
        <a href="/console/alerts" className="govuk-link">
          All alerts
        </a>
      </p>
    </ConsoleDocument>
  )
}
