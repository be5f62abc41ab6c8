import { useSpeak } from './visit.tsx'

/** "This can't wait": one press, no reason, and it goes through at once. `about` tells the buttons of a list apart. */
export function RaiseButton({ action, about }: { action: string; about?: string }) {
  const t = useSpeak()
  return (
    <form method="post" action={action} className="cw-act">
      <button type="submit" name="intent" value="raise" className="govuk-button govuk-button--warning">
        {t('page.raise.button')}
        {about && <span className="govuk-visually-hidden">: {about}</span>}
      </button>
    </form>
  )
}

/** A customer takes back what is still kept. */
export function TakeBackButton({ action, about }: { action: string; about?: string }) {
  const t = useSpeak()
  return (
    <form method="post" action={action} className="cw-act">
      <button type="submit" name="intent" value="take-back" className="govuk-button govuk-button--secondary">
        {t('page.your-contacts.take-back')}
        {about && <span className="govuk-visually-hidden">: {about}</span>}
      </button>
    </form>
  )
}
