import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { customerPage, liftRestriction } from '../doors/console-customer.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Appeals, Notices, Person, Timeline, Warnings } from '../parts/console/customer-view.tsx'
import { Asked, TheirSide } from '../parts/console/customer-requests.tsx'
import { Banner, Needs } from '../parts/console/pieces.tsx'
import { RestrictionCard } from '../parts/console/restriction-card.tsx'

export const loader = (asked: LoaderFunctionArgs) => customerPage(asked)
export const action = (asked: ActionFunctionArgs) => liftRestriction(asked)

export default function Customer() {
  const found = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>() ?? null
  const { customer, restrictions, done } = found
  const field = `#reason-${restrictions.find(({ id }) => id === fault?.restrictionId)?.reference}`
  return (
    <ConsoleDocument title={customer.name} hasErrors={fault !== null}>
      <a href="/console/customers" className="govuk-back-link">
        Customers
      </a>
      {fault && (
        <div className="govuk-error-summary">
          <div role="alert">
            <h2 className="govuk-error-summary__title">There is a problem</h2>
            <div className="govuk-error-summary__body">
              <ul className="govuk-list govuk-error-summary__list">
                <li>
                  <a href={field}>{fault.fault}</a>
                </li>
              </ul>
            </div>
          </div>
        </div>
      )}
      {done === 'lifted' && (
        <Banner
          kind="success"
          heading="Lifted. The very next message goes through, and the customer is told."
        >
          <p className="govuk-body">What was held only because of it is on its way to its desk.</p>
        </Banner>
      )}
      {done === 'already-stopped' && (
        <Banner kind="plain" heading="It had stopped already, so nothing changed.">
          <p className="govuk-body">Below you see who lifted it and when, or that it ended by itself.</p>
        </Banner>
      )}
      <h1 className="govuk-heading-l">
        <bdi>{customer.name}</bdi> <span className="cc-reference">{customer.reference}</span>
      </h1>
      <Needs {...customer} />
      <p className="govuk-body">
        <a href={`/console/new-contact?customer=${customer.id}`} className="govuk-link">
          Record a call, a visit or a letter from them
        </a>
      </p>
      <div className="cc-two">
        <div>
          <TheirSide found={found} />
          <section aria-labelledby="restrictions-heading">
            <h2 id="restrictions-heading" className="govuk-heading-m">
              Restrictions
            </h2>
            {restrictions.length === 0 && <p className="govuk-body">None, now or before.</p>}
            {restrictions.map((restriction) => (
              <RestrictionCard
                key={restriction.id}
                restriction={restriction}
                customer={found}
                fault={fault}
              />
            ))}
          </section>
          <Warnings found={found} />
        </div>
        <div>
          <Person found={found} />
          <Asked found={found} />
          <Appeals found={found} />
          <Timeline found={found} />
          <Notices found={found} />
        </div>
      </div>
    </ConsoleDocument>
  )
}
