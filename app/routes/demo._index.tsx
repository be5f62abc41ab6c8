import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demonstration } from '../doors/demo.server.ts'
import { DemoDocument } from '../parts/console/demo-document.tsx'
import { Fold, Words } from '../parts/console/pieces.tsx'
import { sayRole } from '../parts/console/say-reason.ts'
import { sayInstant } from '../parts/console/say-time.ts'

export const loader = (asked: LoaderFunctionArgs) => demonstration(asked)

export default function Demonstration() {
  const { now, accounts, colleagues, smtp, landlord, document, isMailOnDisk } = useLoaderData<typeof loader>()
  return (
    <DemoDocument title="Demonstration">
      <h1 className="govuk-heading-l">Clearway, a demonstration</h1>
      <p className="govuk-body-l">
        {landlord}, under its “{document}”. Nobody here is real, and no mail leaves this machine.
      </p>
      <p className="govuk-body">The clock here shows {sayInstant(now)}, London time.</p>

      <h2 className="govuk-heading-m">Three things to try</h2>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        <li>
          <strong>Be held, and be told kindly.</strong>{' '}
          <a className="govuk-link" href="/sign-in">
            Sign in
          </a>{' '}
          as weekly@demo.example
          {isMailOnDisk && (
            <>
              {' '}
              (the code is in the{' '}
              <a className="govuk-link" href="/demo/mail?folder=customer">
                demonstration mail
              </a>
              )
            </>
          )}
          , and{' '}
          <a className="govuk-link" href="/contact-us">
            contact us
          </a>{' '}
          twice. The first message goes through. The second is kept safe, and you see why, when a person reads
          it, and what you can do now.
        </li>
        <li>
          <strong>Write that the boiler is off and the baby is cold.</strong> It goes straight to the urgent
          desk, whatever the restriction, and uses up nothing. By real mail: send it to any address at {smtp}{' '}
          (SMTP).
        </li>
        <li>
          <strong>Release, then lift.</strong>{' '}
          <a className="govuk-link" href="/console">
            Open the console
          </a>{' '}
          as the housing officer and release a held message. Then sign in as the head of service and lift the
          restriction: the very next message goes through.
        </li>
      </ol>

      <h2 className="govuk-heading-m">Customers</h2>
      <p className="govuk-body">
        A code by email lands in the demonstration mail. A letter about a restriction holds a customer
        reference and a code, for people who have no email.
      </p>
      <ul className="cc-list">
        {accounts.map(({ email, situation, name, reference, letter }) => (
          <li key={email}>
            <span>
              <strong>{email}</strong>
              <span className="cc-small">
                <bdi>{name}</bdi> {reference}
              </span>
            </span>
            <span>{situation}</span>
            {letter ? (
              <Fold summary="The letter, with its code">
                <div lang={letter.language}>
                  <Words label="Letter as sent">{letter.body}</Words>
                </div>
              </Fold>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>

      <h2 className="govuk-heading-m">Colleagues</h2>
      <p className="govuk-body">
        <a className="govuk-link" href="/console/sign-in">
          Choose one and sign in
        </a>
        . There is no password.
      </p>
      <ul className="cc-list">
        {colleagues.map(({ email, name, role }) => (
          <li key={email}>
            <strong>{email}</strong>
            <bdi>{name}</bdi>
            <span>{sayRole(role)}</span>
          </li>
        ))}
      </ul>
    </DemoDocument>
  )
}
