import { useActionData, useLoaderData } from '@remix-run/react'
import type { carryAppeal, loadAppealDraft } from '../doors/appeal.server.ts'
import { AppealCheck } from '../parts/appeal-check.tsx'
import { AppealForm } from '../parts/appeal-form.tsx'
import { ErrorSummary } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { carryAppeal as action, loadAppealDraft as loader } from '../doors/appeal.server.ts'

export default function AppealChecked() {
  const t = useSpeak()
  const { id, grounds } = useLoaderData<typeof loadAppealDraft>()
  const draft = useActionData<typeof carryAppeal>()
  const { typed = {}, errors = [], isSignedOut = false } = draft ?? {}
  if (draft?.step === 'check') {
    return (
      <Page heading={t('page.appeal.check-heading')}>
        <AppealCheck id={id} hasGrounds={grounds.length > 0} typed={typed} />
      </Page>
    )
  }
  return (
    <Page heading={t('page.appeal.heading')} hasErrors={errors.length > 0} back={`/appeal/${id}`}>
      <ErrorSummary errors={errors} />
      {isSignedOut && (
        <div className="cw-answer" role="alert">
          <p className="govuk-body">{t('page.appeal.signed-out')}</p>
          <p className="govuk-body">
            <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer">
              {t('page.appeal.signed-out-link')}
            </a>
          </p>
        </div>
      )}
      <AppealForm id={id} grounds={grounds} typed={typed} errors={errors} />
    </Page>
  )
}
