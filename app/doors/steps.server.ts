import type { LoaderFunctionArgs } from '@remix-run/node'
import { restrictionsOf, warningsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import type { Policy, Resolved } from '../../policies/resolve.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { type StepCode, stepNow, stepsOf } from '../../rules/steps.ts'
import { kindOf } from '../../words/conduct.ts'
import type { Key, Values } from '../../words/speak.ts'
import { visitOf } from './visit.server.ts'

/** A fact of a step: who, how long, how often; `decidedOn` where the landlord settled it and not the policy. */
export type StepFact = { label: Key; value: { key: Key; values?: Values }[]; decidedOn: string | null }

const ownDay = (resolved: Resolved<unknown>) => (resolved.source === 'landlord' ? resolved.decidedOn : null)

/** What is known beforehand about a step: who decides, how often it is looked at, how long it lasts. */
function factsOf(policy: Policy): Partial<Record<StepCode, StepFact[]>> {
  const { authoriserRoles, firstReviewMonths, reviewEveryMonths, reviewGraceDays, durationMonths } = policy
  const fact = (label: Key, resolved: Resolved<number>, key: Key): StepFact => ({
    label,
    value: [{ key, values: { count: resolved.value } }],
    decidedOn: ownDay(resolved),
  })
  return {
    decision: [
      {
        label: 'page.steps.who',
        value: authoriserRoles.value.map((role) => ({ key: `role.${role}` as const })),
        decidedOn: ownDay(authoriserRoles),
      },
    ],
    review: [
      ...(firstReviewMonths.value === reviewEveryMonths.value
        ? []
        : [fact('page.steps.first-review', firstReviewMonths, 'page.explanation.months')]),
      fact('page.steps.how-often', reviewEveryMonths, 'page.explanation.every-months'),
      fact('page.steps.late', reviewGraceDays, 'page.explanation.stops-after'),
    ],
    end: [fact('page.steps.how-long', durationMonths, 'page.explanation.months')],
  }
}

/** The conduct that one way of taking a step is about: in words, or by the document's own name for it. */
function aboutOf({ pack }: Policy, category: string | null | undefined) {
  const found = pack.categories.find(({ code }) => code === category)
  return found ? { kind: kindOf(found.code), own: found.name } : null
}

/** Where the customer who is signed in is now; null when nobody is. */
async function whereOf(house: House, customerId: string): Promise<StepCode | null> {
  const { db } = house.ledger
  const now = house.clock.now()
  const [restrictions, warnings] = await Promise.all([
    restrictionsOf(db, customerId),
    warningsOf(db, customerId),
  ])
  const followed = new Set(restrictions.map(({ warningId }) => warningId))
  return stepNow({
    restrictions: restrictions.map((each) =>
      stopsAt(each) <= now ? 'past' : each.startsAt > now ? 'coming' : 'in-force',
    ),
    hasWarning: warnings.some(({ warning }) => !followed.has(warning.id)),
  })
}

/** How it is decided under the policy in force, and where the reader is in it. */
export async function loadSteps({ request, context }: LoaderFunctionArgs) {
  const { house } = context
  const { customer } = await visitOf(request, context)
  const facts = factsOf(house.policy)
  return {
    steps: stepsOf(house.policy).map(({ code, taken }) => ({
      code,
      taken: taken.map((each) => ({ ...each, about: aboutOf(house.policy, each.category) })),
      facts: facts[code] ?? [],
    })),
    reader: customer && { step: await whereOf(house, customer.id) },
  }
}
