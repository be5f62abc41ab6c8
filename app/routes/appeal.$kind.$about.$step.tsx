import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadAppealStep, saveAppealStep } from '../doors/appeal-draft.server.ts'
import { sayAbout } from '../parts/appeal-about.ts'
import { AppealQuestion } from '../parts/appeal-question.tsx'
import { Button } from '../parts/form.tsx'
import { QuestionPage } from '../parts/question-page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppealStep as loader, saveAppealStep as action } from '../doors/appeal-draft.server.ts'

export default function AppealStepPage() {
  const t = useSpeak()
  const { language } = useVisit()
  const { step, here, back, about, answers, grounds, files } = useLoaderData<typeof loadAppealStep>()
  const sent = useActionData<typeof saveAppealStep>()
  const { typed = answers, errors = [], isSignedOut = false, hadFiles = false } = sent ?? {}
  return (
    <QuestionPage
      question={t(`page.appeal.${step}`)}
      caption={about ? sayAbout(language, about) : undefined}
      back={back ?? undefined}
      errors={errors}
      isSignedOut={isSignedOut}
      hadFiles={hadFiles}
    >
      <form
        method="post"
        action={here}
        encType={step === 'files' ? 'multipart/form-data' : undefined}
        noValidate
      >
        <AppealQuestion step={step} grounds={grounds} typed={typed} files={files} errors={errors} />
        <div className="cw-buttons">
          <Button>{t('page.appeal.continue')}</Button>
        </div>
      </form>
      <p className="govuk-body cw-source">{t('page.appeal.saved')}</p>
    </QuestionPage>
  )
}
