import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { auditAbout, writeAudit } from '../../db/audit.ts'
import type { Customer } from '../../db/customers.ts'
import { endRequest, getRequestOf, type RequestRow, requestsOf } from '../../db/requests.ts'
import { uploadsAbout } from '../../db/uploads.ts'
import { answerRead } from '../../db/waiting.ts'
import { NotKept } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { isLate } from '../../rules/request-due.ts'
import { forms } from '../parts/ask/forms.ts'
import { factsOf } from '../parts/console/say-request.ts'
import { loadStart } from './ask.server.ts'
import { readFields } from './form.server.ts'
import { tellEnded } from './lodge-request.server.ts'
import { log } from './log.server.ts'
import { requireCustomer } from './sign-in.server.ts'

/** A request of this customer, or "not found": another person's is told from none by nobody. */
async function requireRequest(house: House, customer: Customer, id: string | undefined): Promise<RequestRow> {
  const isId = z.uuid().safeParse(id).success
  const found = isId ? await getRequestOf(house.ledger.db, customer.id, id as string) : null
  if (!found) throw new Response(null, { status: 404 })
  return found
}

/** What a yes was given for: each helper who may be told, or each thing that somebody may do. */
export function partsOf({ detail, consentAt }: RequestRow): { code: string; endedAt: string | null }[] {
  if (!consentAt) return []
  const codes = (detail.helpers ?? detail.may ?? '').split(' ').filter(Boolean)
  return codes.map((code) => ({ code, endedAt: detail[`ended-${code}`] ?? null }))
}

/** What somebody asked, by when it is answered, the answer, and how to take it back. */
export async function loadRequest(args: LoaderFunctionArgs) {
  const { house } = args.context
  const { db } = house.ledger
  const now = house.clock.now()
  const customer = await requireCustomer(args)
  const request = await requireRequest(house, customer, args.params.id)
  const { id, answeredAt, consentEndedAt } = request
  if (answeredAt && !(await auditAbout(db, id)).some(({ action }) => action === answerRead))
    await writeAudit(db, { at: now, actor: `customer:${customer.id}`, action: answerRead, aboutId: id })
  const { reference, kind, account, detail, lodgedAt, dueOn, answer } = request
  return {
    ...{ id, reference, kind, account, detail, lodgedAt, dueOn, answer, answeredAt },
    endedAt: consentEndedAt,
    consentAt: request.consentAt,
    parts: partsOf(request),
    isOpen: !answeredAt && !consentEndedAt,
    isLate: !answeredAt && !consentEndedAt && isLate(dueOn, now),
    files: await uploadsAbout(db, id),
    receiptBy: customer.noticesBy,
    isSent: new URL(args.request.url).searchParams.has('sent'),
  }
}

/** Takes a request back, or one part of a consent, or all of it. It counts at once; the desk is told after that. */
export async function endPart(args: ActionFunctionArgs) {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const request = await requireRequest(house, customer, args.params.id)
  const { part = '' } = await readFields(args.request)
  const open = partsOf(request).filter(({ endedAt }) => endedAt === null)
  // Without "may speak" there is nothing that the others could rest on.
  const isAll = part === 'all' || part === 'speak'
  const ended = isAll ? open : open.filter(({ code }) => code === part)
  if (!isAll && ended.length === 0) return redirect(`/ask-us/${request.id}`)
  if (open.length === 0 && request.answeredAt) return redirect(`/ask-us/${request.id}`)
  const now = house.clock.now()
  const changed = await endRequest(house.ledger.db, {
    ...{ id: request.id, customerId: customer.id, now },
    facts: Object.fromEntries(ended.map(({ code }) => [`ended-${code}`, now.toISOString()])),
    isWhole: ended.length === open.length,
  })
  if (changed) {
    const what = factsOf(changed).filter(([, text]) => text.startsWith('No:'))
    const words =
      what.map(([label, text]) => `${label}: ${text}`).join('\n') || 'They do not need it any more.'
    await tellEnded(house, changed, { code: part, words }).catch((fault: unknown) => {
      if (!(fault instanceof NotKept)) throw fault
      log.error({ err: fault }, 'a desk could not be told that a request was taken back')
    })
  }
  return redirect(`/ask-us/${request.id}`)
}

/** Those who may speak for this customer now, and the way to name one more. */
export async function loadRepresentatives(args: LoaderFunctionArgs) {
  const customer = await requireCustomer(args)
  const all = await requestsOf(args.context.house.ledger.db, customer.id)
  return {
    begin: await loadStart(args, forms.representative),
    now: all
      .filter(({ kind, consentEndedAt }) => kind === 'representative' && !consentEndedAt)
      .map(({ id, reference, detail }) => ({ id, reference, name: detail.name ?? '' })),
  }
}
