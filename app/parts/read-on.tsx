import { useSpeak, useVisit } from './visit.tsx'

const pages = [
  { href: '/what-we-will-do', name: 'policy' },
  { href: '/what-is-not-all-right', name: 'conduct' },
  { href: '/how-we-decide', name: 'steps' },
  { href: '/your-rights', name: 'rights' },
] as const

/** From one page about the policy to the others. */
export function ReadOn() {
  const t = useSpeak()
  const { path } = useVisit()
  return (
    <nav className="cw-read-on" aria-labelledby="read-on">
      <h2 id="read-on" className="govuk-heading-m">
        {t('page.read-on')}
      </h2>
      <ul>
        {pages
          .filter(({ href }) => href !== path)
          .map(({ href, name }) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {t(`page.foot.${name}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
