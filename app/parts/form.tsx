import type { ReactNode } from 'react'
import type { Key, Values } from '../../words/speak.ts'
import { useSpeak } from './visit.tsx'

/** One thing to put right: the field it is about, and the words that say how. */
export type FieldError = { field: string; key: Key; values?: Values }

/** What is to be put right, at the top of the page, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const t = useSpeak()
  if (errors.length === 0) return null
  return (
    <div className="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{t('page.errors.heading')}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, key, values }) => (
              <li key={field + key}>
                <a href={`#${field}`}>{t(key, values)}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

export type FieldProps = {
  name: string
  label: string
  hint?: string
  errors: FieldError[]
  value?: string
  isOptional?: boolean
  /** The label is the one heading of a page that asks a single question. */
  isHeading?: boolean
}

/** Label, hint and error around one field, tied to it. */
function Frame({ name, hint, errors, children, ...said }: FieldProps & { children: ReactNode }) {
  const t = useSpeak()
  const { isOptional, isHeading } = said
  const wrong = errors.filter((each) => each.field === name)
  const label = (
    <label className={`govuk-label ${isHeading ? 'cw-question' : 'cw-label'}`} htmlFor={name}>
      {isOptional ? t('page.optional', { label: said.label }) : said.label}
    </label>
  )
  return (
    <div className={`govuk-form-group ${wrong.length > 0 ? 'govuk-form-group--error' : ''}`}>
      {isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label}
      {hint && (
        <div id={`${name}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {wrong.map(({ key, values }) => (
        <p key={key} id={`${name}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">{t('page.error-prefix')}</span> {t(key, values)}
        </p>
      ))}
      {children}
    </div>
  )
}

export function describedBy({ name, hint, errors }: FieldProps) {
  const isWrong = errors.some((each) => each.field === name)
  const ids = [hint && `${name}-hint`, isWrong && `${name}-error`].filter(Boolean)
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': isWrong || undefined }
}

type InputProps = FieldProps & {
  type?: 'text' | 'email' | 'tel'
  autoComplete?: string
  inputMode?: 'numeric' | 'email' | 'text'
  width?: '10' | '20'
  /** Addresses, numbers and codes run left to right in every language. */
  dir?: 'ltr' | 'auto'
}

export function Input({ type = 'text', autoComplete, inputMode, width, dir = 'auto', ...field }: InputProps) {
  const isWrong = field.errors.some((each) => each.field === field.name)
  return (
    <Frame {...field}>
      <input
        className={`govuk-input ${width ? `govuk-input--width-${width}` : ''} ${isWrong ? 'govuk-input--error' : ''}`}
        id={field.name}
        name={field.name}
        type={type}
        dir={dir}
        defaultValue={field.value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={dir === 'ltr' ? false : undefined}
        autoCapitalize={dir === 'ltr' ? 'none' : undefined}
        {...describedBy(field)}
      />
    </Frame>
  )
}

export function TextArea({ rows = 6, ...field }: FieldProps & { rows?: number }) {
  const isWrong = field.errors.some((each) => each.field === field.name)
  return (
    <Frame {...field}>
      <textarea
        className={`govuk-textarea ${isWrong ? 'govuk-textarea--error' : ''}`}
        id={field.name}
        name={field.name}
        rows={rows}
        dir="auto"
        defaultValue={field.value}
        {...describedBy(field)}
      />
    </Frame>
  )
}

/** Files to send along. The form around it needs `encType="multipart/form-data"`. */
export function FileInput({ accept, ...field }: FieldProps & { accept?: string }) {
  const isWrong = field.errors.some((each) => each.field === field.name)
  return (
    <Frame {...field}>
      <input
        className={`govuk-file-upload ${isWrong ? 'govuk-file-upload--error' : ''}`}
        id={field.name}
        name={field.name}
        type="file"
        multiple
        accept={accept}
        {...describedBy(field)}
      />
    </Frame>
  )
}

type RadiosProps = FieldProps & { choices: { value: string; label: string }[] }

export function Radios({ choices, ...field }: RadiosProps) {
  const t = useSpeak()
  const wrong = field.errors.filter((each) => each.field === field.name)
  return (
    <div className={`govuk-form-group ${wrong.length > 0 ? 'govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" {...describedBy(field)}>
        <legend className={`govuk-fieldset__legend ${field.isHeading ? 'cw-question' : 'cw-label'}`}>
          {field.isHeading ? <h1 className="govuk-fieldset__heading">{field.label}</h1> : field.label}
        </legend>
        {field.hint && (
          <div id={`${field.name}-hint`} className="govuk-hint">
            {field.hint}
          </div>
        )}
        {wrong.map(({ key, values }) => (
          <p key={key} id={`${field.name}-error`} className="govuk-error-message">
            <span className="govuk-visually-hidden">{t('page.error-prefix')}</span> {t(key, values)}
          </p>
        ))}
        <div className="govuk-radios">
          {choices.map(({ value, label }, index) => (
            <div key={value} className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={index === 0 ? field.name : `${field.name}-${index + 1}`}
                name={field.name}
                type="radio"
                value={value}
                defaultChecked={field.value === value}
              />
              <label
                className="govuk-label govuk-radios__label"
                htmlFor={index === 0 ? field.name : `${field.name}-${index + 1}`}
              >
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

type ButtonProps = { children: ReactNode; name?: string; value?: string; isSecond?: boolean }

export function Button({ children, name, value, isSecond }: ButtonProps) {
  return (
    <button
      type="submit"
      className={`govuk-button ${isSecond ? 'govuk-button--secondary' : ''}`}
      name={name}
      value={value}
    >
      {children}
    </button>
  )
}
