import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { auditPage } from '../doors/console-audit.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { sayShort } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => auditPage(asked)

export default function Audit() {
  const { lines, older, isFirst } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Audit">
      <h1 className="govuk-heading-l">Audit</h1>
      <p className="govuk-body">
        Newest first. Lines are only ever added: the ledger refuses to change or remove one.
      </p>
      <ol className="cc-audit">
        {lines.map(({ id, at, who, action, aboutId, detail }) => (
          <li key={id}>
            <span className="cc-small">{sayShort(at)}</span>
            <span>
              <strong>{action}</strong>, <bdi>{who}</bdi>
            </span>
            <span className="cc-small">
              {pageOf(action, aboutId) ? (
                <a href={pageOf(action, aboutId) ?? ''} className="govuk-link">
                  Open<span className="govuk-visually-hidden">{` what line ${id} is about`}</span>
                </a>
              ) : (
                aboutId.slice(0, 8)
              )}
              {detail.map(([name, value]) => (
                <span key={name}>
                  {' '}
                  · {name}: <bdi>{String(value)}</bdi>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <nav aria-label="Pages of the audit" className="cc-pages">
        {!isFirst && (
          <a href="/console/audit" className="govuk-link">
            Newest
          </a>
        )}
        {older !== null && (
          <a href={`/console/audit?before=${older}`} className="govuk-link" rel="next">
            Older
          </a>
        )}
      </nav>
    </ConsoleDocument>
  )
}

function pageOf(action: string, aboutId: string): string | null {
  if (/^(contact|original|file) /.test(action)) return `/console/contacts/${aboutId}`
  if (action.startsWith('appeal ')) return `/console/appeals/${aboutId}`
  if (/^(request|consent) /.test(action)) return `/console/requests/${aboutId}`
  if (action === 'customer viewed' || action === 'safety flag viewed') return `/console/customers/${aboutId}`
  return null
}
