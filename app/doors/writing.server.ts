import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Customer, getCustomer } from '../../db/customers.ts'
import { saveDraft } from '../../db/drafts.ts'
import { requestsOf } from '../../db/requests.ts'
import { changeWriting, type Writing } from '../../db/writing.ts'
import { NotKept } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import type { FieldError } from '../parts/form.tsx'
import { needsWords, type WritingPart, writingParts } from '../parts/writing-choices.ts'
import { readerOf, senderOf } from './ask-draft.server.ts'
import { rememberChoice, rememberedChoice } from '../look.ts'
import { isSecure } from './cookies.server.ts'
import { textsOf } from './form.server.ts'
import { takeRequest } from './lodge-request.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { checkWriting } from './writing-check.server.ts'

function partOf(params: LoaderFunctionArgs['params']): WritingPart {
  const part = writingParts.find((each) => each === params.part)
  if (!part) throw new Response(null, { status: 404 })
  return part
}

function writingOf({ language, printPoints, noticesBy, formats }: Customer): Writing {
  return { language, printPoints, noticesBy, formats }
}

/** How this customer is written to now, and the formats that a person still makes. */
export async function loadWriting(args: LoaderFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const asked = (await requestsOf(house.ledger.db, customer.id)).filter(
    ({ kind, answeredAt, consentEndedAt }) => kind === 'format' && !answeredAt && !consentEndedAt,
  )
  const query = new URL(args.request.url).searchParams
  return {
    writing: writingOf(customer),
    asked: asked.map(({ id, reference, dueOn, detail }) => ({ id, reference, dueOn, detail })),
    isSaved: query.has('saved'),
    hasAsked: query.has('asked'),
  }
}

/** One thing to change. */
export async function loadWritingPart(args: LoaderFunctionArgs) {
  const part = partOf(args.params)
  const customer = await readerOf(args)
  return {
    part,
    writing: customer && writingOf(customer),
    which: customer ? await lastWhich(args.context.house, customer) : '',
  }
}

/** Which colour, or which other format, was asked for last. */
async function lastWhich(house: House, customer: Customer): Promise<string> {
  const all = await requestsOf(house.ledger.db, customer.id)
  return all.find(({ kind, detail }) => kind === 'format' && detail.which)?.detail.which ?? ''
}

/** What was typed on one of these pages: plain fields, and formats with spaces between. */
async function readPart(request: Request): Promise<Record<string, string>> {
  const form = await request.formData()
  const chosen = form.getAll('formats').filter((each) => typeof each === 'string')
  return { which: '', ...textsOf(form), formats: chosen.join(' ') }
}

/** Saves one thing. It holds for every notice that is written from now on, and for these pages. */
export async function saveWritingPart(args: ActionFunctionArgs) {
  const part = partOf(args.params)
  const { house } = args.context
  const typed = await readPart(args.request)
  const customer = await senderOf(args)
  if (!customer) return { typed, errors: [] as FieldError[], isSignedOut: true }
  const { change, errors } = await checkWriting(house, customer, part, typed)
  if (!change) return { typed, errors, isSignedOut: false }
  const before = await getCustomer(house.ledger.db, customer.id)
  const which = typed.which?.trim() ?? ''
  const isNew = which !== (await lastWhich(house, customer))
  const asks = (change.formats ?? []).filter(
    (each) => !before?.formats.includes(each) || (isNew && needsWords.includes(each)),
  )
  try {
    for (const format of asks) await askForFormat(house, customer, format, which)
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    const { general: phone } = house.policy.landlord.phones
    return {
      typed,
      errors: [{ field: 'formats', key: 'page.contact.not-kept', values: { phone } } satisfies FieldError],
      isSignedOut: false,
    }
  }
  await changeWriting(house.ledger.db, { customerId: customer.id, change, now: house.clock.now() })
  return redirect(`/your-account/writing?saved=1${asks.length > 0 ? '&asked=1' : ''}`, {
    headers: { 'Set-Cookie': forgetChoice(args.request, house, part) },
  })
}

/** A person makes it, so it is a request with a day. It is a draft for a moment, which gives it one id. */
async function askForFormat(house: House, customer: Customer, format: string, which: string): Promise<void> {
  const key = { customerId: customer.id, form: 'format', about: format }
  const draft = await saveDraft(house.ledger.db, key, {}, house.clock.now())
  await takeRequest(house, customer, {
    id: draft.id,
    kind: 'format',
    aboutId: null,
    account: '',
    detail: { format, ...(needsWords.includes(format) && { which }) },
    consentAt: null,
  })
}

/** What was chosen at the top of a page would hide what has just been saved. */
function forgetChoice(request: Request, house: House, part: WritingPart): string {
  const chosen = rememberedChoice(request.headers.get('Cookie'), isSecure(house))
  const kept = part === 'language' || part === 'size' ? { ...chosen, [part]: null } : chosen
  return rememberChoice(kept, isSecure(house))
}
