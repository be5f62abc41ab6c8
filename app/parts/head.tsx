import { Bdi, type Size, sizes, useSpeak, useVisit } from './visit.tsx'

/** Whose page it is, who is signed in, and the choice of language and letter size. */
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
      <div className="cw-width cw-head__choices">
        <Languages />
        <Sizes />
      </div>
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

/** This page again, with one choice changed. */
function usePageWith(): (name: 'lang' | 'size', value: string) => string {
  const { path, search } = useVisit()
  return (name, value) => {
    const query = new URLSearchParams(search)
    query.set(name, value)
    return `${path}?${query}`
  }
}

function Languages() {
  const t = useSpeak()
  const pageWith = usePageWith()
  const { language, languages } = useVisit()
  return (
    <nav aria-label={t('page.language')}>
      <ul className="cw-choices">
        {languages.map(({ code, name, dir }) => (
          <li key={code}>
            {code === language ? (
              <span className="cw-choices__now" lang={code} dir={dir} aria-current="true">
                {name}
              </span>
            ) : (
              <a href={pageWith('lang', code)} lang={code} hrefLang={code} dir={dir}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Sizes() {
  const t = useSpeak()
  const pageWith = usePageWith()
  const { size } = useVisit()
  const name = (each: Size) => t(`page.size.${each}`)
  return (
    <nav aria-label={t('page.size.label')}>
      <ul className="cw-choices">
        {sizes.map((each) => (
          <li key={each}>
            {each === size ? (
              <span className="cw-choices__now" aria-current="true">
                {name(each)}
              </span>
            ) : (
              <a href={pageWith('size', each)}>{name(each)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
