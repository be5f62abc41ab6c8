import { useLoaderData } from '@remix-run/react'
import type { loadAppealCheck } from '../doors/appeal-check.server.ts'
import { sayAbout } from '../parts/appeal-about.ts'
import { AppealWordsRows } from '../parts/appeal-words.tsx'
import { Button } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppealCheck as loader, sendAppeal as action } from '../doors/appeal-check.server.ts'

export default function AppealCheck() {
  const t = useSpeak()
  const { language } = useVisit()
  const { about, base, back, words, hasGrounds, isLate, files } = useLoaderData<typeof loadAppealCheck>()
  return (
    <Page heading={t('page.appeal.check-heading')} caption={sayAbout(language, about)} back={back}>
      <p className="govuk-body-l">{t('page.appeal.check-lead')}</p>
      <AppealWordsRows
        words={{ ...words, lateReason: isLate ? words.lateReason : null }}
        hasGrounds={hasGrounds}
        files={files}
        changeAt={base}
      />
      <form method="post" action={`${base}/check`}>
        <Button>{t('page.appeal.lodge')}</Button>
      </form>
    </Page>
  )
}
