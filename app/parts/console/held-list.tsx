import type { heldList } from '../../doors/console-held.server.ts'
import { Outside, Tag } from './pieces.tsx'
import { sayChannel, sayNextOpening, sayReason } from './say-reason.ts'
import { sayPromise, sayShort } from './say-time.ts'

type List = Awaited<ReturnType<typeof heldList>>

/** That nothing is lost, in one line of arithmetic (I4). */
export function Counts({ counts }: Pick<List, 'counts'>) {
  const tiles: [string, number, string?][] = [
    ['Received', counts.received],
    ['Delivered', counts.delivered, '='],
    ['Held', counts.held, '+'],
    ['Released', counts.released, '+'],
    ['Read and recorded', counts.read, '+'],
    ['Taken back', counts.withdrawn, '+'],
  ]
  return (
    <section aria-labelledby="counts-heading" className="cc-counts">
      <h2 id="counts-heading" className="govuk-visually-hidden">
        Every contact that was received
      </h2>
      <dl>
        {tiles.map(([name, number, sign]) => (
          <div key={name} className={name === 'Held' ? 'cc-counts__held' : undefined}>
            <dt>
              {sign && <span className="cc-counts__sign">{sign} </span>}
              {name}
            </dt>
            <dd>{number.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      {counts.onTheirWay > 0 && (
        <p className="govuk-body-s">{`${counts.onTheirWay.toLocaleString('en-GB')} of these ${counts.onTheirWay === 1 ? 'is' : 'are'} on the way to a desk now.`}</p>
      )}
    </section>
  )
}

export function CustomerFilter({
  customers,
  chosen,
  isRefreshing,
}: Pick<List, 'customers' | 'chosen' | 'isRefreshing'>) {
  if (customers.length < 2 && !chosen) return null
  return (
    <form method="get" action="/console" className="cc-filter">
      {isRefreshing && <input type="hidden" name="refresh" value="on" />}
      <label className="govuk-label" htmlFor="customer">
        Messages from
      </label>
      <select className="govuk-select" id="customer" name="customer" defaultValue={chosen?.reference ?? ''}>
        <option value="">Everybody</option>
        {customers.map(({ id, name, reference }) => (
          <option key={id} value={reference}>{`${name} (${reference})`}</option>
        ))}
      </select>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show
      </button>
    </form>
  )
}

/** How near it came to passing: what was nearly let through is read with care. */
function Doubt({ doubt }: { doubt: number }) {
  if (doubt < 0.25) return null
  return <Tag colour={doubt < 0.6 ? 'yellow' : 'orange'}>{doubt < 0.6 ? 'Some doubt' : 'Much doubt'}</Tag>
}

/** What waits for a person, in the order in which it is read: overdue, then due today by doubt, then by promise. */
export function HeldList({ rows, now }: Pick<List, 'rows' | 'now'>) {
  return (
    <>
      <div className="cc-held__heads" aria-hidden="true">
        <span>To be read</span>
        <span>From and subject</span>
        <span>Why it is held</span>
        <span>Received</span>
        <span>Next opens</span>
      </div>
      <ol className="cc-held">
        {rows.map((row) => (
          <HeldRow key={row.id} row={row} now={now} />
        ))}
      </ol>
    </>
  )
}

function HeldRow({ row, now }: { row: List['rows'][number]; now: Date }) {
  const promise = sayPromise(row.readDueAt, now)
  return (
    <li className={`cc-held__row cc-held__row--${promise.state}`}>
      <p className="cc-held__due">
        <strong>{promise.words}</strong>
        <span className="cc-small">by {sayShort(row.readDueAt)}</span>
        <Doubt doubt={row.doubt} />
      </p>
      <div className="cc-held__what">
        <a href={`/console/contacts/${row.id}`} className="govuk-link">
          <Outside>{row.subject?.trim() || '(no subject)'}</Outside>
        </a>
        <span className="cc-small">
          <bdi>{row.customer.name}</bdi> <span className="cc-nowrap">{row.customer.reference}</span>
          {row.files > 0 && ` · ${row.files} ${row.files === 1 ? 'file' : 'files'}`}
        </span>
      </div>
      <ul className="cc-held__why">
        {row.reasons.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons never change and may repeat
          <li key={at}>
            <bdi>{sayReason(reason)}</bdi>
          </li>
        ))}
      </ul>
      <p className="cc-held__when">
        <span className="cc-label">Received </span>
        {sayShort(row.receivedAt)}
        <span className="cc-small">{sayChannel(row.channel)}</span>
      </p>
      <p className="cc-held__opens">
        <span className="cc-label">Next opens </span>
        {sayNextOpening(row.nextAllowedAt)}
      </p>
    </li>
  )
}
