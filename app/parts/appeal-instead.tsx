import type { loadBeforeAppeal } from '../doors/appeal-about.server.ts'
import { pathOf, sayRefusal } from './appeal-about.ts'
import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'
import { WhoseRule } from './whose-rule.tsx'

type Found = Awaited<ReturnType<typeof loadBeforeAppeal>>
type No = Extract<Found['may'], { no: unknown }>['no']

/** Why this cannot be appealed in time, by whose rule, and every way to be heard all the same. */
export function MayNotAppeal({ found, no }: { found: Found; no: No }) {
  const t = useSpeak()
  const { language } = useVisit()
  const { about, hasDraft, grounds, document, windowRule, againstClause } = found
  const isLate = no.code !== 'not-appealable'
  const against = againstClause === null ? null : { source: 'policy' as const, clause: againstClause }
  const rule = isLate ? windowRule : against
  const first = hasDraft ? 'check' : grounds.length > 0 ? 'ground' : 'account'
  return (
    <>
      <div className="cw-answer">
        <p className="govuk-body-l">{sayRefusal(language, about.kind, no)}</p>
        {rule && <WhoseRule rule={rule} document={document} />}
      </div>
      <h2 className="govuk-heading-l">{t('page.appeal.instead')}</h2>
      {isLate && (
        <>
          <p className="govuk-body">{t('page.appeal.no-late-what')}</p>
          <a className="govuk-button" href={`${pathOf(about)}/${first}`}>
            {t(hasDraft ? 'page.appeal.draft-go' : 'page.appeal.no-late-link')}
          </a>
        </>
      )}
      <OtherWays reference={about.reference} />
    </>
  )
}

/** A complaint, another look, and somebody who does not belong to the landlord. */
export function OtherWays({ reference }: { reference: string | null }) {
  const t = useSpeak()
  const { landlord } = useVisit()
  const { redress } = landlord
  const write = reference ? `/contact-us?about=${reference}` : '/contact-us'
  return (
    <ul className="cw-ways">
      <li>
        <h3 className="govuk-heading-s">{t('page.appeal.complain')}</h3>
        <p className="govuk-body">{t('page.appeal.complain-what')}</p>
        <a className="govuk-link" href="/contact-us">
          {t('page.home.contact')}
        </a>
      </li>
      {reference && (
        <li>
          <h3 className="govuk-heading-s">{t('page.appeal.review')}</h3>
          <p className="govuk-body">{t('page.appeal.review-what')}</p>
          <a className="govuk-link" href={write}>
            {t('page.appeal.review-link')}
          </a>
        </li>
      )}
      <li>
        <h3 className="govuk-heading-s">
          <bdi>{redress.name}</bdi>
        </h3>
        <p className="govuk-body">{t('page.appeal.redress-what')}</p>
        <p className="govuk-body">
          <Phone number={redress.phone} />
        </p>
        <a className="govuk-link" href={redress.url}>
          <bdi dir="ltr">{redress.url.replace('https://', '')}</bdi>
        </a>
      </li>
    </ul>
  )
}
