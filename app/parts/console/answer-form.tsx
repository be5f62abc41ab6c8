import type { requestPage } from '../../doors/console-requests.server.ts'
import { sayRoles } from './say-reason.ts'
import { sayLanguage, sayNeeds } from './needs.ts'

type Props = {
  found: Awaited<ReturnType<typeof requestPage>>
  typed: string | undefined
  fault: string | null
}

/** An answer in words, in the customer's language: how they are written to stands beside the box. */
export function AnswerForm({ found, typed, fault }: Props) {
  const { customer, mayAnswer, direction, request } = found
  if ('no' in mayAnswer) {
    return (
      <p className="govuk-inset-text">
        To answer this, ask {sayRoles(mayAnswer.no.roles)}: they can change what is left open.
      </p>
    )
  }
  const needs = sayNeeds(customer)
  return (
    <form method="post" action={`/console/requests/${request.id}`} noValidate>
      <h2 className="govuk-heading-m">Your answer</h2>
      <p className="govuk-body">
        It goes {customer.noticesBy === 'email' ? 'by email' : 'by letter'}, in{' '}
        {sayLanguage(customer.language)}, in {customer.printPoints} point.
        {needs.length > 0 && ` ${needs.join('. ')}.`} The request is closed with it.
      </p>
      <div className={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor="answer">
          Answer, in {sayLanguage(customer.language)}
        </label>
        {fault && (
          <p id="answer-error" className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {fault}
          </p>
        )}
        <textarea
          className={`govuk-textarea ${fault ? 'govuk-textarea--error' : ''}`}
          id="answer"
          name="answer"
          rows={8}
          lang={customer.language}
          dir={direction}
          defaultValue={typed}
          aria-describedby={fault ? 'answer-error' : undefined}
        />
      </div>
      <button type="submit" className="govuk-button">
        Send this answer
      </button>
    </form>
  )
}
