import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requestList } from '../doors/console-requests.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Fold, Needs, Tag } from '../parts/console/pieces.tsx'
import { sayKind } from '../parts/console/say-request.ts'
import { sayDay } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => requestList(asked)

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['open']

export default function Requests() {
  const { open, answered } = useLoaderData<typeof loader>()
  const late = open.filter(({ isLate }) => isLate).length
  return (
    <ConsoleDocument title={late > 0 ? `${late} late – Requests` : 'Requests'}>
      <h1 className="govuk-heading-l">Requests</h1>
      <p className="govuk-body">
        What customers asked for or told us. None of it is ever held or counted. The nearest day comes first.
      </p>
      {late > 0 && (
        <p className="cc-alarm">
          <strong>
            {late === 1 ? '1 answer is' : `${late} answers are`} later than we promised. Answer{' '}
            {late === 1 ? 'it' : 'them'} first.
          </strong>
        </p>
      )}
      {open.length > 0 ? (
        <List rows={open} />
      ) : (
        <p className="govuk-inset-text">Nothing waits for an answer.</p>
      )}
      {answered.length > 0 && (
        <Fold summary={`Answered (${answered.length})`}>
          <List rows={answered} />
        </Fold>
      )}
    </ConsoleDocument>
  )
}

function List({ rows }: { rows: Rows }) {
  return (
    <ul className="cc-list">
      {rows.map(({ id, reference, kind, dueOn, answeredAt, customer, isLate }) => (
        <li key={id} className={isLate ? 'cc-late' : undefined}>
          <span>
            <a href={`/console/requests/${id}`} className="govuk-link">
              {sayKind(kind)}
            </a>{' '}
            <span className="cc-small">
              {reference}, <bdi>{customer.name}</bdi> ({customer.reference})
            </span>
          </span>
          <span>
            {answeredAt ? `Answered ${sayDay(answeredAt)}` : `Answer by ${sayDay(dueOn)}`}{' '}
            {isLate && <Tag colour="red">Late</Tag>}
            {kind === 'way' && !answeredAt && <Tag colour="orange">For a manager</Tag>}
          </span>
          <Needs {...customer} />
        </li>
      ))}
    </ul>
  )
}
