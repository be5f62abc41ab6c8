import { useLoaderData } from '@remix-run/react'
import type { loadSentContact } from '../doors/contact.server.ts'
import { NumbersToCall } from '../parts/numbers-to-call.tsx'
import { Page } from '../parts/page.tsx'
import { shortReference } from '../parts/reference.ts'
import { useSpeak } from '../parts/visit.tsx'

export { loadSentContact as loader } from '../doors/contact.server.ts'

export default function ContactSent() {
  const t = useSpeak()
  const { id, isUnchecked, isDanger } = useLoaderData<typeof loadSentContact>()
  return (
    <Page heading={t('page.sent.delivered')}>
      {isDanger && <NumbersToCall kind="gas" />}
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{t(isUnchecked ? 'page.sent.unchecked' : 'page.contact.stranger')}</p>
      </div>
      <p className="govuk-body">{t('page.sent.answer')}</p>
      <p className="govuk-body cw-source">{t('page.sent.reference', { reference: shortReference(id) })}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.sent.again')}
        </a>
      </p>
    </Page>
  )
}
