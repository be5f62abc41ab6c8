import { atRisk, type UrgentKind } from '../../rules/urgent-kind.ts'
import { Checkboxes } from './checkboxes.tsx'
import { Button, type FieldError, FileInput, Input, TextArea } from './form.tsx'
import { useSpeak } from './visit.tsx'

type Props = {
  kind: UrgentKind
  formKey: string
  typed: Record<string, string>
  errors: FieldError[]
}

/** The second step. The photographs are last, so that every word is there before the first of them begins to come. */
export function UrgentForm({ kind, formKey, typed, errors }: Props) {
  const t = useSpeak()
  return (
    <form method="post" action={`/urgent/tell?kind=${kind}`} encType="multipart/form-data" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <TextArea
        name="what"
        label={t('page.report.what')}
        hint={t('page.report.what-hint')}
        isOptional={kind !== 'other'}
        value={typed.what}
        errors={errors}
        rows={3}
      />
      <Input
        name="where"
        autoComplete="street-address"
        label={t('page.report.where')}
        hint={t('page.report.where-hint')}
        value={typed.where}
        errors={errors}
      />
      <Input
        name="reach"
        autoComplete="tel"
        isOptional
        label={t('page.report.reach')}
        hint={t('page.report.reach-hint')}
        value={typed.reach}
        errors={errors}
      />
      <Input
        name="name"
        autoComplete="name"
        isOptional
        label={t('page.report.name')}
        value={typed.name}
        errors={errors}
      />
      <Checkboxes
        legend={t('page.optional', { label: t('page.report.risk') })}
        hint={t('page.report.risk-hint')}
        boxes={atRisk.map((each) => ({
          name: `risk-${each}`,
          label: t(`page.report.at-risk.${each}`),
          isChosen: typed[`risk-${each}`] !== undefined,
        }))}
      />
      <Input
        name="risk-words"
        isOptional
        label={t('page.report.risk-words')}
        hint={t('page.report.risk-words-hint')}
        value={typed['risk-words']}
        errors={errors}
      />
      <Photographs errors={errors} />
      <div className="cw-buttons">
        <Button>{t('page.report.send')}</Button>
        <button
          type="submit"
          className="govuk-button govuk-button--secondary"
          formAction="/urgent"
          formEncType="application/x-www-form-urlencoded"
        >
          {t('page.report.change')}
        </button>
      </div>
    </form>
  )
}

/** The way to choose photographs, the same in the report and after it. */
export function Photographs({ errors }: { errors: FieldError[] }) {
  const t = useSpeak()
  return (
    <FileInput
      name="photos"
      isOptional
      accept="image/*,video/*"
      label={t('page.report.photos')}
      hint={t('page.report.photos-hint')}
      errors={errors}
    />
  )
}
