import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadRequest } from '../doors/request.server.ts'
import { Asked } from '../parts/ask/asked.tsx'
import { Consent } from '../parts/ask/consent.tsx'
import { Page } from '../parts/page.tsx'
import { Phone } from '../parts/phone.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { endPart as action, loadRequest as loader } from '../doors/request.server.ts'

export default function AskedPage() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { kind, reference, lodgedAt, endedAt, isSent, isOpen, parts } = useLoaderData<typeof loadRequest>()
  return (
    <Page
      heading={isSent ? t('page.request.got') : t(`page.kind.${kind}`)}
      caption={isSent ? t(`page.kind.${kind}`) : undefined}
      back="/your-account"
    >
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{t('page.appeal.lodged-reference')}</p>
        <p className="govuk-body">
          <bdi dir="ltr" className="cw-reference">
            {reference}
          </bdi>
        </p>
        <p className="govuk-body">
          {t('page.appeal.lodged-on', { day: sayDay(language, lodgedAt, now) })}{' '}
          {endedAt && t('page.request.taken-back', { day: sayDay(language, endedAt, now) })}
        </p>
      </div>
      <Answer />
      {isOpen && <Next />}
      <Asked />
      {parts.length > 0 ? <Consent /> : isOpen && <TakeBack />}
    </Page>
  )
}

function Answer() {
  const t = useSpeak()
  const { language, now } = useVisit()
  const { answer, answeredAt } = useLoaderData<typeof loadRequest>()
  if (!answer || !answeredAt) return null
  return (
    <section className="cw-card" aria-labelledby="answer-heading">
      <div className="cw-card__top">
        <h2 id="answer-heading" className="govuk-heading-m">
          {t('notice.answer.heading')}
        </h2>
        <p className="govuk-body">{t('page.request.answered', { day: sayDay(language, answeredAt, now) })}</p>
      </div>
      <div className="cw-card__body">
        <p className="govuk-body cw-quote" dir="auto">
          {answer}
        </p>
      </div>
    </section>
  )
}

function Next() {
  const t = useSpeak()
  const { landlord, language, now } = useVisit()
  const { dueOn, receiptBy, isLate } = useLoaderData<typeof loadRequest>()
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.appeal.lodged-next')}</h2>
      {isLate && (
        <p className="govuk-body">
          <strong>{t('page.request.late')}</strong> <Phone number={landlord.general} />
        </p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        <li>{t(`page.appeal.lodged-receipt-${receiptBy}`)}</li>
        {!isLate && <li>{t('page.appeal.lodged-due', { day: sayDay(language, dueOn, now) })}</li>}
        <li>{t('reason.protected')}</li>
      </ul>
    </>
  )
}

function TakeBack() {
  const t = useSpeak()
  const { id } = useLoaderData<typeof loadRequest>()
  return (
    <form method="post" action={`/ask-us/${id}`}>
      <h2 className="govuk-heading-m">{t('page.request.take-back')}</h2>
      <p className="govuk-body">{t('page.request.take-back-what')}</p>
      <button type="submit" name="part" value="all" className="govuk-button govuk-button--secondary">
        {t('page.request.take-back')}
      </button>
    </form>
  )
}
