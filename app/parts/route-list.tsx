import type { OpenRoute } from '../../rules/opening.ts'
import { sayRoutes } from '../../words/explain.ts'
import { Phone } from './phone.tsx'
import { useVisit } from './visit.tsx'

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
  const { language } = useVisit()
  const { when, ways } = sayRoutes(language, routes, { now, isLimited })
  return (
    <>
      {when && <p className="govuk-body">{when}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {routes.map((route, at) => (
          <li key={route.channel}>
            {ways[at]}
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
