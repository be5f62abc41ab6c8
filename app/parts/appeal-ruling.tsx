import { sayDay } from '../../words/speak.ts'
import { OtherWays } from './appeal-instead.tsx'
import type { FoundAppeal } from './appeal-progress.tsx'
import { useSpeak, useVisit } from './visit.tsx'

type Props = { found: FoundAppeal; ruling: NonNullable<FoundAppeal['ruling']> }

/** What was decided, by whom and why, what follows, and where to go if they do not agree. */
export function AppealRuling({ found, ruling }: Props) {
  const t = useSpeak()
  const { language } = useVisit()
  const { decider, decidedAt, reasons } = ruling
  const isGood = ruling.ruling !== 'not-upheld'
  return (
    <>
      <div className={`cw-answer ${isGood ? 'cw-answer--good' : ''}`}>
        <p className="govuk-body-l">{t('page.appeal.decided', { ruling: ruling.ruling })}</p>
        <p className="govuk-body">
          {sayDay(language, decidedAt)}
          {decider && (
            <>
              {' · '}
              {t('notice.person', { name: decider.name, role: t(`role.${decider.role}`) })}
            </>
          )}
        </p>
        <p className="govuk-body">
          {t('page.appeal.reference')}{' '}
          <bdi dir="ltr" className="cw-strong">
            {found.appeal.reference}
          </bdi>
        </p>
      </div>
      <h2 className="govuk-heading-m">{t('page.appeal.decided-why')}</h2>
      <div className="cw-reasons">
        <p className="cw-quote govuk-body" dir="auto">
          {reasons}
        </p>
      </div>
      <WhatFollows found={found} ruling={ruling} />
    </>
  )
}

function WhatFollows({ found: { about }, ruling }: Props) {
  const t = useSpeak()
  const { kind, reference } = about
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.appeal.lodged-next')}</h2>
      {ruling.ruling === 'upheld' && (
        <>
          <p className="govuk-body">{t(`notice.outcome.ends-${kind}`)}</p>
          {kind === 'restriction' && (
            <>
              <p className="govuk-body">
                {t(ruling.othersRemain ? 'notice.lift.others' : 'notice.lift.as-before')}
              </p>
              <p className="govuk-body">{t('notice.lift.kept')}</p>
            </>
          )}
        </>
      )}
      {ruling.ruling !== 'upheld' && (
        <p className="govuk-body">
          {ruling.isOver
            ? t('notice.outcome.over')
            : ruling.ruling === 'partly'
              ? t('notice.outcome.changes', { how: t('page.appeal.partly-how') })
              : t(`notice.outcome.goes-on-${kind}`)}
        </p>
      )}
      <h2 className="govuk-heading-m">{t('notice.outcome.still')}</h2>
      {ruling.isFinal && (
        <p className="govuk-body">
          {t('notice.outcome.final')} {t('page.appeal.final-new')}
        </p>
      )}
      <OtherWays reference={ruling.ruling === 'upheld' ? null : reference} />
    </>
  )
}
