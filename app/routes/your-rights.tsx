import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { sayDay, sayList } from '../../words/speak.ts'
import type { loadRights } from '../doors/rights.server.ts'
import { groundKey } from '../parts/appeal-about.ts'
import { Page } from '../parts/page.tsx'
import { ReadOn } from '../parts/read-on.tsx'
import { Redress } from '../parts/redress.tsx'
import { Row, Rows } from '../parts/rows.tsx'
import { Source } from '../parts/source.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export { loadRights as loader } from '../doors/rights.server.ts'

export default function YourRights() {
  const t = useSpeak()
  return (
    <Page heading={t('page.foot.rights')}>
      <p className="govuk-body-l">{t('page.rights.lead')}</p>
      <Right heading={t('page.rights.urgent')}>
        <p className="govuk-body">{t('explanation.always-urgent.we')}</p>
        <Onward href="/urgent">{t('page.urgent.button')}</Onward>
      </Right>
      <Right heading={t('page.rights.way')}>
        <p className="govuk-body">{t('explanation.always-one-way.we')}</p>
        <p className="govuk-body">{t('explanation.always-one-way.you')}</p>
      </Right>
      <Appeal />
      <Complain />
      <Right heading={t('page.explanation.redress')}>
        <Redress />
      </Right>
      <Right heading={t('page.rights.needs')}>
        <p className="govuk-body">{t('page.rights.needs-what')}</p>
        <p className="govuk-body">{t('page.access.formats-what')}</p>
      </Right>
      <Right heading={t('page.rights.speak')}>
        <p className="govuk-body">{t('page.rights.speak-what')}</p>
      </Right>
      <Right heading={t('page.rights.data')}>
        <p className="govuk-body">{t('page.privacy.rights-what')}</p>
        <Onward href="/privacy">{t('page.foot.privacy')}</Onward>
      </Right>
      <Right heading={t('page.steps.decision')}>
        <p className="govuk-body">{t('page.privacy.decide-what')}</p>
      </Right>
      <ReadOn />
    </Page>
  )
}

function Right({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="cw-right">
      <h2 className="govuk-heading-l">{heading}</h2>
      {children}
    </section>
  )
}

function Onward({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {children}
      </a>
    </p>
  )
}

/** The clause of the policy, or the day on which the landlord settled it. */
function Whose({ clause, decidedOn }: { clause: string | null; decidedOn: string | null }) {
  const t = useSpeak()
  const { language } = useVisit()
  return decidedOn ? (
    <div className="cw-source">{t('page.explanation.own-decided', { day: sayDay(language, decidedOn) })}</div>
  ) : (
    <div>
      <Source clauses={clause ? [clause] : []} />
    </div>
  )
}

function Appeal() {
  const t = useSpeak()
  const { language } = useVisit()
  const { against, grounds, window, hearer, answer } = useLoaderData<typeof loadRights>()
  const clauses = against.flatMap(({ clause }) => (clause ? [clause] : []))
  return (
    <Right heading={t('page.rights.appeal')}>
      <p className="govuk-body">{t('notice.appeal.what')}</p>
      <Rows>
        <Row label={t('page.rights.against')}>
          {sayList(
            language,
            against.map(({ code }) => t(`page.rights.against-${code}`)),
            'or',
          )}
          <div>
            <Source clauses={[...new Set(clauses)]} />
          </div>
        </Row>
        <Row label={t('page.rights.grounds')}>
          {grounds.length > 0 ? (
            <ul className="govuk-list govuk-list--bullet">
              {[...grounds, 'other'].map((ground) => (
                <li key={ground}>{t(groundKey(ground))}</li>
              ))}
            </ul>
          ) : (
            t('page.rights.grounds-any')
          )}
        </Row>
        <Row label={t('page.explanation.own-appeal-window')}>
          {window.days === null
            ? t('page.explanation.while-in-force')
            : t('page.explanation.days', { count: window.days })}
          <Whose {...window} />
        </Row>
        <Row label={t('page.appeal.hearer')}>
          {t('page.appeal.hearer-what', { role: t(`role.${hearer.role}`) })}
          <Whose {...hearer} />
        </Row>
        <Row label={t('page.appeal.how-long')}>
          {t('page.explanation.working-days', { count: answer.workingDays })}
          <Whose {...answer} />
        </Row>
      </Rows>
      <Onward href="/appeal">{t('page.home.appeal')}</Onward>
    </Right>
  )
}

function Complain() {
  const t = useSpeak()
  const { complaint } = useLoaderData<typeof loadRights>()
  return (
    <Right heading={t('page.rights.complain')}>
      <p className="govuk-body">{t('page.rights.complain-what')}</p>
      {complaint ? (
        <>
          <p className="govuk-body">
            {t('page.rights.complain-days', {
              acknowledge: complaint.acknowledge,
              answer: complaint.answer,
            })}
          </p>
          <p className="govuk-body">{t('page.rights.complain-again', { answer: complaint.again })}</p>
        </>
      ) : (
        <p className="govuk-body">{t('page.rights.complain-ask')}</p>
      )}
      <Onward href="/contact-us">{t('page.home.contact')}</Onward>
    </Right>
  )
}
