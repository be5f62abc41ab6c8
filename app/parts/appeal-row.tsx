import { sayDay } from '../../words/speak.ts'
import type { ToldRestriction } from './restriction-card.tsx'
import { Row } from './rows.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** Whether and until when this can be appealed, or what became of the appeal. */
export function AppealRow({ restriction }: { restriction: ToldRestriction }) {
  const t = useSpeak()
  const { language } = useVisit()
  const { id, reference, appeal, mayAppeal } = restriction
  if (appeal) {
    const { lodgedAt, dueOn } = appeal
    return (
      <Row label={t('page.restrictions.appeal')}>
        <p className="govuk-body">
          {t('page.restrictions.appealed', {
            day: sayDay(language, lodgedAt),
            reference: appeal.reference,
            due: sayDay(language, dueOn),
          })}
        </p>
        <a className="govuk-link" href={`/appeal/${id}/lodged`}>
          {t('page.restrictions.appeal-see')}
        </a>
      </Row>
    )
  }
  if ('no' in mayAppeal) {
    const { no } = mayAppeal
    return no.code === 'too-late' ? (
      <Row label={t('page.restrictions.appeal')}>
        <p className="govuk-body">{t('page.appeal.no-late', { day: sayDay(language, no.lastOn) })}</p>
        <p className="govuk-body">{t('page.appeal.no-late-what')}</p>
      </Row>
    ) : null
  }
  return (
    <Row label={t('page.restrictions.appeal')}>
      <p className="govuk-body">
        {mayAppeal.until
          ? t('page.restrictions.appeal-until', { day: sayDay(language, mayAppeal.until) })
          : t('page.restrictions.appeal-while')}
      </p>
      <a className="govuk-button" href={`/appeal/${id}`}>
        {t('page.restrictions.appeal-button')}
        <span className="govuk-visually-hidden">: {t('page.restrictions.reference', { reference })}</span>
      </a>
    </Row>
  )
}
