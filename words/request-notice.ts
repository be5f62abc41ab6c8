import type { RequestKind } from '../rules/request-due.ts'
import { compose, heading, type Letterhead, type Notice, sayIn } from './letter.ts'
import { redressLine, sayPerson, type Signatory, urgentPart } from './letter-parts.ts'
import { sayDay, sayInstant } from './speak.ts'

/** Asked for with consent, which can be taken back. */
const withConsent = new Set<RequestKind>(['support', 'representative'])

/** The receipt for a request: what it is about, its reference, by when it is answered. */
export function writeRequestReceipt(
  facts: Letterhead & { request: { reference: string; kind: RequestKind; lodgedAt: Date; dueOn: string } },
): Notice {
  const { language, landlord, request } = facts
  const say = sayIn(language)
  const { reference, kind, lodgedAt, dueOn } = request
  return compose(say, facts, say('notice.request.subject', { reference }), [
    [
      say(`notice.request.about.${kind}`),
      say('notice.request.got', { at: sayInstant(language, lodgedAt) }),
      say('notice.request.reference', { reference }),
    ],
    [say('notice.receipt.due', { day: sayDay(language, dueOn) })],
    [say('notice.receipt.nothing')],
    ...(withConsent.has(kind) ? [[say('notice.request.take-back', { phone: landlord.phones.general })]] : []),
    ...urgentPart(say, facts),
  ])
}

/** The answer to a request, in the customer's language, and where to go if it does not help. */
export function writeRequestAnswer(
  facts: Letterhead & {
    request: { reference: string; kind: RequestKind }
    answer: string
    answeredBy: Signatory
  },
): Notice {
  const { language, request, answer, answeredBy } = facts
  const say = sayIn(language)
  const { reference, kind } = request
  return compose(say, facts, say('notice.answer.subject', { reference }), [
    [say(`notice.request.about.${kind}`)],
    [
      heading(say('notice.answer.heading')),
      answer,
      say('notice.answer.who', { person: sayPerson(language, answeredBy) }),
    ],
    [
      heading(say('notice.outcome.still')),
      say('notice.outcome.complain'),
      kind === 'data' ? say('notice.answer.commissioner') : redressLine(say, facts),
    ],
    ...urgentPart(say, facts),
  ])
}
