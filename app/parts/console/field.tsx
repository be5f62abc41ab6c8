import type { ReactNode } from 'react'

type Props = {
  name: string
  label: string
  hint?: string
  fault?: string
  children: (tied: {
    id: string
    name: string
    'aria-describedby'?: string
    'aria-invalid'?: true
  }) => ReactNode
}

/** One field of a colleague's form, with its label, its hint and what is to be put right. */
export function Field({ name, label, hint, fault, children }: Props) {
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={name}>
        {label}
      </label>
      <Said name={name} hint={hint} fault={fault} />
      {children({
        id: name,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true }),
      })}
    </div>
  )
}

type ChoiceProps = Omit<Props, 'children'> & { value?: string; choices: [string, ReactNode][] }

/** One of a few: a colleague sees all of them at once. */
export function Choice({ name, label, hint, fault, value, choices }: ChoiceProps) {
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div className={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={described || undefined}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <Said name={name} hint={hint} fault={fault} />
        <div className="govuk-radios govuk-radios--small">
          {choices.map(([code, words], at) => (
            <div key={code} className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={at === 0 ? name : `${name}-${at}`}
                name={name}
                type="radio"
                value={code}
                defaultChecked={value === code}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={at === 0 ? name : `${name}-${at}`}>
                {words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function Said({ name, hint, fault }: Pick<Props, 'name' | 'hint' | 'fault'>) {
  return (
    <>
      {hint && (
        <div id={`${name}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {fault && (
        <p id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {fault}
        </p>
      )}
    </>
  )
}

/** What is to be put right, at the top of the page, each line leading to its field. */
export function Faults({ faults }: { faults: Record<string, string> }) {
  const all = Object.entries(faults)
  if (all.length === 0) return null
  return (
    <div className="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">Please put this right</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {all.map(([name, fault]) => (
            <li key={name}>
              <a href={`#${name}`}>{fault}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
