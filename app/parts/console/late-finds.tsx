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

/** Month by month: how many were read, how many were found late, and how long that took. */
export function Months({ months }: Pick<Page, 'months'>) {
  return (
    <section aria-labelledby="months-heading">
      <h2 id="months-heading" className="govuk-heading-m">
        By the month of reading
      </h2>
      {months.length === 0 && <p className="govuk-inset-text">Nothing that was held has been read yet.</p>}
      <ol className="cc-timeline">
        {months.map(({ month, read, found, medianHours, longestHours }) => (
          <li key={month}>
            <span>{monthName.format(new Date(`${month}-15T12:00:00Z`))}</span>
            <span>
              <strong>
                {found} of {read}
              </strong>{' '}
              that were read: {sayShare(found / read)}
              {medianHours !== null && longestHours !== null && (
                <span className="cc-small">
                  Found after {sayLength(medianHours * hourMs)} as a rule (the median), after{' '}
                  {sayLength(longestHours * hourMs)} at the longest
                </span>
              )}
            </span>
            <Tag colour={found > 0 ? 'red' : 'green'}>
              {found === 0 ? 'None' : found === 1 ? '1 late find' : `${found} late finds`}
            </Tag>
          </li>
        ))}
      </ol>
    </section>
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
