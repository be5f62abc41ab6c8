import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadStart, startAgain } from '../doors/ask.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Start } from '../parts/ask/start.tsx'
import { useSpeak } from '../parts/visit.tsx'

export const loader = (args: LoaderFunctionArgs) => loadStart(args, forms.support)
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.support)

export default function AskForSupport() {
  const t = useSpeak()
  return (
    <Start name="support" begin={useLoaderData<typeof loader>()}>
      <p className="govuk-body">{t('page.support.no-proof')}</p>
    </Start>
  )
}
