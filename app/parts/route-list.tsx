import type { OpenRoute } from '../../rules/opening.ts'
import { sayRoute, sayWay, sayWhen } from '../../words/explain.ts'
import { Phone } from './phone.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** The ways that are open, when each can be used, and where it leads. A time that holds for all is said once. */
export function RouteList({
  routes,
  isLimited,
  now,
}: {
  routes: OpenRoute[]
  isLimited: boolean
  now: Date
}) {
  const t = useSpeak()
  const { language } = useVisit()
  const [when = '', ...others] = new Set(routes.map((route) => sayWhen(language, route, { now, isLimited })))
  const isOneTime = routes.length > 1 && others.length === 0
  return (
    <>
      {isOneTime && <p className="govuk-body">{t('route.all', { when })}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {routes.map((route) => (
          <li key={route.channel}>
            {isOneTime ? sayWay(language, route.channel) : sayRoute(language, route, { now, isLimited })}
            <Where channel={route.channel} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Where({ channel }: { channel: OpenRoute['channel'] }) {
  const { landlord } = useVisit()
  switch (channel) {
    case 'email':
      return (
        <div>
          <a href={`mailto:${landlord.email}`} className="cw-phone cw-phone--long">
            <bdi dir="ltr">{landlord.email}</bdi>
          </a>
        </div>
      )
    case 'phone':
      return (
        <div>
          <Phone number={landlord.general} />
        </div>
      )
    case 'sms':
      return (
        <div>
          <Phone number={landlord.text} />
        </div>
      )
    case 'letter':
      return (
        <div>
          <bdi>{landlord.post.join(', ')}</bdi>
        </div>
      )
    case 'visit':
      return (
        <div>
          <bdi>{landlord.visit.join(', ')}</bdi>
        </div>
      )
    default:
      return null
  }
}
