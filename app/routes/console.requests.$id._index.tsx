import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerPage, requestPage } from '../doors/console-requests.server.ts'
import { AnswerForm } from '../parts/console/answer-form.tsx'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Banner, Facts, Needs, saySize, Tag, Words } from '../parts/console/pieces.tsx'
import { factsOf, sayKind } from '../parts/console/say-request.ts'
import { sayRole } from '../parts/console/say-reason.ts'
import { sayDay, sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => requestPage(asked)
export const action = (asked: ActionFunctionArgs) => answerPage(asked)

export default function RequestPage() {
  const found = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>() ?? null
  const { request, customer, files, isLate, isOpen } = found
  const { kind, reference, lodgedAt, dueOn, account, consentEndedAt } = request
  return (
    <ConsoleDocument title={`${sayKind(kind)}, ${reference}`} hasErrors={fault !== null}>
      <a href="/console/requests" className="govuk-back-link">
        Requests
      </a>
      {fault && (
        <div className="govuk-error-summary">
          <div role="alert">
            <h2 className="govuk-error-summary__title">There is a problem</h2>
            <div className="govuk-error-summary__body">
              <ul className="govuk-list govuk-error-summary__list">
                <li>
                  <a href="#answer">{fault.fault}</a>
                </li>
              </ul>
            </div>
          </div>
        </div>
      )}
      <DoneBanner done={found.done} />
      <h1 className="govuk-heading-l">
        {sayKind(kind)} <span className="cc-reference">{reference}</span>
      </h1>
      {isLate && (
        <p className="cc-alarm">
          <strong>Late: we promised an answer by {sayDay(dueOn)}. Answer it now.</strong>
        </p>
      )}
      <p className="govuk-body cc-from">
        {isOpen ? <Tag colour="blue">Waits for an answer</Tag> : <Tag colour="grey">Closed</Tag>}{' '}
        <a href={`/console/customers/${customer.id}`} className="govuk-link">
          <bdi>{customer.name}</bdi> ({customer.reference})
        </a>
        , {sayInstant(lodgedAt)}. {isOpen && <strong>Answer by {sayDay(dueOn)}.</strong>}
        {consentEndedAt && ` Taken back on ${sayDay(consentEndedAt)}.`}
      </p>
      <Needs {...customer} />
      <div className="cc-two">
        <div>
          <section aria-labelledby="words-heading">
            <h2 id="words-heading" className="govuk-heading-m">
              What they say
            </h2>
            {account ? <Words>{account}</Words> : <p className="govuk-body">No words of their own.</p>}
            <Facts rows={factsOf(request)} />
            {files.length > 0 && (
              <ul className="govuk-list">
                {files.map(({ id, name, size }) => (
                  <li key={id}>
                    <a href={`/console/requests/${request.id}/files/${id}`} className="govuk-link">
                      <bdi>{name}</bdi>
                    </a>{' '}
                    <span className="cc-small">{saySize(size)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <div>
          <Answered />
          {isOpen && <AnswerForm found={found} typed={fault?.answer} fault={fault?.fault ?? null} />}
        </div>
      </div>
    </ConsoleDocument>
  )
}

function DoneBanner({ done }: { done: string | null }) {
  if (done === 'answered') return <Banner kind="success" heading="Answered. The customer is told." />
  if (done === 'already-closed')
    return (
      <Banner kind="plain" heading="It was closed already, so nothing changed.">
        <p className="govuk-body">Somebody else answered it, or the customer took it back.</p>
      </Banner>
    )
  return null
}

function Answered() {
  const { request, answeredBy, wasRead } = useLoaderData<typeof loader>()
  if (!request.answer || !request.answeredAt) return null
  return (
    <section aria-labelledby="answered-heading">
      <h2 id="answered-heading" className="govuk-heading-m">
        The answer
      </h2>
      <p className="govuk-body">
        {sayInstant(request.answeredAt)}
        {answeredBy && (
          <>
            , <bdi>{answeredBy.name}</bdi>, {sayRole(answeredBy.role).toLowerCase()}
          </>
        )}
        . {wasRead && 'The customer has opened it.'}
      </p>
      <Words>{request.answer}</Words>
    </section>
  )
}
