import { useLoaderData } from '@remix-run/react'
import type { Measure } from '../../rules/restriction.ts'
import { sayMeasure } from '../../words/explain.ts'
import { sayDay, sayLastDay } from '../../words/speak.ts'
import type { loadRestrictions } from '../doors/restrictions.server.ts'
import { AppealRow } from './appeal-row.tsx'
import { Evidence } from './evidence.tsx'
import { Phone } from './phone.tsx'
import { Row, Rows } from './rows.tsx'
import { TellYourSide } from './tell-your-side.tsx'
import { useSpeak, useVisit } from './visit.tsx'
import { WhoseRule } from './whose-rule.tsx'

type Told = ReturnType<typeof useLoaderData<typeof loadRestrictions>>
type ToldRestriction = Told['restrictions'][number]

/** One restriction in full: what it asks, why, who decided, until when, whose rule it is, and how to appeal. */
export function RestrictionCard({ restriction }: { restriction: ToldRestriction }) {
  const t = useSpeak()
  const { language } = useVisit()
  const { document, reviewRule } = useLoaderData<typeof loadRestrictions>()
  const { reference, state, decider, startsAt, endsAt, reviewOn, warnedOn, exception, measures } = restriction
  return (
    <section className="cw-card" aria-labelledby={`restriction-${reference}`}>
      <div className="cw-card__top">
        <h2 id={`restriction-${reference}`} className="govuk-heading-m">
          {t('page.restrictions.reference', { reference })}
        </h2>
        {state === 'coming' && <p className="govuk-body">{t('page.restrictions.starts')}</p>}
      </div>
      <div className="cw-card__body">
        <Rows>
          {measures.map((measure) => (
            <MeasureRow key={JSON.stringify(measure)} measure={measure} />
          ))}
          <Row label={t('page.restrictions.why')}>
            <p className="govuk-body cw-quote" dir="auto">
              {restriction.reason}
            </p>
            <Evidence evidence={restriction.evidence} />
            {warnedOn && (
              <p className="govuk-body">
                {t('page.restrictions.warned', { day: sayDay(language, warnedOn) })}
              </p>
            )}
            {!warnedOn && exception && (
              <p className="govuk-body">{t('page.restrictions.exception', { reason: exception })}</p>
            )}
          </Row>
          <Row label={t('page.restrictions.from')}>{sayDay(language, startsAt)}</Row>
          <Row label={t('page.restrictions.until')}>{sayLastDay(language, endsAt)}</Row>
          <Row label={t('page.restrictions.review')}>
            {sayDay(language, reviewOn)}
            <WhoseRule rule={reviewRule} document={document} />
            <TellYourSide about={restriction.id} reviewOn={reviewOn} />
          </Row>
          {decider && (
            <Row label={t('page.restrictions.who')}>
              {t('notice.person', { name: decider.name, role: t(`role.${decider.role}`) })}
            </Row>
          )}
          <AppealRow told={restriction.appealable} />
        </Rows>
      </div>
    </section>
  )
}

function MeasureRow({ measure }: { measure: Measure }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { document, colleagues } = useLoaderData<typeof loadRestrictions>()
  const { label, text } = sayMeasure(language, measure, { now, colleagues })
  const colleague =
    measure.code === 'named-colleague' ? colleagues.find(({ code }) => code === measure.colleague) : null
  return (
    <Row label={label}>
      <strong>{text}</strong>
      {colleague && (
        <div>
          <bdi dir="ltr">{colleague.address}</bdi>
          <br />
          <Phone number={colleague.phone} />
        </div>
      )}
      <div className="cw-source">{t('page.restrictions.rule-of', { document, clause: measure.clause })}</div>
    </Row>
  )
}
