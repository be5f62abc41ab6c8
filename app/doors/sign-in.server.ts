import { setTimeout as pause } from 'node:timers/promises'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { access, checkCode, closeSession, createEmailCode, openSession } from '../../db/access.ts'
import { writeAudit } from '../../db/audit.ts'
import { type Customer, findCustomerByReference, findCustomersBy } from '../../db/customers.ts'
import type { House } from '../../house.ts'
import { compose, messageIdOf } from '../../post/compose.ts'
import { writeSignInCode } from '../../words/notices.ts'
import type { FieldError } from '../parts/form.tsx'
import { clearCookie, readCookie, secretOf, writeCookie } from './cookies.server.ts'
import { checkFields, readFields, wrong } from './form.server.ts'
import { log } from './log.server.ts'
import { standingOf } from './standing.server.ts'
import { throttlesOf } from './throttle.server.ts'
import { visitOf } from './visit.server.ts'

type Answer = { errors: FieldError[]; typed: Record<string, string> }

/** Every answer takes at least this long, so that its time does not tell who is known. */
const sameTimeMs = 400

/** Only to a page of ours: a path that begins with one slash. Null where none was asked for. */
function nextOf(request: Request): string | null {
  const next = new URL(request.url).searchParams.get('next') ?? ''
  return /^\/[a-z][\w/-]*$/.test(next) ? next : null
}

function withNext(path: string, request: Request): string {
  const next = nextOf(request)
  return next === null ? path : `${path}?next=${next}`
}

/** Where somebody begins who asked for no page: at their restriction while one is in force, else at their account. */
async function homeOf(house: House, customer: Customer): Promise<string> {
  const { inForce } = await standingOf(house.ledger.db, customer.id, house.clock.now())
  return inForce.length > 0 ? '/your-restrictions' : '/your-account'
}

/** Whoever is signed in already goes on. */
export async function loadSignIn({ request, context }: LoaderFunctionArgs) {
  const { customer } = await visitOf(request, context)
  if (customer) throw redirect(nextOf(request) ?? (await homeOf(context.house, customer)))
  const query = withNext('', request)
  return { query, minutes: access.emailCodeMinutes }
}

/** The address that the code was asked for, so that the page can say where to look. */
export async function loadSignInCode(args: LoaderFunctionArgs) {
  const email = await readCookie(args.request, args.context.house, 'signIn')
  if (!email) throw redirect(withNext('/sign-in', args.request))
  return { ...(await loadSignIn(args)), email }
}

const emailForm = z.object({ email: z.email(wrong('page.errors.email')) })

/** Sends a code when the address is known. The page that follows is the same whether it is or not. */
export async function askForCode({ request, context: { house, facts } }: ActionFunctionArgs) {
  const typed = await readFields(request)
  const trimmed = { ...typed, email: typed.email?.trim() ?? '' }
  const { value, errors } = checkFields(emailForm, trimmed)
  if (!value) return { errors, typed }
  const throttles = throttlesOf(house)
  const flood = await throttles.take('signInTries', facts.address)
  if ('no' in flood) return tooMany('email', flood.retryAfterSeconds, typed)
  // Not waited for: whether there is anything to send must not show in the time of the answer.
  const mayAsk = await throttles.take('signInCodes', value.email.toLowerCase())
  if ('yes' in mayAsk)
    void sendCodes(house, value.email).catch((err) => log.error({ err }, 'a code was not sent'))
  const cookie = await writeCookie(house, 'signIn', value.email, 15 * 60)
  return redirect(withNext('/sign-in/code', request), { headers: { 'Set-Cookie': cookie } })
}

function tooMany(field: string, seconds: number, typed: Record<string, string>): Answer {
  return {
    errors: [{ field, key: 'page.errors.too-many', values: { minutes: Math.ceil(seconds / 60) } }],
    typed,
  }
}

async function sendCodes(house: House, email: string): Promise<void> {
  for (const customer of await findCustomersBy(house.ledger.db, 'email', email))
    await sendCode(house, customer, email)
}

