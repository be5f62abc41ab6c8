import type { Basis, ConsoleAction } from '../../../rules/may-release.ts'
import type { Role } from '../../../policies/pack.ts'
import { ConsoleDocument, useChrome } from './console-document.tsx'
import { sayBasis, sayRole, sayRoles } from './say-reason.ts'

export type Refusal = { action: ConsoleAction; roles: Role[]; basis: Basis }

const deeds: Record<ConsoleAction, string> = {
  'read-contacts': 'read what customers sent',
  release: 'release a held message',
  'take-alert': 'take an alert',
  'record-contacts': 'record a call, a visit or a letter',
  'read-customers': 'look at a customer’s record',
  'answer-requests': 'answer what a customer asked for',
  'answer-way': 'answer somebody whom no open way reaches',
  lift: 'lift a restriction',
  'read-audit': 'read the audit trail',
  'read-safety-flags': 'look up safety flags',
}

export function sayDeed(action: ConsoleAction): string {
  return deeds[action]
}

/** Who can, and whose rule that is: a refusal always says so. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const chrome = useChrome()
  return (
    <ConsoleDocument title="You cannot do this">
      <h1 className="govuk-heading-l">You cannot {deeds[refusal.action]}</h1>
      <p className="govuk-body-l">
        Ask {sayRoles(refusal.roles)}.{' '}
        {chrome?.colleague && `You are signed in as ${sayRole(chrome.colleague.role).toLowerCase()}.`}
      </p>
      <p className="govuk-body">{sayBasis(refusal.basis, chrome?.document ?? 'The policy')}</p>
      <p className="govuk-body">
        <a href="/console" className="govuk-link">
          Back to the console
        </a>
      </p>
    </ConsoleDocument>
  )
}

/** Something is not there, or went wrong. Never a stack. */
export function ConsoleProblem({ status }: { status: number }) {
  const isMissing = status === 404
  const heading = isMissing ? 'This is not here' : 'Something went wrong'
  return (
    <ConsoleDocument title={heading}>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">
        {isMissing
          ? 'The address may be mistyped, or it may be an old link.'
          : 'Nothing that was received is lost. Try again in a minute. If it goes on, tell the people who run Clearway.'}
      </p>
      <p className="govuk-body">
        <a href="/console" className="govuk-link">
          Back to the console
        </a>
      </p>
    </ConsoleDocument>
  )
}
