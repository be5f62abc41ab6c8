import { useLoaderData } from '@remix-run/react'
import { sayDay, sayInstant } from '../../words/speak.ts'
import type { loadRestrictions } from '../doors/restrictions.server.ts'
import { Page } from '../parts/page.tsx'
import { RestrictionCard } from '../parts/restriction-card.tsx'
import { StandingNow } from '../parts/standing-now.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'
import { WarningCard } from '../parts/warning-card.tsx'

export { loadRestrictions as loader } from '../doors/restrictions.server.ts'

export default function YourRestrictions() {
  const t = useSpeak()
  const { restrictions, warnings, left, routes } = useLoaderData<typeof loadRestrictions>()
  const now = restrictions.filter(({ state }) => state === 'in-force')
  const coming = restrictions.filter(({ state }) => state === 'coming')
  const past = restrictions.filter(({ state }) => !['in-force', 'coming'].includes(state))
  return (
    <Page heading={t('page.restrictions.heading')}>
      {now.length > 0 ? (
        <StandingNow count={now.length} left={left} routes={routes} />
      ) : (
        <Nothing kind={past.length > 0 ? 'ended' : warnings.length > 0 ? 'warned' : 'none'} />
      )}
      {[...now, ...coming].map((each) => (
        <RestrictionCard key={each.id} restriction={each} />
      ))}
      {warnings.length > 0 && <h2 className="govuk-heading-l">{t('page.restrictions.warnings')}</h2>}
      {warnings.map((warning) => (
        <WarningCard key={warning.id} warning={warning} />
      ))}
      <Past />
      <Messages />
      <p className="govuk-body">
        <a className="govuk-link" href="/your-notices">
          {t('page.notices.heading')}
        </a>
      </p>
    </Page>
  )
}

function Nothing({ kind }: { kind: 'ended' | 'warned' | 'none' }) {
  const t = useSpeak()
  const heading = {
    ended: 'page.restrictions.ended-only',
    warned: 'page.restrictions.warned-only',
    none: 'page.restrictions.none',
  } as const
  return (
    <div className="cw-answer cw-answer--good">
      <h2 className="govuk-heading-m">{t(heading[kind])}</h2>
      <p className="govuk-body">
        {t(kind === 'warned' ? 'page.restrictions.warned-what' : 'page.restrictions.none-what')}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-us">
          {t('page.restrictions.send')}
        </a>
      </p>
    </div>
  )
}

function Past() {
  const t = useSpeak()
  const { language } = useVisit()
  const past = useLoaderData<typeof loadRestrictions>().restrictions.flatMap(
    ({ id, reference, state, stoppedAt }) =>
      state === 'in-force' || state === 'coming' ? [] : [{ id, reference, state, stoppedAt }],
  )
  if (past.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.restrictions.past')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {past.map(({ id, reference, state, stoppedAt }) => (
          <li key={id}>
            {t(`page.restrictions.past-${state}`, {
              reference,
              day: sayDay(language, new Date(stoppedAt.getTime() - 1)),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Messages() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { contacts } = useLoaderData<typeof loadRestrictions>()
  if (contacts.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.restrictions.contacts')}</h2>
      <p className="govuk-body">{t('page.restrictions.contacts-what')}</p>
      <ul className="cw-messages">
        {contacts.map(({ id, channel, receivedAt, became, readDueAt }) => (
          <li key={id}>
            <a className="govuk-link" href={`/your-contacts/${id}`}>
              {sayInstant(language, receivedAt, now)}, {t(`channel.by.${channel}`)}
            </a>
            <span>
              {t(`page.state.${became}`, { by: readDueAt ? sayInstant(language, readDueAt, now) : '' })}
            </span>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href="/your-contacts">
          {t('page.your-contacts.all')}
        </a>
      </p>
    </>
  )
}
