import type { CaseReason } from '../../../rules/case.ts'
import type { FoundAppeal } from './appeal-case.tsx'
import { Fold, sayLanguage } from './pieces.tsx'
import { sayObstacle } from './say-appeal.ts'
import { sayRoles } from './say-reason.ts'

export type Fault = { intent: string; text: string; ruling: string; field: string; fault: string } | null

export type FormProps = { found: FoundAppeal; fault: Fault }

/** Everybody else sees why they may not, and who may. */
export function MayNotHear({ found, reasons }: { found: FoundAppeal; reasons: CaseReason[] }) {
  return (
    <section aria-labelledby="may-not-heading" className="govuk-inset-text">
      <h2 id="may-not-heading" className="govuk-heading-s">
        You cannot decide this appeal
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.facts?.part ?? ''}`}>{sayObstacle(reason, found.document)}</li>
        ))}
      </ul>
      <p className="govuk-body">Ask {sayRoles([found.hearer.role])} who took no part in it.</p>
    </section>
  )
}

type FieldProps = {
  name: string
  label: string
  hint: string
  text: string
  fault: string | null
  rows: number
}

/** One field of either form: its words are always `text`. */
export function Field({ name, label, hint, text, fault, rows }: FieldProps) {
  return (
    <div className={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={name}>
        {label}
      </label>
      <div id={`${name}-hint`} className="govuk-hint">
        {hint}
      </div>
      {fault && (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {fault}
        </p>
      )}
      <textarea
        className={`govuk-textarea${fault ? ' govuk-textarea--error' : ''}`}
        id={name}
        name="text"
        rows={rows}
        dir="auto"
        aria-describedby={`${name}-hint${fault ? ` ${name}-error` : ''}`}
        defaultValue={text}
      />
    </div>
  )
}

/** Colleagues write in the customer's language: their words are sent as they are. */
export function sayInTheirs({ customer }: FoundAppeal): string {
  return customer.language === 'en' ? '' : ` Write it in ${sayLanguage(customer.language)}, which they read.`
}

export function AskForm({ found, fault }: FormProps) {
  const own = fault?.intent === 'ask' ? fault : null
  return (
    <Fold summary="Ask the customer a question" isOpen={own !== null}>
      <form method="post" noValidate>
        <input type="hidden" name="key" value={found.key} />
        <Field
          name="question"
          label="What would you like to know?"
          hint={`It is sent in the way they chose, and says your role, not your name. Their answer is never counted.${sayInTheirs(found)}`}
          text={own?.text ?? ''}
          fault={own?.fault ?? null}
          rows={4}
        />
        <button type="submit" name="intent" value="ask" className="govuk-button govuk-button--secondary">
          Ask
        </button>
      </form>
    </Fold>
  )
}
