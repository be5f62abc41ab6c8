import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { type Draft, findDraft, removeDraft } from '../../db/drafts.ts'
import type { Customer } from '../../db/customers.ts'
import { restrictionsOf, warningsOf } from '../../db/restrictions.ts'
import { removeUpload, uploadsAbout } from '../../db/uploads.ts'
import type { House } from '../../house.ts'
import { stopsAt } from '../../rules/in-force.ts'
import { sayDay } from '../../words/speak.ts'
import type { Answers, Choice, Form, Step } from '../parts/ask/forms.ts'
import { visitOf } from './visit.server.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs

const lateForms = new WeakSet<AppLoadContext>()

/**
 * Whoever sends a form, or null when their session ended meanwhile. Then the same page is shown again with everything
 * that was typed, though nobody is signed in: words are never lost to a clock (WCAG 2.2.5).
 */
export async function senderOf(args: ActionFunctionArgs): Promise<Customer | null> {
  const { customer } = await visitOf(args.request, args.context)
  if (!customer) lateForms.add(args.context)
  return customer
}

/** Whoever opens a page of a form; null only for the page that answers a form which came too late. */
export async function readerOf(args: Args): Promise<Customer | null> {
  const { customer } = await visitOf(args.request, args.context)
  if (!customer && !lateForms.has(args.context))
    throw redirect(`/sign-in?next=${new URL(args.request.url).pathname}`)
  return customer
}

/** Each customer has one draft of each form. */
export function draftKey(customer: Customer, form: Form) {
  return { customerId: customer.id, form: form.name, about: '' }
}

export async function draftOf(house: House, customer: Customer, form: Form): Promise<Draft | null> {
  return await findDraft(house.ledger.db, draftKey(customer, form))
}

/** What was begun, thrown away by whoever began it: words and files. */
export async function dropDraft(house: House, customer: Customer, form: Form): Promise<void> {
  await house.ledger.db.transaction(async (tx) => {
    const draft = await findDraft(tx, draftKey(customer, form))
    if (!draft) return
    for (const { id } of await uploadsAbout(tx, draft.id)) await removeUpload(tx, draft.id, id)
    await removeDraft(tx, draftKey(customer, form))
  })
}

/** What there is to choose; for "what is it about", this customer's own warnings and what still limits them. */
export async function choicesOf(
  house: House,
  customer: Customer | null,
  step: Step,
  { answers, language }: { answers: Answers; language: string },
): Promise<Choice[]> {
  if (step.choices) return step.choices(answers)
  if (step.kind !== 'one' || !customer) return []
  const { db } = house.ledger
  const [restrictions, warnings] = await Promise.all([
    restrictionsOf(db, customer.id),
    warningsOf(db, customer.id),
  ])
  return [
    ...restrictions
      .filter((each) => stopsAt(each) > house.clock.now())
      .map(
        ({ id, reference }): Choice => ({
          value: id,
          label: 'page.restrictions.reference',
          values: { reference },
        }),
      ),
    ...warnings.map(
      ({ warning: { id, givenAt } }): Choice => ({
        value: id,
        label: 'page.restrictions.warning-on',
        values: { day: sayDay(language, givenAt) },
      }),
    ),
    { value: 'other', label: 'page.side.other' },
  ]
}
