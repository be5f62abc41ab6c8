import type { Key } from '../../words/speak.ts'
import { Button, type FieldError, Radios, TextArea } from './form.tsx'
import { useSpeak } from './visit.tsx'

type Props = {
  id: string
  grounds: string[]
  typed: Record<string, string | undefined>
  errors: FieldError[]
}

/** A ground in words; what we have no words for is another reason. */
export function groundKey(ground: string): Key {
  switch (ground) {
    case 'changed-circumstances':
    case 'limits-essential-services':
    case 'factual-error':
      return `page.appeal.grounds.${ground}`
    default:
      return 'page.appeal.ground-other'
  }
}

/** What somebody writes in an appeal. It goes to the page where it is checked; nothing is sent yet. */
export function AppealForm({ id, grounds, typed, errors }: Props) {
  const t = useSpeak()
  return (
    <form method="post" action={`/appeal/${id}/check`} noValidate>
      {grounds.length > 0 && (
        <Radios
          name="ground"
          label={t('page.appeal.ground')}
          choices={grounds.map((value) => ({ value, label: t(groundKey(value)) }))}
          value={typed.ground}
          errors={errors}
        />
      )}
      <TextArea
        name="account"
        label={t('page.appeal.account')}
        hint={t('page.appeal.account-hint')}
        value={typed.account}
        errors={errors}
        rows={10}
      />
      <TextArea
        name="wish"
        isOptional
        label={t('page.appeal.wish')}
        hint={t('page.appeal.wish-hint')}
        value={typed.wish}
        errors={errors}
        rows={4}
      />
      <Button name="intent" value="check">
        {t('page.appeal.continue')}
      </Button>
    </form>
  )
}
