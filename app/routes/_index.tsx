import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

const toDo = [
  { href: '/urgent', name: 'urgent', title: 'page.home.urgent' },
  { href: '/contact-us', name: 'contact', title: 'page.home.contact' },
  { href: '/your-restrictions', name: 'restrictions', title: 'page.home.restrictions' },
  { href: '/appeal', name: 'appeal', title: 'page.home.appeal' },
  { href: '/help', name: 'help', title: 'page.foot.help-page' },
  { href: '/accessibility', name: 'access', title: 'page.home.access' },
] as const

const toRead = [
  { href: '/what-we-will-do', name: 'explanation', title: 'page.foot.policy' },
  { href: '/what-is-not-all-right', name: 'conduct', title: 'page.foot.conduct' },
  { href: '/how-we-decide', name: 'steps', title: 'page.foot.steps' },
  { href: '/your-rights', name: 'rights', title: 'page.foot.rights' },
] as const

export default function Home() {
  const t = useSpeak()
  return (
    <Page heading={t('page.home.heading')}>
      <p className="govuk-body-l">{t('page.home.lead')}</p>
      <ul className="cw-offers">
        {toDo.map(({ href, name, title }) => (
          <li key={name} className={`cw-offer cw-offer--${name}`}>
            <h2>
              <a href={href}>{t(title)}</a>
            </h2>
            <p>{t(`page.home.${name}-what`)}</p>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-l cw-home__read">{t('page.home.read')}</h2>
      <ul className="cw-reads">
        {toRead.map(({ href, name, title }) => (
          <li key={name}>
            <a className="govuk-link" href={href}>
              {t(title)}
            </a>
            <span>{t(`page.home.${name}-what`)}</span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
