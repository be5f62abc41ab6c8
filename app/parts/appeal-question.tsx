import { groundKey } from './appeal-about.ts'
import type { AppealStep } from './appeal-steps.ts'
import { FileList } from './file-list.tsx'
import { Button, type FieldError, FileInput, Input, Radios, TextArea } from './form.tsx'
import { Question } from './question-page.tsx'
import { useSpeak } from './visit.tsx'

type Props = {
  step: AppealStep
  grounds: string[]
  typed: Record<string, string | undefined>
  files: { id: string; name: string; size: number }[]
  errors: FieldError[]
}

/** The fields of one question of an appeal. */
export function AppealQuestion({ step, grounds, typed, files, errors }: Props) {
  const t = useSpeak()
  const own = { errors, isHeading: true }
  switch (step) {
    case 'ground':
      return (
        <Radios
          {...own}
          name="ground"
          label={t('page.appeal.ground')}
          choices={grounds.map((value) => ({ value, label: t(groundKey(value)) }))}
          value={typed.ground}
        />
      )
    case 'account':
    case 'wish':
    case 'late':
      return (
        <TextArea
          {...own}
          name={step}
          isOptional={step === 'wish'}
          label={t(`page.appeal.${step}`)}
          hint={t(`page.appeal.${step}-hint`)}
          value={typed[step]}
          rows={step === 'account' ? 10 : 5}
        />
      )
    case 'files':
      return <Files files={files} errors={errors} />
    case 'who':
      return (
        <Radios
          {...own}
          name="who"
          label={t('page.appeal.who')}
          hint={t('page.appeal.who-hint')}
          choices={[
            { value: 'me', label: t('page.appeal.who-me') },
            { value: 'other', label: t('page.appeal.who-other') },
          ]}
          value={typed.who}
        />
      )
    case 'for':
      return (
        <>
          <Question>{t('page.appeal.for')}</Question>
          <p className="govuk-body">{t('page.appeal.for-hint')}</p>
          <Input name="name" label={t('page.appeal.for-name')} value={typed.name} errors={errors} />
          <Input
            name="reach"
            dir="ltr"
            label={t('page.appeal.for-reach')}
            value={typed.reach}
            errors={errors}
          />
        </>
      )
  }
}

function Files({ files, errors }: Pick<Props, 'files' | 'errors'>) {
  const t = useSpeak()
  return (
    <>
      <Question>{t('page.appeal.files')}</Question>
      <p className="govuk-body">{t('page.appeal.files-hint')}</p>
      {files.length > 0 && <h2 className="govuk-heading-s">{t('page.appeal.files-yours')}</h2>}
      <FileList files={files} canRemove />
      <FileInput name="files" label={t('page.appeal.files-choose')} errors={errors} />
      <Button name="intent" value="add" isSecond>
        {t('page.appeal.files-add')}
      </Button>
    </>
  )
}
