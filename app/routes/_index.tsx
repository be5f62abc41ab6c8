import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

const toDo = [
  { href: '/urgent', name: 'urgent' },
  { href: '/contact-us', name: 'contact' },
  { href: '/your-restrictions', name: 'restrictions' },
  { href: '/appeal', name: 'appeal' },
  { href: '/help', name: 'help' },
  { href: '/accessibility', name: 'access' },
] as const

const toRead = [
  { href: '/what-we-will-do', name: 'explanation' },
  { href: '/what-is-not-all-right', name: 'conduct' },
  { href: '/how-we-decide', name: 'steps' },
  { href: '/your-rights', name: 'rights' },
] as const

export default function Home() {
  const t = useSpeak()
  return (
    <Page heading={t('page.home.heading')}>
      <p className="govuk-body-l">{t('page.home.lead')}</p>
      <ul className="cw-offers">
        {toDo.map(({ href, name }) => (
          <li key={name} className={`cw-offer cw-offer--${name}`}>
            <h2>
              <a href={href}>{t(`page.home.${name}`)}</a>
            </h2>
            <p>{t(`page.home.${name}-what`)}</p>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-l cw-home__read">{t('page.home.read')}</h2>
      <ul className="cw-reads">
        {toRead.map(({ href, name }) => (
          <li key={name}>
            <a className="govuk-link" href={href}>
              {t(`page.home.${name}`)}
            </a>
            <span>{t(`page.home.${name}-what`)}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
