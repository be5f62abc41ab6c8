import { useActionData, useLoaderData } from '@remix-run/react'
import type { askForCode, loadSignIn } from '../doors/sign-in.server.ts'
import { Button, ErrorSummary, Input } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { askForCode as action, loadSignIn as loader } from '../doors/sign-in.server.ts'

export default function SignIn() {
  const t = useSpeak()
  const { query } = useLoaderData<typeof loadSignIn>()
  const { errors = [], typed = {} } = useActionData<typeof askForCode>() ?? {}
  return (
    <Page heading={t('page.sign-in.heading')} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <p className="govuk-body-l">{t('page.sign-in.lead')}</p>
      <form method="post" action={`/sign-in${query}`} noValidate>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          label={t('page.sign-in.email')}
          hint={t('page.sign-in.email-hint')}
          value={typed.email}
          errors={errors}
        />
        <Button>{t('page.sign-in.send')}</Button>
      </form>
      <h2 className="govuk-heading-m">{t('page.sign-in.other')}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`/sign-in/letter${query}`}>
          {t('page.sign-in.letter-link')}
        </a>
      </p>
      <p className="govuk-body">{t('page.sign-in.no-letter')}</p>
      <p className="govuk-body">{t('page.sign-in.not-needed')}</p>
    </Page>
  )
}
