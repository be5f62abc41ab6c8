import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { whatToTell } from '../doors/console-new-contact.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { Needs, sayLanguage } from '../parts/console/pieces.tsx'
import { UrgentFirst } from '../parts/console/urgent-first.tsx'
import { shortReference } from '../parts/reference.ts'

export const loader = (asked: LoaderFunctionArgs) => whatToTell(asked)

export default function WhatToTell() {
  const { id, isHeld, desk, customer, needs, told } = useLoaderData<typeof loader>()
  const heading = isHeld ? 'Recorded, and held' : `Recorded, and sent to: ${desk}`
  return (
    <ConsoleDocument title={heading}>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body cc-from">
        {customer ? (
          <a href={`/console/customers/${customer.id}`} className="govuk-link">
            <bdi>{customer.name}</bdi> ({customer.reference})
          </a>
        ) : (
          'Somebody we do not know'
        )}
        . The reference to give them: <strong className="cc-nowrap">{shortReference(id)}</strong>
      </p>
      {needs && <Needs language={needs.language} printPoints={needs.printPoints} />}
      {told.map(({ language, direction, parts }) => (
        <section key={language} className="cc-tell" aria-labelledby={`tell-${language}`}>
          <h2 id={`tell-${language}`} className="govuk-heading-m">
            {language === 'en' ? 'What to tell them' : `The same in ${sayLanguage(language)}`}
          </h2>
          <div lang={language} dir={direction}>
            {parts.map(({ heading: about, sentences, points }) => (
              <div key={about}>
                {about && <h3 className="govuk-heading-s">{about}</h3>}
                {sentences.map((sentence) => (
                  <p key={sentence} className="govuk-body-l">
                    {sentence}
                  </p>
                ))}
                {points.length > 0 && (
                  <ul className="govuk-list govuk-list--bullet">
                    {points.map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </div>
        </section>
      ))}
      <UrgentFirst />
      <p className="govuk-body">
        <a href={`/console/contacts/${id}`} className="govuk-link">
          See what was recorded
        </a>{' '}
        or{' '}
        <a href="/console/new-contact" className="govuk-link">
          record another one
        </a>
      </p>
    </ConsoleDocument>
  )
}
