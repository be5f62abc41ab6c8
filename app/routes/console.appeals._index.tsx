import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appealList } from '../doors/console-appeals.server.ts'
import { sayDaysLeft, sayKind, sayRuling } from '../parts/console/say-appeal.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Tag } from '../parts/console/pieces.tsx'
import { sayDay, sayShort } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => appealList(asked)

export default function Appeals() {
  const { waiting, decided } = useLoaderData<typeof loader>()
  const overdue = waiting.filter(({ daysLeft }) => daysLeft === null).length
  return (
    <ConsoleDocument title={overdue > 0 ? `${overdue} overdue – Appeals` : 'Appeals'}>
      <h1 className="govuk-heading-l">Appeals</h1>
      {overdue > 0 && (
        <p className="cc-alarm">
          <strong>
            {overdue === 1 ? '1 appeal has' : `${overdue} appeals have`} waited longer than we promised.
            Decide {overdue === 1 ? 'it' : 'them'} first.
          </strong>
        </p>
      )}
      {waiting.length === 0 && <p className="govuk-inset-text">No appeal waits for a decision.</p>}
      <ul className="cc-list">
        {waiting.map((row) => (
          <li key={row.id}>
            <AppealLink row={row} />
            <span>
              <Tag colour={row.daysLeft === null ? 'red' : row.daysLeft <= 3 ? 'yellow' : 'grey'}>
                {sayDaysLeft(row.daysLeft)}
              </Tag>{' '}
              {row.isLate && <Tag colour="purple">Came late</Tag>} <LastWord row={row} />
            </span>
            <span className="cc-small">
              Lodged {sayShort(row.lodgedAt)}, due by {sayDay(row.dueOn)}
            </span>
          </li>
        ))}
      </ul>
      {decided.length > 0 && <h2 className="govuk-heading-m">Decided</h2>}
      <ul className="cc-list">
        {decided.map((row) => (
          <li key={row.id}>
            <AppealLink row={row} />
            <Tag colour="green">{sayRuling(row.ruling)}</Tag>
            <span className="cc-small">{row.decidedAt && sayShort(row.decidedAt)}</span>
          </li>
        ))}
      </ul>
    </ConsoleDocument>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

function AppealLink({ row }: { row: Row }) {
  return (
    <span>
      <a href={`/console/appeals/${row.id}`} className="govuk-link">
        {row.reference}
      </a>{' '}
      <bdi>{row.customer.name}</bdi>{' '}
      <span className="cc-small">
        {row.customer.reference}, against {sayKind(row.kind)}
      </span>
    </span>
  )
}

/** Whose turn it is. */
function LastWord({ row: { last } }: { row: Row }) {
  if (!last) return null
  return last.askedBy ? <Tag colour="blue">We asked</Tag> : <Tag colour="orange">Customer wrote</Tag>
}
