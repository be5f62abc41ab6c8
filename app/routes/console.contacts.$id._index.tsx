import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contactPage, settleContact } from '../doors/console-contact.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Message, SettleButtons, SettledBanner, StateTag } from '../parts/console/contact-view.tsx'
import { DecisionView, Told, Trail } from '../parts/console/decision-view.tsx'
import { Needs, sayPlainly } from '../parts/console/pieces.tsx'
import { sayChannel } from '../parts/console/say-reason.ts'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => contactPage(asked)
export const action = (asked: ActionFunctionArgs) => settleContact(asked)

export default function Contact() {
  const found = useLoaderData<typeof loader>()
  const { contact, customer, needs } = found
  const subject = sayPlainly(contact.subject ?? '') || '(no subject)'
  return (
    <ConsoleDocument title={subject}>
      <a href="/console" className="govuk-back-link">
        Held contacts
      </a>
      <SettledBanner contact={found} />
      <h1 className="govuk-heading-l">
        <bdi>{subject}</bdi>
      </h1>
      <p className="govuk-body cc-from">
        <StateTag state={contact.state} />{' '}
        {customer ? (
          <a href={`/console/customers/${customer.id}`} className="govuk-link">
            <bdi>{customer.name}</bdi> ({customer.reference})
          </a>
        ) : (
          <bdi>{contact.fromAddress ?? 'Somebody we do not know'}</bdi>
        )}
        , {sayChannel(contact.channel).toLowerCase()}, received {sayInstant(contact.receivedAt)}
        {contact.settledAt && found.settledBy && (
          <>
            . {contact.state === 'read' ? 'Read' : 'Released'} by <bdi>{found.settledBy}</bdi>,{' '}
            {sayInstant(contact.settledAt)}
          </>
        )}
      </p>
      {needs && <Needs {...needs} />}
      <div className="cc-two">
        <div>
          <section aria-labelledby="message-heading">
            <h2 id="message-heading" className="govuk-heading-m">
              The message
            </h2>
            <Message contact={found} />
          </section>
          <SettleButtons contact={found} />
        </div>
        <div>
          <DecisionView contact={found} />
          <Told notices={found.notices} />
          <Trail trail={found.trail} />
        </div>
      </div>
    </ConsoleDocument>
  )
}
