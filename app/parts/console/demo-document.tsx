import type { ReactNode } from 'react'
import styles from '../../styles/console.scss?url'

const places = [
  { href: '/demo', words: 'Accounts' },
  { href: '/demo/mail', words: 'Mail' },
  { href: '/', words: 'Customers’ pages' },
  { href: '/console', words: 'Console' },
]

/** The frame of the demonstration pages. They exist in demonstration mode only. */
export function DemoDocument({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} – Clearway demonstration`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styles} />
        <link rel="stylesheet" href="/landlord.css" />
      </head>
      <body className="cw-body">
        <a href="#main" className="govuk-skip-link">
          Skip to main content
        </a>
        <header className="cc-head">
          <div className="cc-width cc-head__row">
            <a href="/demo" className="cc-head__name">
              Clearway <span className="cc-head__where">demonstration</span>
            </a>
            <nav aria-label="Demonstration" className="cc-nav">
              <ul>
                {places.map(({ href, words }) => (
                  <li key={href}>
                    <a href={href}>{words}</a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <div className="cc-width">
          <main id="main" className="cc-main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </body>
    </html>
  )
}
