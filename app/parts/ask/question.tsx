import { Choices } from '../choices.tsx'
import { FileInput, type FieldError, Input, TextArea } from '../form.tsx'
import { useSpeak, useVisit } from '../visit.tsx'
import type { Choice, Step } from './forms.ts'

type Props = {
  step: Step
  choices: Choice[]
  isOptional: boolean
  answer: string
  errors: FieldError[]
}

/** The field of one question. Its label is the heading of the page. */
export function Question({ step, choices, isOptional, answer, errors }: Props) {
  const t = useSpeak()
  const sayChoice = useChoice()
  const field = {
    name: step.name,
    label: t(step.question),
    hint: step.hint && t(step.hint),
    value: answer,
    isHeading: true,
    isOptional,
    errors,
  }
  switch (step.kind) {
    case 'line':
      return <Input {...field} />
    case 'words':
      return <TextArea {...field} rows={8} />
    case 'files':
      return <FileInput {...field} />
    default:
      return (
        <Choices
          {...field}
          type={step.kind === 'one' ? 'radio' : 'checkbox'}
          choices={choices.map((choice) => ({ value: choice.value, label: sayChoice(choice) }))}
        />
      )
  }
}

/** A choice by itself begins with a capital, also where its words stand inside a sentence elsewhere. */
export function useChoice(): (choice: Choice) => string {
  const t = useSpeak()
  const { language } = useVisit()
  return ({ label, values }) => {
    const text = t(label, values)
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  }
}
