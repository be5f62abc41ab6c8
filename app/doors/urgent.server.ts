import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { NotKept, receive } from '../../gateway/receive.ts'
import { type Key, speak } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'
import { contactKey, fromReach, plainContact } from './contact.server.ts'
import { checkFields, readFields, wrong } from './form.server.ts'
import { log } from './log.server.ts'
import { isProof, proofOf } from './proof.server.ts'
import { visitOf } from './visit.server.ts'

const short = (missing: Key) => z.string(wrong(missing)).trim().max(1_000, wrong('page.errors.short-long'))

/** Two things have to be said; the rest helps. */
const report = z.object({
  what: z
    .string(wrong('page.errors.what'))
    .trim()
    .min(1, wrong('page.errors.what'))
    .max(20_000, wrong('page.errors.message-long')),
  where: short('page.errors.where').min(1, wrong('page.errors.where')),
  name: short('page.errors.name').default(''),
  reach: short('page.errors.reach').default(''),
  risk: short('page.errors.what').default(''),
})

/** What is known of somebody who is signed in is not asked again (WCAG 3.3.7). */
export async function loadUrgentForm({ request, context }: LoaderFunctionArgs) {
  const { customer } = await visitOf(request, context)
  const known = { where: customer?.address.join(', ') ?? '', name: customer?.name ?? '' }
  return { key: randomUUID(), known }
}

/** Always taken, from anybody, at any hour (I1): the lane is raised by the form itself. */
export async function sendUrgent({ request, context }: ActionFunctionArgs) {
  const { house } = context
  const { customer } = await visitOf(request, context)
  const typed = await readFields(request)
  const { value, errors } = checkFields(report, typed)
  if (!value) return { errors, typed }
  const lines = (['what', 'where', 'name', 'reach', 'risk'] as const)
    .filter((field) => value[field] !== '')
    .map((field) => `${speak('en', `page.report.${field}`)}\n${value[field]}`)
  try {
    const received = await receive(house, {
      ...plainContact,
      key: contactKey('report', customer?.id ?? 'stranger', typed.key),
      from: customer ? { customerId: customer.id } : fromReach(value.reach),
      evidence: customer ? 'verified' : 'unverified',
      subject: speak('en', 'page.report.subject', { where: value.where.replace(/\s+/g, ' ').slice(0, 100) }),
      body: lines.join('\n\n'),
      desk: 'urgent',
      lane: 'emergency-repair',
      receivedAt: house.clock.now(),
    })
    const facts = [
      received.contactId,
      received.recorded ? 'recorded' : 'unchecked',
      value.reach ? 'reach' : 'none',
    ]
    const [id = '', state = '', reach = ''] = facts
    return redirect(
      `/urgent/sent/${id}?${new URLSearchParams({ state, reach, proof: proofOf(house, facts) })}`,
    )
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    log.error({ err: fault }, 'an urgent report could not be kept')
    const phone = house.policy.landlord.phones.urgentRepairs
    return {
      errors: [{ field: 'what', key: 'page.report.not-kept', values: { phone } } satisfies FieldError],
      typed,
    }
  }
}

/** Everything that this page says is in its signed link: it is shown with the ledger down too. */
export function loadSentUrgent({ request, params, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const id = params.id ?? ''
  const facts = [id, query.get('state') ?? '', query.get('reach') ?? '']
  if (!isProof(context.house, facts, query.get('proof'))) throw new Response(null, { status: 404 })
  return { id, isUnchecked: facts[1] === 'unchecked', hasReach: facts[2] === 'reach' }
}
