import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadOpenWays, startAgain } from '../doors/ask.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Start } from '../parts/ask/start.tsx'
import { RouteList } from '../parts/route-list.tsx'
import { useSpeak, useVisit } from '../parts/visit.tsx'

export const loader = (args: LoaderFunctionArgs) => loadOpenWays(args)
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.way)

export default function OpenWays() {
  const t = useSpeak()
  const { now } = useVisit()
  const { routes, isLimited, begin } = useLoaderData<typeof loader>()
  return (
    <Start name="way" begin={begin}>
      {routes.length === 0 ? (
        <p className="govuk-body">{t('page.way.all-open')}</p>
      ) : (
        <>
          <h2 className="govuk-heading-m">{t('page.way.open')}</h2>
          <RouteList routes={routes} isLimited={isLimited} now={now} />
        </>
      )}
    </Start>
  )
}
