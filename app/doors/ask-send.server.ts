import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Draft } from '../../db/drafts.ts'
import type { Customer } from '../../db/customers.ts'
import { getRequestOf } from '../../db/requests.ts'
import { restrictionsOf } from '../../db/restrictions.ts'
import { uploadsAbout } from '../../db/uploads.ts'
import { NotKept } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { type Answers, type Form, firstUnanswered, formOf, has, pathOn } from '../parts/ask/forms.ts'
import type { FieldError } from '../parts/form.tsx'
import { choicesOf, draftOf } from './ask-draft.server.ts'
import { readFields } from './form.server.ts'
import { type Asking, takeRequest } from './lodge-request.server.ts'
import { log } from './log.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'
import { visitOf } from './visit.server.ts'

function formIn(params: LoaderFunctionArgs['params']): Form {
  const form = formOf(params.form)
  if (!form) throw new Response(null, { status: 404 })
  return form
}

/** The draft when every question has an answer; otherwise off to the first that has none. */
async function wholeDraft(house: House, customer: Customer, form: Form): Promise<Draft> {
  const draft = await draftOf(house, customer, form)
  if (!draft) throw redirect(form.start)
  if (firstUnanswered(form, draft.answers)) throw redirect(pathOn(form, draft.answers))
  return draft
}

/** Everything that will be sent, once more before it counts (WCAG 3.3.4). */
export async function loadCheck(args: LoaderFunctionArgs) {
  const form = formIn(args.params)
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { visit } = await visitOf(args.request, args.context)
  const { id, answers } = await wholeDraft(house, customer, form)
  const rows = form.steps.map(async (step) => {
    const answer = answers[step.name] ?? ''
    const choices = await choicesOf(house, customer, step, { answers, language: visit.language })
    return {
      name: step.name,
      question: step.question,
      text: step.kind === 'words' || step.kind === 'line' ? answer : '',
      chosen: choices.filter(({ value }) => has(answer, value)),
      files: step.kind === 'files' ? await uploadsAbout(house.ledger.db, id) : [],
    }
  })
  return { form: form.name, draft: id, rows: await Promise.all(rows) }
}

/** Sends what was checked. Pressing twice, or after the session had ended and began anew, sends it once. */
export async function sendForm(args: ActionFunctionArgs) {
  const form = formIn(args.params)
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { draft: pressed } = await readFields(args.request)
  const { data: id } = z.uuid().safeParse(pressed)
  const earlier = id ? await getRequestOf(house.ledger.db, customer.id, id) : null
  if (earlier) return redirect(`/ask-us/${earlier.id}?sent=1`)
  const draft = await wholeDraft(house, customer, form)
  if (draft.id !== id) return redirect(pathOn(form, draft.answers))
  try {
    const files = await uploadsAbout(house.ledger.db, draft.id)
    const asking = await askingOf(house, customer, form, draft)
    const request = await takeRequest(
      house,
      customer,
      asking,
      files.map(({ name }) => name),
    )
    return redirect(`/ask-us/${request.id}?sent=1`)
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    log.error({ err: fault }, 'a request could not be kept')
    const { general: phone } = house.policy.landlord.phones
    const errors: FieldError[] = [{ field: 'send', key: 'page.contact.not-kept', values: { phone } }]
    return { errors }
  }
}

/** Those of the answers that colleagues read as facts; the longest words are the account. */
function factsIn(answers: Answers, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, answers[name] ?? '']).filter(([, text]) => text !== ''),
  )
}

async function askingOf(house: House, customer: Customer, form: Form, draft: Draft): Promise<Asking> {
  const { id, answers } = draft
  const { db } = house.ledger
  const now = house.clock.now()
  const nothing = { id, kind: form.kind, aboutId: null, account: '', detail: {}, consentAt: null }
  const { more = '' } = answers
  switch (form.name) {
    case 'side': {
      const aboutId = answers.about === 'other' ? null : (answers.about ?? null)
      const isReview = (await restrictionsOf(db, customer.id)).some((each) => each.id === aboutId)
      const about = aboutId === null ? 'other' : isReview ? 'restriction' : 'warning'
      return { ...nothing, aboutId, account: answers.account ?? '', detail: { about } }
    }
    case 'support':
      return { ...nothing, account: more, detail: factsIn(answers, ['kinds', 'helpers']), consentAt: now }
    case 'change':
      return { ...nothing, account: more, detail: factsIn(answers, ['needs']) }
    case 'way': {
      const { inForce, routes } = await standingOf(db, customer.id, now)
      const [only] = inForce
      const open = routes.map(({ channel }) => channel).join(' ')
      return {
        ...nothing,
        aboutId: only && inForce.length === 1 ? only.id : null,
        account: answers.why ?? '',
        detail: { ...factsIn(answers, ['ways', 'more']), ...(open && { open }) },
      }
    }
    case 'representative': {
      const detail = factsIn(answers, ['name', 'relation', 'reach', 'may'])
      return { ...nothing, detail, consentAt: now }
    }
    case 'data':
      return { ...nothing, account: answers.wanted ?? '' }
  }
}
