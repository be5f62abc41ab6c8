import { useLoaderData } from '@remix-run/react'
import { sayDay } from '../../words/when.ts'
import type { loadExplanation } from '../doors/explanation.server.ts'
import { ExplanationTable, type Row } from '../parts/explanation-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { Page } from '../parts/page.tsx'
import { ReadOn } from '../parts/read-on.tsx'
import { Redress } from '../parts/redress.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadExplanation as loader } from '../doors/explanation.server.ts'

export default function WhatWeWillDo() {
  const t = useSpeak()
  const { rows } = useLoaderData<typeof loadExplanation>()
  const ours: Row[] = (['always-urgent', 'always-one-way', 'always-appeal'] as const).map((key) => ({
    key,
    clause: null,
  }))
  return (
    <Page heading={t('page.explanation.heading')}>
      <p className="govuk-body-l">{t('page.explanation.lead')}</p>
      <ExplanationTable caption={t('page.explanation.caption')} rows={rows} />
      <h2 className="govuk-heading-l">{t('page.explanation.always')}</h2>
      <p className="govuk-body">{t('page.explanation.always-lead')}</p>
      <ExplanationTable caption={t('page.explanation.always')} isCaptionHidden rows={ours} />
      <OwnDecisions />
      <TheDocument />
      <h2 className="govuk-heading-m">{t('page.explanation.redress')}</h2>
      <Redress />
      <ReadOn />
    </Page>
  )
}

function OwnDecisions() {
  const t = useSpeak()
  const { language } = useVisit()
  const { own } = useLoaderData<typeof loadExplanation>()
  if (own.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.explanation.own')}</h2>
      <p className="govuk-body">{t('page.explanation.own-lead')}</p>
      <dl className="govuk-summary-list">
        {own.map(({ what, value, decidedOn }) => (
          <div key={what} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">{t(what)}</dt>
            <dd className="govuk-summary-list__value">
              {t(value.key, value.values)}
              <div className="cw-source">
                {t('page.explanation.own-decided', { day: sayDay(language, decidedOn) })}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function TheDocument() {
  const t = useSpeak()
  const { language } = useVisit()
  const { document } = useLoaderData<typeof loadExplanation>()
  const silent = t('page.explanation.document-silent')
  const day = (on: string | null) => (on ? sayDay(language, on) : silent)
  return (
    <>
      <h2 className="govuk-heading-l">{t('page.explanation.document')}</h2>
      <Facts
        facts={[
          { label: t('page.explanation.document-title'), text: document.title, isName: true },
          { label: t('page.explanation.document-version'), text: document.version ?? silent },
          {
            label: t('page.explanation.document-by'),
            text: document.approvedBy ?? silent,
            isName: document.approvedBy !== null,
          },
          { label: t('page.explanation.document-approved'), text: day(document.approvedOn) },
          { label: t('page.explanation.document-from'), text: day(document.effectiveOn) },
          { label: t('page.explanation.document-review'), text: day(document.reviewDueOn) },
        ]}
      />
      <p className="govuk-body">{t('page.explanation.document-own-words')}</p>
    </>
  )
}
