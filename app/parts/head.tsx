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
        <nav className="cw-head__who" aria-label={t('page.nav.label')}>
          {signedIn ? (
            <>
              <a href="/your-restrictions">{t('page.nav.restrictions')}</a>
              <a href="/contact-us">{t('page.nav.contact')}</a>
              <form method="post" action="/sign-out" className="cw-head__out">
                <span className="cw-head__signed">
                  {t('page.nav.signed-in-as')} <Bdi>{signedIn.name}</Bdi>
                </span>
                <button type="submit" className="cw-quiet-button">
                  {t('page.nav.sign-out')}
                </button>
              </form>
            </>
          ) : (
            <>
              <a href="/contact-us">{t('page.nav.contact')}</a>
              <a href="/sign-in">{t('page.nav.sign-in')}</a>
            </>
          )}
        </nav>
      </div>
      <LookChoices />
    </header>
  )
}
