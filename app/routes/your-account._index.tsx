import { useLoaderData } from '@remix-run/react'
import { sayMeasure } from '../../words/explain.ts'
import { sayDay, sayLastDay } from '../../words/speak.ts'
import type { loadAccount } from '../doors/account.server.ts'
import { AccountLinks } from '../parts/account-links.tsx'
import { Left } from '../parts/left.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAccount as loader } from '../doors/account.server.ts'

export default function YourAccount() {
  const t = useSpeak()
  return (
    <Page heading={t('page.nav.account')}>
      <Waiting />
      <Standing />
      <AccountLinks />
      <Asked />
    </Page>
  )
}

/** What somebody can act on now, before anything else. */
function Waiting() {
  const t = useSpeak()
  const { questions, answers, drafts } = useLoaderData<typeof loadAccount>()
  if (questions.length + answers.length + drafts.length === 0) return null
  return (
    <section className="cw-answer" aria-labelledby="waiting-heading">
      <h2 id="waiting-heading" className="govuk-heading-m">
        {t('page.account.waiting')}
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {questions.map(({ id, reference }) => (
          <li key={reference}>
            <a className="govuk-link" href={`/appeal/${id}`}>
              {t('page.account.question', { reference })}
            </a>
          </li>
        ))}
        {answers.map(({ id, reference }) => (
          <li key={id}>
            <a className="govuk-link" href={`/ask-us/${id}`}>
              {t('page.account.answer', { reference })}
            </a>
          </li>
        ))}
        {drafts.map(({ href, kind }) => (
          <li key={kind}>
            <a className="govuk-link" href={href}>
              {t('page.account.draft', {
                what: t(kind === 'appeal' ? 'page.home.appeal' : `page.kind.${kind}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each restriction in a line, and what is left. */
function Standing() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { inForce, left, colleagues } = useLoaderData<typeof loadAccount>()
  if (inForce.length === 0) {
    return (
      <div className="cw-answer cw-answer--good">
        <h2 className="govuk-heading-m">{t('page.restrictions.none')}</h2>
        <p className="govuk-body">{t('page.restrictions.none-what')}</p>
      </div>
    )
  }
  return (
    <section className="cw-card" aria-labelledby="standing-heading">
      <div className="cw-card__top">
        <h2 id="standing-heading" className="govuk-heading-m">
          {t('page.restrictions.heading')}
        </h2>
      </div>
      <div className="cw-card__body">
        {inForce.map(({ id, reference, measures, endsAt }) => (
          <p key={id} className="govuk-body">
            <strong>{t('page.account.line', { reference, day: sayLastDay(language, endsAt, now) })}</strong>
            <br />
            {measures.map((measure) => sayMeasure(language, measure, { now, colleagues }).text).join(' ')}
          </p>
        ))}
        <Left left={left} />
      </div>
    </section>
  )
}

/** What was asked, with what became of each. */
function Asked() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { requests } = useLoaderData<typeof loadAccount>()
  if (requests.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.account.asked')}</h2>
      <ul className="cw-messages">
        {requests.map(({ id, reference, kind, dueOn, answeredAt, endedAt }) => (
          <li key={id}>
            <a className="govuk-link" href={`/ask-us/${id}`}>
              <span>
                {t(`page.kind.${kind}`)}, <bdi>{reference}</bdi>
              </span>
            </a>
            <span>
              {endedAt
                ? t('page.request.taken-back', { day: sayDay(language, endedAt, now) })
                : answeredAt
                  ? t('page.request.answered', { day: sayDay(language, answeredAt, now) })
                  : t('page.appeal.lodged-due', { day: sayDay(language, dueOn, now) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
