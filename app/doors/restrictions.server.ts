import type { LoaderFunctionArgs } from '@remix-run/node'
import { appealsOf, type Appeal } from '../../db/appeals.ts'
import { readCalendar } from '../../db/bank-holidays.ts'
import { namesOfColleagues } from '../../db/colleagues.ts'
import { contactsOf } from '../../db/contacts.ts'
import { getNotice } from '../../db/notices.ts'
import { type RestrictionRow, warningsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { dayOf } from '../../rules/london.ts'
import { mayAppeal } from '../../rules/may-appeal.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'

/** Whether one restriction can be appealed now, from its notice and the policy in force. */
export async function askMayAppeal(house: House, restriction: RestrictionRow, isLodged: boolean) {
  const notice = await getNotice(house.ledger.db, restriction.noticeId)
  return mayAppeal({
    restriction,
    notice: notice ?? { writtenAt: restriction.startsAt, by: 'letter' },
    calendar: await readCalendar(house.ledger.db, house.policy.landlord.nation),
    windowDays: house.policy.appealWindowDays.value,
    isLodged,
    now: house.clock.now(),
  })
}

/** What a customer is told of an appeal: never who decides it before it is decided. */
export function describeAppeal({
  id,
  restrictionId,
  reference,
  ground,
  account,
  wish,
  lodgedAt,
  dueOn,
  ruling,
  reasons,
}: Appeal) {
  return { id, restrictionId, reference, ground, account, wish, lodgedAt, dueOn, ruling, reasons }
}

/** Everything on "your restrictions", of the customer who is signed in and of nobody else. */
export async function loadRestrictions(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { db } = house.ledger
  const now = house.clock.now()
  const standing = await standingOf(db, customer.id, now)
  const [warnings, appeals, contacts] = await Promise.all([
    warningsOf(db, customer.id),
    appealsOf(db, customer.id),
    contactsOf(db, customer.id, 5),
  ])
  const deciders = await namesOfColleagues(
    db,
    standing.all.map((each) => each.decidedBy),
  )
  const described = standing.all.map(async (restriction) => {
    const appeal = appeals.find((each) => each.restrictionId === restriction.id)
    const decider = deciders.get(restriction.decidedBy)
    const warned = warnings.find(({ warning }) => warning.id === restriction.warningId)
    return {
      id: restriction.id,
      reference: restriction.reference,
      state: stateOf(restriction, now),
      stoppedAt: stopsAt(restriction),
      measures: restriction.measures,
      reason: restriction.reason,
      evidence: restriction.evidence,
      warnedOn: warned ? dayOf(warned.warning.givenAt) : null,
      exception: restriction.warningException?.reason ?? null,
      decider: decider ? { name: decider.name, role: decider.role } : null,
      startsAt: restriction.startsAt,
      endsAt: restriction.endsAt,
      reviewOn: restriction.reviewOn,
      appeal: appeal ? describeAppeal(appeal) : null,
      mayAppeal: await askMayAppeal(house, restriction, appeal !== undefined),
    }
  })
  const { policy } = house
  return {
    restrictions: await Promise.all(described),
    left: standing.left,
    routes: standing.routes,
    warnings: warnings.map(({ warning: { id, conduct, evidence, proposed, clause, givenAt }, givenBy }) => ({
      ...{ id, conduct, evidence, proposed, clause, givenAt },
      givenBy,
    })),
    contacts: contacts.map(({ id, channel, receivedAt, state, raisedAt, readDueAt }) => ({
      ...{ id, channel, receivedAt, readDueAt },
      became: raisedAt ? ('raised' as const) : state,
    })),
    document: policy.pack.document.title,
    reviewRule: policy.reviewEveryMonths,
    colleagues: policy.landlord.colleagues.map((each) => {
      const { code, name, address, phone } = each
      return { code, name, address, phone, standIn: standInFor(each, dayOf(now))?.name ?? null }
    }),
  }
}

export type RestrictionState = 'coming' | 'in-force' | 'lifted' | 'lapsed' | 'ended'

/** Where a restriction is in its life. */
function stateOf(restriction: RestrictionRow, now: Date): RestrictionState {
  const stop = stopsAt(restriction)
  if (stop > now) return restriction.startsAt > now ? 'coming' : 'in-force'
  if (restriction.liftedAt && restriction.liftedAt <= stop) return 'lifted'
  return stop < restriction.endsAt ? 'lapsed' : 'ended'
}
