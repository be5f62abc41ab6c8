import { addressParser, type Mailbox } from 'postal-mime'
import { normaliseEmail } from '../db/customers.ts'
import { type Header, valueOf, valuesOf } from './headers.ts'

/** Whom a mail says it is from. `doubt` names why nobody can be sure; the address is then only shown. */
export type From = { address: string | null; doubt: string | null }

const wellFormed = /^[^\s<>()[\]@",;:\\]+@([^\s<>()[\]@",;:\\]+|\[[0-9a-f.:]+\])$/i

/** The one person in the From field. Case and a trailing dot make no difference; a `+tag` does: nobody is merged by guessing. */
export function readFrom(headers: Header[]): From {
  const fields = valuesOf(headers, 'from')
  if (fields.length === 0) return { address: null, doubt: 'no From' }
  if (fields.length > 1) return { address: null, doubt: 'several From fields' }
  const parsed = addressParser((fields[0] ?? '').slice(0, 10_000))
  if (parsed.some((each) => each.group)) return { address: null, doubt: 'a group as From' }
  // "Hussain, Amina <a@b.example>" without quotes reads as two entries, one of them only a name.
  const mailboxes = parsed.filter((each): each is Mailbox => Boolean(each.address))
  const [mailbox] = mailboxes
  if (!mailbox) return { address: null, doubt: 'no address in From' }
  if (mailboxes.length > 1) return { address: null, doubt: 'several people in From' }
  return readMailbox(mailbox)
}

function readMailbox({ address: written, name }: Mailbox): From {
  const address = normaliseEmail(written)
  if (!wellFormed.test(address) || address.length > 320)
    return { address, doubt: 'an address that is not one' }
  const named = name.split(/[\s<>()"',;:]/).filter((each) => /[^@]@[^@]/.test(each))
  const another = named.some((each) => normaliseEmail(each) !== address)
  return another ? { address, doubt: 'a name that shows another address' } : { address, doubt: null }
}

/** What a mail is known by before it is taken apart. `mailFrom` is the envelope's sender: '' is the null return path. */
export type Facts = { headers: Header[]; mailFrom: string; from: string | null }

/** More hops than any honest way has: it goes round in a circle. */
export const mostHops = 50

const robotMailbox =
  /^(mailer-daemon|postmaster|no-?reply|no_reply|no\.reply|do-?not-?reply|do_not_reply|bounces?|auto-?reply|autoresponder)([+\-_.=].*)?$/

/** Signs that a machine wrote, each by its name (RFC 3834 and custom). Machines are recorded, never held, counted or answered. */
export const robotSigns: Record<string, (facts: Facts) => boolean> = {
  'null return path': ({ mailFrom }) => mailFrom === '',
  'auto-submitted': ({ headers }) => {
    const value = valueOf(headers, 'auto-submitted')
    return value !== null && !/^no\b/i.test(value)
  },
  'mailing list': ({ headers }) => headers.some(({ key }) => key.startsWith('list-')),
  precedence: ({ headers }) => /^(bulk|list|junk|auto_reply)\b/i.test(valueOf(headers, 'precedence') ?? ''),
  'suppresses automatic answers': ({ headers }) =>
    /\S/.test(valueOf(headers, 'x-auto-response-suppress') ?? ''),
  'automatic answer': ({ headers }) =>
    headers.some(({ key }) => key === 'x-autoreply' || key === 'x-autorespond'),
  'bulk sender': ({ headers }) => valueOf(headers, 'feedback-id') !== null,
  report: ({ headers }) => /^multipart\/report\b/i.test(valueOf(headers, 'content-type') ?? ''),
  'robot mailbox': ({ from }) => robotMailbox.test(from?.split('@')[0] ?? ''),
  loop: ({ headers }) => valuesOf(headers, 'received').length > mostHops,
}

/** The first sign that a machine wrote this, or null. */
export function findRobotSign(facts: Facts): string | null {
  return Object.keys(robotSigns).find((name) => robotSigns[name]?.(facts)) ?? null
}
