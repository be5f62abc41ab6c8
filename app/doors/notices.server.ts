import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Customer } from '../../db/customers.ts'
import { getNotice, noticesOf } from '../../db/notices.ts'
import type { House } from '../../house.ts'
import { LetterNotDrawn, writeLetter } from '../../post/letter.ts'
import { dayOf } from '../../rules/london.ts'
import { readLetter } from '../../words/read-letter.ts'
import { direction } from '../../words/speak.ts'
import { hideCode } from './hide-code.server.ts'
import { log } from './log.server.ts'
import { requireCustomer } from './sign-in.server.ts'

/** What the customer was told, newest first. A mail with a one-time code is no notice about anything. */
export async function loadNotices(args: LoaderFunctionArgs) {
  const customer = await requireCustomer(args)
  const notices = await noticesOf(args.context.house.ledger.db, customer.id)
  return notices
    .filter(({ kind }) => kind !== 'sign-in-code')
    .map(({ id, subject, language, by, writtenAt }) => {
      return { id, subject, language, direction: direction(language), by, writtenAt }
    })
}

/** A notice of this customer without its code, or "not found": another person's is told from none by nobody. */
async function requireNotice(house: House, customer: Customer, id: string | undefined) {
  const isId = z.uuid().safeParse(id).success
  const found = isId ? await getNotice(house.ledger.db, id as string) : null
  if (found?.customerId !== customer.id || found.kind === 'sign-in-code') {
    throw new Response(null, { status: 404 })
  }
  return hideCode(found)
}

/** One notice as a page: its words as they were sent, in their own language. */
export async function loadNotice(args: LoaderFunctionArgs) {
  const customer = await requireCustomer(args)
  const notice = await requireNotice(args.context.house, customer, args.params.id)
  const { id, subject, body, language, by, writtenAt, isCodeHidden } = notice
  const told = { id, subject, language, by, writtenAt, isCodeHidden }
  return { ...told, direction: direction(language), blocks: readLetter(body) }
}

const asked = z.enum(['12', '18', '24']).transform(Number)

/** The same notice as a PDF, in the size that the customer reads or the one that is asked for. Its page where it cannot be drawn. */
export async function noticeAsPdf(args: LoaderFunctionArgs): Promise<Response> {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const notice = await requireNotice(house, customer, args.params.id)
  const points = asked.safeParse(new URL(args.request.url).searchParams.get('points'))
  const printPoints = points.success ? points.data : customer.printPoints
  try {
    const { landlord } = house.policy
    const pdf = writeLetter({ notice: { ...notice, printPoints }, customer, landlord, envelope: null })
    return new Response(new Uint8Array(pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="letter-${dayOf(notice.writtenAt)}.pdf"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (fault) {
    if (!(fault instanceof LetterNotDrawn)) throw fault
    log.error({ noticeId: notice.id, fault: fault.code }, 'a letter could not be shown as a PDF')
    throw redirect(`/your-notices/${notice.id}`)
  }
}
