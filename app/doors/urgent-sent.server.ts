import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { NotKept } from '../../gateway/receive.ts'
import type { Key, Values } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'
import { readForm } from './files.server.ts'
import { log } from './log.server.ts'
import { isPhotograph, outcomeOf, sendMore } from './photographs.server.ts'
import { pathOfSent, readSentPath } from './urgent-link.server.ts'

/** What the link says of its report; a link that we did not sign is not there. */
function reportOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const id = params.id ?? ''
  const report = readSentPath(context.house, id, new URL(request.url).searchParams)
  if (!report) throw new Response(null, { status: 404 })
  return { id, ...report }
}

/** Everything that this page says is in its signed link: it is shown with the ledger down too. */
export function loadSentUrgent(args: LoaderFunctionArgs) {
  return { ...reportOf(args), key: randomUUID(), search: new URL(args.request.url).search }
}

/** Adds words or photographs to a report. The link is enough: nobody signs in to tell more about an emergency. */
export async function addToUrgent(args: ActionFunctionArgs) {
  const { house } = args.context
  const { id, ...report } = reportOf(args)
  const whole = await readForm(args.request, 'photos', isPhotograph).whole
  const { typed, files, missed } = whole
  const fault = (key: Key, values: Values = {}) => ({
    errors: [{ field: 'more', key, values } satisfies FieldError],
    typed,
  })
  const words = (typed.more ?? '').trim()
  if (words.length > 20_000) return fault('page.errors.message-long')
  if (words === '' && files.length + missed.length === 0) return fault('page.report.more.empty')
  try {
    const lost = await sendMore(house, { reportId: id, words, files, key: typed.key ?? '' })
    return redirect(pathOfSent(house, id, { ...report, isAdded: true, ...outcomeOf(whole, lost) }))
  } catch (err) {
    if (!(err instanceof NotKept)) throw err
    log.error({ err }, 'more about an urgent report could not be kept')
    return fault('page.report.not-kept', { phone: house.policy.landlord.phones.urgentRepairs })
  }
}
