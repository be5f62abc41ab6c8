import type { ReactNode } from 'react'
import { describedBy, type FieldProps } from './form.tsx'
import { useSpeak } from './visit.tsx'

type Choice = {
  value: string
  label: string
  /** Shows what the choice means, for those who see it. */
  sample?: ReactNode
  lang?: string
  dir?: 'ltr' | 'rtl'
}
type Props = FieldProps & { type: 'radio' | 'checkbox'; choices: Choice[] }

/** One of several things (`radio`), or as many as fit (`checkbox`; `value` then holds them with spaces between). Nothing is chosen beforehand. */
export function Choices({ type, choices, ...field }: Props) {
  const t = useSpeak()
  const { name, label, errors, value = '', isOptional, isHeading } = field
  const look = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const chosen = type === 'radio' ? [value] : value.split(' ')
  const wrong = errors.filter((each) => each.field === name)
  const words = isOptional ? t('page.optional', { label }) : label
  return (
    <div className={`govuk-form-group ${wrong.length > 0 ? 'govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field)['aria-describedby']}>
        <legend className={`govuk-fieldset__legend ${isHeading ? 'cw-question' : 'cw-label'}`}>
          {isHeading ? <h1 className="govuk-fieldset__heading">{words}</h1> : words}
        </legend>
        {field.hint && (
          <div id={`${name}-hint`} className="govuk-hint">
            {field.hint}
          </div>
        )}
        {wrong.map(({ key, values }) => (
          <p key={key} id={`${name}-error`} className="govuk-error-message">
            <span className="govuk-visually-hidden">{t('page.error-prefix')}</span> {t(key, values)}
          </p>
        ))}
        <div className={look}>
          {choices.map((choice, at) => {
            const id = at === 0 ? name : `${name}-${at}`
            return (
              <div key={choice.value} className={`${look}__item`}>
                <input
                  className={`${look}__input`}
                  id={id}
                  name={name}
                  type={type}
                  value={choice.value}
                  defaultChecked={chosen.includes(choice.value)}
                />
                <label className={`govuk-label ${look}__label`} htmlFor={id}>
                  <span lang={choice.lang} dir={choice.dir}>
                    {choice.label}
                  </span>
                  {choice.sample}
                </label>
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
