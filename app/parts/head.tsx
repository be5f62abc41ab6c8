import { LookChoices } from './look-choices.tsx'
import { Bdi, useSpeak, useVisit } from './visit.tsx'

/** Whose page it is, who is signed in, and the choice of how the page looks. */
export function Head() {
  const t = useSpeak()
  const { landlord, signedIn } = useVisit()
  return (
    <header className="cw-head">
      <div className="cw-width cw-head__row">
        <a href="/" className="cw-head__name">
          <bdi>{landlord.name}</bdi>
        </a>
        {signedIn ? (
          <form method="post" action="/sign-out" className="cw-head__out">
            <span className="cw-head__signed">
              {t('page.nav.signed-in-as')} <Bdi>{signedIn.name}</Bdi>
            </span>
            <button type="submit" className="cw-quiet-button">
              {t('page.nav.sign-out')}
            </button>
          </form>
        ) : (
          <nav className="cw-head__who" aria-label={t('page.nav.label')}>
            <a href="/contact-us">{t('page.nav.contact')}</a>
            <a href="/sign-in">{t('page.nav.sign-in')}</a>
          </nav>
        )}
      </div>
      <LookChoices />
      {signedIn && <OwnPages />}
    </header>
  )
}

const ownPages = [
  { href: '/your-account', name: 'page.nav.account' },
  { href: '/your-restrictions', name: 'page.nav.restrictions' },
  { href: '/your-contacts', name: 'page.nav.contacts' },
  { href: '/your-notices', name: 'page.nav.notices' },
  { href: '/contact-us', name: 'page.nav.contact' },
] as const

/** The pages of whoever is signed in, the same on each of them. */
function OwnPages() {
  const t = useSpeak()
  const { path } = useVisit()
  return (
    <nav className="cw-own" aria-label={t('page.nav.own')}>
      <ul className="cw-width">
        {ownPages.map(({ href, name }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
