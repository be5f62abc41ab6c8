import type { OpenRoute } from '../../rules/opening.ts'
import { sayInstant } from '../../words/speak.ts'
import { Left, type LeftFacts } from './left.tsx'
import { RouteList } from './route-list.tsx'
import { useSpeak, useVisit } from './visit.tsx'

/** The earliest opening of any way, or null when one is open now. */
function firstOpening(routes: OpenRoute[]): Date | null {
  if (routes.some(({ opensAt }) => opensAt === null)) return null
  return routes.map(({ opensAt }) => opensAt).sort((a, b) => Number(a) - Number(b))[0] ?? null
}

/** May I write now, when next, and how often still. */
export function NextAndLeft({ left, routes }: { left: LeftFacts[]; routes: OpenRoute[] }) {
  const t = useSpeak()
  const { language, now } = useVisit()
  const next = firstOpening(routes)
  return (
    <>
      <h2 id="now-heading" className="govuk-heading-m">
        {t('page.restrictions.now')}
      </h2>
      <p className="govuk-body-l">
        {next
          ? t('page.restrictions.next-at', { from: sayInstant(language, next, now) })
          : t('page.restrictions.next-now')}
      </p>
      <Left left={left} />
    </>
  )
}

/** Green where a way is open now. */
export function toneOf(routes: OpenRoute[]): string {
  return firstOpening(routes) ? 'cw-answer' : 'cw-answer cw-answer--good'
}

/** The answer somebody came for: may I write now, how often still, when next, and in which ways. */
export function StandingNow({
  count,
  left,
  routes,
}: {
  count: number
  left: LeftFacts[]
  routes: OpenRoute[]
}) {
  const t = useSpeak()
  const { now } = useVisit()
  return (
    <>
      <p className="govuk-body-l">
        {count === 1 ? t('page.restrictions.one') : t('page.restrictions.many', { count })}
      </p>
      <section className={toneOf(routes)} aria-labelledby="now-heading">
        <NextAndLeft left={left} routes={routes} />
        <h3 className="govuk-heading-s">{t('page.restrictions.ways')}</h3>
        <RouteList routes={routes} isLimited={left.length > 0} now={now} />
        <p className="govuk-body">{t('page.restrictions.always')}</p>
        {routes.some(({ channel, opensAt }) => channel === 'web' && opensAt === null) && (
          <a className="govuk-button" href="/contact-us">
            {t('page.restrictions.send')}
          </a>
        )}
      </section>
    </>
  )
}
