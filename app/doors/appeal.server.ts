import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readCalendar } from '../../db/bank-holidays.ts'
import { findAppealAgainst, lodgeAppeal } from '../../db/appeals.ts'
import { getColleague } from '../../db/colleagues.ts'
import type { Customer } from '../../db/customers.ts'
import { getRestriction, type RestrictionRow, restrictionsOf } from '../../db/restrictions.ts'
import type { House } from '../../house.ts'
import type { Policy } from '../../policies/resolve.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { dayOf } from '../../rules/london.ts'
import { addWorkingDays } from '../../rules/working-days.ts'
import { writeAppealReceipt } from '../../words/notices.ts'
import { checkFields, readFields, wrong } from './form.server.ts'
import { askMayAppeal, describeAppeal } from './restrictions.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { visitOf } from './visit.server.ts'

/** The customer's own restrictions, with whether each can be appealed. One alone needs no list. */
export async function loadAppeals(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const rows = await restrictionsOf(house.ledger.db, customer.id)
  const asked = rows.map(async (row) => {
    const appeal = await findAppealAgainst(house.ledger.db, row.id)
    const may = await askMayAppeal(house, row, appeal !== null)
    return { id: row.id, reference: row.reference, isLodged: appeal !== null, may }
  })
  const appealable = (await Promise.all(asked)).filter(({ isLodged, may }) => isLodged || 'yes' in may)
  const [only] = appealable
  if (only && appealable.length === 1) throw redirect(`/appeal/${only.id}${only.isLodged ? '/lodged' : ''}`)
  return appealable
}

/** A restriction of this customer, or "not found": another person's is told from none by nobody. */
async function requireRestriction(
  house: House,
  customer: Customer,
  id: string | undefined,
): Promise<RestrictionRow> {
  const isId = z.uuid().safeParse(id).success
  const found = isId ? await getRestriction(house.ledger.db, id as string) : null
  if (found?.customerId !== customer.id) throw new Response(null, { status: 404 })
  return found
}

/** Grounds to choose from, where the policy has a list. Where it has none it is enough to disagree. */
function groundsOf(policy: Policy): string[] {
  return policy.appealGrounds === 'any' ? [] : [...policy.appealGrounds.map(({ code }) => code), 'other']
}

/** Who hears it: the policy's role, or the other one when the first has the role of whoever decided (I8). */
async function hearerRole(house: House, restriction: RestrictionRow) {
  const { appealHearerRole, appealAlternateRole } = house.policy
  const decider = await getColleague(house.ledger.db, restriction.decidedBy)
  return decider?.role === appealHearerRole.value ? appealAlternateRole.value : appealHearerRole.value
}

/** What a customer is told before they begin: whether, until when, who hears it, how long it takes. */
export async function loadAppeal(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const restriction = await requireRestriction(house, customer, args.params.restriction)
  const appeal = await findAppealAgainst(house.ledger.db, restriction.id)
  if (appeal) throw redirect(`/appeal/${restriction.id}/lodged`)
  const { appealDecisionWorkingDays, landlord } = house.policy
  const calendar = await readCalendar(house.ledger.db, landlord.nation)
  return {
    id: restriction.id,
    reference: restriction.reference,
    may: await askMayAppeal(house, restriction, false),
    stoppedOn: dayOf(stopsAt(restriction)),
    grounds: groundsOf(house.policy),
    hearer: await hearerRole(house, restriction),
    workingDays: appealDecisionWorkingDays.value,
    dueOn: addWorkingDays(dayOf(house.clock.now()), appealDecisionWorkingDays.value, calendar),
  }
}

/** What the pages of a draft need. They ask for nobody's name, so that words are not lost when a session has ended. */
export function loadAppealDraft({ params, context }: LoaderFunctionArgs) {
  return { id: params.restriction ?? '', grounds: groundsOf(context.house.policy) }
}

function appealForm(grounds: string[]) {
  return z.object({
    ground: grounds.length === 0 ? z.string().default('other') : z.enum(grounds, wrong('page.errors.ground')),
    account: z
      .string(wrong('page.errors.account'))
      .trim()
      .min(1, wrong('page.errors.account'))
      .max(20_000, wrong('page.errors.account-long')),
    wish: z.string().trim().max(20_000, wrong('page.errors.account-long')).default(''),
  })
}

/**
 * Draft, check, lodge. The draft travels in the form itself: nothing is kept before it is sent, and nothing is lost
 * on the way, also when the session ended meanwhile.
 */
export async function carryAppeal(args: ActionFunctionArgs) {
  const { house } = args.context
  const typed = await readFields(args.request)
  const { intent } = typed
  const form = appealForm(groundsOf(house.policy)) as z.ZodType<{
    ground: string
    account: string
    wish: string
  }>
  const { value, errors } = checkFields(form, typed)
  const draft = { typed, errors, isSignedOut: false }
  const { customer } = await visitOf(args.request, args.context)
  if (!customer) return { ...draft, errors: [], step: 'write' as const, isSignedOut: true }
  if (intent === 'change') return { ...draft, errors: [], step: 'write' as const }
  if (!value) return { ...draft, step: 'write' as const }
  const restriction = await requireRestriction(house, customer, args.params.restriction)
  if (intent !== 'lodge') return { ...draft, typed: { ...typed, ...value }, step: 'check' as const }
  const role = await hearerRole(house, restriction)
  const lodged = await lodgeAppeal(house.ledger.db, {
    ...value,
    restrictionId: restriction.id,
    customerId: customer.id,
    now: house.clock.now(),
    policy: house.policy,
    writeReceipt: ({ customer, appeal }) =>
      writeAppealReceipt({
        language: customer.language,
        customer,
        landlord: house.policy.landlord,
        publicUrl: house.settings.publicUrl,
        appeal,
        restriction,
        hearer: { role, title: null },
      }),
  })
  if ('no' in lodged) throw redirect(`/appeal/${restriction.id}`)
  return redirect(`/appeal/${restriction.id}/lodged${lodged.isNew ? '' : '?earlier=1'}`)
}

/** The appeal as it was lodged, and what became of it. */
export async function loadLodgedAppeal(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const restriction = await requireRestriction(house, customer, args.params.restriction)
  const appeal = await findAppealAgainst(house.ledger.db, restriction.id)
  if (!appeal) throw redirect(`/appeal/${restriction.id}`)
  return {
    appeal: describeAppeal(appeal),
    restriction: restriction.reference,
    hearer: await hearerRole(house, restriction),
    receiptBy: customer.noticesBy,
    isEarlier: new URL(args.request.url).searchParams.has('earlier'),
  }
}
