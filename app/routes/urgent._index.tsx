import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadUrgentForm, sendUrgent } from '../doors/urgent.server.ts'
import { Button, ErrorSummary, Input, TextArea } from '../parts/form.tsx'
import { NumbersToCall } from '../parts/numbers-to-call.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadUrgentForm as loader, sendUrgent as action } from '../doors/urgent.server.ts'

export default function Urgent() {
  const t = useSpeak()
  const { key, known } = useLoaderData<typeof loadUrgentForm>()
  const { errors = [], typed = {} } = useActionData<typeof sendUrgent>() ?? {}
  return (
    <Page heading={t('page.report.heading')} hasErrors={errors.length > 0} isSafety>
      <ErrorSummary errors={errors} />
      <NumbersToCall />
      <h2 className="govuk-heading-l">{t('page.report.form')}</h2>
      <p className="govuk-body">{t('page.report.lead')}</p>
      <form method="post" action="/urgent" noValidate>
        <input type="hidden" name="key" value={typed.key ?? key} />
        <TextArea
          name="what"
          label={t('page.report.what')}
          hint={t('page.report.what-hint')}
          value={typed.what}
          errors={errors}
          rows={4}
        />
        <Input
          name="where"
          autoComplete="street-address"
          label={t('page.report.where')}
          hint={t('page.report.where-hint')}
          value={typed.where ?? known.where}
          errors={errors}
        />
        <Input
          name="reach"
          autoComplete="tel"
          isOptional
          label={t('page.report.reach')}
          hint={t('page.report.reach-hint')}
          value={typed.reach}
          errors={errors}
        />
        <Input
          name="name"
          autoComplete="name"
          isOptional
          label={t('page.report.name')}
          value={typed.name ?? known.name}
          errors={errors}
        />
        <Input
          name="risk"
          isOptional
          label={t('page.report.risk')}
          hint={t('page.report.risk-hint')}
          value={typed.risk}
          errors={errors}
        />
        <Button>{t('page.report.send')}</Button>
      </form>
    </Page>
  )
}
