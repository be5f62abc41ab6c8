import type { lateFindsPage } from '../../doors/console-late-finds.server.ts'
import { sayLanguage, Tag } from './pieces.tsx'
import { sayChannel } from './say-reason.ts'
import { sayLength, sayShort } from './say-time.ts'

type Page = Awaited<ReturnType<typeof lateFindsPage>>

const hourMs = 3_600_000
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** '2.4 %'; a share that is not none never reads as none. */
function sayShare(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`
}

function Head({ children, isNumber }: { children: string; isNumber?: boolean }) {
  const number = isNumber ? ' govuk-table__header--numeric' : ''
  return (
    <th scope="col" className={`govuk-table__header${number}`}>
      {children}
    </th>
  )
}

/** Month by month: how many were read, how many were found late, and how long that took. */
export function Months({ months }: Pick<Page, 'months'>) {
  if (months.length === 0) return <p className="govuk-inset-text">Nothing that was held has been read yet.</p>
  return (
    <table className="govuk-table cc-figures">
      <caption className="govuk-table__caption govuk-table__caption--m">By the month of reading</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <Head>Month</Head>
          <Head isNumber>Read</Head>
          <Head isNumber>Late finds</Head>
          <Head isNumber>Rate</Head>
          <Head isNumber>Usual time to find</Head>
          <Head isNumber>Longest</Head>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {months.map(({ month, read, found, medianHours, longestHours }) => (
          <tr key={month} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {monthName.format(new Date(`${month}-15T12:00:00Z`))}
            </th>
            {[
              read,
              <strong key="found" className={found > 0 ? 'cc-bad' : undefined}>
                {found}
              </strong>,
              sayShare(found / read),
              medianHours === null ? '–' : sayLength(medianHours * hourMs),
              longestHours === null ? '–' : sayLength(longestHours * hourMs),
            ].map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change
              <td key={at} className="govuk-table__cell govuk-table__cell--numeric">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What people miss when they mark something as ordinary, as far as the daily sample can tell. */
export function MissRate({ sample: { trials, misses, waiting, interval } }: Pick<Page, 'sample'>) {
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading" className="govuk-heading-m">
        What the daily sample says
      </h2>
      {interval ? (
        <p className="govuk-body">
          Of {trials} {trials === 1 ? 'contact' : 'contacts'} that were marked as ordinary and read again by
          somebody who did not know, <strong>{misses}</strong> {misses === 1 ? 'was' : 'were'} not ordinary:{' '}
          {sayShare(misses / trials)}. With 95 % certainty the true rate is between {sayShare(interval.low)}{' '}
          and {sayShare(interval.high)}.
        </p>
      ) : (
        <p className="govuk-body">No contact has been read a second time yet, so nothing can be said.</p>
      )}
      <p className="govuk-body">
        <a href="/console/sample" className="govuk-link">
          {waiting === 1 ? '1 drawn contact waits' : `${waiting} drawn contacts wait`} for a second reader
        </a>
      </p>
    </section>
  )
}

/** Each find, newest first: how it came about, and no words of a customer. */
export function Finds({ finds }: Pick<Page, 'finds'>) {
  return (
    <section aria-labelledby="finds-heading">
      <h2 id="finds-heading" className="govuk-heading-m">
        Each of them, newest first
      </h2>
      {finds.length === 0 ? (
        <p className="govuk-body">None.</p>
      ) : (
        <p className="govuk-body">
          <a href="/console/late-finds/csv" className="govuk-link" download>
            Download all as a file for a spreadsheet (CSV)
          </a>
        </p>
      )}
      <ol className="cc-timeline">
        {finds.map(({ contactId, foundAt, hours, mark, source, channel, language }) => (
          <li key={`${contactId} ${source}`}>
            <span className="cc-small">{sayShort(foundAt)}</span>
            <span>
              <a href={`/console/contacts/${contactId}`} className="govuk-link">
                Contact {contactId.slice(0, 8)}
              </a>
              <span className="cc-small">
                {sayChannel(channel)}, {language ? sayLanguage(language) : 'language not known'}. Found after{' '}
                {sayLength(hours * hourMs)}
                {source === 'sample' ? ', by the daily sample' : ''}
              </span>
            </span>
            <Tag colour="red">{mark === 'urgent' ? 'Urgent' : 'A complaint'}</Tag>
          </li>
        ))}
      </ol>
    </section>
  )
}
