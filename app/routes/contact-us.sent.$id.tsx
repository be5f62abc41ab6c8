import { useLoaderData } from '@remix-run/react'
import type { loadSentContact } from '../doors/contact.server.ts'
import { Page } from '../parts/page.tsx'
import { shortReference } from '../parts/reference.ts'
import { SentDelivered, SentHeld } from '../parts/sent.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadSentContact as loader } from '../doors/contact.server.ts'

export default function ContactSent() {
  const t = useSpeak()
  const { id, contact, left, isLimited, colleagues } = useLoaderData<typeof loadSentContact>()
  const isHeld = contact?.state === 'held'
  const isRead = contact?.state === 'read'
  const heading = isHeld ? 'page.sent.held' : isRead ? 'page.state.read' : 'page.sent.delivered'
  return (
    <Page heading={t(heading)}>
      {contact === null ? (
        <div className="cw-answer cw-answer--good">
          <p className="govuk-body">{t('page.sent.unchecked')}</p>
        </div>
      ) : isHeld ? (
        <SentHeld contact={contact} isLimited={isLimited} colleagues={colleagues} />
      ) : (
        <SentDelivered contact={contact} left={left} colleagues={colleagues} />
      )}
      <p className="govuk-body cw-source">{t('page.sent.reference', { reference: shortReference(id) })}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.sent.again')}
        </a>
      </p>
    </Page>
  )
}
