import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { withDeadline } from '../../db/deadline.ts'
import type { NewUpload } from '../../db/uploads.ts'
import { type Inbound, NotKept, receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { atRisk, laneOfKind, type UrgentKind, urgentKinds } from '../../rules/urgent-kind.ts'
import { type Key, speak } from '../../words/speak.ts'
import type { FieldError } from '../parts/form.tsx'
import { contactKey, fromReach, plainContact } from './contact.server.ts'
import { type Reading, readForm } from './files.server.ts'
import { checkFields, readFields, wrong } from './form.server.ts'
import { log } from './log.server.ts'
import { bundlesOf, isPhotograph, sendLater, withFiles } from './photographs.server.ts'
import { pathOfSent } from './urgent-link.server.ts'
import { visitOf } from './visit.server.ts'

const short = (missing: Key) => z.string(wrong(missing)).trim().max(1_000, wrong('page.errors.short-long'))
const long = z
  .string(wrong('page.errors.what'))
  .trim()
  .max(20_000, wrong('page.errors.message-long'))
  .default('')
const risks = atRisk.map((each) => `risk-${each}` as const)

/** Where it is has to be said, and what it is where no choice says it; the rest helps. */
const report = z
  .object({
    kind: z.enum(urgentKinds),
    what: long,
    where: short('page.errors.where').min(1, wrong('page.errors.where')),
    reach: short('page.errors.reach').default(''),
    'risk-words': short('page.errors.what').default(''),
    name: short('page.errors.name').default(''),
  })
  .refine(({ kind, what }) => kind !== 'other' || what !== '', {
    path: ['what'],
    ...wrong('page.errors.what'),
  })
type Report = z.infer<typeof report>

/** What travels with the form from step to step: nothing that was typed is lost by choosing again. */
const travels = new Set<string>(['key', 'what', 'where', 'reach', 'risk-words', 'name', ...risks])

/** Back at the first step with everything that was typed so far. */
export async function chooseAgain({ request }: ActionFunctionArgs) {
  const typed = await readFields(request)
  return Object.entries(typed).filter(([name, text]) => travels.has(name) && text !== '')
}

/** What is known of somebody who is signed in is not asked again (WCAG 3.3.7). */
export async function loadUrgentForm({ request, context }: LoaderFunctionArgs) {
  const { customer } = await visitOf(request, context)
  const known = { where: customer?.address.join(', ') ?? '', name: customer?.name ?? '' }
  return { key: randomUUID(), kind: kindIn(new URL(request.url).searchParams.get('kind')), known }
}

function kindIn(chosen: unknown): UrgentKind {
  return urgentKinds.find((each) => each === chosen) ?? 'other'
}

/** How long a report waits for its photographs: what comes later follows it, to the same reference. */
export const photographsWait = { ms: 15_000 }

/**
 * Always taken, from anybody, at any hour (I1): the lane is raised by the choice itself. The words come first in the
 * form, so that they are taken even when the connection breaks off in the middle of a photograph.
 */
export async function sendUrgent({ request, context }: ActionFunctionArgs) {
  const { house } = context
  const reading = readForm(request, 'photos', isPhotograph)
  const typed = await reading.words
  const kind = kindIn(typed.kind ?? new URL(request.url).searchParams.get('kind'))
  if ('carried' in typed) return { kind, errors: [], typed }
  const { value, errors } = checkFields(report, { ...typed, kind })
  if (!value) {
    return { kind, errors: [...errors, ...askAgain(await reading.whole)], typed }
  }
  const { customer, visit } = await visitOf(request, context)
  await withDeadline(reading.whole, photographsWait.ms).catch(() => undefined)
  const place = value.where.replace(/\s+/g, ' ').slice(0, 100)
  const inbound: Inbound = {
    ...plainContact,
    key: contactKey('report', customer?.id ?? 'stranger', typed.key),
    from: customer ? { customerId: customer.id } : fromReach(value.reach),
    evidence: customer ? 'verified' : 'unverified',
    subject: speak('en', 'page.report.subject', {
      what: speak('en', `page.report.kind.${kind}`),
      where: place,
    }),
    body: write(value, typed, visit.language),
    desk: 'urgent',
    lane: laneOfKind[kind],
    receivedAt: house.clock.now(),
  }
  try {
    const { received, gone } = await take(house, inbound, bundlesOf(reading.files)[0] ?? [])
    const later = await sendLater(house, received, gone, await reading.whole)
    return redirect(
      pathOfSent(house, received.contactId, {
        kind,
        isUnchecked: !received.recorded,
        hasReach: value.reach !== '',
        isAdded: false,
        ...later,
      }),
    )
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    log.error({ err: fault }, 'an urgent report could not be kept')
    const phone = house.policy.landlord.phones.urgentRepairs
    const notKept: FieldError = { field: 'what', key: 'page.report.not-kept', values: { phone } }
    return { kind, errors: [notKept, ...askAgain(await reading.whole)], typed }
  }
}

/** A browser never fills a file field in again: whoever chose photographs is asked for them once more. */
function askAgain({ files, missed }: Awaited<Reading['whole']>): FieldError[] {
  return files.length + missed.length > 0 ? [{ field: 'photos', key: 'page.errors.files-again' }] : []
}

/** With its photographs, or without them where nobody takes them: the words go first. `gone` says how many went along. */
async function take(house: House, inbound: Inbound, files: NewUpload[]) {
  try {
    return { received: await receive(house, { ...inbound, ...withFiles(files) }), gone: files.length }
  } catch (fault) {
    if (!(fault instanceof NotKept) || files.length === 0) throw fault
    return { received: await receive(house, inbound), gone: 0 }
  }
}

/** The report as the urgent desk reads it: under English headings, in the words and with the language of who sent it. */
function write(value: Report, typed: Record<string, string>, language: string): string {
  const said = (key: Key, text: string) => (text === '' ? [] : [`${speak('en', key)}\n${text}`])
  const chosen = atRisk.filter((each) => typed[`risk-${each}`] !== undefined)
  return [
    speak('en', `page.report.kind.${value.kind}`),
    ...said('page.report.what', value.what),
    ...said('page.report.where', value.where),
    ...said('page.report.name', value.name),
    ...said('page.report.reach', value.reach),
    ...said('page.report.risk', chosen.map((each) => speak('en', `page.report.at-risk.${each}`)).join('\n')),
    ...said('page.report.risk-words', value['risk-words']),
    ...(language === 'en' ? [] : said('page.language', languageNames.of(language) ?? language)),
  ].join('\n\n')
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' })
