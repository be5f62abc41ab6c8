import { useLoaderData } from '@remix-run/react'
import type { loadYourContact } from '../doors/your-contacts.server.ts'
import { becameHeading, HeldNoMore } from '../parts/contact-became.tsx'
import { ContactWords, Story } from '../parts/contact-story.tsx'
import { Page } from '../parts/page.tsx'
import { shortReference } from '../parts/reference.ts'
import { SentDelivered, SentHeld, WhyKept } from '../parts/sent.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { actOnContact as action, loadYourContact as loader } from '../doors/your-contacts.server.ts'

export default function YourContact() {
  const t = useSpeak()
  const contact = useLoaderData<typeof loadYourContact>()
  const { id, became, isTooLate, decision } = contact
  const wasHeld = decision.outcome === 'hold'
  return (
    <Page heading={t(becameHeading[became])} back="/your-contacts">
      {isTooLate && <p className="govuk-inset-text">{t('page.your-contacts.too-late')}</p>}
      {!wasHeld ? (
        <SentDelivered contact={contact} />
      ) : became === 'held' ? (
        <SentHeld contact={contact} />
      ) : (
        <>
          <HeldNoMore became={became} />
          <WhyKept contact={contact} />
        </>
      )}
      <ContactWords contact={contact} />
      <Story contact={contact} />
      <p className="govuk-body cw-source">{t('page.sent.reference', { reference: shortReference(id) })}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.sent.again')}
        </a>
      </p>
    </Page>
  )
}
