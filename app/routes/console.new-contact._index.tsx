import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newContactForm, writeDown } from '../doors/console-new-contact.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Faults } from '../parts/console/field.tsx'
import { NewContactForm } from '../parts/console/new-contact.tsx'
import { UrgentFirst } from '../parts/console/urgent-first.tsx'

export const loader = (asked: LoaderFunctionArgs) => newContactForm(asked)
export const action = (asked: ActionFunctionArgs) => writeDown(asked)

export default function NewContact() {
  const empty = useLoaderData<typeof loader>()
  const { typed, faults, found } = useActionData<typeof action>() ?? { ...empty, faults: {} }
  return (
    <ConsoleDocument title="Record a call, a visit or a letter" hasErrors={Object.keys(faults).length > 0}>
      <h1 className="govuk-heading-l">Record a call, a visit or a letter</h1>
      <Faults faults={faults} />
      <UrgentFirst />
      <NewContactForm
        formKey={typed.key ?? empty.typed.key ?? ''}
        typed={typed}
        faults={faults}
        found={found}
      />
    </ConsoleDocument>
  )
}
