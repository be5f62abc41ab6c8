import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { safetyFlag } from '../doors/console-safety.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'

export const loader = (asked: LoaderFunctionArgs) => safetyFlag(asked)

export default function Safety() {
  const { reference, answer, phone } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Safety flags">
      <h1 className="govuk-heading-l">Safety flags</h1>
      <p className="govuk-body">
        Before you go to a home, look up the customer reference on your job. You see yes or no, and nothing
        else about the person.
      </p>
      <form method="get" className="cc-filter">
        <label className="govuk-label" htmlFor="reference">
          Customer reference, for example C-10428
        </label>
        <input
          className="govuk-input govuk-input--width-10"
          id="reference"
          name="reference"
          defaultValue={reference}
          spellCheck={false}
          autoComplete="off"
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Look up
        </button>
      </form>
      {answer === 'flag' && (
        <p className="cc-alarm" role="status">
          <strong>
            {reference}: phone the office before you visit:{' '}
            <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
          </strong>
        </p>
      )}
      {answer === 'no-flag' && (
        <p className="govuk-inset-text" role="status">
          {reference}: no safety flag. Visit as usual.
        </p>
      )}
      {answer === 'not-found' && (
        <p className="govuk-inset-text" role="status">
          No customer has the reference <bdi>{reference}</bdi>. Check the job, or phone the office: {phone}
        </p>
      )}
    </ConsoleDocument>
  )
}
