import { useLoaderData } from '@remix-run/react'
import { sayInstant } from '../../words/speak.ts'
import type { loadCannotWait } from '../doors/cannot-wait.server.ts'
import { RaiseButton } from '../parts/contact-actions.tsx'
import { becameHeading, HeldNoMore, useAbout } from '../parts/contact-became.tsx'
import { Page } from '../parts/page.tsx'
import { shortReference } from '../parts/reference.ts'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadCannotWait as loader, sendThrough as action } from '../doors/cannot-wait.server.ts'

export default function CannotWait() {
  const t = useSpeak()
  const about = useAbout()
  const { language, now, path } = useVisit()
  const { id, channel, receivedAt, readDueAt, became } = useLoaderData<typeof loadCannotWait>()
  const isHeld = became === 'held'
  return (
    <Page heading={t(isHeld ? 'page.raise.heading' : becameHeading[became])}>
      {isHeld ? (
        <>
          <p className="govuk-body-l">{t('page.raise.about', about({ channel, receivedAt }))}</p>
          <div className="cw-answer cw-answer--alarm">
            <p className="govuk-body">{t('page.raise.what')}</p>
            <RaiseButton action={path} />
          </div>
          {readDueAt && (
            <p className="govuk-body">
              {t('page.raise.can-wait', { by: sayInstant(language, readDueAt, now) })}
            </p>
          )}
        </>
      ) : (
        <HeldNoMore became={became} />
      )}
      <p className="govuk-body cw-source">{t('page.sent.reference', { reference: shortReference(id) })}</p>
    </Page>
  )
}
