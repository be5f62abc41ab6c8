import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Policy, Resolved } from '../../policies/resolve.ts'
import type { Key, Values } from '../../words/speak.ts'

/** One thing that the landlord decided where its policy is silent. */
export type OwnDecision = { what: Key; value: { key: Key; values?: Values }; decidedOn: string }

type Shown<T> = (value: T) => { key: Key; values?: Values }

function own<T>(what: Key, resolved: Resolved<T>, show: Shown<T>): OwnDecision[] {
  return resolved.source === 'landlord'
    ? [{ what, value: show(resolved.value), decidedOn: resolved.decidedOn }]
    : []
}

const count = (key: Key) => (value: number) => ({ key, values: { count: value } })

function ownDecisions(policy: Policy): OwnDecision[] {
  return [
    ...own('page.explanation.own-appeal-window', policy.appealWindowDays, (days) =>
      days === null
        ? { key: 'page.explanation.while-in-force' }
        : { key: 'page.explanation.days', values: { count: days } },
    ),
    ...own(
      'page.explanation.own-appeal-days',
      policy.appealDecisionWorkingDays,
      count('page.explanation.working-days'),
    ),
    ...own('page.explanation.own-hearer', policy.appealHearerRole, (role) => ({ key: `role.${role}` })),
    ...own('page.explanation.own-alternate', policy.appealAlternateRole, (role) => ({ key: `role.${role}` })),
    ...own('page.explanation.own-review', policy.reviewEveryMonths, count('page.explanation.every-months')),
    ...own('page.explanation.own-grace', policy.reviewGraceDays, count('page.explanation.stops-after')),
    ...own('page.explanation.own-duration', policy.durationMonths, count('page.explanation.months')),
    ...own('page.explanation.own-marker', policy.markerReviewMonths, count('page.explanation.every-months')),
  ]
}

/** The policy as a customer reads it: its rows, the document they come from, and what the landlord added. */
export function loadExplanation({ context }: LoaderFunctionArgs) {
  const { policy } = context.house
  const { document, explanation } = policy.pack
  const said = <T>(value: 'silent' | { says: T }) => (value === 'silent' ? null : value.says)
  return {
    rows: explanation,
    own: ownDecisions(policy),
    document: {
      title: document.title,
      version: said(document.version),
      approvedOn: said(document.approvedOn),
      approvedBy: said(document.approvedBy),
      effectiveOn: said(document.effectiveOn),
      reviewDueOn: said(document.reviewDueOn),
    },
  }
}
