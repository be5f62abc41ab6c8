import type { FoundAppeal } from './appeal-case.tsx'
import { Field, type FormProps, sayInTheirs } from './appeal-forms.tsx'
import { Facts, Words } from './pieces.tsx'
import { sayRuling } from './say-appeal.ts'
import { sayRole } from './say-reason.ts'
import { sayInstant } from './say-time.ts'

/** What each ruling does. */
const follows = {
  restriction: {
    upheld: 'It ends now, and what was held only because of it goes on.',
    partly: 'A manager now changes the restriction. Until then it goes on as it is.',
  },
  warning: {
    upheld: 'The warning counts no more. It stays on record with this ruling.',
    partly: 'A manager now changes the warning.',
  },
  marker: { upheld: 'The marker is taken off now.', partly: 'A manager now changes the marker.' },
} as const

export function RuleForm({ found, fault }: FormProps) {
  const own = fault?.intent === 'rule' ? fault : null
  const { subject, isFinal } = found
  const choices = [
    { value: 'upheld', label: 'Upheld: the customer is right', hint: follows[subject.kind].upheld },
    { value: 'partly', label: 'Partly upheld: something has to change', hint: follows[subject.kind].partly },
    { value: 'not-upheld', label: 'Not upheld: it was right as it is', hint: 'Nothing changes.' },
  ]
  const wrongRuling = own?.field === 'ruling' ? own.fault : null
  return (
    <section aria-labelledby="rule-heading">
      <h2 id="rule-heading" className="govuk-heading-m">
        Your ruling
      </h2>
      <form method="post" noValidate>
        <div className={`govuk-form-group${wrongRuling ? ' govuk-form-group--error' : ''}`}>
          <fieldset className="govuk-fieldset" aria-describedby={wrongRuling ? 'ruling-error' : undefined}>
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What do you decide?</legend>
            {wrongRuling && (
              <p id="ruling-error" className="govuk-error-message">
                <span className="govuk-visually-hidden">Error:</span> {wrongRuling}
              </p>
            )}
            <div className="govuk-radios govuk-radios--small">
              {choices.map(({ value, label, hint }, at) => (
                <div key={value} className="govuk-radios__item">
                  <input
                    className="govuk-radios__input"
                    id={at === 0 ? 'ruling' : `ruling-${at}`}
                    name="ruling"
                    type="radio"
                    value={value}
                    defaultChecked={own?.ruling === value}
                    aria-describedby={`ruling-${at}-hint`}
                  />
                  <label
                    className="govuk-label govuk-radios__label"
                    htmlFor={at === 0 ? 'ruling' : `ruling-${at}`}
                  >
                    {label}
                  </label>
                  <div id={`ruling-${at}-hint`} className="govuk-hint govuk-radios__hint">
                    {hint}
                  </div>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <Field
          name="reasons"
          label="Why?"
          hint={`The customer reads it as you write it. If it is partly upheld, say what changes.${isFinal ? ' Under this policy it is the last word on this decision.' : ''}${sayInTheirs(found)}`}
          text={own?.text ?? ''}
          fault={own?.field === 'reasons' ? own.fault : null}
          rows={7}
        />
        <button type="submit" name="intent" value="rule" className="govuk-button">
          Decide and tell the customer
        </button>
      </form>
    </section>
  )
}

/** What was decided. What a partly upheld appeal changes is a manager's own new decision. */
export function Ruling({ found: { appeal, decidedBy, subject } }: { found: FoundAppeal }) {
  return (
    <section aria-labelledby="ruling-heading">
      <h2 id="ruling-heading" className="govuk-heading-m">
        The ruling
      </h2>
      <Facts
        rows={[
          ['Decided', <strong key="ruling">{sayRuling(appeal.ruling)}</strong>],
          ['By', decidedBy && `${decidedBy.name}, ${sayRole(decidedBy.role).toLowerCase()}`],
          ['On', appeal.decidedAt && sayInstant(appeal.decidedAt)],
          [
            'Follows',
            appeal.ruling && appeal.ruling !== 'not-upheld' && follows[subject.kind][appeal.ruling],
          ],
        ]}
      />
      <Words label="Reasons as the customer reads them">{appeal.reasons ?? ''}</Words>
    </section>
  )
}
