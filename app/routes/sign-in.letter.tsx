import { useActionData, useLoaderData } from '@remix-run/react'
import type { enterLetterCode, loadSignIn } from '../doors/sign-in.server.ts'
import { Button, ErrorSummary, Input } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { enterLetterCode as action, loadSignIn as loader } from '../doors/sign-in.server.ts'

export default function SignInLetter() {
  const t = useSpeak()
  const { query } = useLoaderData<typeof loadSignIn>()
  const { errors = [], typed = {} } = useActionData<typeof enterLetterCode>() ?? {}
  return (
    <Page heading={t('page.sign-in-letter.heading')} hasErrors={errors.length > 0} back={`/sign-in${query}`}>
      <ErrorSummary errors={errors} />
      <p className="govuk-body-l">{t('page.sign-in-letter.lead')}</p>
      <form method="post" action={`/sign-in/letter${query}`} noValidate>
        <Input
          name="reference"
          width="20"
          dir="ltr"
          autoComplete="username"
          label={t('page.sign-in-letter.reference')}
          hint={t('page.sign-in-letter.reference-hint')}
          value={typed.reference}
          errors={errors}
        />
        <Input
          name="code"
          width="20"
          dir="ltr"
          autoComplete="one-time-code"
          label={t('page.sign-in-letter.code')}
          hint={t('page.sign-in-letter.code-hint')}
          errors={errors}
        />
        <Button>{t('page.sign-in-code.go')}</Button>
      </form>
      <p className="govuk-body">{t('page.sign-in.no-letter')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/sign-in${query}`}>
          {t('page.sign-in-letter.email-link')}
        </a>
      </p>
    </Page>
  )
}
