import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mailList } from '../doors/demo.server.ts'
import { DemoDocument } from '../parts/console/demo-document.tsx'
import { Outside } from '../parts/console/pieces.tsx'
import { sayShort } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => mailList(asked)

export default function Mail() {
  const { mail, folder, folders, isOnDisk } = useLoaderData<typeof loader>()
  return (
    <DemoDocument title="Mail">
      <div className="cc-top">
        <h1 className="govuk-heading-l">Every mail that was written</h1>
        <p className="govuk-body-s">
          <a
            className="govuk-link"
            href={folder ? `/demo/mail?folder=${encodeURIComponent(folder)}` : '/demo/mail'}
          >
            Refresh
          </a>
        </p>
      </div>
      {!isOnDisk && (
        <p className="govuk-inset-text">Mail is sent through a smarthost, so nothing is kept here.</p>
      )}
      <nav aria-label="Mailboxes">
        <ul className="cc-boxes">
          <li>
            <a className="govuk-link" href="/demo/mail" aria-current={folder === '' ? 'page' : undefined}>
              All
            </a>
          </li>
          {folders.map(({ code, name, count }) => (
            <li key={code}>
              <a
                className="govuk-link"
                href={`/demo/mail?folder=${encodeURIComponent(code)}`}
                aria-current={folder === code ? 'page' : undefined}
              >
                {name} ({count})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mail.length === 0 && isOnDisk && (
        <p className="govuk-inset-text">
          Nothing yet. Ask for a sign-in code, or send a message: it shows here within seconds.
        </p>
      )}
      <ol className="cc-list">
        {mail.map((line) => (
          <li key={`${line.folder}/${line.file}`}>
            <span>
              <a className="govuk-link" href={`/demo/mail/${line.folder}/${line.file}`}>
                <Outside>{line.subject || '(no subject)'}</Outside>
              </a>
              <span className="cc-small">{line.date ? sayShort(line.date) : 'no date'}</span>
            </span>
            <span>{line.place}</span>
            <span className="cc-small">
              From <bdi>{line.from || 'nobody'}</bdi>
              <br />
              To <bdi>{line.to || 'nobody'}</bdi>
            </span>
          </li>
        ))}
      </ol>
    </DemoDocument>
  )
}
