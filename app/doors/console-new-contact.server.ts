import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { decisionOf, getContact } from '../../db/contacts.ts'
import { getCustomer, searchCustomers } from '../../db/customers.ts'
import { NotKept, receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { dayOf, instantAt, timeOf } from '../../rules/london.ts'
import { standInFor } from '../../rules/named-colleague.ts'
import { direction } from '../../words/speak.ts'
import { sayToCaller } from '../../words/say-to-caller.ts'
import { type Asked, idOf, notThere, requireColleague } from './console.server.ts'
import { contactKey, fromReach, plainContact } from './contact.server.ts'
import { readFields } from './form.server.ts'

/** What comes in by hand. Everything else has a door of its own. */
export const handChannels = ['phone', 'visit', 'letter'] as const

const yearMs = 366 * 86_400_000

/** Everything that has to be said, each fault in one sentence for colleagues. `now` is the latest that it may have come. */
const byHand = (now: Date) =>
  z
    .object({
      customer: z.union([z.literal('nobody'), z.uuid()], {
        error: 'Find the customer and choose them, or choose that you do not know who it is',
      }),
      channel: z.enum(handChannels, { error: 'Choose how it came' }),
      subject: z.string().trim().max(200, 'Make the subject shorter: 200 letters at the most').default(''),
      reach: z.string().trim().max(200, 'Make this shorter: 200 letters at the most').default(''),
      said: z
        .string()
        .trim()
        .min(1, 'Write what was said')
        .max(20_000, 'Make this shorter: 20,000 letters at the most'),
      on: z.iso.date({ error: 'Write the day as year, month and day, such as 2026-11-25' }),
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time with hours and minutes, such as 09:30'),
      urgent: z.string().optional(),
    })
    .transform((typed) => ({ ...typed, receivedAt: instantAt(typed.on, typed.at) }))
    .superRefine(({ receivedAt }, context) => {
      const fault =
        receivedAt > now
          ? 'This day and time have not come yet. Write when it came in'
          : now.getTime() - receivedAt.getTime() > yearMs
            ? 'This is more than a year ago. Look at the year again'
            : null
      if (fault) context.addIssue({ code: 'custom', path: ['on'], message: fault })
    })

type Faults = Record<string, string>
type Found = { id: string; name: string; reference: string; address: string; language: string }

/** The empty form, received now; with a customer chosen already when their page led here. */
export async function newContactForm(asked: Asked) {
  await requireColleague(asked, 'record-contacts')
  const { house } = asked.context
  const now = house.clock.now()
  const id = new URL(asked.request.url).searchParams.get('customer') ?? ''
  const customer = z.uuid().safeParse(id).success ? await getCustomer(house.ledger.db, id) : null
  const typed: Record<string, string> = {
    key: randomUUID(),
    on: dayOf(now),
    at: timeOf(now),
    ...(customer && { words: customer.reference, customer: id }),
  }
  return {
    typed,
    found: customer ? [shown(customer)] : [],
  }
}

function shown({
  id,
  name,
  reference,
  address,
  language,
}: Found | (Omit<Found, 'address'> & { address: string[] })): Found {
  return { id, name, reference, address: [address].flat().join(', '), language }
}

/** Looks a customer up, or takes the contact in on the one path that every contact walks. What was typed is kept. */
export async function writeDown(asked: Asked) {
  const colleague = await requireColleague(asked, 'record-contacts')
  const { house } = asked.context
  const typed: Record<string, string> = await readFields(asked.request)
  const again = async (faults: Faults) => ({ typed, faults, found: await find(house, typed.words ?? '') })
  if ('find' in typed) return await again({})
  const parsed = byHand(house.clock.now()).safeParse(typed)
  if (!parsed.success) return await again(faultsOf(parsed.error))
  const { customer, channel, subject, reach, said, urgent, receivedAt } = parsed.data
  const isNobody = customer === 'nobody'
  if (!isNobody && !(await getCustomer(house.ledger.db, customer))) throw notThere()
  try {
    const { contactId, recorded } = await receive(house, {
      ...plainContact,
      channel,
      key: contactKey('by-hand', colleague.id, typed.key),
      from: isNobody ? fromReach(reach) : { customerId: customer },
      // A colleague who knows who it is says so. Whoever is not known is never held (I9).
      evidence: isNobody ? 'unverified' : 'verified',
      subject,
      body: isNobody && reach !== '' ? `From: ${reach}\n\n${said}` : said,
      desk: urgent === undefined ? 'contact' : 'urgent',
      lane: urgent === undefined ? undefined : 'emergency-repair',
      takenBy: colleague.id,
      receivedAt,
    })
    if (recorded) return redirect(`/console/new-contact/${contactId}`)
    return await again({
      said: 'Our records did not answer. It went to the desk at once, unchecked: nothing more to do',
    })
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault
    return await again({
      said: 'This could not be kept just now. Try again. If it is urgent, phone the urgent team',
    })
  }
}

function faultsOf(error: z.ZodError): Faults {
  const faults: Faults = {}
  for (const { path, message } of error.issues) faults[String(path[0])] ??= message
  return faults
}

async function find(house: House, words: string): Promise<Found[]> {
  if (words.trim() === '') return []
  return (await searchCustomers(house.ledger.db, words, 10)).map(shown)
}

/** What was decided, in words to read out: in English, and in the customer's own language where that is another. */
export async function whatToTell(asked: Asked) {
  await requireColleague(asked, 'record-contacts')
  const { house } = asked.context
  const found = await getContact(house.ledger.db, idOf(asked.params))
  const { contact } = found ?? {}
  if (!contact) throw notThere()
  const customer = contact.customerId ? await getCustomer(house.ledger.db, contact.customerId) : null
  const decision = decisionOf(contact)
  const on = dayOf(contact.receivedAt)
  const colleagues = house.policy.landlord.colleagues.map((each) => ({
    code: each.code,
    name: each.name,
    standIn: standInFor(each, on)?.name ?? null,
  }))
  const isLimited = decision.reasons.some(({ code }) => code === 'over-limit')
  const context = { now: house.clock.now(), colleagues, isLimited }
  const say = (language: string) => ({
    language,
    direction: direction(language),
    parts: sayToCaller(language, { decision, contact, readDueAt: contact.readDueAt, context }),
  })
  const languages = [...new Set(['en', customer?.language ?? 'en'])]
  return {
    id: contact.id,
    isHeld: decision.outcome === 'hold',
    desk: house.policy.landlord.desks[contact.desk]?.name ?? contact.desk,
    customer: customer && { id: customer.id, name: customer.name, reference: customer.reference },
    needs: customer && { language: customer.language, printPoints: customer.printPoints },
    told: languages.map(say),
  }
}
