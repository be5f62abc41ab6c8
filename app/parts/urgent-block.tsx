import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** On every page, in the same place. What is reported here goes through whatever else applies (I1). */
export function UrgentBlock() {
  const t = useSpeak()
  const { landlord, path } = useVisit()
  const isReporting = path.startsWith('/urgent')
  return (
    <section className="cw-urgent" aria-labelledby="urgent-heading">
      <div className="cw-width cw-urgent__row">
        <div className={isReporting ? 'govuk-visually-hidden' : 'cw-urgent__words'}>
          <h2 id="urgent-heading" className="cw-urgent__heading">
            {t('page.urgent.heading')}
          </h2>
          <p className="cw-urgent__promise">{t('page.urgent.promise')}</p>
        </div>
        {!isReporting && (
          <a href="/urgent" className="govuk-button govuk-button--warning cw-urgent__button">
            {t('page.urgent.button')}
          </a>
        )}
        <dl className="cw-urgent__lines">
          <div>
            <dt>{t('page.urgent.any-hour')}</dt>
            <dd>
              <Phone number={landlord.urgentRepairs} />
            </dd>
          </div>
          <div>
            <dt>{t('page.urgent.gas')}</dt>
            <dd>
              <Phone number={landlord.gas} />
            </dd>
          </div>
          <div>
            <dt>{t('page.urgent.danger')}</dt>
            <dd>
              <Phone number={landlord.emergency} />
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
