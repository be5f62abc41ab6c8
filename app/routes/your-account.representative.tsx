import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { startAgain } from '../doors/ask.server.ts'
import { loadRepresentatives } from '../doors/request.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Start } from '../parts/ask/start.tsx'
import { useSpeak } from '../parts/visit.tsx'

export const loader = (args: LoaderFunctionArgs) => loadRepresentatives(args)
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.representative)

export default function Representative() {
  const t = useSpeak()
  const { now, begin } = useLoaderData<typeof loader>()
  return (
    <Start name="representative" begin={begin}>
      <p className="govuk-body">{t('page.representative.free')}</p>
      {now.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t('page.representative.now')}</h2>
          <ul className="cw-messages">
            {now.map(({ id, name, reference }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                <a className="govuk-link" href={`/ask-us/${id}`}>
                  {t('page.change')}
                  <span className="govuk-visually-hidden">
                    : <bdi>{reference}</bdi>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Start>
  )
}
