import type { ReactNode } from 'react'
import { type NeedsOf, sayNeeds } from './needs.ts'

export { sayLanguage } from './needs.ts'

/** A GOV.UK notification banner: something was done, or something changed under one's hands. */
export function Banner({
  kind,
  heading,
  children,
}: {
  kind: 'success' | 'plain'
  heading: string
  children?: ReactNode
}) {
  const isSuccess = kind === 'success'
  return (
    <section
      className={`govuk-notification-banner${isSuccess ? ' govuk-notification-banner--success' : ''}`}
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby="banner-title"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="banner-title">
          {isSuccess ? 'Done' : 'Important'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </section>
  )
}

type TagColour = 'grey' | 'green' | 'blue' | 'yellow' | 'red' | 'orange' | 'purple'

export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
}

/** Rows of a summary list; rows with nothing to say are left out. */
export function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="govuk-summary-list cc-facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Something to open and close without a script. */
export function Fold({
  summary,
  isOpen,
  children,
}: {
  summary: ReactNode
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}

/** Without signs that are not seen or that turn the direction of what follows: a file name must not be able to lie. */
export function sayPlainly(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').trim()
}

/** A line that somebody outside wrote, such as a subject or a name, kept apart from the words around it. */
export function Outside({ children }: { children: string }) {
  return <bdi>{sayPlainly(children)}</bdi>
}

/** Words that somebody outside wrote: as text, with their lines, in their own direction. */
export function Words({ children, label }: { children: string; label?: string }) {
  return (
    <div className="cc-words" dir="auto" role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  )
}

/** The layout of a message that `makeHarmless` answered with. Nothing else may be put in here. */
export function HarmlessHtml({ html, label }: { html: string; label: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: only ever what makeHarmless wrote; hostile mail is tested against it
    <div
      className="cc-mail"
      dir="auto"
      role="group"
      aria-label={label}
      // It scrolls, so it must be reachable by keyboard.
      tabIndex={0}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** What must be kept in mind for this person, plainly: their letters' size, their language and their format. */
export function Needs(needs: NeedsOf) {
  const all = sayNeeds(needs)
  if (all.length === 0) return null
  return (
    <p className="cc-needs">
      {all.map((need) => (
        <Tag key={need} colour="purple">
          {need}
        </Tag>
      ))}
    </p>
  )
}

/** '12 kB'. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
