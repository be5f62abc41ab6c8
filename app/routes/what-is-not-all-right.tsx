import { useLoaderData } from '@remix-run/react'
import type { loadConduct, ToldKind } from '../doors/conduct.server.ts'
import { Page } from '../parts/page.tsx'
import { ReadOn } from '../parts/read-on.tsx'
import { OwnWords, Source } from '../parts/source.tsx'
import { useSpeak } from '../parts/visit.tsx'

export { loadConduct as loader } from '../doors/conduct.server.ts'

export default function WhatIsNotAllRight() {
  const t = useSpeak()
  return (
    <Page heading={t('page.conduct.heading')}>
      <p className="govuk-body-l">{t('page.conduct.lead')}</p>
      <Fine />
      <NotFine />
      <Mind />
      <h2 className="govuk-heading-l">{t('page.conduct.hard')}</h2>
      <p className="govuk-body">{t('page.conduct.hard-what')}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/help">
          {t('page.foot.help-page')}
        </a>
      </p>
      <ReadOn />
    </Page>
  )
}

function Fine() {
  const t = useSpeak()
  const { fine, lawful } = useLoaderData<typeof loadConduct>()
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.conduct.fine')}</h2>
      <p className="govuk-body">{t('page.conduct.fine-lead')}</p>
      <ul className="cw-marks cw-marks--fine">
        {fine.map(({ name, clause }) => (
          <li key={name}>
            {t(`page.conduct.${name}`)} <Source clauses={clause ? [clause] : []} />
          </li>
        ))}
      </ul>
      {lawful.length > 0 && (
        <div className="cw-answer">
          <h3 className="govuk-heading-m">{t('page.conduct.lawful')}</h3>
          <p className="govuk-body">{t('page.conduct.lawful-lead')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {lawful.map(({ name, own, clauses }) => (
              <li key={own}>
                {name ? t(`page.conduct.act.${name}`) : <OwnWords words={own} />} <Source clauses={clauses} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function NotFine() {
  const t = useSpeak()
  const { kinds, together } = useLoaderData<typeof loadConduct>()
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.foot.conduct')}</h2>
      <p className="govuk-body">{t('page.conduct.not-fine-lead')}</p>
      {kinds.map((kind) => (
        <OneKind key={kind.own} kind={kind} />
      ))}
      {together && (
        <p className="govuk-body">
          {t('page.conduct.together')} <Source clauses={[together]} />
        </p>
      )}
    </>
  )
}

function OneKind({ kind: { name, own, gist, clauses, acts } }: { kind: ToldKind }) {
  const t = useSpeak()
  return (
    <section className="cw-conduct">
      <h3 className="govuk-heading-m">{name ? t(`page.conduct.kind.${name}`) : <OwnWords words={own} />}</h3>
      <p className="govuk-body">{name ? t(`page.conduct.kind.${name}-what`) : <OwnWords words={gist} />}</p>
      {acts.length > 0 && (
        <ul className="cw-marks cw-marks--not">
          {acts.map((act) => (
            <li key={act.name ?? act.own}>
              {act.name ? t(`page.conduct.act.${act.name}`) : <OwnWords words={act.own} />}
            </li>
          ))}
        </ul>
      )}
      <Source clauses={clauses} />
    </section>
  )
}

function Mind() {
  const t = useSpeak()
  const { mind } = useLoaderData<typeof loadConduct>()
  if (mind.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.conduct.mind')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {mind.map(({ name, own, clauses }) => (
          <li key={own}>
            {name ? t(`page.conduct.guard.${name}`) : <OwnWords words={own} />} <Source clauses={clauses} />
          </li>
        ))}
      </ul>
    </>
  )
}
