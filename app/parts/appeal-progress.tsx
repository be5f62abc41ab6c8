import { sayDay } from '../../words/speak.ts'
import type { loadAppeal } from '../doors/appeal.server.ts'
import { useSpeak, useVisit } from './visit.tsx'

export type FoundAppeal = NonNullable<Awaited<ReturnType<typeof loadAppeal>>>

/** Where an appeal has got to, who looks at it and by when it is answered. */
export function AppealProgress({ found }: { found: FoundAppeal }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { appeal, about, state, hearer, daysLeft } = found
  const day = sayDay(language, appeal.dueOn, now)
  const wasAsked = found.dialogue.some(({ isOurs }) => isOurs)
  const isAnswered = state !== 'asked'
  const steps = [
    { text: t('page.appeal.lodged-on', { day: sayDay(language, appeal.lodgedAt, now) }), isDone: true },
    { text: t('page.appeal.step-looked'), isDone: state !== 'lodged' },
    ...(wasAsked
      ? [
          { text: t('page.appeal.step-asked'), isDone: true },
          { text: t(`page.appeal.step-${isAnswered ? 'answered' : 'answer'}`), isDone: isAnswered },
        ]
      : []),
    { text: t('page.appeal.step-decided'), isDone: false },
  ]
  return (
    <>
      <div className={`cw-answer ${daysLeft === null ? 'cw-answer--alarm' : ''}`}>
        <p className="govuk-body-l">
          {daysLeft === null
            ? t('page.appeal.overdue', { day })
            : `${t('page.appeal.lodged-due', { day })} ${t('page.appeal.days-left', { count: daysLeft })}`}
        </p>
        <p className="govuk-body">{t('page.appeal.lodged-who', { role: t(`role.${hearer.role}`) })}</p>
        <p className="govuk-body">
          {t('page.appeal.reference')}{' '}
          <bdi dir="ltr" className="cw-strong">
            {appeal.reference}
          </bdi>
        </p>
      </div>
      <h2 className="govuk-heading-m">{t('page.appeal.where')}</h2>
      <ol className="cw-steps">
        {steps.map(({ text, isDone }) => (
          <li key={text} className={isDone ? 'cw-steps__done' : undefined}>
            {text}
            <span className="govuk-visually-hidden">
              {' '}
              ({t(isDone ? 'page.appeal.step-done' : 'page.appeal.step-to-come')})
            </span>
          </li>
        ))}
      </ol>
      {about.kind === 'restriction' && <p className="govuk-body">{t('notice.receipt.until-then')}</p>}
    </>
  )
}
