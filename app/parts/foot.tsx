import { HoursList } from './hours.tsx'
import { LanguageList } from './look-choices.tsx'
import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

const pages = [
  { href: '/help', name: 'help-page' },
  { href: '/what-we-will-do', name: 'policy' },
  { href: '/what-is-not-all-right', name: 'conduct' },
  { href: '/how-we-decide', name: 'steps' },
  { href: '/your-rights', name: 'rights' },
  { href: '/privacy', name: 'privacy' },
  { href: '/accessibility', name: 'access' },
] as const

/** How to get help, the same on every page (WCAG 3.2.6), and the short notices. */
export function Foot() {
  const t = useSpeak()
  const { landlord } = useVisit()
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
            {pages.map(({ href, name }) => (
              <li key={href}>
                <a href={href}>{t(`page.foot.${name}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav className="cw-foot__languages" aria-labelledby="languages-heading">
          <h2 id="languages-heading" className="govuk-heading-m">
            {t('page.foot.languages')}
          </h2>
          <LanguageList />
        </nav>
      </div>
    </footer>
  )
}
