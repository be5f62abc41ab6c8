import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { policyPage } from '../doors/console-policy.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Clauses, Conflicts, DocumentFacts, LandlordDecisions, Parts } from '../parts/console/policy-view.tsx'

export const loader = (asked: LoaderFunctionArgs) => policyPage(asked)

export default function PolicyInForcePage() {
  const { document, own, conflicts, parts, silent, clauses } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Policy">
      <h1 className="govuk-heading-l">The policy in force</h1>
      <DocumentFacts document={document} />
      <LandlordDecisions own={own} />
      <Conflicts conflicts={conflicts} />
      <Clauses clauses={clauses} />
      <Parts parts={parts} silent={silent} />
    </ConsoleDocument>
  )
}