/** The mail leaves at once and is not kept: a stored notice would hold a code that opens a door. */
async function sendCode(house: House, customer: Customer, email: string): Promise<void> {
  const now = house.clock.now()
  const { landlord } = house.policy
  const code = await createEmailCode(house.ledger.db, {
    secret: secretOf(house),
    customerId: customer.id,
    now,
  })
  const words = writeSignInCode({
    language: customer.language,
    customer,
    landlord,
    publicUrl: house.settings.publicUrl,
    code,
    minutes: access.emailCodeMinutes,
  })
  const raw = await compose({
    messageId: messageIdOf(crypto.randomUUID(), landlord.mail.from),
    from: { name: landlord.name, address: landlord.mail.from },
    to: { name: customer.name, address: email },
    subject: words.subject,
    text: words.body,
    date: now,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  await house.mail.toCustomer(email, raw)
}

const codeForm = z.object({
  code: z.string().trim().min(1, wrong('page.errors.code')).max(60, wrong('page.errors.code-wrong')),
})

/** Opens a session when the code is right. Wrong, too old and unknown get the same answer in the same time. */
export async function enterCode({ request, context: { house, facts } }: ActionFunctionArgs) {
  const typed = await readFields(request)
  const { value, errors } = checkFields(codeForm, typed)
  if (!value) return { errors, typed }
  const email = await readCookie(request, house, 'signIn')
  if (!email) throw redirect(withNext('/sign-in', request))
  const flood = await throttlesOf(house).take('signInTries', facts.address)
  if ('no' in flood) return tooMany('code', flood.retryAfterSeconds, {})
  const [customer] = await Promise.all([customerWithCode(house, email, value.code), pause(sameTimeMs)])
  if (!customer)
    return { errors: [{ field: 'code', key: 'page.errors.code-wrong' }], typed: {} } satisfies Answer
  return await startSession(house, request, customer, 'email')
}

/** Two customers may share one address; the code says which of them it is. */
async function customerWithCode(house: House, email: string, code: string): Promise<Customer | null> {
  const now = house.clock.now()
  for (const customer of await findCustomersBy(house.ledger.db, 'email', email)) {
    const guess = { secret: secretOf(house), customerId: customer.id, by: 'email' as const, code, now }
    if (await checkCode(house.ledger.db, guess)) return customer
  }
  return null
}

const letterForm = z.object({
  reference: z.string().trim().min(1, wrong('page.errors.reference')).max(40, wrong('page.errors.reference')),
  code: z.string().trim().min(1, wrong('page.errors.code')).max(60, wrong('page.errors.letter-wrong')),
})

/** For people without email. A wrong reference and a wrong code get the same answer in the same time. */
export async function enterLetterCode({ request, context: { house, facts } }: ActionFunctionArgs) {
  const typed = await readFields(request)
  const { value, errors } = checkFields(letterForm, typed)
  if (!value) return { errors, typed }
  const throttles = throttlesOf(house)
  const reference = value.reference.replace(/\s/g, '').toUpperCase()
  for (const [name, key] of [
    ['signInTries', facts.address],
    ['signInCodes', `letter ${reference}`],
  ] as const) {
    const taken = await throttles.take(name, key)
    if ('no' in taken) return tooMany('reference', taken.retryAfterSeconds, typed)
  }
  const [customer] = await Promise.all([customerWithLetter(house, reference, value.code), pause(sameTimeMs)])
  if (!customer) {
    const answer: Answer = {
      errors: [{ field: 'reference', key: 'page.errors.letter-wrong' }],
      typed: { reference: value.reference },
    }
    return answer
  }
  return await startSession(house, request, customer, 'letter')
}

async function customerWithLetter(house: House, reference: string, code: string): Promise<Customer | null> {
  const customer = await findCustomerByReference(house.ledger.db, reference)
  if (!customer) return null
  const guess = {
    secret: secretOf(house),
    customerId: customer.id,
    by: 'letter' as const,
    code,
    now: house.clock.now(),
  }
  return (await checkCode(house.ledger.db, guess)) ? customer : null
}

/** A new token at every sign-in; whatever session this browser had before ends. */
async function startSession(house: House, request: Request, customer: Customer, by: 'email' | 'letter') {
  const now = house.clock.now()
  const before = await readCookie(request, house, 'customer')
  const token = await house.ledger.db.transaction(async (tx) => {
    if (before) await closeSession(tx, before)
    await writeAudit(tx, {
      at: now,
      actor: `customer:${customer.id}`,
      action: 'customer signed in',
      aboutId: customer.id,
      detail: { by },
    })
    return await openSession(tx, { customerId: customer.id, now })
  })
  const headers = new Headers()
  headers.append('Set-Cookie', await writeCookie(house, 'customer', token))
  headers.append('Set-Cookie', await clearCookie(house, 'signIn'))
  return redirect(nextOf(request) ?? (await homeOf(house, customer)), { headers })
}

export async function signOut({ request, context: { house } }: ActionFunctionArgs) {
  const token = await readCookie(request, house, 'customer')
  if (token) await closeSession(house.ledger.db, token)
  return redirect('/', { headers: { 'Set-Cookie': await clearCookie(house, 'customer') } })
}

/** The signed-in customer, or off to the sign-in page and back. The way in for everything that is about one person. */
export async function requireCustomer({
  request,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs): Promise<Customer> {
  const { customer } = await visitOf(request, context)
  if (!customer) throw redirect(`/sign-in?next=${new URL(request.url).pathname}`)
  return customer
}
