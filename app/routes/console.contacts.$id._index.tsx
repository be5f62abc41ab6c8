import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contactPage, settleContact } from '../doors/console-contact.server.ts'
import { AlertStories, TakenBanner } from '../parts/console/alert-story.tsx'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Clocks } from '../parts/console/clocks.tsx'
import { Message, StateTag } from '../parts/console/contact-view.tsx'
import { DecisionView, Told, Trail } from '../parts/console/decision-view.tsx'
import { Needs, sayPlainly } from '../parts/console/pieces.tsx'
import { sayChannel } from '../parts/console/say-reason.ts'
import { sayInstant } from '../parts/console/say-time.ts'
import { SettleButtons, SettledBanner, SettledLine } from '../parts/console/settle.tsx'

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
      <TakenBanner alerts={found.alerts} done={found.done} />
      <h1 className="govuk-heading-l">
        <bdi>{subject}</bdi>
      </h1>
      <p className="govuk-body cc-from">
        <StateTag state={contact.state} isRaised={contact.raisedAt !== null} />{' '}
        {customer ? (
          <a href={`/console/customers/${customer.id}`} className="govuk-link">
            <bdi>{customer.name}</bdi> ({customer.reference})
          </a>
        ) : (
          <bdi>{contact.fromAddress ?? 'Somebody we do not know'}</bdi>
        )}
        , {sayChannel(contact.channel).toLowerCase()}, received {sayInstant(contact.receivedAt)}
        <SettledLine contact={found} />
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
          <Clocks clocks={found.clocks} now={found.now} />
          <AlertStories alerts={found.alerts} now={found.now} />
          <DecisionView contact={found} />
          <Told notices={found.notices} />
          <Trail trail={found.trail} />
        </div>
      </div>
    </ConsoleDocument>
  )
}
