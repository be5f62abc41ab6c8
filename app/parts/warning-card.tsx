import { sayDay } from '../../words/speak.ts'
import { AppealRow, type ToldAppealable } from './appeal-row.tsx'
import { Evidence } from './evidence.tsx'
import { Row, Rows } from './rows.tsx'
import { TellYourSide } from './tell-your-side.tsx'
import { useSpeak, useVisit } from './visit.tsx'

type Warning = {
  id: string
  conduct: string
  evidence: { on: string; what: string }[]
  proposed: string
  givenAt: Date
  givenBy: { name: string; role: 'officer' | 'manager' | 'head' | 'director' | 'appeals' | 'contractor' }
  appealable: ToldAppealable | undefined
}

/** A warning limits nothing. It is told in full, with how to ask for another look at it. */
export function WarningCard({ warning }: { warning: Warning }) {
  const t = useSpeak()
  const { language } = useVisit()
  const { id, conduct, evidence, proposed, givenAt, givenBy } = warning
  return (
    <section className="cw-card">
      <div className="cw-card__top">
        <h3 className="govuk-heading-m">
          {t('page.restrictions.warning-on', { day: sayDay(language, givenAt) })}
        </h3>
      </div>
      <div className="cw-card__body">
        <Rows>
          <Row label={t('page.restrictions.what-happened')}>
            <p className="govuk-body cw-quote" dir="auto">
              {conduct}
            </p>
            <Evidence evidence={evidence} />
          </Row>
          <Row label={t('page.restrictions.warning-next')}>{t('notice.warning.proposed', { proposed })}</Row>
          <Row label={t('page.restrictions.warning-who')}>
            {t('notice.person', { name: givenBy.name, role: t(`role.${givenBy.role}`) })}
          </Row>
          <AppealRow told={warning.appealable} />
        </Rows>
        <TellYourSide about={id} />
      </div>
    </section>
  )
}
