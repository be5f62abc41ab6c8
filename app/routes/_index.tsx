import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

const offers = [
  { href: '/urgent', name: 'urgent' },
  { href: '/contact-us', name: 'contact' },
  { href: '/your-restrictions', name: 'restrictions' },
  { href: '/appeal', name: 'appeal' },
  { href: '/what-we-will-do', name: 'explanation' },
  { href: '/help', name: 'help' },
] as const

export default function Home() {
  const t = useSpeak()
  return (
    <Page heading={t('page.home.heading')}>
      <p className="govuk-body-l">{t('page.home.lead')}</p>
      <ul className="cw-offers">
        {offers.map(({ href, name }) => (
          <li key={name} className="cw-offer">
            <h2>
              <a href={href}>{t(`page.home.${name}`)}</a>
            </h2>
            <p>{t(`page.home.${name}-what`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
