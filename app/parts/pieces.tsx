import type { ReactNode } from 'react'

/** A small mark beside something. What it says is never said by colour alone. */
export function Tag({ children, isQuiet = false }: { children: ReactNode; isQuiet?: boolean }) {
  return <strong className={isQuiet ? 'govuk-tag govuk-tag--grey' : 'govuk-tag'}>{children}</strong>
}

/** The one thing on a page that must not be missed. `spoken` says in a word what the sign means. */
export function WarningText({ spoken, children }: { spoken: string; children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{spoken}</span> {children}
      </strong>
    </div>
  )
}

/** More of something for those who want it. Opens and closes without script. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}

/** Something about the reader, before what the page is about. One on a page. */
export function NotificationBanner({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div
      className="govuk-notification-banner"
      role="region"
      aria-labelledby="govuk-notification-banner-title"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  )
}

type TableProps = { caption: string; head: string[]; rows: ReactNode[][] }

/** Facts in rows and columns. The first cell of a row names it. */
export function Table({ caption, head, rows }: TableProps) {
  return (
    <table className="govuk-table">
      <caption className="govuk-table__caption">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {head.map((words) => (
            <th key={words} scope="col" className="govuk-table__header">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map(([first, ...others], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
          <tr key={at} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {first}
            </th>
            {others.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
              <td key={column} className="govuk-table__cell">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A way back to the step before. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="govuk-back-link">
      {children}
    </a>
  )
}
