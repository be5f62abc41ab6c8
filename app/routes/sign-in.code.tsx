import { useActionData, useLoaderData } from '@remix-run/react'
import type { enterCode, loadSignInCode } from '../doors/sign-in.server.ts'
import { Button, ErrorSummary, Input } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { enterCode as action, loadSignInCode as loader } from '../doors/sign-in.server.ts'

export default function SignInCode() {
  const t = useSpeak()
  const { query, email, minutes } = useLoaderData<typeof loadSignInCode>()
  const { errors = [] } = useActionData<typeof enterCode>() ?? {}
  return (
    <Page heading={t('page.sign-in-code.heading')} hasErrors={errors.length > 0} back={`/sign-in${query}`}>
      <ErrorSummary errors={errors} />
      <p className="govuk-body">{t('page.sign-in-code.sent', { email })}</p>
      <p className="govuk-body">{t('page.sign-in-code.wait', { minutes })}</p>
      <form method="post" action={`/sign-in/code${query}`} noValidate>
        <Input
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          width="10"
          dir="ltr"
          label={t('page.sign-in-code.code')}
          hint={t('page.sign-in-code.code-hint')}
          errors={errors}
        />
        <Button>{t('page.sign-in-code.go')}</Button>
      </form>
      <h2 className="govuk-heading-m">{t('page.sign-in-code.nothing')}</h2>
      <p className="govuk-body">{t('page.sign-in-code.nothing-what')}</p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={`/sign-in${query}`}>
            {t('page.sign-in-code.again')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={`/sign-in/letter${query}`}>
            {t('page.sign-in.letter-link')}
          </a>
        </li>
      </ul>
    </Page>
  )
}
