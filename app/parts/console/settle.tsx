import type { Contact } from './contact-view.tsx'
import { Banner, Tag } from './pieces.tsx'
import { sayInstant, sayPromise, sayShort } from './say-time.ts'

const doneWords: Record<string, string> = {
  released: 'Released. It is on its way to the desk, and the customer is told.',
  read: 'Marked as read and recorded. It stays in the customer’s record.',
  urgent: 'On its way to the urgent desk, as a late find. The customer is told.',
  complaint: 'On its way to the complaints desk, as a late find. Its clock runs from receipt.',
}

/** Who settled it when somebody else did: a colleague a moment before, or the customer. */
function sayWhoElse({ contact, settledBy }: Contact): string {
  if (contact.raisedAt) return `The customer sent it through on ${sayInstant(contact.raisedAt)}.`
  if (contact.withdrawnAt) return `The customer took it back on ${sayInstant(contact.withdrawnAt)}.`
  const what = contact.state === 'read' ? 'marked it as read' : 'released it'
  const when = contact.settledAt ? ` on ${sayInstant(contact.settledAt)}` : ''
  return `Somebody was quicker: ${settledBy ?? 'a colleague'} ${what}${when}.`
}

/** What has just happened: done by this colleague, or by somebody else a moment before. */
export function SettledBanner({ contact: found }: { contact: Contact }) {
  const { done, contact, nextHeldId } = found
  if (contact.state === 'held' || !done) return null
  const next = nextHeldId && (
    <p className="govuk-body">
      <a className="govuk-notification-banner__link" href={`/console/contacts/${nextHeldId}`}>
        Open the next held message
      </a>{' '}
      or{' '}
      <a className="govuk-notification-banner__link" href="/console">
        go back to the list
      </a>
    </p>
  )
  if (done === 'already-settled') {
    return (
      <Banner kind="plain" heading={sayWhoElse(found)}>
        <p className="govuk-body">What you pressed changed nothing, and nothing was sent twice.</p>
        {next}
      </Banner>
    )
  }
  const heading = Object.hasOwn(doneWords, done) ? doneWords[done] : undefined
  return heading ? (
    <Banner kind="success" heading={heading}>
      {next}
    </Banner>
  ) : null
}

/** Who settled it and how, in the line under its subject. */
export function SettledLine({ contact: { contact, settledBy, mark } }: { contact: Contact }) {
  const { raisedAt, raisedBy, withdrawnAt, settledAt, state } = contact
  const ways = { link: 'the link in our answer', reply: 'a reply', page: 'their own page' }
  return (
    <>
      {raisedAt && raisedBy && (
        <>
          . <strong>The customer says that it cannot wait</strong>: sent through by {ways[raisedBy]},{' '}
          {sayShort(raisedAt)}
        </>
      )}
      {withdrawnAt && <>. Taken back by the customer, {sayShort(withdrawnAt)}</>}
      {settledAt && settledBy && (
        <>
          . {state === 'read' ? 'Read' : 'Released'} by <bdi>{settledBy}</bdi>, {sayInstant(settledAt)}
        </>
      )}
      {mark && mark !== 'ordinary' && (
        <>
          {' '}
          <Tag colour="red">{mark === 'urgent' ? 'Late find: urgent' : 'Late find: a complaint'}</Tag>
        </>
      )}
    </>
  )
}

/** What a colleague can say of what is held, and how long there is to do it (I13). */
export function SettleButtons({ contact: { contact, now } }: { contact: Contact }) {
  if (contact.state !== 'held') return null
  const promise = contact.readDueAt && sayPromise(contact.readDueAt, now)
  return (
    <section
      className={`cc-settle cc-settle--${promise?.state ?? 'in-time'}`}
      aria-labelledby="settle-heading"
    >
      <h2 id="settle-heading" className="govuk-heading-m">
        {promise ? `What is it? To be read: ${promise.words}` : 'What is it?'}
      </h2>
      {contact.readDueAt && (
        <p className="govuk-body">
          The customer was told that a person reads it by {sayInstant(contact.readDueAt)}.
        </p>
      )}
      <form method="post">
        <div className="govuk-button-group">
          <button type="submit" name="how" value="urgent" className="govuk-button govuk-button--warning">
            Urgent after all
          </button>
          <button type="submit" name="how" value="complaint" className="govuk-button">
            A complaint
          </button>
        </div>
        <p className="govuk-body-s">
          Both leave at once, for the urgent desk or the complaints desk, and are reported as late finds.
        </p>
        <div className="govuk-button-group">
          <button type="submit" name="how" value="release" className="govuk-button govuk-button--secondary">
            Release to the desk
          </button>
          <button type="submit" name="how" value="read" className="govuk-button govuk-button--secondary">
            Ordinary: mark as read and recorded
          </button>
        </div>
        <p className="govuk-body-s">If you are unsure, it is not ordinary.</p>
      </form>
    </section>
  )
}
