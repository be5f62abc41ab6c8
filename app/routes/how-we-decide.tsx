import { useLoaderData } from '@remix-run/react'
import { type Key, sayDay, sayList } from '../../words/speak.ts'
import type { loadSteps, StepFact } from '../doors/steps.server.ts'
import { Page } from '../parts/page.tsx'
import { NotificationBanner, Tag } from '../parts/pieces.tsx'
import { ReadOn } from '../parts/read-on.tsx'
import { Source } from '../parts/source.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadSteps as loader } from '../doors/steps.server.ts'

type OneStep = ReturnType<typeof useLoaderData<typeof loadSteps>>['steps'][number]

export default function HowWeDecide() {
  const t = useSpeak()
  const { steps, reader } = useLoaderData<typeof loadSteps>()
  return (
    <Page heading={t('page.foot.steps')}>
      <p className="govuk-body-l">{t('page.steps.lead')}</p>
      {reader && <WhereNow />}
      <ol className="cw-steps">
        {steps.map((step) => (
          <StepItem key={step.code} step={step} isNow={reader?.step === step.code} />
        ))}
      </ol>
      <div className="cw-answer">
        <h2 className="govuk-heading-m">{t('page.steps.any-time')}</h2>
        <p className="govuk-body">{t('page.steps.any-time-what')}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="/your-rights">
            {t('page.foot.rights')}
          </a>
        </p>
      </div>
      <ReadOn />
    </Page>
  )
}

function WhereNow() {
  const t = useSpeak()
  const { steps, reader } = useLoaderData<typeof loadSteps>()
  const at = steps.findIndex(({ code }) => code === reader?.step)
  const step = steps[at]
  return (
    <NotificationBanner title={t('page.steps.where')}>
      <p className="govuk-notification-banner__heading">
        {step
          ? t('page.steps.where-step', { number: at + 1, name: t(`page.steps.${step.code}`) })
          : t('page.steps.where-none')}
      </p>
      <p className="govuk-body">
        <a className="govuk-notification-banner__link" href="/your-restrictions">
          {t('page.nav.restrictions')}
        </a>
      </p>
    </NotificationBanner>
  )
}

function StepItem({ step, isNow }: { step: OneStep; isNow: boolean }) {
  const t = useSpeak()
  return (
    <li className={isNow ? 'cw-step cw-step--now' : 'cw-step'} aria-current={isNow ? 'step' : undefined}>
      {isNow && (
        <p className="cw-step__here">
          <Tag>{t('page.steps.here')}</Tag>
        </p>
      )}
      <h2 className="govuk-heading-m">{t(`page.steps.${step.code}`)}</h2>
      {step.taken.map((taken) => (
        <StepTaken key={taken.category ?? ''} code={step.code} taken={taken} />
      ))}
      {step.facts.map((fact) => (
        <StepFactRow key={fact.label} fact={fact} />
      ))}
    </li>
  )
}

/** How often, and what: with the clause, or that the policy is silent. */
function StepTaken({ code, taken }: { code: OneStep['code']; taken: OneStep['taken'][number] }) {
  const t = useSpeak()
  const { how, wording, clause, isMore, category, about } = taken
  return (
    <div className="cw-step__taken">
      {category !== undefined && (
        <p className="govuk-body cw-strong">
          {!about
            ? t('page.steps.warning-else')
            : about.kind
              ? t(`page.conduct.kind.${about.kind}`)
              : about.own}
        </p>
      )}
      <p className="govuk-body">
        <Tag isQuiet={how !== 'always'}>{t(`page.steps.how.${how}`)}</Tag>
      </p>
      <p className="govuk-body">{t(`page.steps.${code}-${wording}` as Key)}</p>
      {clause && <Source clauses={[clause]} />}
      {isMore && <div className="cw-source">{t('page.steps.more')}</div>}
      {!clause && how !== 'not-said' && <div className="cw-source">{t('page.steps.own')}</div>}
    </div>
  )
}

function StepFactRow({ fact: { label, value, decidedOn } }: { fact: StepFact }) {
  const t = useSpeak()
  const { language } = useVisit()
  const said = value.map(({ key, values }) => t(key, values))
  return (
    <dl className="cw-step__fact">
      <dt>{t(label)}</dt>
      <dd>
        {sayList(language, said, 'or')}
        {decidedOn && (
          <div className="cw-source">
            {t('page.explanation.own-decided', { day: sayDay(language, decidedOn) })}
          </div>
        )}
      </dd>
    </dl>
  )
}
