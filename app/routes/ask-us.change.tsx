import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadStart, startAgain } from '../doors/ask.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Start } from '../parts/ask/start.tsx'
import { useSpeak } from '../parts/visit.tsx'

export const loader = (args: LoaderFunctionArgs) => loadStart(args, forms.change)
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.change)

export default function AskForChange() {
  const t = useSpeak()
  return (
    <Start name="change" begin={useLoaderData<typeof loader>()}>
      <p className="govuk-body">{t('page.support.no-proof')}</p>
      <div className="cw-answer">
        <h2 className="govuk-heading-m">
          <a className="govuk-link" href={forms.way.start}>
            {t('page.kind.way')}
          </a>
        </h2>
        <p className="govuk-body">{t('page.way.what')}</p>
      </div>
    </Start>
  )
}
