import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadAppeal } from '../doors/appeal.server.ts'
import { AppealForm } from '../parts/appeal-form.tsx'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadAppeal as loader } from '../doors/appeal.server.ts'

export default function Appeal() {
  const t = useSpeak()
  const { id, reference, may, grounds } = useLoaderData<typeof loadAppeal>()
  return (
    <Page
      heading={t('page.appeal.heading')}
      caption={t('page.appeal.about', { reference })}
      back="/your-restrictions"
    >
      {'no' in may ? (
        <MayNot />
      ) : (
        <>
          <BeforeYouStart />
          <AppealForm id={id} grounds={grounds} typed={{}} errors={[]} />
        </>
      )}
    </Page>
  )
}

function BeforeYouStart() {
  const t = useSpeak()
  const { language, landlord, now } = useVisit()
  const { may, hearer, workingDays, dueOn } = useLoaderData<typeof loadAppeal>()
  const until = 'yes' in may ? may.until : null
  return (
    <section aria-labelledby="before-heading">
      <h2 id="before-heading" className="govuk-heading-m">
        {t('page.appeal.before')}
      </h2>
      <p className="govuk-body-l">
        {until ? t('page.appeal.may-until', { day: sayDay(language, until) }) : t('page.appeal.may-while')}
      </p>
      <Rows>
        <Row label={t('page.appeal.hearer')}>
          {t('page.appeal.hearer-what', { role: t(`role.${hearer}`) })}
        </Row>
        <Row label={t('page.appeal.how-long')}>
          {t('page.appeal.how-long-what', { count: workingDays, day: sayDay(language, dueOn, now) })}
        </Row>
      </Rows>
      <p className="govuk-body">{t('page.appeal.meanwhile')}</p>
      <p className="govuk-body">
        {t('page.appeal.help')} <Phone number={landlord.general} />
      </p>
    </section>
  )
}

function MayNot() {
  const t = useSpeak()
  const { language } = useVisit()
  const { may, stoppedOn, reference } = useLoaderData<typeof loadAppeal>()
  const isLate = 'no' in may && may.no.code === 'too-late'
  const day = sayDay(language, 'no' in may && may.no.code === 'too-late' ? may.no.lastOn : stoppedOn)
  return (
    <>
      <p className="govuk-body-l">{t(isLate ? 'page.appeal.no-late' : 'page.appeal.no-stopped', { day })}</p>
      <p className="govuk-body">{t(isLate ? 'page.appeal.no-late-what' : 'page.appeal.no-stopped-what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/contact-us?about=${reference}`}>
          {t(isLate ? 'page.appeal.no-late-link' : 'page.home.contact')}
        </a>
      </p>
    </>
  )
}
