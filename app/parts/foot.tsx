import { HoursList } from './hours.tsx'
import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** How to get help, the same on every page (WCAG 3.2.6), and the short notices. */
export function Foot() {
  const t = useSpeak()
  const { landlord, language } = useVisit()
  return (
    <footer className="cw-foot">
      <div className="cw-width cw-foot__row">
        <section aria-labelledby="help-heading">
          <h2 id="help-heading" className="govuk-heading-m">
            {t('page.foot.help')}
          </h2>
          <p className="govuk-body">
            {t('page.foot.call')} <Phone number={landlord.general} />
          </p>
          <HoursList hours={landlord.hours} />
          <p className="govuk-body">
            {t('page.foot.email')}{' '}
            <a href={`mailto:${landlord.email}`} className="cw-phone cw-phone--long">
              <bdi dir="ltr">{landlord.email}</bdi>
            </a>
          </p>
          <p className="govuk-body">
            {t('page.foot.text')} <Phone number={landlord.text} />
          </p>
        </section>
        <section aria-labelledby="address-heading">
          <h2 id="address-heading" className="govuk-heading-m">
            {t('page.foot.write')}
          </h2>
          <address className="cw-address">
            {landlord.post.map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
          </address>
        </section>
        <nav aria-label={t('page.foot.label')}>
          <ul className="cw-foot__links">
            <li>
              <a href="/help">{t('page.foot.help-page')}</a>
            </li>
            <li>
              <a href="/privacy">{t('page.foot.privacy')}</a>
            </li>
            <li>
              <a href="/what-we-will-do">{t('page.foot.policy')}</a>
            </li>
          </ul>
        </nav>
        {language !== 'en' && <p className="govuk-body cw-foot__draft">{t('draft')}</p>}
      </div>
    </footer>
  )
}
