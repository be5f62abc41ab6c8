import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadAppeal } from '../doors/appeal.server.ts'
import { sayAbout } from '../parts/appeal-about.ts'
import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppeal as loader } from '../doors/appeal.server.ts'

/** It is lodged: the reference, and what happens now. */
export default function AppealSent() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const found = useLoaderData<typeof loadAppeal>()
  if (!found) return null
  const { appeal, about, hearer, receiptBy } = found
  return (
    <Page heading={t('page.appeal.lodged')} isHeadingShown={false}>
      <div className="cw-answer cw-answer--good cw-confirmation">
        <h1 className="cw-question">{t('page.appeal.lodged')}</h1>
        <p className="cw-caption">{sayAbout(language, about)}</p>
        <p className="govuk-body">
          {t('page.appeal.lodged-reference')}
          <bdi dir="ltr" className="cw-reference">
            {appeal.reference}
          </bdi>
        </p>
      </div>
      <h2 className="govuk-heading-m">{t('page.appeal.lodged-next')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t(`page.appeal.lodged-receipt-${receiptBy}`)}</li>
        <li>{t('page.appeal.lodged-who', { role: t(`role.${hearer.role}`) })}</li>
        <li>{t('page.appeal.lodged-due', { day: sayDay(language, appeal.dueOn, now) })}</li>
        <li>{t('page.appeal.never-counts')}</li>
        {about.kind === 'restriction' && <li>{t('notice.receipt.until-then')}</li>}
      </ul>
      <p className="govuk-body">{t('page.appeal.lodged-add')}</p>
      <a className="govuk-button" href={`/appeal/${appeal.id}`}>
        {t('page.restrictions.appeal-see')}
      </a>
    </Page>
  )
}
