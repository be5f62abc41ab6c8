import type { LoaderFunctionArgs } from '@remix-run/node'
import { requestsOf } from '../../db/requests.ts'
import { begunBy, openQuestions, unreadAnswers } from '../../db/waiting.ts'
import type { House } from '../../house.ts'
import { dayOf } from '../../rules/london.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import type { RequestKind } from '../../rules/request-due.ts'
import { type Answers, formOf, pathOn } from '../parts/ask/forms.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'

/** Everything about one customer in short, and what waits for them. */
export async function loadAccount(args: LoaderFunctionArgs) {
  const { house } = args.context
  const { db } = house.ledger
  const customer = await requireCustomer(args)
  const now = house.clock.now()
  const [standing, requests, questions, answers, drafts] = await Promise.all([
    standingOf(db, customer.id, now),
    requestsOf(db, customer.id),
    openQuestions(db, customer.id),
    unreadAnswers(db, customer.id),
    begunBy(db, customer.id),
  ])
  return {
    inForce: standing.inForce.map(({ id, reference, measures, endsAt }) => ({
      id,
      reference,
      measures,
      endsAt,
    })),
    left: standing.left,
    questions,
    answers,
    drafts: drafts.flatMap(({ form, answers: begun }) => draftLink(form, begun)),
    requests: requests.map(({ id, reference, kind, dueOn, answeredAt, consentEndedAt }) => ({
      ...{ id, reference, kind, dueOn, answeredAt },
      endedAt: consentEndedAt,
    })),
    colleagues: colleaguesOf(house, now),
  }
}

function colleaguesOf({ policy }: House, now: Date) {
  return policy.landlord.colleagues.map((each) => ({
    code: each.code,
    name: each.name,
    standIn: standInFor(each, dayOf(now))?.name ?? null,
  }))
}

/** Where somebody goes on with what they have begun. */
function draftLink(form: string, answers: Answers): { href: string; kind: RequestKind | 'appeal' }[] {
  const own = formOf(form)
  if (own) return [{ href: pathOn(own, answers), kind: own.kind }]
  return form === 'appeal' ? [{ href: '/appeal', kind: 'appeal' }] : []
}
