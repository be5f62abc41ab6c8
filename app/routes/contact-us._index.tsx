import { useActionData, useLoaderData } from '@remix-run/react'
import type { loadContactForm, sendContact } from '../doors/contact.server.ts'
import { Button, ErrorSummary, Input, TextArea } from '../parts/form.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'
import { WhatWillHappen } from '../parts/what-will-happen.tsx'

export { loadContactForm as loader, sendContact as action } from '../doors/contact.server.ts'

export default function ContactUs() {
  const t = useSpeak()
  const { key, about, isStranger, isRestricted, left, web } = useLoaderData<typeof loadContactForm>()
  const { errors = [], typed = {} } = useActionData<typeof sendContact>() ?? {}
  return (
    <Page heading={t('page.contact.heading')} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <p className="govuk-body-l">{t('page.contact.lead')}</p>
      {isRestricted && <WhatWillHappen left={left} web={web} />}
      {isStranger && (
        <p className="govuk-body">
          {t('page.contact.stranger')}{' '}
          <a className="govuk-link" href="/sign-in?next=/contact-us">
            {t('page.contact.stranger-sign-in')}
          </a>
        </p>
      )}
      <form method="post" action="/contact-us" noValidate>
        <input type="hidden" name="key" value={typed.key ?? key} />
        {isStranger && (
          <>
            <Input
              name="name"
              autoComplete="name"
              label={t('page.contact.name')}
              value={typed.name}
              errors={errors}
            />
            <Input
              name="reach"
              autoComplete="email"
              label={t('page.contact.reach')}
              hint={t('page.contact.reach-hint')}
              value={typed.reach}
              errors={errors}
            />
          </>
        )}
        <Input
          name="subject"
          label={t('page.contact.subject')}
          value={typed.subject ?? (about ? t('page.appeal.add-subject', { reference: about }) : undefined)}
          errors={errors}
        />
        <TextArea
          name="message"
          label={t('page.contact.message')}
          hint={t('page.contact.message-hint')}
          value={typed.message}
          errors={errors}
          rows={8}
        />
        <Button>{t('page.contact.send')}</Button>
      </form>
    </Page>
  )
}
