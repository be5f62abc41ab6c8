import type { contactPage } from '../../doors/console-contact.server.ts'
import { Fold, HarmlessHtml, Outside, saySize, Tag, Words } from './pieces.tsx'
import { sayInstant } from './say-time.ts'

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

export function StateTag({
  state,
  isRaised = false,
}: {
  state: Contact['contact']['state']
  isRaised?: boolean
}) {
  if (isRaised) return <Tag colour="orange">Sent through by the customer</Tag>
  const { words, colour } = stateWords[state]
  return <Tag colour={colour}>{words}</Tag>
}

/** The message: text first, then its layout made harmless, then its files and the bytes as they came. */
export function Message({ contact: { contact, deskName, mail, rawSize, uploads } }: { contact: Contact }) {
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
      <Files
        contact={contact}
        files={[
          ...(mail?.files ?? []).map((file, at) => ({ ...file, href: `${base}/files/${at}` })),
          ...uploads.map((file) => ({ ...file, href: `${base}/files/${file.id}` })),
        ]}
      />
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

type FilesProps = { contact: Contact['contact']; files: { name: string; size: number; href: string }[] }

function Files({ contact, files }: FilesProps) {
  if (files.length === 0 && contact.fileNames.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Files that came with it</h3>
      <p className="govuk-body-s">
        Clearway does not open them. Keep one only if you need it, and let your virus check see it first.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {files.length > 0
          ? files.map(({ name, size, href }) => (
              <li key={href}>
                <a href={href} className="govuk-link" download>
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
