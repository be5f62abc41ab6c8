import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** The body that belongs to no landlord: what it is, its number, and its website. */
export function Redress() {
  const t = useSpeak()
  const { name, phone, url } = useVisit().landlord.redress
  return (
    <>
      <p className="govuk-body">{t('notice.redress', { name, phone })}</p>
      <p className="govuk-body">
        <Phone number={phone} />
        {' · '}
        <a className="govuk-link" href={url}>
          <bdi>{name}</bdi>
        </a>
      </p>
    </>
  )
}
