import type { contactPage } from '../../doors/console-contact.server.ts'
import { Banner, Fold, HarmlessHtml, Outside, saySize, Tag, Words } from './pieces.tsx'
import { sayInstant, sayPromise } from './say-time.ts'

export type Contact = Awaited<ReturnType<typeof contactPage>>

const stateWords: Record<
  Contact['contact']['state'],
  { words: string; colour: 'yellow' | 'green' | 'blue' | 'grey' }
> = {
  held: { words: 'Held', colour: 'yellow' },
  releasing: { words: 'Released, on its way', colour: 'blue' },
  released: { words: 'Released', colour: 'green' },
  read: { words: 'Read and recorded', colour: 'green' },
  withdrawn: { words: 'Taken back by the customer', colour: 'grey' },
  delivering: { words: 'Passed, on its way', colour: 'blue' },
  delivered: { words: 'Delivered', colour: 'green' },
}

export function StateTag({ state }: { state: Contact['contact']['state'] }) {
  const { words, colour } = stateWords[state]
  return <Tag colour={colour}>{words}</Tag>
}

/** What has just happened: done by this colleague, or by another one a moment before. */
export function SettledBanner({ contact: { done, contact, settledBy, nextHeldId } }: { contact: Contact }) {
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
  if (done === 'released' && contact.state !== 'held') {
    return (
      <Banner kind="success" heading="Released. It is on its way to the desk, and the customer is told.">
        {next}
      </Banner>
    )
  }
  if (done === 'read' && contact.state === 'read') {
    return (
      <Banner kind="success" heading="Marked as read and recorded. It stays in the customer’s record.">
        {next}
      </Banner>
    )
  }
  if (done === 'already-settled' && contact.settledAt) {
    const what = contact.state === 'read' ? 'marked it as read' : 'released it'
    return (
      <Banner
        kind="plain"
        heading={`Somebody was quicker: ${settledBy ?? 'a colleague'} ${what} on ${sayInstant(contact.settledAt)}.`}
      >
        <p className="govuk-body">What you pressed changed nothing, and nothing was sent twice.</p>
        {next}
      </Banner>
    )
  }
  return null
}

/** The two things that can be done with what is held, and how long there is to do it (I13). */
export function SettleButtons({ contact: { contact, now } }: { contact: Contact }) {
  if (contact.state !== 'held') return null
  const promise = contact.readDueAt && sayPromise(contact.readDueAt, now)
  return (
    <section
      className={`cc-settle cc-settle--${promise?.state ?? 'in-time'}`}
      aria-labelledby="settle-heading"
    >
      <h2 id="settle-heading" className="govuk-heading-m">
        {promise ? `To be read: ${promise.words}` : 'To be read'}
      </h2>
      {contact.readDueAt && (
        <p className="govuk-body">
          The customer was told that a person reads it by {sayInstant(contact.readDueAt)}.
        </p>
      )}
      <form method="post" className="govuk-button-group">
        <button type="submit" name="how" value="release" className="govuk-button">
          Release to the desk
        </button>
        <button type="submit" name="how" value="read" className="govuk-button govuk-button--secondary">
          Mark as read and recorded
        </button>
      </form>
      <p className="govuk-body-s">
        Release whatever may be urgent, may be a complaint, or leaves you unsure.
      </p>
    </section>
  )
}

/** The message: text first, then its layout made harmless, then its files and the bytes as they came. */
export function Message({ contact: { contact, deskName, mail, rawSize } }: { contact: Contact }) {
  const base = `/console/contacts/${contact.id}`
  if (contact.erasedAt) {
    return (
      <p className="govuk-inset-text">
        Erased on {sayInstant(contact.erasedAt)}, after it was delivered. No restriction was in force, so
        nothing of it is kept here. You find it in the mailbox of <bdi>{deskName}</bdi>.
      </p>
    )
  }
  return (
    <>
      {contact.unparsed && (
        <p className="govuk-inset-text">
          This message could not be taken apart. Its bytes are kept as they came: look at the original below.
        </p>
      )}
      <Words label="Text of the message">{contact.body?.trim() || '(no text)'}</Words>
      {mail?.html && (
        <Fold summary="See its layout, made harmless">
          <p className="govuk-body-s">
            Pictures, links, forms and styles are taken out. Addresses of links are shown as text. Do not type
            an address that you do not trust.
          </p>
          <HarmlessHtml html={mail.html} label="Layout of the message" />
        </Fold>
      )}
      {mail?.isHtmlTooLong && (
        <p className="govuk-body">Its layout is too long to show safely. Its text is above.</p>
      )}
      <Files contact={contact} files={mail?.files ?? []} base={base} />
      {mail && (
        <Fold summary="See its headers">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide text that scrolls must be reachable by keyboard */}
          <pre className="cc-pre" tabIndex={0}>
            {mail.headers}
          </pre>
        </Fold>
      )}
      {rawSize !== null && (
        <p className="govuk-body">
          <a href={`${base}/original`} className="govuk-link">
            See the original as plain text ({saySize(rawSize)})
          </a>
        </p>
      )}
    </>
  )
}

type FilesProps = { contact: Contact['contact']; files: { name: string; size: number }[]; base: string }

function Files({ contact, files, base }: FilesProps) {
  if (files.length === 0 && contact.fileNames.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Files that came with it</h3>
      <p className="govuk-body-s">
        Clearway does not open them. Keep one only if you need it, and let your virus check see it first.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {files.length > 0
          ? files.map(({ name, size }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the message is what names a file
              <li key={at}>
                <a href={`${base}/files/${at}`} className="govuk-link" download>
                  <bdi>{name}</bdi>
                </a>{' '}
                ({saySize(size)})
              </li>
            ))
          : contact.fileNames.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and never change
              <li key={at}>
                <Outside>{name}</Outside>
              </li>
            ))}
      </ul>
    </>
  )
}
