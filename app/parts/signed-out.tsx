import { useSpeak } from './visit.tsx'

/** The session ended while somebody wrote. What they typed is on the page, and another page signs them in again. */
export function SignedOut({ hadFiles }: { hadFiles: boolean }) {
  const t = useSpeak()
  return (
    <div className="cw-answer" role="alert">
      <p className="govuk-body">{t('page.appeal.signed-out')}</p>
      {hadFiles && <p className="govuk-body">{t('page.appeal.files-again')}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer">
          {t('page.appeal.signed-out-link')}
        </a>
      </p>
    </div>
  )
}
