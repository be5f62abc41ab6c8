import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { saveDraft } from '../../db/drafts.ts'
import { type NewUpload, removeUpload, storeUploads, uploadsAbout } from '../../db/uploads.ts'
import {
  type Answers,
  type Choice,
  type Form,
  formOf,
  forms,
  has,
  pathOn,
  type Step,
} from '../parts/ask/forms.ts'
import type { FieldError } from '../parts/form.tsx'
import { choicesOf, draftKey, draftOf, dropDraft, readerOf, senderOf } from './ask-draft.server.ts'
import { dueOnOf } from './lodge-request.server.ts'
import { mostFiles, readFieldsAndFiles } from './files.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { standingOf } from './standing.server.ts'
import { visitOf } from './visit.server.ts'

function stepOf(params: LoaderFunctionArgs['params']): { form: Form; step: Step } {
  const form = formOf(params.form)
  const step = form?.steps.find(({ name }) => name === params.step)
  if (!form || !step) throw new Response(null, { status: 404 })
  return { form, step }
}

/** The page before the first question: what this is, and whether it was begun before. */
export async function loadStart(args: LoaderFunctionArgs, form: Form) {
  const customer = await requireCustomer(args)
  const draft = await draftOf(args.context.house, customer, form)
  const about = new URL(args.request.url).searchParams.get('about')
  const next = pathOn(form, draft?.answers ?? {})
  return {
    dueOn: await dueOnOf(args.context.house, form.kind),
    begunAt: draft?.changedAt ?? null,
    next: !draft && z.uuid().safeParse(about).success ? `${next}?choose=${about}` : next,
  }
}

/** The same for somebody whom no open way reaches, with the ways that are open (I2). */
export async function loadOpenWays(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { routes, left } = await standingOf(house.ledger.db, customer.id, house.clock.now())
  return { routes, isLimited: left.length > 0, begin: await loadStart(args, forms.way) }
}

/** "Start again": only whoever began it can throw it away, and only by a button. */
export async function startAgain(args: ActionFunctionArgs, form: Form) {
  const customer = await requireCustomer(args)
  await dropDraft(args.context.house, customer, form)
  return redirect(pathOn(form, {}))
}

/** One question, with what was answered before. */
export async function loadStep(args: LoaderFunctionArgs) {
  // A request of this kind has a page of its own, also under this address.
  if (args.params.form === 'support' && /^[0-9a-f-]{36}$/.test(args.params.step ?? ''))
    throw redirect(`/ask-us/${args.params.step}`)
  const { form, step } = stepOf(args.params)
  const { house } = args.context
  const customer = await readerOf(args)
  const { visit } = await visitOf(args.request, args.context)
  const draft = customer && (await draftOf(house, customer, form))
  const answers = draft?.answers ?? {}
  const before = form.steps[form.steps.indexOf(step) - 1]
  return {
    form: form.name,
    step: step.name,
    answer: answers[step.name] ?? new URL(args.request.url).searchParams.get('choose') ?? '',
    choices: await choicesOf(house, customer, step, { answers, language: visit.language }),
    files: step.kind === 'files' && draft ? await uploadsAbout(house.ledger.db, draft.id) : [],
    isOptional: step.isOptional?.(answers) ?? false,
    back: before ? `/ask-us/${form.name}/${before.name}` : form.start,
  }
}

type Sent = { answer: string; files: NewUpload[]; errors: FieldError[]; takeOut: string | null }

async function readStep(request: Request, { name, kind }: Step): Promise<Sent> {
  if (kind === 'files') {
    const { typed, files, refused } = await readFieldsAndFiles(request, name)
    return {
      answer: 'asked',
      files,
      errors: refused,
      takeOut: z.uuid().safeParse(typed.takeOut).data ?? null,
    }
  }
  const all = (await request.formData()).getAll(name).filter((each) => typeof each === 'string')
  const answer = kind === 'some' ? all.join(' ') : (all[0] ?? '').replace(/\r\n?/g, '\n').trim()
  return { answer, files: [], errors: [], takeOut: null }
}

const longest = { line: 200, words: 20_000 } as const

/** What is to be put right about one answer. */
function wrongWith(step: Step, answer: string, choices: Choice[], isOptional: boolean, phone: string) {
  const error = (key: FieldError['key']): FieldError[] => [{ field: step.name, key, values: { phone } }]
  if (answer === '' && !isOptional) return error(step.wrong)
  if (step.needs && !has(answer, step.needs)) return error(step.wrong)
  if (step.kind === 'line' && answer.length > longest.line) return error('page.errors.subject-long')
  if (step.kind === 'words' && answer.length > longest.words) return error('page.errors.account-long')
  const isChosen = step.kind === 'one' || step.kind === 'some'
  const isKnown = (value: string) => choices.some((choice) => choice.value === value)
  return isChosen && answer !== '' && !answer.split(' ').every(isKnown) ? error(step.wrong) : []
}

/** Keeps one answer as part of the draft and goes on, or says what to put right; what was typed stays either way. */
export async function carryStep(args: ActionFunctionArgs) {
  const { form, step } = stepOf(args.params)
  const { house } = args.context
  const { answer, files, errors, takeOut } = await readStep(args.request, step)
  const customer = await senderOf(args)
  if (!customer) return { answer, errors: [] as FieldError[], isSignedOut: true }
  const draft = await draftOf(house, customer, form)
  const answers = draft?.answers ?? {}
  const choices = await choicesOf(house, customer, step, { answers, language: 'en' })
  const { general } = house.policy.landlord.phones
  const wrong = wrongWith(step, answer, choices, step.isOptional?.(answers) ?? false, general)
  if (wrong.length > 0) return { answer, errors: wrong, isSignedOut: false }
  const stale = answers[step.name] === answer ? [] : (step.resets ?? []).filter((name) => name in answers)
  const changed: Answers = { [step.name]: answer, ...Object.fromEntries(stale.map((name) => [name, ''])) }
  const refused = await house.ledger.db.transaction(async (tx) => {
    const now = house.clock.now()
    const { id } = await saveDraft(tx, draftKey(customer, form), changed, now)
    if (takeOut) await removeUpload(tx, id, takeOut)
    const room = Math.max(0, 2 * mostFiles - (await uploadsAbout(tx, id)).length)
    await storeUploads(tx, files.slice(0, room), { aboutId: id, customerId: customer.id, now })
    const many: FieldError = {
      field: step.name,
      key: 'page.errors.files-many',
      values: { most: 2 * mostFiles },
    }
    return files.length > room ? [...errors, many] : errors
  })
  if (refused.length > 0) return { answer, errors: refused, isSignedOut: false }
  return redirect(takeOut ? `/ask-us/${form.name}/${step.name}` : pathOn(form, { ...answers, ...changed }))
}
