import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { addToAppeal, messagesOf } from '../../db/appeal-messages.ts'
import { getSubject, type Subject, subjectOf } from '../../db/appeal-subjects.ts'
import { type Appeal, contactsUnder, getAppeal, wasOpened } from '../../db/appeals.ts'
import { readCalendar } from '../../db/bank-holidays.ts'
import { getColleague } from '../../db/colleagues.ts'
import type { Customer } from '../../db/customers.ts'
import type { Tx } from '../../db/ledger.ts'
import { restrictionsOf } from '../../db/restrictions.ts'
import { getUpload, uploadsAbout } from '../../db/uploads.ts'
import type { House } from '../../house.ts'
import { isInForce } from '../../rules/in-force.ts'
import { appealDaysLeft, appealState } from '../../rules/may-hear.ts'
import type { FieldError } from '../parts/form.tsx'
import { tellAbout, tellHearer } from './appeal-about.server.ts'
import { asDownload } from './console-mail.server.ts'
import { readFieldsAndFiles } from './files.server.ts'
import { hasKeptWords, keepWords } from './kept-words.server.ts'
import { requireCustomer } from './sign-in.server.ts'
import { visitOf } from './visit.server.ts'

/** An appeal of this customer with what it is about, or "not found". */
async function requireAppeal(house: House, customer: Customer, id: string | undefined) {
  const { db } = house.ledger
  const appeal = z.uuid().safeParse(id).success ? await getAppeal(db, id as string) : null
  const subject = appeal?.customerId === customer.id ? await getSubject(db, subjectOf(appeal)) : null
  if (!appeal || !subject) throw new Response(null, { status: 404 })
  return { appeal, subject }
}

/** What was said since it was lodged. Who asks is told by their role alone until it is decided. */
export async function dialogueOf(tx: Tx, appealId: string) {
  const messages = await messagesOf(tx, appealId)
  return await Promise.all(
    messages.map(async ({ id, askedBy, text, writtenAt }) => ({
      ...{ id, text, writtenAt },
      isOurs: askedBy !== null,
      files: await uploadsAbout(tx, id),
    })),
  )
}

/** Who decided it, what they decided, why, and what follows. Null before. */
async function tellRuling(house: House, appeal: Appeal, { stopsAt }: Subject) {
  const { ruling, reasons, decidedBy, decidedAt } = appeal
  if (!ruling || !reasons || !decidedBy || !decidedAt) return null
  const { db } = house.ledger
  const colleague = await getColleague(db, decidedBy)
  const others = await restrictionsOf(db, appeal.customerId)
  const { final } = house.policy.pack.appeal
  return {
    ...{ ruling, reasons, decidedAt },
    decider: colleague && { name: colleague.name, role: colleague.role },
    othersRemain: others.some((each) => each.id !== appeal.restrictionId && isInForce(each, decidedAt)),
    isFinal: final !== 'silent' && final.says,
    isOver: stopsAt !== null && stopsAt <= house.clock.now(),
  }
}

/** Where an appeal has got to, what was said about it, what was sent, and the ruling. Null: only kept words are shown. */
export async function loadAppeal(args: LoaderFunctionArgs) {
  const { house } = args.context
  if (hasKeptWords(args.context)) return null
  const { db } = house.ledger
  const customer = await requireCustomer(args)
  const { appeal, subject } = await requireAppeal(house, customer, args.params.id)
  const dialogue = await dialogueOf(db, appeal.id)
  const calendar = await readCalendar(db, house.policy.landlord.nation)
  const asks = new URL(args.request.url).searchParams
  const { id, reference, ground, account, wish, representative, lateReason, lodgedAt, dueOn } = appeal
  return {
    appeal: { id, reference, ground, account, wish, representative, lateReason, lodgedAt, dueOn },
    about: tellAbout(subject),
    state: appealState({
      isDecided: appeal.ruling !== null,
      wasOpened: await wasOpened(db, id),
      fromUs: dialogue.map(({ isOurs }) => isOurs),
    }),
    hearer: await tellHearer(house, subject),
    daysLeft: appealDaysLeft(dueOn, house.clock.now(), calendar),
    dialogue,
    files: await uploadsAbout(db, id),
    contacts: await contactsUnder(db, appeal),
    ruling: await tellRuling(house, appeal, subject),
    receiptBy: customer.noticesBy,
    isEarlier: asks.has('earlier'),
    wasAdded: asks.has('added'),
    key: randomUUID(),
  }
}

type Added = { errors: FieldError[]; typed: Record<string, string>; hadFiles: boolean }

/** Takes an answer or an addition, with files. Never counted, never held (I7). */
export async function replyToAppeal(args: ActionFunctionArgs): Promise<Added | Response> {
  const { house } = args.context
  const { typed, files, refused } = await readFieldsAndFiles(args.request)
  const { customer } = await visitOf(args.request, args.context)
  if (!customer) {
    keepWords(args.context)
    return { typed, errors: [], hadFiles: files.length > 0 }
  }
  const { appeal } = await requireAppeal(house, customer, args.params.id)
  const words = (typed.text ?? '').trim()
  const text = words || files.map(({ name }) => name).join('\n')
  const put = (errors: FieldError[]): Added => ({ typed, errors, hadFiles: files.length > 0 })
  const wrong = (key: FieldError['key']) => put([{ field: 'text', key }, ...refused])
  if (text === '') return refused.length > 0 ? put(refused) : wrong('page.errors.addition')
  if (text.length > 20_000) return wrong('page.errors.account-long')
  const key = z.uuid().safeParse(typed.key)
  const done = await addToAppeal(house.ledger.db, {
    appealId: appeal.id,
    customerId: customer.id,
    id: key.data ?? randomUUID(),
    text,
    files,
    now: house.clock.now(),
  })
  if (done === 'decided') return wrong('page.errors.decided')
  if (refused.length > 0) return { typed: {}, errors: refused, hadFiles: false }
  return redirect(`/appeal/${appeal.id}?added=1#dialogue`)
}

/** A file that this customer sent with their appeal or since, only ever to keep. */
export async function appealFile(args: LoaderFunctionArgs): Promise<Response> {
  const { house } = args.context
  const customer = await requireCustomer(args)
  const { appeal } = await requireAppeal(house, customer, args.params.id)
  return await fileOfAppeal(house.ledger.db, appeal.id, args.params.file)
}

/** The file as a download, or "not found" for one that belongs to something else. */
export async function fileOfAppeal(tx: Tx, appealId: string, file: string | undefined): Promise<Response> {
  const places = [appealId, ...(await messagesOf(tx, appealId)).map(({ id }) => id)]
  for (const place of z.uuid().safeParse(file).success ? places : []) {
    const found = await getUpload(tx, place, file as string)
    if (found) return new Response(new Uint8Array(found.bytes), { headers: asDownload(found.name) })
  }
  throw new Response(null, { status: 404 })
}
