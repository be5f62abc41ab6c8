import type { Key } from '../../words/speak.ts'
import { forms } from './ask/forms.ts'
import { useSpeak } from './visit.tsx'

type Link = { href: string; name: Key; what: Key }

function toForm(form: keyof typeof forms): Link {
  const { start, kind, what } = forms[form]
  return { href: start, name: `page.kind.${kind}`, what }
}

const groups: { heading: Key; links: Link[] }[] = [
  {
    heading: 'page.account.see',
    links: [
      {
        href: '/your-restrictions',
        name: 'page.restrictions.heading',
        what: 'page.account.restrictions-what',
      },
      { href: '/your-contacts', name: 'page.nav.contacts', what: 'page.account.contacts-what' },
      { href: '/your-notices', name: 'page.nav.notices', what: 'page.account.notices-what' },
      toForm('data'),
    ],
  },
  {
    heading: 'page.account.say',
    links: [
      { href: '/contact-us', name: 'page.contact.heading', what: 'page.home.contact-what' },
      { href: '/appeal', name: 'page.home.appeal', what: 'page.home.appeal-what' },
      toForm('side'),
      toForm('support'),
      toForm('change'),
      toForm('way'),
    ],
  },
  {
    heading: 'page.account.how',
    links: [
      { href: '/your-account/writing', name: 'page.writing.heading', what: 'page.writing.what' },
      toForm('representative'),
    ],
  },
]

/** Everything that a signed-in customer can see, ask and say. */
export function AccountLinks() {
  const t = useSpeak()
  return groups.map(({ heading, links }) => (
    <section key={heading} className="cw-group" aria-labelledby={heading.replaceAll('.', '-')}>
      <h2 id={heading.replaceAll('.', '-')} className="govuk-heading-l">
        {t(heading)}
      </h2>
      <ul className="cw-offers">
        {links.map(({ href, name, what }) => (
          <li key={href} className="cw-offer">
            <h3>
              <a href={href}>{t(name)}</a>
            </h3>
            <p>{t(what)}</p>
          </li>
        ))}
      </ul>
    </section>
  ))
}
