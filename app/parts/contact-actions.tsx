import { useSpeak } from './visit.tsx'

/** `about` tells the buttons of a list apart. */
type Act = { action: string; about?: string }

/** "This can't wait": one press, no reason, and it goes through at once. */
export function RaiseButton(act: Act) {
  const t = useSpeak()
  return <ActButton {...act} intent="raise" look="warning" words={t('page.raise.button')} />
}

/** A customer takes back what is still kept. */
export function TakeBackButton(act: Act) {
  const t = useSpeak()
  return <ActButton {...act} intent="take-back" look="secondary" words={t('page.your-contacts.take-back')} />
}

type ActButtonProps = Act & { intent: 'raise' | 'take-back'; look: 'warning' | 'secondary'; words: string }

function ActButton({ action, about, intent, look, words }: ActButtonProps) {
  return (
    <form method="post" action={action} className="cw-act">
      <button type="submit" name="intent" value={intent} className={`govuk-button govuk-button--${look}`}>
        {words}
        {about && <span className="govuk-visually-hidden">: {about}</span>}
      </button>
    </form>
  )
}
