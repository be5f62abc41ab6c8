import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { withDeadline } from '../../db/deadline.ts'
import { type Inbound, NotKept, receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { speak } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'
import { checkFields, readFields, wrong } from './form.server.ts'
import { log } from './log.server.ts'
import { isProof, proofOf } from './proof.server.ts'
import { type Standing, standingOf } from './standing.server.ts'
import { visitOf } from './visit.server.ts'

const text = (missing: Parameters<typeof wrong>[0], most: number, long: Parameters<typeof wrong>[0]) =>
  z.string(wrong(missing)).trim().min(1, wrong(missing)).max(most, wrong(long))

const message = z.object({
  subject: text('page.errors.subject', 200, 'page.errors.subject-long'),
  message: text('page.errors.message', 20_000, 'page.errors.message-long'),
})

const strangersMessage = message.extend({
  name: text('page.errors.name', 200, 'page.errors.short-long'),
  reach: text('page.errors.reach', 200, 'page.errors.short-long'),
})

/** A key made with the page, so that pressing twice is one contact. */
const formKey = z.uuid()

/** The key as the ledger keeps it: nobody can ask for another person's contact with it. */
export function contactKey(form: string, who: string, key: string | undefined): string {
  return `${form}:${who}:${formKey.safeParse(key).success ? key : randomUUID()}`
}

/** An email address or a phone number as a stranger typed it. Nothing is believed of it. */
export function fromReach(reach: string): Inbound['from'] {
  if (/^[^\s@]+@[^\s@]+$/.test(reach)) return { email: reach }
  return reach.replace(/\D/g, '').length >= 7 ? { phone: reach } : {}
}

/** The reference of an appeal or a restriction: a message about it begins with words that always get through (I7). */
const aboutForm = z.string().regex(/^[AR]-[A-Z0-9-]{1,12}$/)

/** What every contact from these pages has in common. */
export const plainContact: Pick<Inbound, 'channel' | 'fileNames' | 'messageId' | 'raw' | 'unparsed'> = {
  channel: 'web',
  fileNames: [],
  messageId: null,
  raw: null,
  unparsed: false,
}

/** The form, and for somebody who is signed in, what will happen to a message sent now. */
export async function loadContactForm({ request, context }: LoaderFunctionArgs) {
  const { customer } = await visitOf(request, context)
  const { house } = context
  const standing = customer ? await standingOrNothing(house, customer.id) : null
  const web = standing?.routes.find((route) => route.channel === 'web') ?? null
  const isRestricted = (standing?.inForce.length ?? 0) > 0
  const about = aboutForm.safeParse(new URL(request.url).searchParams.get('about')).data ?? null
  return { key: randomUUID(), about, isStranger: !customer, isRestricted, left: standing?.left ?? [], web }
}

/** Without an answer from the ledger the form is shown all the same: a message is taken anyway. */
async function standingOrNothing(house: House, customerId: string): Promise<Standing | null> {
  try {
    return await withDeadline(standingOf(house.ledger.db, customerId, house.clock.now()), 2_000)
  } catch (err) {
    log.warn({ err }, 'the ledger could not say where a customer stands')
    return null
  }
}

/** Hands the message to the one path every contact walks, and shows at once what was decided. */
export async function sendContact({ request, context }: ActionFunctionArgs) {
  const { house } = context
  const { customer } = await visitOf(request, context)
  const typed = await readFields(request)
  const { value, errors } = checkFields<z.infer<typeof message> & { name?: string; reach?: string }>(
    customer ? message : strangersMessage,
    typed,
  )
  if (!value) return { errors, typed }
  const said = (key: Parameters<typeof speak>[1], what: string) => `${speak('en', key)}: ${what}`
  const intro = customer
    ? ''
    : `${said('page.contact.name', value.name ?? '')}\n${said('page.contact.reach', value.reach ?? '')}\n\n`
  try {
    const received = await receive(house, {
      ...plainContact,
      key: contactKey('web', customer?.id ?? 'stranger', typed.key),
      from: customer ? { customerId: customer.id } : fromReach(value.reach ?? ''),
      evidence: customer ? 'verified' : 'unverified',
      subject: value.subject,
      body: intro + value.message,
      desk: 'contact',
      receivedAt: house.clock.now(),
    })
    const { contactId, recorded, decision } = received
    if (customer && recorded) return redirect(`/your-contacts/${contactId}`)
    const isDanger = decision.lane === 'life-safety'
    const state = `${recorded ? 'recorded' : 'unchecked'}${isDanger ? danger : ''}`
    return redirect(
      `/contact-us/sent/${contactId}?${new URLSearchParams({ state, proof: proofOf(house, [contactId, state]) })}`,
    )
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    log.error({ err: fault }, 'a message could not be kept')
    const { general } = house.policy.landlord.phones
    const errors: FieldError[] = [
      { field: 'message', key: 'page.contact.not-kept', values: { phone: general } },
    ]
    return { errors, typed }
  }
}

/** At the end of what a signed link says, where somebody may be in danger: the page then shows whom to call. */
const danger = '-danger'

/**
 * For whoever is not signed in, and for a message that the ledger could not take down: all that this page says is in its
 * signed link. A customer's own messages are on "your contacts".
 */
export function loadSentContact({ request, params, context }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  const query = new URL(request.url).searchParams
  const state = query.get('state') ?? ''
  if (!isProof(context.house, [id, state], query.get('proof'))) throw new Response(null, { status: 404 })
  return { id, isUnchecked: state.startsWith('unchecked'), isDanger: state.endsWith(danger) }
}
