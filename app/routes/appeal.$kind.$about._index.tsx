import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadBeforeAppeal } from '../doors/appeal-about.server.ts'
import { groundKey, pathOf, sayAbout, sayUntil } from '../parts/appeal-about.ts'
import { MayNotAppeal } from '../parts/appeal-instead.tsx'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'
import { WhoseRule } from '../parts/whose-rule.tsx'

export { loadBeforeAppeal as loader } from '../doors/appeal-about.server.ts'

export default function BeforeAppeal() {
  const t = useSpeak()
  const { language } = useVisit()
  const found = useLoaderData<typeof loadBeforeAppeal>()
  const { about, may } = found
  return (
    <Page heading={t('page.restrictions.appeal-button')} caption={sayAbout(language, about)} back="/appeal">
      {'no' in may ? <MayNotAppeal found={found} no={may.no} /> : <MayAppeal until={may.until} />}
    </Page>
  )
}

function MayAppeal({ until }: { until: string | null }) {
  const t = useSpeak()
  const { language, landlord } = useVisit()
  const { about, hasDraft, document, windowRule } = useLoaderData<typeof loadBeforeAppeal>()
  return (
    <>
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body-l">{sayUntil(language, about.kind, until)}</p>
        <WhoseRule rule={windowRule} document={document} />
      </div>
      <h2 className="govuk-heading-m">{t('page.appeal.before')}</h2>
      <WhatToKnow />
      {hasDraft && <p className="govuk-body">{t('page.appeal.draft')}</p>}
      <Begin />
      <p className="govuk-body">
        {t('page.appeal.help')} <Phone number={landlord.general} />
      </p>
    </>
  )
}

/** To the first question, or on with what was begun. */
function Begin() {
  const t = useSpeak()
  const { about, hasDraft, grounds } = useLoaderData<typeof loadBeforeAppeal>()
  const first = grounds.length > 0 ? 'ground' : 'account'
  return (
    <a className="govuk-button" href={`${pathOf(about)}/${hasDraft ? 'check' : first}`}>
      {t(hasDraft ? 'page.appeal.draft-go' : 'page.appeal.start')}
    </a>
  )
}

function WhatToKnow() {
  const t = useSpeak()
  const { about } = useLoaderData<typeof loadBeforeAppeal>()
  return (
    <Rows>
      <Row label={t('page.appeal.grounds-label')}>
        <Grounds />
      </Row>
      <WhoAndWhen />
      <Row label={t('page.appeal.meanwhile')}>
        <p className="govuk-body">{t('page.appeal.never-counts')}</p>
        {about.kind === 'restriction' && <p className="govuk-body">{t('notice.receipt.until-then')}</p>}
      </Row>
      <Row label={t('page.appeal.others')}>{t('page.appeal.others-what')}</Row>
      <Row label={t('page.appeal.writing')}>{t('page.appeal.saved')}</Row>
    </Rows>
  )
}

function Grounds() {
  const t = useSpeak()
  const { grounds } = useLoaderData<typeof loadBeforeAppeal>()
  if (grounds.length === 0) return <>{t('page.appeal.grounds-any')}</>
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {grounds.map((ground) => (
          <li key={ground}>{t(groundKey(ground))}</li>
        ))}
      </ul>
      <p className="govuk-body">{t('page.appeal.grounds-other')}</p>
    </>
  )
}

function WhoAndWhen() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { hearer, workingDays, dueOn, document, daysRule } = useLoaderData<typeof loadBeforeAppeal>()
  return (
    <>
      <Row label={t('page.appeal.hearer')}>
        {t('page.appeal.hearer-what', { role: t(`role.${hearer.role}`) })}
        {hearer.title && <div>{t('page.appeal.hearer-title', { title: hearer.title })}</div>}
        <WhoseRule rule={hearer.rule} document={document} />
      </Row>
      <Row label={t('page.appeal.how-long')}>
        {t('page.appeal.how-long-what', { count: workingDays, day: sayDay(language, dueOn, now) })}
        <WhoseRule rule={daysRule} document={document} />
      </Row>
    </>
  )
}
