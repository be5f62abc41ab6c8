import type { MayAct } from '../../../rules/may-release.ts'
import { Fold } from './pieces.tsx'
import { sayBasis, sayRoles } from './say-reason.ts'

type Props = {
  restriction: { id: string; reference: string }
  mayLift: MayAct
  document: string
  /** What is to be put right, with what was typed. */
  fault: { reason: string; fault: string } | null
}

/** The way to lift a restriction, or who can. */
export function LiftForm({ restriction: { id, reference }, mayLift, document, fault }: Props) {
  if ('no' in mayLift) {
    return (
      <p className="govuk-inset-text">
        To lift it, ask {sayRoles(mayLift.no.roles)}. {sayBasis(mayLift.no.basis, document)}
      </p>
    )
  }
  const field = `reason-${reference}`
  return (
    <Fold summary={`Lift ${reference}`} isOpen={fault !== null}>
      <form method="post" noValidate>
        <input type="hidden" name="restrictionId" value={id} />
        <div className={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
          <label className="govuk-label govuk-label--s" htmlFor={field}>
            Why do you lift it?
          </label>
          <div id={`${field}-hint`} className="govuk-hint">
            It is kept with the restriction. The customer is told at once that it is lifted; the very next
            message goes through. What is held only because of it is released.
          </div>
          {fault && (
            <p id={`${field}-error`} className="govuk-error-message">
              <span className="govuk-visually-hidden">Error:</span> {fault.fault}
            </p>
          )}
          <textarea
            className={`govuk-textarea${fault ? ' govuk-textarea--error' : ''}`}
            id={field}
            name="reason"
            rows={4}
            aria-describedby={`${field}-hint${fault ? ` ${field}-error` : ''}`}
            defaultValue={fault?.reason}
          />
        </div>
        <button type="submit" className="govuk-button govuk-button--warning">
          Lift this restriction
        </button>
      </form>
    </Fold>
  )
}
