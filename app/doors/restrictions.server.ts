import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Appeal } from '../../db/appeals.ts'
import type { Customer } from '../../db/customers.ts'
import { readCalendar } from '../../db/bank-holidays.ts'
import { getNotice } from '../../db/notices.ts'
import { readOwnCase } from '../../db/own-case.ts'
import type { RestrictionRow } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import type { Calendar } from '../../rules/bank-holidays.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { dayOf } from '../../rules/london.ts'
import { mayAppeal, type NoticeSent } from '../../rules/may-appeal.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { limitsAt } from '../../rules/usage.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingWith } from './standing.server.ts'

type Appealable = {
  restriction: RestrictionRow
  notice: NoticeSent | null | undefined
  calendar: Calendar
  isLodged: boolean
}

function mayAppealNow(house: House, { restriction, notice, ...rest }: Appealable) {
  return mayAppeal({
    ...rest,
    restriction,
    notice: notice ?? { writtenAt: restriction.startsAt, by: 'letter' },
    windowDays: house.policy.appealWindowDays.value,
    now: house.clock.now(),
  })
}

/** Whether one restriction can be appealed now, from its notice and the policy in force. */
export async function askMayAppeal(house: House, restriction: RestrictionRow, isLodged: boolean) {
  const { db } = house.ledger
  const notice = await getNotice(db, restriction.noticeId)
  const calendar = await readCalendar(db, house.policy.landlord.nation)
  return mayAppealNow(house, { restriction, notice, calendar, isLodged })
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
  const customer = await requireCustomer(args)
  return args.context.facts.own ?? (await describeOwnCase(args.context.house, customer))
}

export type OwnCaseDescribed = Awaited<ReturnType<typeof describeOwnCase>>

/** What is told of one customer's restrictions, as the ledger and the clock have it now. */
export async function describeOwnCase(house: House, customer: Customer) {
  const { policy } = house
  const now = house.clock.now()
  const own = await readOwnCase(house.ledger, {
    customerId: customer.id,
    nation: policy.landlord.nation,
    now,
  })
  const used = new Map(limitsAt(own.restrictions, now).map(({ key, per }) => [key, own.used[per]]))
  const standing = standingWith(own.restrictions, used, now)
  const described = standing.all.map((restriction) => {
    const appeal = own.appeals.find((each) => each.restrictionId === restriction.id)
    const warned = own.warnings.find(({ id }) => id === restriction.warningId)
    const notice = own.notices.find(({ id }) => id === restriction.noticeId)
    return {
      id: restriction.id,
      reference: restriction.reference,
      state: stateOf(restriction, now),
      stoppedAt: stopsAt(restriction),
      measures: restriction.measures,
      reason: restriction.reason,
      evidence: restriction.evidence,
      warnedOn: warned ? dayOf(warned.givenAt) : null,
      exception: restriction.warningException?.reason ?? null,
      decider: own.colleagues[restriction.decidedBy] ?? null,
      startsAt: restriction.startsAt,
      endsAt: restriction.endsAt,
      reviewOn: restriction.reviewOn,
      appeal: appeal ? describeAppeal(appeal) : null,
      mayAppeal: mayAppealNow(house, {
        restriction,
        notice,
        calendar: own.calendar,
        isLodged: appeal !== undefined,
      }),
    }
  })
  return {
    restrictions: described,
    left: standing.left,
    routes: standing.routes,
    warnings: own.warnings.flatMap(({ id, conduct, evidence, proposed, clause, givenAt, givenBy }) => {
      const giver = own.colleagues[givenBy]
      return giver ? [{ id, conduct, evidence, proposed, clause, givenAt, givenBy: giver }] : []
    }),
    contacts: own.contacts,
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
