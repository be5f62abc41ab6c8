import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lateFindsPage } from '../doors/console-late-finds.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Finds, MissRate, Months } from '../parts/console/late-finds.tsx'

export const loader = (asked: LoaderFunctionArgs) => lateFindsPage(asked)

export default function LateFinds() {
  const { months, finds, sample } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Late finds">
      <h1 className="govuk-heading-l">Late finds</h1>
      <p className="govuk-body-l">
        Held contacts that a person found to be urgent or a complaint. The target is none.
      </p>
      <Months months={months} />
      <MissRate sample={sample} />
      <Finds finds={finds} />
    </ConsoleDocument>
  )
}
