import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadStart, startAgain } from '../doors/ask.server.ts'
import { loadDataCopy } from '../doors/data-copy.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Begin } from '../parts/ask/start.tsx'
import { DataCopy } from '../parts/data-copy.tsx'
import { Page } from '../parts/page.tsx'
import { useSpeak } from '../parts/visit.tsx'

export const loader = async (args: LoaderFunctionArgs) => {
  const begin = await loadStart(args, forms.data)
  return { begin, copy: await loadDataCopy(args) }
}
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.data)

export default function YourInformation() {
  const t = useSpeak()
  const { begin, copy } = useLoaderData<typeof loader>()
  return (
    <Page heading={t('page.kind.data')} back="/your-account">
      <p className="govuk-body-l">{t('page.data.what')}</p>
      <DataCopy copy={copy} />
      <h2 className="govuk-heading-l">{t('page.data.take')}</h2>
      <p className="govuk-body">{t('page.data.take-what')}</p>
      <a className="govuk-button govuk-button--secondary" href="/your-account/data.json" download>
        {t('page.data.take')}
      </a>
      <h2 className="govuk-heading-l">{t('page.data.elsewhere')}</h2>
      <p className="govuk-body">{t('page.data.elsewhere-what')}</p>
      <Begin name="data" begin={begin} />
    </Page>
  )
}
