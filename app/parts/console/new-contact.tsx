import type { ReactNode } from 'react'
import { Choice, Field } from './field.tsx'
import { sayLanguage } from './pieces.tsx'
import { sayChannel } from './say-reason.ts'

type Found = { id: string; name: string; reference: string; address: string; language: string }
type Props = {
  formKey: string
  typed: Record<string, string>
  faults: Record<string, string>
  found: Found[]
}

const inputOf = (fault?: string) => `govuk-input${fault ? ' govuk-input--error' : ''}`

/** Everything about one call, visit or letter, on one page: who, how, what was said, and when. */
export function NewContactForm({ formKey, typed, faults, found }: Props) {
  return (
    <form method="post" action="/console/new-contact" noValidate className="cc-form">
      <input type="hidden" name="key" value={formKey} />
      <div className="govuk-form-group">
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id="urgent"
              name="urgent"
              type="checkbox"
              value="yes"
              defaultChecked={typed.urgent !== undefined}
              aria-describedby="urgent-hint"
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor="urgent">
              <strong>It cannot wait</strong>
            </label>
            <div id="urgent-hint" className="govuk-hint govuk-checkboxes__hint">
              It goes to the urgent desk at once, whatever limits apply. Without this, urgent words are still
              looked for.
            </div>
          </div>
        </div>
      </div>
      <Who typed={typed} faults={faults} found={found} />
      <Choice
        name="channel"
        label="How did it come?"
        fault={faults.channel}
        value={typed.channel}
        choices={(['phone', 'visit', 'letter'] as const).map((code) => [code, sayChannel(code)])}
      />
      <Field
        name="said"
        label="What was said, or what the letter says"
        hint="In their own words, as far as you can."
        fault={faults.said}
      >
        {(tied) => (
          <textarea
            {...tied}
            className={`govuk-textarea${faults.said ? ' govuk-textarea--error' : ''}`}
            rows={6}
            dir="auto"
            defaultValue={typed.said}
          />
        )}
      </Field>
      <Field name="subject" label="In a few words (optional)" fault={faults.subject}>
        {(tied) => (
          <input {...tied} className={inputOf(faults.subject)} dir="auto" defaultValue={typed.subject} />
        )}
      </Field>
      <div className="cc-form__when">
        <Field name="on" label="Day it came" fault={faults.on}>
          {(tied) => <input {...tied} type="date" className={inputOf(faults.on)} defaultValue={typed.on} />}
        </Field>
        <Field name="at" label="Time (London)" fault={faults.at}>
          {(tied) => <input {...tied} type="time" className={inputOf(faults.at)} defaultValue={typed.at} />}
        </Field>
      </div>
      <button type="submit" className="govuk-button">
        Record it, and see what to tell them
      </button>
    </form>
  )
}

function Who({ typed, faults, found }: Omit<Props, 'formKey'>) {
  const isSearched = typed.words !== undefined && typed.words !== ''
  return (
    <>
      <div className="cc-form__find">
        <Field name="words" label="Who is it?" hint="Reference, name, phone number or email address">
          {(tied) => (
            <input
              {...tied}
              className="govuk-input"
              defaultValue={typed.words}
              spellCheck={false}
              autoComplete="off"
            />
          )}
        </Field>
        <button type="submit" name="find" value="yes" className="govuk-button govuk-button--secondary">
          Find
        </button>
      </div>
      <Choice
        name="customer"
        label={found.length > 0 ? 'Choose the customer' : 'The customer'}
        hint={
          isSearched && found.length === 0
            ? 'Nobody was found. Try part of the name, or the reference from a letter.'
            : undefined
        }
        fault={faults.customer}
        value={typed.customer}
        choices={[
          ...found.map(({ id, name, reference, address, language }): [string, ReactNode] => [
            id,
            <>
              <bdi>{name}</bdi> ({reference})
              <span className="cc-small">
                <bdi>{address}</bdi>
                {language !== 'en' && `. Reads ${sayLanguage(language)}`}
              </span>
            </>,
          ]),
          ['nobody', 'I do not know who it is, or it is somebody else for them'],
        ]}
      />
      <Field name="reach" label="If you do not know them: name and number (optional)" fault={faults.reach}>
        {(tied) => (
          <input
            {...tied}
            className={inputOf(faults.reach)}
            dir="auto"
            autoComplete="off"
            defaultValue={typed.reach}
          />
        )}
      </Field>
    </>
  )
}
