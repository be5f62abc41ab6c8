import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { partsIn } from '../../db/appeal-parts.ts'
import { getSubject, type Subject, type SubjectOf, subjectsOf } from '../../db/appeal-subjects.ts'
import { type Appeal, appealAgainst, appealsOf, findAppealAgainst } from '../../db/appeals.ts'
import { readCalendar } from '../../db/bank-holidays.ts'
import type { Customer } from '../../db/customers.ts'
import { type DraftOf, draftsOf, findDraft } from '../../db/drafts.ts'
import { askMayAppeal } from '../../db/lodge-appeal.ts'
import type { House } from '../../house.ts'
import type { Policy, Resolved } from '../../policies/resolve.ts'
import { dayOf } from '../../rules/london.ts'
import { appealKinds } from '../../rules/may-appeal.ts'
import { appealDays, appealDueOn, hearerOf } from '../../rules/may-hear.ts'
import type { About } from '../parts/appeal-about.ts'
import { requireCustomer } from './sign-in.server.ts'

/** What an appeal is about, as its pages name it. */
export function tellAbout({ kind, id, reference, startsAt }: Subject): About {
  return { kind, id, reference, on: dayOf(startsAt) }
}

/** The draft of an appeal about that. */
export function appealDraftOf(customerId: string, { kind, id }: SubjectOf): DraftOf {
  return { customerId, form: 'appeal', about: `${kind}:${id}` }
}

/** What a customer's lists tell of an appeal: never who decides it before it is decided. */
function tellAppeal({ id, reference, lodgedAt, dueOn, ruling }: Appeal) {
  return { id, reference, lodgedAt, dueOn, ruling }
}

/** Everything that was decided about a customer: whether and until when they can appeal it, their draft and their appeal. */
export async function appealablesOf(house: House, customer: Customer) {
  const { db } = house.ledger
  const [subjects, appeals, drafts] = await Promise.all([
    subjectsOf(db, customer.id),
    appealsOf(db, customer.id),
    draftsOf(db, customer.id, 'appeal'),
  ])
  const asked = subjects.map(async (subject) => {
    const appeal = appealAgainst(appeals, subject)
    const { policy, clock } = house
    return {
      about: tellAbout(subject),
      appeal: appeal && tellAppeal(appeal),
      may: await askMayAppeal(db, subject, { policy, now: clock.now(), isLodged: appeal !== null }),
      hasDraft: drafts.some(({ about }) => about === appealDraftOf(customer.id, subject).about),
    }
  })
  return await Promise.all(asked)
}

/** The list: what can be appealed or was, and what is over. */
export async function loadAppealables(args: LoaderFunctionArgs) {
  const all = await appealablesOf(args.context.house, await requireCustomer(args))
  const isOver = ({ may, appeal }: (typeof all)[number]) => appeal === null && 'no' in may
  return { open: all.filter((each) => !isOver(each)), over: all.filter(isOver) }
}

const subjectOf = z.object({ kind: z.enum(appealKinds), id: z.uuid() })

/** Something that was decided about this customer, or "not found": another person's is told from none by nobody. */
export async function requireSubject(
  house: House,
  customer: Customer,
  params: LoaderFunctionArgs['params'],
): Promise<Subject> {
  const asked = subjectOf.safeParse({ kind: params.kind, id: params.about })
  const found = asked.success ? await getSubject(house.ledger.db, asked.data) : null
  if (found?.customerId !== customer.id) throw new Response(null, { status: 404 })
  return found
}

/** Grounds to choose from, where the policy has a list. Where it has none it is enough to disagree. */
export function groundsOf({ appealGrounds }: Policy): string[] {
  return appealGrounds === 'any' ? [] : [...appealGrounds.map(({ code }) => code), 'other']
}

/** Whose rule something is, without its value. */
function ruleOf(resolved: Resolved<unknown>) {
  return resolved.source === 'policy'
    ? { source: resolved.source, clause: resolved.clause }
    : { source: resolved.source, decidedOn: resolved.decidedOn }
}

/** Who hears it, as pages tell it: the role, what the document calls them, and whose rule that is. Never a name. */
export async function tellHearer(house: House, subject: Subject) {
  const { policy, ledger } = house
  const { role } = hearerOf(policy, await partsIn(ledger.db, subject))
  const { hearer } = policy.pack.appeal
  const isInDocument = hearer !== 'silent' && hearer.says.roles.includes(role)
  const isFirst = role === policy.appealHearerRole.value
  return {
    role,
    title: isInDocument ? hearer.says.title : null,
    rule: ruleOf(isFirst ? policy.appealHearerRole : policy.appealAlternateRole),
  }
}

/** What a customer is told before they begin: whether, until when, why, who hears it, how long it takes. */
export async function loadBeforeAppeal(args: LoaderFunctionArgs) {
  const { house } = args.context
  const { policy, clock, ledger } = house
  const customer = await requireCustomer(args)
  const subject = await requireSubject(house, customer, args.params)
  const appeal = await findAppealAgainst(ledger.db, subject)
  if (appeal) throw redirect(`/appeal/${appeal.id}`)
  const now = clock.now()
  const calendar = await readCalendar(ledger.db, policy.landlord.nation)
  return {
    about: tellAbout(subject),
    may: await askMayAppeal(ledger.db, subject, { policy, now, isLodged: false }),
    hasDraft: (await findDraft(ledger.db, appealDraftOf(customer.id, subject))) !== null,
    grounds: groundsOf(policy),
    hearer: await tellHearer(house, subject),
    workingDays: appealDays(policy),
    dueOn: appealDueOn(now, policy, calendar),
    document: policy.pack.document.title,
    // The place where the policy says what can be appealed, or null: it says it nowhere.
    againstClause: policy.appealAgainst.find(({ clause }) => clause !== null)?.clause ?? null,
    windowRule: ruleOf(policy.appealWindowDays),
    daysRule: ruleOf(policy.appealDecisionWorkingDays),
  }
}
