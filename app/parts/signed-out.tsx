import { useSpeak } from './visit.tsx'

/** The session ended before a form was sent: everything that was typed is still on the page, and how to go on. */
export function SignedOut({ hasFiles = false }: { hasFiles?: boolean }) {
  const t = useSpeak()
  return (
    <div className="cw-answer" role="alert">
      <p className="govuk-body">{t('page.appeal.signed-out')}</p>
      {hasFiles && <p className="govuk-body">{t('page.ask.files-again')}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer">
          {t('page.appeal.signed-out-link')}
        </a>
      </p>
    </div>
  )
}
