import { useActionData } from '@remix-run/react'
import type { chooseAgain } from '../doors/urgent.server.ts'
import { Page } from '../parts/page.tsx'
import { UrgentChoices } from '../parts/urgent-choices.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { chooseAgain as action } from '../doors/urgent.server.ts'

/** The first step: one press says what is happening. */
export default function Urgent() {
  const t = useSpeak()
  const carried = useActionData<typeof chooseAgain>() ?? []
  return (
    <Page heading={t('page.report.heading')} caption={t('page.report.step', { step: 1 })} isSafety>
      {carried.length > 0 && <p className="govuk-inset-text">{t('page.report.kept')}</p>}
      <h2 className="govuk-heading-m">{t('page.report.what')}</h2>
      <UrgentChoices carried={carried} />
      <p className="govuk-body">{t('page.report.lead')}</p>
    </Page>
  )
}
