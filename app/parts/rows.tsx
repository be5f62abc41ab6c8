import type { ReactNode } from 'react'

/** Questions and answers, one under the other on a narrow page. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="govuk-summary-list">{children}</dl>
}

export function Row({ label, children, action }: { label: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{label}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
      {action && <dd className="govuk-summary-list__actions">{action}</dd>}
    </div>
  )
}
