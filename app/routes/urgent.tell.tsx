import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadUrgentForm, sendUrgent } from '../doors/urgent.server.ts'
import { ErrorSummary } from '../parts/form.tsx'
import { NumbersToCall } from '../parts/numbers-to-call.tsx'
import { Page } from '../parts/page.tsx'
import { UrgentForm } from '../parts/urgent-form.tsx'
import { UrgentIcon } from '../parts/urgent-icon.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadUrgentForm as loader, sendUrgent as action } from '../doors/urgent.server.ts'

/** The second step: whom to call now, and the few things that help whoever comes. */
export default function UrgentTell() {
  const t = useSpeak()
  const loaded = useLoaderData<typeof loadUrgentForm>()
  const sent = useActionData<typeof sendUrgent>()
  const { errors = [], typed = {} } = sent ?? {}
  const kind = sent?.kind ?? loaded.kind
  return (
    <Page
      heading={t(`page.report.kind.${kind}`)}
      hasErrors={errors.length > 0}
      caption={
        <>
          <UrgentIcon kind={kind} /> {t('page.report.step', { step: 2 })}
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <NumbersToCall kind={kind} />
      <h2 className="govuk-heading-m">{t('page.report.tell')}</h2>
      <p className="govuk-body">{t('page.report.then')}</p>
      <UrgentForm
        kind={kind}
        formKey={typed.key ?? loaded.key}
        typed={{ ...loaded.known, ...typed }}
        errors={errors}
      />
    </Page>
  )
}
