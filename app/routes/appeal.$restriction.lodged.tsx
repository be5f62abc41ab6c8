import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/speak.ts'
import type { loadLodgedAppeal } from '../doors/appeal.server.ts'
import { groundKey } from '../parts/appeal-form.tsx'
import { Page } from '../parts/page.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadLodgedAppeal as loader } from '../doors/appeal.server.ts'

export default function AppealLodged() {
  const t = useSpeak()
  const { language } = useVisit()
  const { appeal, restriction, isEarlier } = useLoaderData<typeof loadLodgedAppeal>()
  return (
    <Page heading={t('page.appeal.lodged')} caption={t('page.appeal.about', { reference: restriction })}>
      {isEarlier && <p className="govuk-body-l">{t('page.appeal.earlier')}</p>}
      <div className="cw-answer cw-answer--good">
        <p className="govuk-body">{t('page.appeal.lodged-reference')}</p>
        <p className="govuk-body">
          <bdi dir="ltr" className="cw-reference">
            {appeal.reference}
          </bdi>
        </p>
        <p className="govuk-body">{t('page.appeal.lodged-on', { day: sayDay(language, appeal.lodgedAt) })}</p>
      </div>
      {appeal.ruling ? <Ruling /> : <WhatHappensNext />}
      <h2 className="govuk-heading-m">{t('page.appeal.your-words')}</h2>
      <Rows>
        {appeal.ground !== 'other' && (
          <Row label={t('page.appeal.ground')}>{t(groundKey(appeal.ground))}</Row>
        )}
        <Row label={t('page.appeal.account')}>
          <p className="cw-quote" dir="auto">
            {appeal.account}
          </p>
        </Row>
        {appeal.wish && (
          <Row label={t('page.appeal.wish')}>
            <p className="cw-quote" dir="auto">
              {appeal.wish}
            </p>
          </Row>
        )}
      </Rows>
    </Page>
  )
}

function WhatHappensNext() {
  const t = useSpeak()
  const { language } = useVisit()
  const { appeal, hearer, receiptBy } = useLoaderData<typeof loadLodgedAppeal>()
  return (
    <>
      <h2 className="govuk-heading-m">{t('page.appeal.lodged-next')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t(`page.appeal.lodged-receipt-${receiptBy}`)}</li>
        <li>{t('page.appeal.lodged-who', { role: t(`role.${hearer}`) })}</li>
        <li>{t('page.appeal.lodged-due', { day: sayDay(language, appeal.dueOn) })}</li>
      </ul>
      <p className="govuk-body">{t('page.appeal.meanwhile')}</p>
      <p className="govuk-body">
        {t('page.appeal.lodged-add')}{' '}
        <a className="govuk-link" href={`/contact-us?about=${appeal.reference}`}>
          {t('page.appeal.add')}
        </a>
      </p>
    </>
  )
}

function Ruling() {
  const t = useSpeak()
  const { appeal } = useLoaderData<typeof loadLodgedAppeal>()
  return (
    <>
      <p className="govuk-body-l">{t('page.appeal.decided', { ruling: appeal.ruling ?? '' })}</p>
      <h2 className="govuk-heading-m">{t('page.appeal.decided-why')}</h2>
      <p className="govuk-body cw-quote" dir="auto">
        {appeal.reasons}
      </p>
    </>
  )
}
