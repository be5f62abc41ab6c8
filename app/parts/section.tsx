import type { ReactNode } from 'react'
import { useSpeak } from './visit.tsx'

/** One kind of thing, closed until somebody opens it: the page stays short. */
export function Section({
  heading,
  count,
  children,
}: {
  heading: string
  count: number
  children: ReactNode
}) {
  const t = useSpeak()
  return (
    <details className="govuk-details cw-fold">
      <summary className="govuk-details__summary">
        <h2 className="govuk-details__summary-text">
          {heading} ({count})
        </h2>
      </summary>
      <div className="govuk-details__text">
        {count === 0 ? <p className="govuk-body">{t('page.data.nothing')}</p> : children}
      </div>
    </details>
  )
}

/** Words as somebody wrote them, with their lines, in their own direction. */
export function Quote({ children }: { children: string }) {
  return (
    <p className="govuk-body cw-quote" dir="auto">
      {children}
    </p>
  )
}
