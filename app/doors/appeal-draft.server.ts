import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Subject } from '../../db/appeal-subjects.ts'
import { findAppealAgainst } from '../../db/appeals.ts'
import type { Customer } from '../../db/customers.ts'
import { type Draft, findDraft, saveDraft } from '../../db/drafts.ts'
import { askMayAppeal } from '../../db/lodge-appeal.ts'
import { removeUpload, storeUploads, type UploadFacts, uploadsAbout } from '../../db/uploads.ts'
import type { House } from '../../house.ts'
import { pathOf } from '../parts/appeal-about.ts'
import { type AppealStep, appealSteps, firstOpen, stepAfter, stepBefore } from '../parts/appeal-steps.ts'
import type { FieldError } from '../parts/form.tsx'
import { appealDraftOf, groundsOf, requireSubject, tellAbout } from './appeal-about.server.ts'
import { mostFiles, readFieldsAndFiles } from './files.server.ts'
import { checkFields, wrong } from './form.server.ts'
import { hasKeptWords, keepWords } from './kept-words.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { visitOf } from './visit.server.ts'

const long = (missing?: Parameters<typeof wrong>[0]) => {
  const text = z
    .string(missing && wrong(missing))
    .trim()
    .max(20_000, wrong('page.errors.account-long'))
  return missing ? text.min(1, wrong(missing)) : text.default('')
}
const short = (missing: Parameters<typeof wrong>[0]) =>
  z.string(wrong(missing)).trim().min(1, wrong(missing)).max(200, wrong('page.errors.subject-long'))

/** What each question takes. */
function formOf(step: AppealStep, grounds: string[]): z.ZodType<Record<string, string>> {
  switch (step) {
    case 'ground':
      return z.object({ ground: z.enum(grounds, wrong('page.errors.ground')) })
    case 'account':
      return z.object({ account: long('page.errors.account') })
    case 'wish':
      return z.object({ wish: long() })
    case 'files':
      // The files are kept by themselves: this says that they were asked for.
      return z.object({}).transform(() => ({ files: 'asked' }))
    case 'who':
      return z.object({ who: z.enum(['me', 'other'], wrong('page.errors.who')) })
    case 'for':
      return z.object({ name: short('page.errors.their-name'), reach: short('page.errors.their-reach') })
    case 'late':
      return z.object({ late: long('page.errors.late') })
  }
}

/** One of the questions, or "not found": also for grounds where the policy lists none. */
function requireStep(step: string | undefined, grounds: string[]): AppealStep {
  const found = appealSteps.find((each) => each === step)
  if (!found || (found === 'ground' && grounds.length === 0)) throw new Response(null, { status: 404 })
  return found
}

/** Everything that the pages of one draft rest on. An appeal that was lodged meanwhile is shown instead. */
export async function openDraft(house: House, customer: Customer, subject: Subject) {
  const { policy, clock, ledger } = house
  const appeal = await findAppealAgainst(ledger.db, subject)
  if (appeal) throw redirect(`/appeal/${appeal.id}?earlier=1`)
  const may = await askMayAppeal(ledger.db, subject, { policy, now: clock.now(), isLodged: false })
  if ('no' in may && may.no.code === 'not-appealable') throw redirect(pathOf(subject))
  const draft = await findDraft(ledger.db, appealDraftOf(customer.id, subject))
  const asked = {
    answers: draft?.answers ?? {},
    hasGrounds: groundsOf(policy).length > 0,
    isLate: 'no' in may,
  }
  return { draft, asked }
}

/** The page of one question, with what was answered before. */
export async function loadAppealStep(args: LoaderFunctionArgs) {
  const { house } = args.context
  const grounds = groundsOf(house.policy)
  const step = requireStep(args.params.step, grounds)
  const { pathname, search, searchParams } = new URL(args.request.url)
  const base = pathname.slice(0, pathname.lastIndexOf('/'))
  const page = { step, base, here: `${pathname}${search}`, grounds }
  const none = { back: null, about: null, answers: {}, files: [] as UploadFacts[] }
  if (hasKeptWords(args.context)) return { ...page, ...none }
  const customer = await requireCustomer(args)
  const subject = await requireSubject(house, customer, args.params)
  const { draft, asked } = await openDraft(house, customer, subject)
  const before = searchParams.get('to') === 'check' ? 'check' : stepBefore(step, asked)
  return {
    ...page,
    back: before ? `${base}/${before}` : base,
    about: tellAbout(subject),
    answers: asked.answers as Record<string, string | undefined>,
    files: draft ? await uploadsAbout(house.ledger.db, draft.id) : [],
  }
}

/**
 * Keeps the answer to one question in the draft and goes on to the next. When the session has ended, nothing is kept
 * and nothing is lost: the page comes back with what was typed.
 */
export async function saveAppealStep(args: ActionFunctionArgs) {
  const { house } = args.context
  const grounds = groundsOf(house.policy)
  const step = requireStep(args.params.step, grounds)
  const { typed, files, refused } = await readFieldsAndFiles(args.request)
  const { customer } = await visitOf(args.request, args.context)
  if (!customer) {
    keepWords(args.context)
    return { typed, errors: [] as FieldError[], isSignedOut: true, hadFiles: files.length > 0 }
  }
  const subject = await requireSubject(house, customer, args.params)
  await openDraft(house, customer, subject)
  const { value, errors } = checkFields(formOf(step, grounds), typed)
  const again = { typed, isSignedOut: false, hadFiles: false }
  if (!value) return { ...again, errors }
  const { db } = house.ledger
  const now = house.clock.now()
  const draft = await saveDraft(db, appealDraftOf(customer.id, subject), value, now)
  if (step === 'files') {
    const errors = [...refused, ...(await changeFiles(house, draft, files, typed.remove))]
    if (errors.length > 0) return { ...again, errors }
    if (typed.remove || typed.intent === 'add') return redirect(hereOf(args))
  }
  const { asked } = await openDraft(house, customer, subject)
  const isChange = new URL(args.request.url).searchParams.get('to') === 'check'
  const next = isChange ? (firstOpen(asked) ?? 'check') : stepAfter(step, asked)
  const isStillChange = isChange && next !== 'check'
  return redirect(`${pathOf(subject)}/${next}${isStillChange ? '?to=check' : ''}`)
}

function hereOf({ request }: ActionFunctionArgs): string {
  const { pathname, search } = new URL(request.url)
  return `${pathname}${search}`
}

type Files = Awaited<ReturnType<typeof readFieldsAndFiles>>['files']

/** Takes one file out, or puts new ones in, as far as there is room for them. */
async function changeFiles(house: House, draft: Draft, files: Files, remove?: string): Promise<FieldError[]> {
  const { db } = house.ledger
  if (remove && z.uuid().safeParse(remove).success) await removeUpload(db, draft.id, remove)
  const room = Math.max(0, mostFiles - (await uploadsAbout(db, draft.id)).length)
  const about = { aboutId: draft.id, customerId: draft.customerId, now: house.clock.now() }
  await storeUploads(db, files.slice(0, room), about)
  return files.length > room
    ? [{ field: 'files', key: 'page.errors.files-room', values: { most: mostFiles } }]
    : []
}
