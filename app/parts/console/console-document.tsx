import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Chrome } from '../../doors/console.server.ts'
import type { ConsoleAction } from '../../../rules/may-release.ts'
import styles from '../../styles/console.scss?url'
import { AlertBand } from './alert-band.tsx'
import { sayRole } from './say-reason.ts'

const places: { href: string; words: string; action: ConsoleAction }[] = [
  { href: '/console', words: 'Held contacts', action: 'read-contacts' },
  { href: '/console/sample', words: 'Sample', action: 'release' },
  { href: '/console/late-finds', words: 'Late finds', action: 'read-contacts' },
  { href: '/console/alerts', words: 'Alerts', action: 'take-alert' },
  { href: '/console/new-contact', words: 'Record a call', action: 'record-contacts' },
  { href: '/console/requests', words: 'Requests', action: 'answer-requests' },
  { href: '/console/customers', words: 'Customers', action: 'read-customers' },
  { href: '/console/appeals', words: 'Appeals', action: 'read-customers' },
  { href: '/console/safety', words: 'Safety flags', action: 'read-safety-flags' },
  { href: '/console/policy', words: 'Policy', action: 'read-contacts' },
  { href: '/console/audit', words: 'Audit', action: 'read-audit' },
]

function isHere(href: string, path: string): boolean {
  if (href === '/console') return path === '/console' || path.startsWith('/console/contacts')
  return path.startsWith(href)
}

/** The frame data of the console, or null where its loader could not answer. */
export function useChrome(): Chrome | null {
  return useRouteLoaderData<Chrome>('routes/console') ?? null
}

type Props = {
  title: string
  /** The page asks for itself again after so many seconds; only for lists, and only when somebody asked for it. */
  refreshSeconds?: number
  hasErrors?: boolean
  /** False where the page itself shows every open alert. */
  hasBand?: boolean
  children: ReactNode
}

/** The frame of every console page: English, left to right, wide. Like every page it has no script. */
export function ConsoleDocument({
  title,
  refreshSeconds,
  hasErrors = false,
  hasBand = true,
  children,
}: Props) {
  const chrome = useChrome()
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} – Clearway console`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        {refreshSeconds && <meta httpEquiv="refresh" content={String(refreshSeconds)} />}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styles} />
        <link rel="stylesheet" href="/landlord.css" />
      </head>
      <body className="cw-body">
        <a href="#main" className="govuk-skip-link">
          Skip to main content
        </a>
        {chrome && hasBand && <AlertBand alerts={chrome.alerts} now={chrome.now} />}
        <ConsoleHead chrome={chrome} />
        <div className="cc-width">
          <main id="main" className="cc-main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer className="cc-foot">
          <div className="cc-width">
            <p className="govuk-body-s">
              Clearway for <bdi>{chrome?.landlord ?? 'the landlord'}</bdi>. Every page that you open here is
              written to the audit trail. Times are London time.
            </p>
            {chrome?.isDemonstration && (
              <p className="govuk-body-s">
                <a href="/demo" className="govuk-link">
                  Demonstration accounts
                </a>{' '}
                ·{' '}
                <a href="/demo/mail" className="govuk-link">
                  Demonstration mail
                </a>{' '}
                ·{' '}
                <a href="/" className="govuk-link">
                  Customers’ pages
                </a>
              </p>
            )}
          </div>
        </footer>
      </body>
    </html>
  )
}

function ConsoleHead({ chrome }: { chrome: Chrome | null }) {
  const shown = places.filter(({ action }) => chrome?.may.includes(action))
  return (
    <header className="cc-head">
      <div className="cc-width cc-head__row">
        <a href="/console" className="cc-head__name">
          Clearway <span className="cc-head__where">console</span>
        </a>
        {shown.length > 0 && chrome && (
          <nav aria-label="Console" className="cc-nav">
            <ul>
              {shown.map(({ href, words }) => (
                <li key={href}>
                  <a href={href} aria-current={isHere(href, chrome.path) ? 'page' : undefined}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {chrome?.colleague && (
          <form method="post" action="/console/sign-out" className="cc-head__who">
            <span>
              <bdi>{chrome.colleague.name}</bdi>, {sayRole(chrome.colleague.role).toLowerCase()}
            </span>
            <button type="submit" className="cc-quiet-button">
              Sign out
            </button>
          </form>
        )}
      </div>
    </header>
  )
}
