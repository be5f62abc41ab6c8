import { languages } from '../../words/speak.ts'
import { useChoice } from './ask/question.tsx'
import { Choices } from './choices.tsx'
import { type FieldError, Input } from './form.tsx'
import { useSpeak, useVisit } from './visit.tsx'
import { formats, points } from './writing-choices.ts'

type Props = {
  /** What was sent and could not be saved; what is saved otherwise. */
  typed: Record<string, string> | undefined
  writing: { language: string; printPoints: number; noticesBy: 'email' | 'letter'; formats: string[] } | null
  which: string
  errors: FieldError[]
}

export function Language({ typed, writing, errors }: Props) {
  const t = useSpeak()
  return (
    <Choices
      type="radio"
      name="language"
      isHeading
      label={t('page.writing.language')}
      choices={languages.map(({ code, name, dir }) => ({ value: code, label: name, lang: code, dir }))}
      value={typed?.language ?? writing?.language}
      errors={errors}
    />
  )
}

/** How a letter begins, in one size of letters: nobody has to know what a point is. */
export function Sample({ points: size }: { points: number }) {
  const t = useSpeak()
  const { signedIn, landlord } = useVisit()
  return (
    <span className={`cw-sample cw-points-${size}`} aria-hidden="true">
      {t('notice.hello', { name: signedIn?.name ?? landlord.name })}
    </span>
  )
}

export function Size({ typed, writing, errors }: Props) {
  const t = useSpeak()
  const saved = writing?.printPoints ?? null
  const isListed = points.some((each) => each === saved)
  return (
    <>
      <Choices
        type="radio"
        name="size"
        isHeading
        label={t('page.writing.size')}
        hint={t('page.writing.size-hint')}
        choices={[
          ...points.map((each) => ({
            value: String(each),
            label: t('page.writing.points', { points: each }),
            sample: <Sample points={each} />,
          })),
          { value: 'other', label: t('page.writing.other') },
        ]}
        value={typed?.size ?? (saved === null ? undefined : isListed ? String(saved) : 'other')}
        errors={errors}
      />
      <Input
        name="other"
        inputMode="numeric"
        width="10"
        dir="ltr"
        label={t('page.writing.other-points')}
        value={typed?.other ?? (saved === null || isListed ? undefined : String(saved))}
        errors={errors}
      />
    </>
  )
}

export function By({ typed, writing, errors }: Props) {
  const t = useSpeak()
  const sayChoice = useChoice()
  return (
    <Choices
      type="radio"
      name="by"
      isHeading
      label={t('page.writing.by-question')}
      choices={(['email', 'letter'] as const).map((by) => ({
        value: by,
        label: sayChoice({ value: by, label: `channel.by.${by}` }),
      }))}
      value={typed?.by ?? writing?.noticesBy}
      errors={errors}
    />
  )
}

export function Formats({ typed, writing, which, errors }: Props) {
  const t = useSpeak()
  return (
    <>
      <Choices
        type="checkbox"
        name="formats"
        isHeading
        label={t('page.writing.formats')}
        hint={t('page.writing.formats-hint')}
        choices={formats.map((each) => ({ value: each, label: t(`page.writing.format.${each}`) }))}
        value={typed?.formats ?? writing?.formats.join(' ')}
        errors={errors}
      />
      <Input
        name="which"
        isOptional
        label={t('page.writing.which')}
        value={typed?.which ?? which}
        errors={errors}
      />
    </>
  )
}
