import { sizes } from '../look.ts'
import { useSpeak, useVisit } from './visit.tsx'

/** This page again, with one choice changed. */
export function usePageWith(): (name: 'lang' | 'size' | 'contrast', value: string) => string {
  const { path, search } = useVisit()
  return (name, value) => {
    const query = new URLSearchParams(search)
    query.set(name, value)
    return `${path}?${query}`
  }
}

/** How this page looks: its language, the size of its letters, and its colours. Everything works without script. */
export function LookChoices() {
  return (
    <div className="cw-width cw-look">
      <Languages />
      <Letters />
    </div>
  )
}

/** Twelve names are a lot on a telephone, so they wait behind the one in use. The foot of the page has them in the open. */
function Languages() {
  const t = useSpeak()
  const { language, languages } = useVisit()
  const now = languages.find(({ code }) => code === language)
  return (
    <details className="cw-languages">
      <summary className="cw-languages__now">
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="9.5" />
          <path d="M2.5 12h19M12 2.5c-6 6-6 13 0 19M12 2.5c6 6 6 13 0 19" />
        </svg>
        <span className="govuk-visually-hidden">{t('page.language')}: </span>
        <span lang={language}>{now?.name}</span>
      </summary>
      <nav aria-label={t('page.language')}>
        <LanguageList />
      </nav>
    </details>
  )
}

/** Every language, each in its own name. */
export function LanguageList() {
  const pageWith = usePageWith()
  const { language, languages } = useVisit()
  return (
    <ul className="cw-languages__list">
      {languages.map(({ code, name, dir }) => (
        <li key={code}>
          {code === language ? (
            <span className="cw-now" lang={code} dir={dir} aria-current="true">
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
  )
}

/** Three letters, each in the size it stands for, and black on white. What each does is said in words. */
function Letters() {
  const t = useSpeak()
  const pageWith = usePageWith()
  const { size, contrast } = useVisit()
  const turn = contrast === 'high' ? 'normal' : 'high'
  return (
    <nav aria-label={t('page.size.label')}>
      <ul className="cw-letters">
        {sizes.map((each) => {
          const words = t(`page.size.${each}`)
          const letter = (
            <>
              <span aria-hidden="true">A</span>
              <span className="govuk-visually-hidden">{words}</span>
            </>
          )
          return (
            <li key={each} className={`cw-letters__${each}`}>
              {each === size ? (
                <span className="cw-now" aria-current="true" title={words}>
                  {letter}
                </span>
              ) : (
                <a href={pageWith('size', each)} title={words}>
                  {letter}
                </a>
              )}
            </li>
          )
        })}
        <li>
          <a href={pageWith('contrast', turn)} title={t(`page.contrast.${turn}`)}>
            <span className="cw-letters__half" aria-hidden="true" />
            <span className="govuk-visually-hidden">{t(`page.contrast.${turn}`)}</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}
