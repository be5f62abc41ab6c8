import { readCalendar } from '../../db/bank-holidays.ts'
import type { Customer } from '../../db/customers.ts'
import { lodgeRequest, type NewRequest, type RequestRow, requestReference } from '../../db/requests.ts'
import { receive } from '../../gateway/receive.ts'
import type { House } from '../../house.ts'
import { requestDueOn, type RequestKind } from '../../rules/request-due.ts'
import { writeRequestReceipt } from '../../words/notices.ts'
import { sayNeeds } from '../parts/console/needs.ts'
import { factsOf, sayKind } from '../parts/console/say-request.ts'
import { sayDay } from '../parts/console/say-time.ts'
import { plainContact } from './contact.server.ts'

type Desk = 'contact' | 'safeguarding' | 'records'

export type Asking = Omit<NewRequest, 'contactId' | 'dueOn' | 'customerId'>

/** Who looks at it: safety first, then those who keep records and print, then whoever answers contacts. */
function deskOf({ kind, detail }: Asking): Desk {
  if (kind === 'support' && (detail.kinds ?? '').split(' ').includes('unsafe')) return 'safeguarding'
  return kind === 'data' || kind === 'format' ? 'records' : 'contact'
}

/** The day by which something asked now is answered. */
export async function dueOnOf({ policy, ledger, clock }: House, kind: RequestKind): Promise<string> {
  const { nation, requestsAnsweredWithinWorkingDays: workingDays } = policy.landlord
  const calendar = await readCalendar(ledger.db, nation)
  return requestDueOn(kind, clock.now(), { calendar, workingDays })
}

/**
 * Takes one request: first to its desk as a contact that always passes (I7), then into the ledger with its day, its
 * receipt and its line of audit. Both go by the request's id, so whatever breaks in between is mended by asking again.
 * Throws `NotKept` when nobody could take it.
 */
export async function takeRequest(
  house: House,
  customer: Customer,
  asking: Asking,
  fileNames: string[] = [],
): Promise<RequestRow> {
  const { policy, settings, clock, ledger } = house
  const now = clock.now()
  const dueOn = await dueOnOf(house, asking.kind)
  const contactId = await tellDesk(house, customer, asking, { dueOn, fileNames })
  return await lodgeRequest(ledger.db, {
    request: { ...asking, customerId: customer.id, contactId, dueOn },
    now,
    pack: policy.pack.key,
    writeReceipt: ({ customer: fresh, request }) =>
      writeRequestReceipt({
        language: fresh.language,
        customer: fresh,
        landlord: policy.landlord,
        publicUrl: settings.publicUrl,
        request,
      }),
  })
}

/** Null when the ledger did not answer: the contact went to its desk and is entered later. */
async function tellDesk(
  house: House,
  customer: Customer,
  asking: Asking,
  { dueOn, fileNames }: { dueOn: string; fileNames: string[] },
): Promise<string | null> {
  const { id, kind, account, detail } = asking
  const reference = requestReference(id)
  const first = kind === 'way' ? 'For a manager, today. ' : ''
  const facts = factsOf(asking)
  const received = await receive(house, {
    ...plainContact,
    key: `request:${id}`,
    from: { customerId: customer.id },
    evidence: 'verified',
    subject: `${first}${sayKind(kind)}: request ${reference}`,
    body: [
      account,
      facts.map(([label, text]) => `${label}: ${text}`).join('\n'),
      sayNeeds(customer).join('\n'),
      `Answer by ${sayDay(dueOn)}: ${house.settings.publicUrl}/console/requests/${id}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    ownWords: [account, detail.more, detail.which].filter(Boolean).join('\n\n'),
    fileNames,
    desk: deskOf(asking),
    lane: 'protected',
    receivedAt: house.clock.now(),
  })
  return received.recorded ? received.contactId : null
}

/** Tells the desk of a request that its customer took it back, or that somebody may not be told any more. */
export async function tellEnded(
  house: House,
  request: RequestRow,
  part: { code: string; words: string },
): Promise<void> {
  const { id, customerId, reference, kind } = request
  await receive(house, {
    ...plainContact,
    key: `request-ended:${id}:${part.code}`,
    from: { customerId },
    evidence: 'verified',
    subject: `Taken back: ${sayKind(kind)}, request ${reference}`,
    body: `${part.words}\n\n${house.settings.publicUrl}/console/requests/${id}`,
    ownWords: '',
    desk: deskOf(request),
    lane: 'protected',
    receivedAt: house.clock.now(),
  })
}
