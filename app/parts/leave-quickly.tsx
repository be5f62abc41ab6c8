import { useSpeak } from './visit.tsx'

/** Opens at once, looks like nothing much, and is there in every country. */
const elsewhere = 'https://www.bbc.co.uk/weather'

/**
 * "Exit this page", for pages about abuse or danger at home: the first stop of the keyboard, always in sight, without
 * script. It cannot clear what the browser remembers, so the page "help and support" tells how to do that.
 */
export function LeaveQuickly() {
  const t = useSpeak()
  return (
    <div className="govuk-exit-this-page cw-leave">
      <span className="cw-leave__where">{t('page.leave.where')}</span>
      <a
        href={elsewhere}
        draggable="false"
        className="govuk-button govuk-button--warning govuk-exit-this-page__button"
        rel="nofollow noreferrer"
      >
        {t('page.leave.go')}
      </a>
    </div>
  )
}
