import { useLoaderData } from '@remix-run/react'
import { sayInstant } from '../../words/speak.ts'
import type { loadYourContacts } from '../doors/your-contacts.server.ts'
import { RaiseButton, TakeBackButton } from '../parts/contact-actions.tsx'
import { Page } from '../parts/page.tsx'
import { NextAndLeft, toneOf } from '../parts/standing-now.tsx'
import { Bdi, useSpeak, useVisit } from '../parts/visit.tsx'

export { loadYourContacts as loader } from '../doors/your-contacts.server.ts'

export default function YourContacts() {
  const t = useSpeak()
  const { contacts, isRestricted, left, routes } = useLoaderData<typeof loadYourContacts>()
  return (
    <Page heading={t('page.your-contacts.heading')}>
      {isRestricted && (
        <section className={toneOf(routes)} aria-labelledby="now-heading">
          <NextAndLeft left={left} routes={routes} />
        </section>
      )}
      <p className="govuk-body">
        {t(contacts.length > 0 ? 'page.your-contacts.lead' : 'page.your-contacts.none')}
      </p>
      <ol className="cw-contacts">
        {contacts.map((contact) => (
          <Line key={contact.id} contact={contact} />
        ))}
      </ol>
      <Pages />
    </Page>
  )
}

type Contact = ReturnType<typeof useLoaderData<typeof loadYourContacts>>['contacts'][number]

function Line({ contact }: { contact: Contact }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { id, channel, receivedAt, became, readDueAt, subject, isErased, to } = contact
  const page = `/your-contacts/${id}`
  const isHeld = became === 'held'
  const title = isErased
    ? t('page.your-contacts.erased')
    : subject?.trim() || t('page.your-contacts.no-subject')
  return (
    <li className={isHeld ? 'cw-contacts__held' : undefined}>
      <a className="govuk-link cw-contacts__title" href={page}>
        <Bdi>{title}</Bdi>
      </a>
      <p className="cw-source">
        {sayInstant(language, receivedAt, now)}, {t(`channel.by.${channel}`)}
      </p>
      <p>
        <strong>
          {t(`page.state.${became}`, { by: readDueAt ? sayInstant(language, readDueAt, now) : '' })}
        </strong>
      </p>
      {to && <p>{t('page.your-contacts.to', { name: to })}</p>}
      {isHeld && (
        <div className="cw-acts">
          <RaiseButton action={page} about={title} />
          <TakeBackButton action={page} about={title} />
        </div>
      )}
    </li>
  )
}

function Pages() {
  const t = useSpeak()
  const { page, hasOlder } = useLoaderData<typeof loadYourContacts>()
  if (page === 1 && !hasOlder) return null
  return (
    <nav aria-label={t('page.your-contacts.pages')} className="cw-acts">
      {page > 1 && (
        <a className="govuk-link cw-tap" rel="prev" href={`/your-contacts?page=${page - 1}`}>
          {t('page.your-contacts.newer')}
        </a>
      )}
      {hasOlder && (
        <a className="govuk-link cw-tap" rel="next" href={`/your-contacts?page=${page + 1}`}>
          {t('page.your-contacts.older')}
        </a>
      )}
    </nav>
  )
}
