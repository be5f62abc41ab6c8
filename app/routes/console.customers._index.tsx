import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { customerList } from '../doors/console-customer.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Needs, Tag } from '../parts/console/pieces.tsx'

export const loader = (asked: LoaderFunctionArgs) => customerList(asked)

export default function Customers() {
  const { words, customers } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Customers">
      <h1 className="govuk-heading-l">Customers</h1>
      <form method="get" className="cc-filter">
        <label className="govuk-label" htmlFor="words">
          Name, reference, email or phone
        </label>
        <input
          className="govuk-input"
          id="words"
          name="words"
          type="search"
          defaultValue={words}
          spellCheck={false}
          autoComplete="off"
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Search
        </button>
      </form>
      {customers.length === 0 && (
        <p className="govuk-inset-text">
          Nobody was found. Try part of the name, or the reference from a letter.
        </p>
      )}
      <ul className="cc-list">
        {customers.map(
          ({ id, name, reference, language, printPoints, formats, inForce, isReviewOverdue }) => (
            <li key={id}>
              <span>
                <a href={`/console/customers/${id}`} className="govuk-link">
                  <bdi>{name}</bdi>
                </a>{' '}
                <span className="cc-small">{reference}</span>
              </span>
              <span>
                {inForce > 0 ? (
                  <Tag colour="orange">{inForce === 1 ? '1 restriction' : `${inForce} restrictions`}</Tag>
                ) : (
                  <Tag colour="grey">No restriction</Tag>
                )}{' '}
                {isReviewOverdue && <Tag colour="red">Review overdue</Tag>}
              </span>
              <Needs language={language} printPoints={printPoints} formats={formats} />
            </li>
          ),
        )}
      </ul>
    </ConsoleDocument>
  )
}
