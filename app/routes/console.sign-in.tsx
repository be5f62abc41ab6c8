import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signInChoices, signInDemonstration } from '../doors/console.server.ts'
import { ConsoleDocument } from '../parts/console/console-document.tsx'
import { sayDeed } from '../parts/console/console-problem.tsx'
import { sayRole } from '../parts/console/say-reason.ts'

export const loader = (asked: LoaderFunctionArgs) => signInChoices(asked)
export const action = (asked: ActionFunctionArgs) => signInDemonstration(asked)

const and = new Intl.ListFormat('en-GB')

export default function SignIn() {
  const { to, problem, isDemonstration, colleagues, landlord } = useLoaderData<typeof loader>()
  return (
    <ConsoleDocument title="Sign in">
      <h1 className="govuk-heading-l">Sign in to the console</h1>
      {problem !== null && (
        <p className="cc-alarm" role="alert">
          {problem === 'unknown'
            ? 'Your work account is not among the colleagues who use the console. Ask whoever looks after Clearway to add you.'
            : 'Signing in did not work. Please try again.'}
        </p>
      )}
      {isDemonstration ? (
        <>
          <p className="govuk-body">
            This is a demonstration: choose whom to be. Somewhere real, colleagues sign in with their work
            account.
          </p>
          <ul className="cc-people">
            {colleagues.map(({ email, name, role, may }) => (
              <li key={email} className="cc-card">
                <h2 className="govuk-heading-s">
                  {name}, {sayRole(role).toLowerCase()}
                </h2>
                <p className="govuk-body-s">{email}</p>
                <p className="govuk-body">May {and.format(may.map(sayDeed))}.</p>
                <form method="post">
                  <input type="hidden" name="to" value={to} />
                  <button
                    type="submit"
                    name="email"
                    value={email}
                    className="govuk-button govuk-button--secondary"
                  >
                    Sign in as {name}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className="govuk-body">Colleagues of {landlord} sign in with their work account.</p>
          <a
            href={`/console/sign-in/work?to=${encodeURIComponent(to)}`}
            role="button"
            className="govuk-button"
          >
            Sign in with your work account
          </a>
        </>
      )}
    </ConsoleDocument>
  )
}
