type Props = {
  legend: string
  hint?: string
  /** Each box is a field of its own, so that its name says what it is. */
  boxes: { name: string; label: string; isChosen: boolean }[]
}

/** Boxes of which any number can be ticked. The first one's name is what an error leads to. */
export function Checkboxes({ legend, hint, boxes }: Props) {
  const hintId = `${boxes[0]?.name}-hint`
  return (
    <div className="govuk-form-group">
      <fieldset className="govuk-fieldset" aria-describedby={hint && hintId}>
        <legend className="govuk-fieldset__legend cw-label">{legend}</legend>
        {hint && (
          <div id={hintId} className="govuk-hint">
            {hint}
          </div>
        )}
        <div className="govuk-checkboxes">
          {boxes.map(({ name, label, isChosen }) => (
            <div key={name} className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={name}
                name={name}
                type="checkbox"
                value="yes"
                defaultChecked={isChosen}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={name}>
                {label}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
