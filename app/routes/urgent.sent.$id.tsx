import { useLoaderData } from '@remix-run/react'
import type { loadSentUrgent } from '../doors/urgent.server.ts'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { shortReference } from '../parts/reference.ts'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadSentUrgent as loader } from '../doors/urgent.server.ts'

export default function UrgentSent() {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { id, isUnchecked, hasReach } = useLoaderData<typeof loadSentUrgent>()
  return (
    <Page heading={t('page.report.sent')}>
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{t('page.report.sent-reference')}</p>
        <p className="govuk-body">
          <bdi dir="ltr" className="cw-reference">
            {shortReference(id)}
          </bdi>
        </p>
        <p className="govuk-body">
          {t(isUnchecked ? 'page.report.sent-unchecked' : 'page.report.sent-what')}
        </p>
      </div>
      <h2 className="govuk-heading-m">{t('page.report.sent-next')}</h2>
      {hasReach && <p className="govuk-body">{t('page.report.sent-reach')}</p>}
      <p className="govuk-body">
        {t(hasReach ? 'page.report.sent-worse' : 'page.report.sent-no-reach')}{' '}
        <Phone number={landlord.urgentRepairs} />
      </p>
    </Page>
  )
}
